"""Files follow rows: a transaction writes down the renames it implies, and they are carried out after its commit.

A crash between the two loses nothing: what is written down is carried out at the next start. So a change of many files
and rows (a deletion, a decided conflict) is all or nothing, and the commit is the moment when it happened.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, delete, insert, select

from pacsdesk.engine.archive.files.disk import sync_folder_of, translated
from pacsdesk.engine.archive.tables import FileMoveRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import make_private_folder, sync_folder

log = logging.getLogger(__name__)

_BATCH = 500


@dataclass(frozen=True, slots=True)
class FileMove:
    """A rename within the data folder."""

    source: Path
    target: Path


@dataclass(frozen=True, slots=True)
class PendingMoves:
    """Renames that a committed transaction wrote down and that were not carried out yet."""

    sources: frozenset[Path]
    targets: frozenset[Path]

    def takes_away(self, path: Path) -> bool:
        """Whether a file is only still where it was, by itself or with its folder."""
        return path in self.sources or path.parent in self.sources


def pending_moves(connection: Connection, folder: DataFolder) -> PendingMoves:
    """Those of this moment of the database."""
    rows = connection.execute(select(FileMoveRow.source, FileMoveRow.target)).all()
    return PendingMoves(
        frozenset(folder.root / row.source for row in rows), frozenset(folder.root / row.target for row in rows)
    )


class FileMoves:
    """Writes renames down and carries them out."""

    def __init__(self, database: Database, folder: DataFolder) -> None:
        self._database = database
        self._root = folder.root
        self._one_at_a_time = Lock()

    def record(self, connection: Connection, moves: Sequence[FileMove]) -> None:
        """Write renames down in the caller's transaction; the source's name must be durable already."""
        if moves:
            rows = [{"source": self._relative(move.source), "target": self._relative(move.target)} for move in moves]
            connection.execute(insert(FileMoveRow), rows)

    def carry_out(self) -> None:
        """Do every rename that is written down, in order; may be called at any time, again after a crash too.

        Raises StorageFull, StorageBroken; then what remains is done by the next call.
        """
        with self._one_at_a_time:
            while batch := self._pending():
                for _, source, target in batch:
                    self._rename(source, target)
                self._sync({path.parent for _, source, target in batch for path in (source, target)})
                with self._database.write() as connection:
                    done = [row_id for row_id, _, _ in batch]
                    connection.execute(delete(FileMoveRow).where(FileMoveRow.row_id.in_(done)))

    def _pending(self) -> list[tuple[int, Path, Path]]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(FileMoveRow.row_id, FileMoveRow.source, FileMoveRow.target)
                .order_by(FileMoveRow.row_id)
                .limit(_BATCH)
            ).all()
        return [(row.row_id, self._root / row.source, self._root / row.target) for row in rows]

    def _rename(self, source: Path, target: Path) -> None:
        with translated(self._database, "A file could not be moved."):
            if not target.parent.is_dir():
                make_private_folder(target.parent)
                sync_folder_of(target.parent)
            try:
                source.replace(target)
            except FileNotFoundError:
                if not target.exists():
                    log.error("neither %s nor %s exists: the move is dropped", source.name, target.name)

    def _sync(self, folders: set[Path]) -> None:
        with translated(self._database, "A move could not be made durable."):
            for folder in folders:
                if folder.is_dir():
                    sync_folder(folder)

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()
