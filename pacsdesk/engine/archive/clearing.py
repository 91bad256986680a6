"""Forgets everything an archive holds, for sites of invented patients alone: all of it at one commit, or nothing.

Rows are deleted and renames written down in one transaction; the files then leave their places, and are deleted last. A
crash in between is settled by the moves of the next start and by the next `sweep`.
"""

import logging
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, delete, func, select

from pacsdesk.contract.errors import Unavailable
from pacsdesk.engine.archive.files.folders import open_folders
from pacsdesk.engine.archive.files.moves import FileMove, FileMoves
from pacsdesk.engine.archive.tables import (
    ConflictRow,
    FileMoveRow,
    InstanceRow,
    ObjectFolderRow,
    PatientRow,
    SeriesRow,
    SourceRow,
    StudyRow,
    StudyWordRow,
    TrashRow,
)
from pacsdesk.engine.runtime.database import Base, Database
from pacsdesk.engine.runtime.paths import DataFolder

log = logging.getLogger(__name__)

_ATTEMPTS = 20
# children before their parents
_HELD: tuple[type[Base], ...] = (
    StudyWordRow,
    InstanceRow,
    SeriesRow,
    StudyRow,
    PatientRow,
    SourceRow,
    ConflictRow,
    TrashRow,
)


class Clearing:
    """Empties an archive while it goes on taking objects: what is stored after the commit stays."""

    def __init__(self, database: Database, folder: DataFolder, moves: FileMoves) -> None:
        self._database = database
        self._folder = folder
        self._moves = moves

    def is_empty(self) -> bool:
        """Whether nothing is held, not in the trash either."""
        with self._database.read() as connection:
            counts = [connection.scalar(select(func.count()).select_from(row)) for row in (StudyRow, TrashRow)]
        return not any(counts)

    def forget_everything(self) -> None:
        """Empty index, objects, conflicts, trash and quarantine. Raises StorageFull, StorageBroken, Unavailable."""
        for _ in range(_ATTEMPTS):
            self._moves.carry_out()
            with self._database.write() as connection:
                # a rename that another thread wrote down meanwhile would bring a file back: it goes first
                if connection.scalar(select(func.count()).select_from(FileMoveRow)):
                    continue
                self._forget(connection)
            self._moves.carry_out()
            self.sweep()
            return
        raise Unavailable("The archive is too busy to be cleared.", "Files are being moved all the time.", "Try again.")

    def sweep(self) -> None:
        """Delete the files that were taken out of their places; also what a crash left of an earlier clearing."""
        for discarded in self._folder.discarded.glob("*"):
            shutil.rmtree(discarded, ignore_errors=True)
            if discarded.exists():
                log.warning("%s of a cleared archive could not be deleted; the next start tries again", discarded.name)

    def _forget(self, connection: Connection) -> None:
        discarded = self._folder.discarded / secrets.token_hex(8)
        moves = [
            FileMove(path, discarded / path.relative_to(self._folder.root))
            for path in self._everything(frozenset(open_folders(self._database)))
        ]
        self._moves.record(connection, moves)
        for row in _HELD:
            connection.execute(delete(row))
        connection.execute(delete(ObjectFolderRow).where(ObjectFolderRow.is_open.is_(False)))

    def _everything(self, taking: frozenset[str]) -> Iterator[Path]:
        """Closed folders of objects as a whole, files of those that take new ones, and all that lies beside them."""
        for folder in self._folder.objects.iterdir():
            if folder.name in taking:
                yield from folder.iterdir()
            else:
                yield folder
        for place in (self._folder.conflicts, self._folder.trash, self._folder.quarantine):
            yield from place.iterdir()
