"""Opens the storing side of an archive in a temporary folder, every part real; tests replace one door at a time."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pacsdesk.contract.types import SOPClassUID, SOPInstanceUID, TransferSyntaxUID
from pacsdesk.engine.archive.dataset.filing import Arrival
from pacsdesk.engine.archive.files.compare import ContentComparer, FrameComparer
from pacsdesk.engine.archive.files.folders import OpenFolder
from pacsdesk.engine.archive.files.moves import FileMoves
from pacsdesk.engine.archive.files.objects import ObjectStore
from pacsdesk.engine.archive.files.quarantine import Quarantine
from pacsdesk.engine.archive.files.room import Room, RoomReserve
from pacsdesk.engine.archive.storing.commits import GroupCommit, Reached, pass_on
from pacsdesk.engine.archive.storing.ingest import Ingest, IngestParts
from pacsdesk.engine.archive.storing.notices import StudyNotices
from pacsdesk.engine.archive.storing.outcome import StoreOutcome
from pacsdesk.engine.archive.storing.recovery import Recovered, Recovery
from pacsdesk.engine.archive.storing.seconds import SecondObjects
from pacsdesk.engine.archive.trash.discards import Discards
from pacsdesk.engine.archive.trash.versions import Versions
from pacsdesk.engine.runtime.database import Base, Database
from pacsdesk.engine.runtime.events import EventBus
from pacsdesk.engine.runtime.paths import DataFolder

RECEIVED_AT = datetime(2026, 3, 11, 9, 30, tzinfo=UTC)
EXPLICIT = TransferSyntaxUID("1.2.840.10008.1.2.1")


class NoFrames:
    """A FrameComparer that can decode nothing."""

    def same_frames(self, first: Path, second: Path) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class OpenArchive:
    """The parts that tests look at."""

    folder: DataFolder
    database: Database
    events: EventBus
    parts: IngestParts
    ingest: Ingest
    recovered: Recovered

    def store(self, dataset: bytes, arrival: Arrival) -> StoreOutcome:
        """Take an object in as a receiver does, in two chunks."""
        staged = self.ingest.stage()
        half = len(dataset) // 2
        staged.write(dataset[:half])
        staged.write(dataset[half:])
        return self.ingest.store(arrival, staged)

    def files(self, below: Path) -> list[str]:
        """Relative names of all files below a folder of the archive."""
        return sorted(path.relative_to(below).as_posix() for path in below.rglob("*") if path.is_file())


@contextmanager
def open_archive(
    root: Path,
    *,
    reached: Reached = pass_on,
    reserve: RoomReserve | None = None,
    disk_usage: Callable[[Path], tuple[int, int, int]] = shutil.disk_usage,
    size_limit: int = 1 << 30,
    frames: FrameComparer | None = None,
) -> Iterator[OpenArchive]:
    """An archive on real files and SQLite, recovered as at a start of the engine."""
    folder = DataFolder(root)
    folder.make()
    broken: list[str] = []
    database = Database(folder.database, broken.append)
    Base.metadata.create_all(database.engine)
    events = EventBus()
    room = Room(root, reserve or RoomReserve(free_bytes=0, free_fraction=0.0), disk_usage)
    store = ObjectStore(folder, database, size_limit, check_room=room.check)
    moves = FileMoves(database, folder)
    notices = StudyNotices(events, gathered_for=0.01)
    commits = GroupCommit(database, store, OpenFolder(database, folder, lambda: RECEIVED_AT), reached)
    versions = Versions(folder, Discards(database, folder, moves, lambda: RECEIVED_AT))
    parts = IngestParts(
        store=store,
        commits=commits,
        comparer=ContentComparer(frames or NoFrames()),
        seconds=SecondObjects(database, folder, moves, events),
        versions=versions,
        quarantine=Quarantine(folder, database),
        moves=moves,
        notices=notices,
        room=room,
        folder=folder,
    )
    ingest = Ingest(parts, reached)
    recovered = Recovery(database, folder, moves, ingest, parts.quarantine).run()
    try:
        yield OpenArchive(folder, database, events, parts, ingest, recovered)
    finally:
        commits.close()
        notices.close()
        database.close()


def arrival(
    sop_instance_uid: str | None = None,
    sop_class_uid: str | None = None,
    transfer_syntax_uid: str = EXPLICIT,
    calling_ae_title: str = "CT1",
) -> Arrival:
    """What a C-STORE request says; without UIDs, what an import knows."""
    return Arrival(
        sop_class_uid=None if sop_class_uid is None else SOPClassUID(sop_class_uid),
        sop_instance_uid=None if sop_instance_uid is None else SOPInstanceUID(sop_instance_uid),
        transfer_syntax_uid=TransferSyntaxUID(transfer_syntax_uid),
        calling_ae_title=calling_ae_title,
        called_ae_title="PACSDESK",
        address="127.0.0.1",
        association_id="a1",
        received_at=RECEIVED_AT,
    )
