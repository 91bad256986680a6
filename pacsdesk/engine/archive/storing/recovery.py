"""Settles at start what a crash left half done, in a time that does not grow with the archive.

Looked at are: renames that were written down, staging/, and the few folders of objects/ that were open. What is whole
is taken in as it came; what is not is named in the log and removed (staging) or put into quarantine (objects): nobody
was ever told that it is safe.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from pacsdesk.contract.errors import InvalidInput, StorageFull
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.files.folders import close_folders, open_folders
from pacsdesk.engine.archive.files.moves import FileMoves
from pacsdesk.engine.archive.files.provenance import is_whole, read_provenance
from pacsdesk.engine.archive.files.quarantine import Quarantine
from pacsdesk.engine.archive.storing.ingest import Ingest
from pacsdesk.engine.archive.storing.seconds import is_undecided_copy
from pacsdesk.engine.archive.tables import InstanceRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a start found: objects taken in, and files that were removed or put into quarantine."""

    taken_in: int = 0
    set_aside: int = 0


class Recovery:
    """Runs once, before anything new may arrive; settles later what a receiver left behind."""

    def __init__(
        self, database: Database, folder: DataFolder, moves: FileMoves, ingest: Ingest, quarantine: Quarantine
    ) -> None:
        self._database = database
        self._folder = folder
        self._moves = moves
        self._ingest = ingest
        self._quarantine = quarantine

    def run(self) -> Recovered:
        """Settle everything that there is room for; the rest stays for the next start. Raises StorageBroken."""
        # asked first: while strays are taken in, a new folder is opened, which is none of these
        names = open_folders(self._database)
        taken_in = set_aside = 0
        try:
            settled = self.settle_staged(self._folder.staging.iterdir())
            taken_in, set_aside = settled.taken_in, settled.set_aside
            for path in self._strays(names):
                is_taken = self.take_in_stray(path)
                if not is_taken:
                    self._quarantine.take(
                        path, "Found at start: not whole, or made for a decision that was not taken.", {}
                    )
                taken_in, set_aside = taken_in + is_taken, set_aside + (not is_taken)
            close_folders(self._database, names)
        except StorageFull as error:
            log.error("no room to settle what the last run left: %s", error.detail)
        return Recovered(taken_in, set_aside)

    def settle_staged(self, paths: Iterable[Path]) -> Recovered:
        """Take in or remove files of staging/ that nobody works on any more. Raises StorageFull, StorageBroken."""
        self._moves.carry_out()  # what waits for its move is no leftover
        taken_in = set_aside = 0
        for path in sorted(filter(Path.exists, paths)):
            is_taken = self._take_in(path)
            if not is_taken:
                log.warning("staging held %s, which was not complete: removed", path.name)
            path.unlink(missing_ok=True)
            taken_in, set_aside = taken_in + is_taken, set_aside + (not is_taken)
        return Recovered(taken_in, set_aside)

    def take_in_stray(self, path: Path) -> bool:
        """Store a file of objects/ that has no row; False when it cannot be, and then it stays where it is.

        Raises StorageFull, StorageBroken.
        """
        is_taken = self._take_in(path)
        if is_taken:
            path.unlink()
        return is_taken

    def _strays(self, names: list[str]) -> list[Path]:
        """Files of the open folders that have no row."""
        strays: list[Path] = []
        for name in names:
            files = {f"{name}/{path.name}": path for path in (self._folder.objects / name).glob("*")}
            with self._database.read() as connection:
                rows = connection.scalars(
                    select(InstanceRow.object_name).where(InstanceRow.object_name.in_(files.keys()))
                )
                strays.extend(files[object_name] for object_name in files.keys() - set(rows))
        return sorted(strays)

    def _take_in(self, path: Path) -> bool:
        """Store a whole file as if it arrived now; False when it is not whole or not what its header says, and for a
        copy that was made for a decision which did not happen: its original is where it was."""
        try:
            provenance = read_provenance(path)
            if not is_whole(path, provenance):
                return False
        except (InvalidInput, OSError):
            return False
        with self._database.read() as connection:
            if is_undecided_copy(connection, provenance.arrival.sop_instance_uid or ""):
                return False
        outcome = self._ingest.store_again(path, provenance)
        if outcome.status is DimseStatus.OUT_OF_RESOURCES:
            raise StorageFull("An object from before could not be taken in.", outcome.reason)
        return outcome.status.is_stored
