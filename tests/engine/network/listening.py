"""A listener with a real archive behind it, on a free port of the loopback: what tests of the wire stand on."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from pydicom import dcmread
from sqlalchemy import select

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.archive.files.room import RoomReserve
from pacsdesk.engine.archive.integrity.holding import Holdings
from pacsdesk.engine.archive.matching.finder import Finder
from pacsdesk.engine.archive.matching.retrieval import Retriever
from pacsdesk.engine.network.calls import CallsInJournal
from pacsdesk.engine.network.commitments.register import Pace
from pacsdesk.engine.network.commitments.service import Commitments
from pacsdesk.engine.network.hosts import HostCheck
from pacsdesk.engine.network.journal.associations import AssociationJournal
from pacsdesk.engine.network.journal.book import AssociationBook
from pacsdesk.engine.network.journal.past import PastAssociations
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.listeners import Listeners
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.places import Places
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.receiving.pool import NO_RECEIVERS, Receivers
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.scu.opening import Identity
from pacsdesk.engine.network.scu.used import UsedServices
from pacsdesk.engine.network.server import DicomServer, ListenerAddress, ServedArchive, provided_services
from pacsdesk.engine.network.wire.calling import Caller, CallerLimits
from pacsdesk.engine.network.wire.credentials import TlsFiles
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime.clock import now
from pacsdesk.engine.security.aside import EntriesAside
from pacsdesk.engine.security.audit import AuditLog
from pacsdesk.engine.security.tables import AuditRow
from tests.support.archive import OpenArchive, open_archive

OWN_TITLE = "PACSDESK"
KNOWN = "CT01"
HURRIED = Pace(
    reported_after=timedelta(0), first_retry=timedelta(milliseconds=20), slowest_retry=timedelta(milliseconds=20)
)
TESTER = Actor(ActorKind.PERSON, "ada", frozenset())


@dataclass
class Disk:
    """A disk whose free room the test decides."""

    free_bytes: int = 1 << 40

    def usage(self, path: Path) -> tuple[int, int, int]:
        """Total, used, free."""
        return 1 << 41, 0, self.free_bytes


class ListeningSite:
    """One listener, its archive and its registry of peers."""

    def __init__(
        self, archive: OpenArchive, limits: NetworkLimits, disk: Disk, certificates: TlsFiles | None = None
    ) -> None:
        self.folder = archive.folder
        self.database = archive.database
        self.events = archive.events
        self.parts = archive.parts
        self.ingest = archive.ingest
        self.disk = disk
        self.accept_unknown_callers = False
        self.find_limit = 0
        self.refused = RefusedCallers(archive.events, now)
        self._limits = limits
        self._certificates = certificates
        self.peers = Peers(archive.database, archive.events, self.refused, HostCheck())
        self.watch = Watch()
        self.book = AssociationBook()
        self.past = PastAssociations(self.database, lambda: 1000)
        identity = Identity(IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, notes=self.make_notes())
        self.used = UsedServices(identity, self.watch, now, uuid4)
        self.ladder = self.used.ladder
        self.journal = AssociationJournal(
            AuditLog(self.database, now, EntriesAside(self.folder.audit_aside)),
            self.refused,
            self.book,
            self.past,
            now,
            limits.max_pdu_length,
        )
        self.commitments = self.make_commitments()
        self.server = self.make_server()
        self.port = 0

    def make_server(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *further: ProvidedService,
        receivers: Receivers = NO_RECEIVERS,
        tls: TlsFiles | None = None,
    ) -> DicomServer:
        """A listener of this site that has not started, with further services."""
        return self.make_server_at(ListenerAddress(AETitle(OWN_TITLE), host, port, tls), *further, receivers=receivers)

    def make_server_at(
        self,
        where: ListenerAddress,
        *further: ProvidedService,
        receivers: Receivers = NO_RECEIVERS,
        places: Places | None = None,
    ) -> DicomServer:
        """The same under another title."""
        return DicomServer(
            where,
            (*further, *provided_services(self.served(), now, self.peers, self.make_caller())),
            self.peers,
            self.journal,
            self._limits,
            lambda: self.accept_unknown_callers,
            uuid4,
            receivers,
            places,
        )

    def make_listeners(self, *entries: OwnAE, port: int = 0, tls: TlsFiles | None = None) -> Listeners:
        """All listeners of a site with these further titles, stopped."""
        places = Places(self._limits)
        mains = [ListenerAddress(AETitle(OWN_TITLE), "127.0.0.1", port)]
        if tls:
            mains.append(replace(mains[0], port=0, tls=tls))
        return Listeners(tuple(mains), lambda where: self.make_server_at(where, places=places), places, lambda: entries)

    def served(self) -> ServedArchive:
        """Its archive as services see it."""
        return ServedArchive(
            self.ingest,
            Finder(self.database),
            True,
            lambda: self.find_limit,
            Retriever(self.database, self.folder),
            self.commitments.request,
            self.used.asked,
        )

    def make_caller(self) -> Caller:
        """Opens associations in its name."""
        return Caller(
            IMPLEMENTATION_CLASS_UID,
            IMPLEMENTATION_VERSION_NAME,
            self.watch,
            tls=self._certificates,
            notes=self.make_notes(),
        )

    def make_notes(self) -> CallsInJournal:
        """Has what it opens in its journal."""
        return CallsInJournal(self.book, self.past, self.peers.entered_under, now, uuid4, CallerLimits().max_pdu_length)

    def make_commitments(self) -> Commitments:
        """Its storage commitment, which has not started, in a hurry."""
        holdings = Holdings(self.database, self.folder)
        return Commitments(self.database, self.events, now, holdings, self.peers, self.make_caller(), HURRIED)

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


@contextmanager
def listening_site(
    folder: Path, limits: NetworkLimits | None = None, certificates: TlsFiles | None = None
) -> Iterator[ListeningSite]:
    """A site that listens; nothing is left of it afterwards. certificates: what it calls others in TLS with."""
    disk = Disk()
    with open_archive(folder / "site", reserve=RoomReserve(), disk_usage=disk.usage) as archive:
        site = ListeningSite(archive, limits or NetworkLimits(), disk, certificates)
        try:
            _, site.port = site.server.start()
            yield site
        finally:
            site.server.stop(5)
            site.commitments.stop(5)
            site.watch.close()


def dataset_bytes(path: Path) -> bytes:
    """What follows the file meta information of a Part 10 file."""
    with path.open("rb") as stream:
        meta = dcmread(stream, stop_before_pixels=True, specific_tags=[]).file_meta
        stream.seek(144 + int(meta.FileMetaInformationGroupLength))
        return stream.read()
