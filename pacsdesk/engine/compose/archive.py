"""Constructs the archive from the ground up."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from pacsdesk.engine.archive.conflicts import Conflicts
from pacsdesk.engine.archive.files.compare import ContentComparer
from pacsdesk.engine.archive.files.folders import OpenFolder
from pacsdesk.engine.archive.files.moves import FileMoves
from pacsdesk.engine.archive.files.objects import ObjectStore
from pacsdesk.engine.archive.files.quarantine import Quarantine
from pacsdesk.engine.archive.files.readers import ArchiveReaders
from pacsdesk.engine.archive.files.room import Room, RoomReserve
from pacsdesk.engine.archive.integrity.background import BackgroundCheck, Pace
from pacsdesk.engine.archive.integrity.rebuild import Rebuild
from pacsdesk.engine.archive.integrity.service import Integrity
from pacsdesk.engine.archive.storing.commits import GroupCommit
from pacsdesk.engine.archive.storing.ingest import Ingest, IngestParts
from pacsdesk.engine.archive.storing.notices import StudyNotices
from pacsdesk.engine.archive.storing.recovery import Recovery
from pacsdesk.engine.archive.storing.seconds import SecondObjects
from pacsdesk.engine.archive.studies.service import ArchiveStudies
from pacsdesk.engine.archive.transfer.exports import Exports
from pacsdesk.engine.archive.transfer.imports import Imports
from pacsdesk.engine.archive.transfer.service import ArchiveTransfer
from pacsdesk.engine.archive.transfer.uploads import UploadBatches, UploadLimits
from pacsdesk.engine.archive.trash.discards import Discards
from pacsdesk.engine.archive.trash.service import ArchiveTrash
from pacsdesk.engine.archive.trash.taking_back import TakingBack
from pacsdesk.engine.archive.trash.versions import Versions
from pacsdesk.engine.compose.ground import Ground
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.settings import ArchiveSettings
from pacsdesk.imaging.sameness import same_frames


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive's parts that others use."""

    parts: IngestParts
    ingest: Ingest
    room: Room
    recovery: Recovery
    comparing: BackgroundCheck
    taking_back: TakingBack
    batches: UploadBatches
    exports: Exports
    readers: ArchiveReaders
    studies: ArchiveStudies
    services: Mapping[str, object]


class _Frames:
    """Meets the archive's need to compare pixels with imaging."""

    def same_frames(self, first: Path, second: Path) -> bool:
        """Whether all decoded frames are the same."""
        return same_frames(first, second)


def compose_archive(ground: Ground) -> Archive:
    """The archive on the ground; nothing on the disk is changed yet."""
    folder, database, bus = ground.folder, ground.database, ground.bus
    settings = ground.settings.current.archive
    reserve_bytes = settings.reserve_mib << 20
    moves = FileMoves(database, folder)
    room = Room(folder.root, reserve_of(settings), shutil.disk_usage, ground.ballast.missing_bytes)
    store = ObjectStore(folder, database, settings.object_limit_mib << 20, check_room=room.check)
    quarantine = Quarantine(folder, database)
    seconds = SecondObjects(database, folder, moves, bus)
    notices = StudyNotices(bus, settle=database.settle)
    discards = Discards(database, folder, moves, clock.now)
    versions = Versions(folder, discards)
    parts = IngestParts(
        store=store,
        commits=GroupCommit(database, store, OpenFolder(database, folder, clock.now)),
        comparer=ContentComparer(_Frames()),
        seconds=seconds,
        versions=versions,
        quarantine=quarantine,
        moves=moves,
        notices=notices,
        room=room,
        folder=folder,
    )
    ingest = Ingest(parts)
    taking_back = TakingBack(database, folder, ingest, quarantine)
    batches = UploadBatches(folder, clock.now, UploadLimits(reserve_bytes=reserve_bytes))
    exports = Exports(database, folder, clock.now, reserve_bytes)
    imports = Imports(ingest, batches, clock.now, lambda: shutil.disk_usage(folder.root).free - reserve_bytes)
    rebuild = Rebuild(database, folder, seconds, notices)
    recovery = Recovery(database, folder, moves, ingest, quarantine)
    studies = ArchiveStudies(database, clock.now)
    comparing = BackgroundCheck(database, folder, recovery, _pace(ground), clock.now)
    return Archive(
        parts=parts,
        ingest=ingest,
        room=room,
        recovery=recovery,
        comparing=comparing,
        taking_back=taking_back,
        batches=batches,
        exports=exports,
        readers=ArchiveReaders(database, folder),
        studies=studies,
        services={
            "studies": studies,
            "conflicts": Conflicts(database, parts, discards, versions, bus),
            "trash": ArchiveTrash(database, folder, moves, taking_back, bus, clock.now),
            "transfer": ArchiveTransfer(batches, imports, exports, ground.jobs),
            "integrity": Integrity(database, folder, rebuild, ground.jobs, comparing.last_report),
        },
    )


def _pace(ground: Ground) -> Pace:
    return Pace(
        mib_per_second=lambda: ground.settings.current.archive.check_rate,
        every=lambda: timedelta(hours=ground.settings.current.archive.check_every_hours),
    )


def reserve_of(settings: ArchiveSettings) -> RoomReserve:
    """What the settings keep free."""
    return RoomReserve(
        free_bytes=settings.reserve_mib << 20,
        free_fraction=settings.reserve_percent / 100,
        low_bytes=settings.low_mib << 20,
        low_fraction=settings.low_percent / 100,
    )
