"""The one composition root: settings in, services out; the only file that constructs services.

Read top down: the ground, then each feature on the ones below it, then the guard around all, then the link.
"""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.contract.records.engine import EngineState
from pacsdesk.contract.records.jobs import Lane
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.engine.archive.clearing import Clearing
from pacsdesk.engine.archive.conflicts import Conflicts
from pacsdesk.engine.archive.files.compare import ContentComparer
from pacsdesk.engine.archive.files.folders import OpenFolder
from pacsdesk.engine.archive.files.moves import FileMoves
from pacsdesk.engine.archive.files.objects import ObjectStore
from pacsdesk.engine.archive.files.quarantine import Quarantine
from pacsdesk.engine.archive.files.readers import ArchiveReaders
from pacsdesk.engine.archive.files.room import Room, RoomReserve
from pacsdesk.engine.archive.integrity.check import compare_index_with_files
from pacsdesk.engine.archive.integrity.rebuild import Rebuild
from pacsdesk.engine.archive.integrity.service import Integrity
from pacsdesk.engine.archive.matching.finder import Finder
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
from pacsdesk.engine.migrations.upgrade import migrate
from pacsdesk.engine.network.hosts import HostCheck
from pacsdesk.engine.network.journal import AssociationJournal
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.server import DicomServer, ListenerAddress, ServedArchive, provided_services
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.operations.engine import Engine, EngineParts
from pacsdesk.engine.operations.founding import SiteOrder, check_founded_as, found_site
from pacsdesk.engine.operations.service import EngineServiceImplementation, Surroundings
from pacsdesk.engine.operations.state import StateOfEngine
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus
from pacsdesk.engine.runtime.jobs.runner import JobRunner
from pacsdesk.engine.runtime.jobs.service import JobsServiceImplementation
from pacsdesk.engine.runtime.jobs.store import JobStore
from pacsdesk.engine.runtime.lock import FolderLock
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.settings_file import SettingsStore
from pacsdesk.engine.security.audit import AuditLog, AuditServiceImplementation
from pacsdesk.engine.security.door import EngineDoor, Readable, Writable
from pacsdesk.engine.security.guard import Guard
from pacsdesk.engine.security.sessions import Sessions
from pacsdesk.engine.security.users import Accounts
from pacsdesk.engine.training.classroom import Classroom
from pacsdesk.imaging.sameness import same_frames
from pacsdesk.link.finding import engine_address, local_secret
from pacsdesk.link.server import LinkServer

_SYSTEM = Actor(ActorKind.SYSTEM, "PACSDesk", frozenset())


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every feature stands on."""

    folder: DataFolder
    database: Database
    bus: EventBus
    state: StateOfEngine
    settings: SettingsStore
    jobs: JobRunner
    job_store: JobStore


@dataclass(frozen=True, slots=True)
class _Archive:
    """The archive's parts that others use."""

    parts: IngestParts
    ingest: Ingest
    recovery: Recovery
    taking_back: TakingBack
    batches: UploadBatches
    exports: Exports
    readers: ArchiveReaders
    services: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Security:
    """Who may, and who did."""

    accounts: Accounts
    audit: AuditLog
    sessions: Sessions


def compose(folder: DataFolder, overrides: Mapping[str, str], request_stop: Callable[[], None], run_id: str) -> Engine:
    """Put an engine together on a locked data folder. run_id: the lock's name for this run.

    Raises PacsDeskError for broken settings, a site that was founded as another kind, or an unknown shape.
    """
    ground = _lay_ground(folder, overrides)
    archive = _compose_archive(ground)
    security = _compose_security(ground)
    refused = RefusedCallers(ground.bus, clock.now)
    peers = Peers(ground.database, ground.bus, refused, HostCheck())
    network = _compose_network(ground, archive.ingest, peers, AssociationJournal(security.audit, refused))
    classroom = _compose_classroom(ground, archive)
    guard = Guard(
        {
            "audit": AuditServiceImplementation(ground.database),
            "engine": EngineServiceImplementation(
                ground.state, _surroundings(ground, security, network, run_id), request_stop, classroom
            ),
            "jobs": JobsServiceImplementation(ground.jobs),
            "peers": peers,
            "sessions": security.sessions,
            "settings": ground.settings,
            "users": security.accounts,
            **archive.services,
        },
        security.audit,
    )
    http = ground.settings.current.http
    return Engine(
        EngineParts(
            state=ground.state,
            job_store=ground.job_store,
            jobs=ground.jobs,
            database=ground.database,
            commits=archive.parts.commits,
            notices=archive.parts.notices,
            recover=(
                archive.recovery.run,
                archive.taking_back.recover,
                archive.batches.recover,
                archive.exports.recover,
            ),
            begin=(lambda: classroom.fill_when_empty(_SYSTEM),),
            network=network,
            link=LinkServer(_door(guard, security.sessions, ground, archive), http.host, http.port),
        )
    )


def _compose_security(ground: _Ground) -> _Security:
    accounts = Accounts(ground.database, clock.now)
    audit = AuditLog(ground.database, clock.now)
    sessions = Sessions(
        ground.database,
        clock.now,
        accounts,
        audit,
        lambda: timedelta(hours=ground.settings.current.security.session_hours),
        lambda: local_secret(ground.folder.root),
    )
    return _Security(accounts, audit, sessions)


def _compose_classroom(ground: _Ground, archive: _Archive) -> Classroom:
    return Classroom(
        ground.folder,
        ground.settings.current.site.profile,
        archive.ingest,
        Clearing(ground.database, ground.folder, archive.parts.moves),
        ground.jobs,
        ground.bus,
        clock.now,
    )


def _surroundings(ground: _Ground, security: _Security, network: NetworkService, run_id: str) -> Surroundings:
    return Surroundings(
        run_id=run_id,
        folder=ground.folder,
        started_at=clock.now(),
        settings=lambda: ground.settings.current,
        has_administrator=security.accounts.has_administrator,
        listeners=network.listeners,
        http_address=lambda: engine_address(ground.folder.root),
    )


def make_site(folder: DataFolder, order: SiteOrder) -> None:
    """Turn a folder into a site. Raises PacsDeskError; then the folder holds no settings file and is none."""
    folder.make()
    lock = FolderLock(folder.lock)
    lock.take()
    try:
        database = Database(folder.database, lambda reason: None)
        try:
            migrate(database, folder, clock.now)
            found_site(folder, order, Accounts(database, clock.now))
        finally:
            database.close()
    finally:
        lock.release()


def check_offline(folder: DataFolder) -> IntegrityReport:
    """Compare index and files of a folder without an engine. Raises Refused while one runs, NotFound for no site."""
    folder.check_is_site()
    lock = FolderLock(folder.lock)
    lock.take()
    try:
        database = Database(folder.database, lambda reason: None)
        try:
            return compare_index_with_files(database, folder)
        finally:
            database.close()
    finally:
        lock.release()


def _lay_ground(folder: DataFolder, overrides: Mapping[str, str]) -> _Ground:
    bus = EventBus()
    state = StateOfEngine(bus.publish)
    settings = SettingsStore(folder.settings, bus.publish, overrides)
    check_founded_as(folder, settings.current.site.profile)
    database = Database(folder.database, lambda reason: state.become(EngineState.READ_ONLY, reason))
    migrate(database, folder, clock.now)
    job_store = JobStore(database)
    at_once = settings.current.jobs
    lanes = {
        Lane.ARCHIVE: at_once.archive_at_once,
        Lane.NETWORK: at_once.network_at_once,
        Lane.BACKUP: at_once.backup_at_once,
    }
    jobs = JobRunner(job_store, bus.publish, clock.now, lanes)
    return _Ground(folder, database, bus, state, settings, jobs, job_store)


class _Frames:
    """Meets the archive's need to compare pixels with imaging."""

    def same_frames(self, first: Path, second: Path) -> bool:
        """Whether all decoded frames are the same."""
        return same_frames(first, second)


def _compose_archive(ground: _Ground) -> _Archive:
    folder, database, bus = ground.folder, ground.database, ground.bus
    settings = ground.settings.current.archive
    reserve_bytes = settings.reserve_mib << 20
    moves = FileMoves(database, folder)
    store = ObjectStore(folder, database, settings.object_limit_mib << 20)
    quarantine = Quarantine(folder, database)
    seconds = SecondObjects(database, folder, moves, bus)
    notices = StudyNotices(bus)
    parts = IngestParts(
        store=store,
        commits=GroupCommit(database, store, OpenFolder(database, folder, clock.now)),
        comparer=ContentComparer(_Frames()),
        seconds=seconds,
        quarantine=quarantine,
        moves=moves,
        notices=notices,
        room=Room(folder.root, RoomReserve(reserve_bytes, settings.reserve_percent / 100), shutil.disk_usage),
        folder=folder,
    )
    ingest = Ingest(parts)
    taking_back = TakingBack(database, folder, ingest, quarantine)
    batches = UploadBatches(folder, clock.now, UploadLimits(reserve_bytes=reserve_bytes))
    exports = Exports(database, folder, clock.now, reserve_bytes)
    imports = Imports(ingest, batches, clock.now, lambda: shutil.disk_usage(folder.root).free - reserve_bytes)
    rebuild = Rebuild(database, folder, moves, seconds, notices)
    return _Archive(
        parts=parts,
        ingest=ingest,
        recovery=Recovery(database, folder, moves, ingest, quarantine),
        taking_back=taking_back,
        batches=batches,
        exports=exports,
        readers=ArchiveReaders(database, folder),
        services={
            "studies": ArchiveStudies(database, clock.now),
            "conflicts": Conflicts(database, parts, Discards(database, folder, moves, clock.now), bus),
            "trash": ArchiveTrash(database, folder, moves, taking_back, bus, clock.now),
            "transfer": ArchiveTransfer(batches, imports, exports, ground.jobs),
            "integrity": Integrity(database, folder, rebuild, ground.jobs),
        },
    )


def _compose_network(ground: _Ground, ingest: Ingest, peers: Peers, journal: AssociationJournal) -> NetworkService:
    dicom = ground.settings.current.dicom
    limits = NetworkLimits(
        maximum_associations=dicom.maximum_associations,
        maximum_associations_per_host=dicom.maximum_associations_per_host,
        max_pdu_length=dicom.max_pdu_length,
        acse_timeout=dicom.acse_timeout,
        dimse_timeout=dicom.dimse_timeout,
        network_timeout=dicom.network_timeout,
    )
    served = ServedArchive(
        ingest,
        Finder(ground.database),
        dicom.accept_unknown_sop_classes,
        find_limit=lambda: ground.settings.current.dicom.find_limit,
    )
    server = DicomServer(
        ListenerAddress(dicom.ae_title, dicom.host, dicom.port),
        provided_services(served, clock.now),
        peers,
        journal,
        limits,
        lambda: ground.settings.current.dicom.accept_unknown_callers,
        uuid4,
    )
    return NetworkService((server,))


def _door(guard: Guard, sessions: Sessions, ground: _Ground, archive: _Archive) -> EngineDoor:
    readers = archive.readers
    return EngineDoor(
        guard,
        sessions,
        ground.bus,
        readable={
            "instance": Readable(Permission.STUDY_VIEW, readers.open_instance),
            "conflict": Readable(Permission.STUDY_VIEW, readers.open_conflict),
            "export": Readable(Permission.STUDY_EXPORT, readers.open_export),
        },
        writable={"uploads": Writable(Permission.STUDY_IMPORT, archive.batches.writer)},
    )
