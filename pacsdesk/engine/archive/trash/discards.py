"""Puts single objects into the trash as part of a larger change: a conflict's loser lies there like a deleted study."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert

from pacsdesk.contract.records.archive import TrashEntry
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.archive.dataset.keys import IndexKeys
from pacsdesk.engine.archive.files.disk import translated
from pacsdesk.engine.archive.files.moves import FileMove, FileMoves
from pacsdesk.engine.archive.tables import TrashRow
from pacsdesk.engine.archive.trash.folder import TrashFolder, TrashNote, trash_values
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder


@dataclass(frozen=True, slots=True)
class Discarded:
    """One object that loses its place: where its file is, what it was, and why it goes."""

    path: Path
    keys: IndexKeys
    study_instance_uid: StudyInstanceUID
    size_bytes: int
    reason: str


@dataclass(frozen=True, slots=True)
class Discard:
    """An entry of the trash that is prepared. `record`, in a transaction, makes it true when that commits, and the file
    follows with the next moves; `forget` undoes the preparation of a change that did not happen."""

    trash_id: str
    record: Callable[[Connection], None]
    forget: Callable[[], None]


def new_trash_id() -> str:
    """32 hex digits."""
    return uuid.uuid4().hex


class Discards:
    """The trash as the archive's own decisions use it."""

    def __init__(
        self,
        database: Database,
        folder: DataFolder,
        moves: FileMoves,
        clock: Clock,
        new_id: Callable[[], str] = new_trash_id,
    ) -> None:
        self._database = database
        self._trash = TrashFolder(folder)
        self._moves = moves
        self._clock = clock
        self._new_id = new_id

    def prepare(self, actor: Actor, discarded: Discarded) -> Discard:
        """Write the entry's note. Raises StorageFull, StorageBroken."""
        entry = TrashEntry(
            trash_id=self._new_id(),
            study_instance_uid=discarded.study_instance_uid,
            patient_name=discarded.keys.patient_name,
            patient_id=discarded.keys.patient_id,
            study_description=discarded.keys.study_description,
            study_date=discarded.keys.study_date,
            number_of_instances=1,
            size_bytes=discarded.size_bytes,
            deleted_at=self._clock(),
            deleted_by=actor.name,
            reason=discarded.reason,
        )
        with translated(self._database, "The object could not be moved to the trash."):
            target = self._trash.begin(TrashNote(entry, (discarded.path.name,)))

        def record(connection: Connection) -> None:
            self._moves.record(connection, [FileMove(discarded.path, target / discarded.path.name)])
            connection.execute(insert(TrashRow).values(trash_values(entry)))

        def forget() -> None:
            # after a broken commit nobody knows whether it happened: then the next start looks
            if not self._database.is_broken:
                self._trash.remove(entry.trash_id)

        return Discard(entry.trash_id, record, forget)
