"""Takes deleted studies back through ingest, and settles at start what a crash left of a deletion or of its undoing.

Every file is stored before it leaves the trash, and the folder's name says that this is under way, so a crash in
between loses nothing and the next start goes on: the study ends up wholly back.
"""

import logging
from pathlib import Path

from sqlalchemy import delete, insert, select

from pacsdesk.contract.errors import InvalidInput, PacsDeskError, StorageBroken, StorageFull, Unavailable
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.files.provenance import is_whole, read_provenance
from pacsdesk.engine.archive.files.quarantine import Quarantine
from pacsdesk.engine.archive.storing.ingest import Ingest
from pacsdesk.engine.archive.storing.parallel import side_by_side
from pacsdesk.engine.archive.tables import TrashRow
from pacsdesk.engine.archive.trash.folder import TrashFolder, trash_values
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder

log = logging.getLogger(__name__)

_NOT_WHOLE = "The study could not be taken back whole."
# answers after which ingest has the object in quarantine; any other refusal leaves its only file here
_IN_QUARANTINE = (DimseStatus.DATASET_DOES_NOT_MATCH, DimseStatus.CANNOT_UNDERSTAND)


class TakingBack:
    """The way out of the trash. One thread at a time."""

    def __init__(self, database: Database, folder: DataFolder, ingest: Ingest, quarantine: Quarantine) -> None:
        self._database = database
        self._trash = TrashFolder(folder)
        self._ingest = ingest
        self._quarantine = quarantine

    def recover(self) -> None:
        """Settle what a crash left: to be called at start, after `Recovery.run`, before anybody calls the service."""
        with self._database.read() as connection:
            listed = set(connection.scalars(select(TrashRow.trash_id)).all())
        for trash_id, is_returning in self._trash.ids().items():
            try:
                if is_returning and self._trash.has_note(trash_id):
                    self.take_back(trash_id)
                elif is_returning or trash_id not in listed:
                    self._relist(trash_id)
            except (PacsDeskError, OSError, ValueError):
                # one damaged deletion must not keep the engine from starting; its files stay where they are
                log.exception("the deletion %s could not be settled", trash_id)

    def take_back(self, trash_id: str) -> None:
        """Take every file in again; safe to be done a second time. The last step removes the row, then the folder."""
        try:
            note = self._trash.read(trash_id)
            self._trash.set_returning(trash_id)
            path = self._trash.path_of(trash_id)
            # seconds come last: each is a conflict only once its first is there
            for names in (note.files, note.seconds):
                for _ in side_by_side(self._take_in, [path / name for name in names]):
                    pass
            with self._database.write() as connection:
                connection.execute(delete(TrashRow).where(TrashRow.trash_id == trash_id))
            self._trash.remove(trash_id)
        except (OSError, ValueError) as error:
            raise StorageBroken(
                _NOT_WHOLE,
                str(error),
                f"Look at the folder trash/{trash_id} of the data folder, then try again.",
            ) from error

    def _take_in(self, path: Path) -> None:
        """Store a file as it once came, then remove it here; nothing to do when an earlier try got so far."""
        if not path.exists():
            return
        try:
            provenance = read_provenance(path)
            if not is_whole(path, provenance):
                raise InvalidInput("The file was damaged in the trash.", "Its bytes are not those that came.")
        except InvalidInput as error:
            self._quarantine.take(path, f"{error.title} {error.detail}", {})
            return
        outcome = self._ingest.store_again(path, provenance)
        if outcome.status is DimseStatus.OUT_OF_RESOURCES:
            raise StorageFull(_NOT_WHOLE, outcome.reason, "Make room, then try again.")
        if not (outcome.status.is_stored or outcome.status in _IN_QUARANTINE):
            raise Unavailable(_NOT_WHOLE, outcome.reason, "Try again; what is back already stays back.")
        path.unlink()

    def _relist(self, trash_id: str) -> None:
        """A folder without a row: a deletion that did not happen, or one that an older copy of the index forgot."""
        if not self._trash.has_files(trash_id):
            self._trash.remove(trash_id)
            return
        entry = self._trash.read(trash_id).entry
        with self._database.write() as connection:
            connection.execute(insert(TrashRow).values(trash_values(entry)))
        log.warning("the deletion %s was not in the index: listed again", trash_id)
