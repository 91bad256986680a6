"""A listener with a real archive behind it, on a free port of the loopback: what tests of the wire stand on."""

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from pydicom import dcmread
from sqlalchemy import select

from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.archive.commits import GroupCommit
from pacsdesk.engine.archive.compare import ContentComparer
from pacsdesk.engine.archive.folders import OpenFolder
from pacsdesk.engine.archive.ingest import Ingest, IngestParts
from pacsdesk.engine.archive.moves import FileMoves
from pacsdesk.engine.archive.notices import StudyNotices
from pacsdesk.engine.archive.objects import ObjectStore
from pacsdesk.engine.archive.quarantine import Quarantine
from pacsdesk.engine.archive.room import Room, RoomReserve
from pacsdesk.engine.archive.seconds import SecondObjects
from pacsdesk.engine.network.hosts import HostCheck
from pacsdesk.engine.network.journal import AssociationJournal
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.server import DicomServer, ListenerAddress, provided_services
from pacsdesk.engine.runtime.clock import now
from pacsdesk.engine.runtime.database import Base, Database
from pacsdesk.engine.runtime.events import EventBus
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.security.audit import AuditLog
from pacsdesk.engine.security.tables import AuditRow

OWN_TITLE = "PACSDESK"
KNOWN = "CT01"
TESTER = Actor(ActorKind.PERSON, "ada", frozenset())


class SameFrames:
    """Decodes nothing: no test of the wire sends one image in two syntaxes."""

    def same_frames(self, first: Path, second: Path) -> bool:
        return False


class ListeningSite:
    """One listener, its archive and its registry of peers."""

    def __init__(self, folder: DataFolder, database: Database, limits: NetworkLimits) -> None:
        self.folder = folder
        self.database = database
        self.events = EventBus()
        self.accept_unknown_callers = False
        self.free_bytes = 1 << 40
        self._refused = RefusedCallers(self.events, now)
        self._limits = limits
        self.peers = Peers(database, self.events, self._refused, HostCheck())
        self._commits: GroupCommit
        self._notices: StudyNotices
        self.ingest = self._make_ingest()
        self.server = self.make_server()
        self.port = 0

    def make_server(self, host: str = "127.0.0.1", port: int = 0, *further: ProvidedService) -> DicomServer:
        """A listener of this site that has not started, with further services."""
        return DicomServer(
            ListenerAddress(AETitle(OWN_TITLE), host, port),
            (*further, *provided_services(self.ingest, now, accept_unknown_sop_classes=True)),
            self.peers,
            AssociationJournal(AuditLog(self.database, now), self._refused),
            self._limits,
            lambda: self.accept_unknown_callers,
            uuid4,
        )

    def enter_peer(self, ae_title: str = KNOWN, *allow: PeerService) -> None:
        """Let a title call from anywhere."""
        services = allow or (PeerService.ECHO, PeerService.STORE)
        self.peers.add(TESTER, Peer(ae_title, AETitle(ae_title), ANY_HOST, None, allow=services))

    def datasets(self) -> list[bytes]:
        """The bytes of every dataset in the object files, as they lie on the disk."""
        return [dataset_bytes(path) for path in self.folder.objects.rglob("*.dcm")]

    def audited(self) -> list[tuple[str, str]]:
        """Actor and outcome of each audit entry."""
        with self.database.read() as connection:
            rows = connection.execute(select(AuditRow.actor_name, AuditRow.outcome).order_by(AuditRow.entry_id)).all()
        return [(row.actor_name, row.outcome) for row in rows]

    def connect(self) -> socket.socket:
        """A bare TCP connection to the listener."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def close(self) -> None:
        """End all threads."""
        self.server.stop(5)
        self._commits.close()
        self._notices.close()
        self.database.close()

    def _make_ingest(self) -> Ingest:
        store = ObjectStore(self.folder, self.database)
        moves = FileMoves(self.database, self.folder)
        self._commits = GroupCommit(self.database, store, OpenFolder(self.database, self.folder, now))
        self._notices = StudyNotices(self.events)
        return Ingest(
            IngestParts(
                store=store,
                commits=self._commits,
                comparer=ContentComparer(SameFrames()),
                seconds=SecondObjects(self.database, self.folder, moves, self.events),
                quarantine=Quarantine(self.folder, self.database),
                moves=moves,
                notices=self._notices,
                room=Room(self.folder.root, RoomReserve(), lambda path: (1 << 41, 0, self.free_bytes)),
                folder=self.folder,
            )
        )


@contextmanager
def listening_site(folder: Path, limits: NetworkLimits | None = None) -> Iterator[ListeningSite]:
    """A site that listens; nothing is left of it afterwards."""
    data = DataFolder(folder / "site")
    data.make()
    database = Database(data.database, lambda reason: None)
    Base.metadata.create_all(database.engine)
    site = ListeningSite(data, database, limits or NetworkLimits())
    try:
        _, site.port = site.server.start()
        yield site
    finally:
        site.close()
        shutil.rmtree(data.root, ignore_errors=True)


def dataset_bytes(path: Path) -> bytes:
    """What follows the file meta information of a Part 10 file."""
    with path.open("rb") as stream:
        meta = dcmread(stream, stop_before_pixels=True, specific_tags=[]).file_meta
        stream.seek(144 + int(meta.FileMetaInformationGroupLength))
        return stream.read()
