"""One DICOM listener: AE titles at an address, the services it provides, its start and its end."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.archive.matching.finder import Finder
from pacsdesk.engine.archive.matching.retrieval import Retriever
from pacsdesk.engine.archive.storing.ingest import Ingest
from pacsdesk.engine.network.acceptor import Acceptor, Listening
from pacsdesk.engine.network.admission import OwnTitle
from pacsdesk.engine.network.commitments.asked import AskedCommitments
from pacsdesk.engine.network.commitments.service import TakeRequest
from pacsdesk.engine.network.journal.associations import AssociationJournal
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.places import Places
from pacsdesk.engine.network.port_owner import port_error
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.receiving.pool import NO_RECEIVERS, Receivers
from pacsdesk.engine.network.scp.commitment import CommitmentService
from pacsdesk.engine.network.scp.echo import EchoService
from pacsdesk.engine.network.scp.find import FindService
from pacsdesk.engine.network.scp.get import GetService
from pacsdesk.engine.network.scp.move import MoveService
from pacsdesk.engine.network.scp.store import StoreService
from pacsdesk.engine.network.wire.calling import Caller
from pacsdesk.engine.network.wire.credentials import OurSide, TlsFiles
from pacsdesk.engine.network.wire.listener import WireListener
from pacsdesk.engine.network.wire.served import OwnIdentity
from pacsdesk.engine.network.wire.tap import Taps
from pacsdesk.engine.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class ServedArchive:
    """What of the archive services stand on. find_limit: answers to one query, asked at each; 0 for any number.
    asked_commitments: what we asked of others, who report it to our listeners."""

    ingest: Ingest
    finder: Finder
    accept_unknown_sop_classes: bool
    find_limit: Callable[[], int]
    retriever: Retriever
    take_commitment_request: TakeRequest
    asked_commitments: AskedCommitments


def provided_services(
    archive: ServedArchive, clock: Clock, peers: Peers, caller: Caller
) -> tuple[ProvidedService, ...]:
    """What our listeners provide; the first that provides an abstract syntax has it.

    A new service: a file in scp/ with a class that satisfies `provided.ProvidedService`, one member in
    contract.records.peers.PeerService for what a peer must be allowed, one line here.
    """
    return (
        EchoService(),
        FindService(archive.finder, archive.find_limit),
        MoveService(archive.retriever, peers, caller),
        GetService(archive.retriever),
        CommitmentService(archive.take_commitment_request, archive.asked_commitments),
        StoreService(archive.ingest, clock, archive.accept_unknown_sop_classes),
    )


@dataclass(frozen=True, slots=True)
class ListenerAddress:
    """Where to listen, and under which name. port: 0 takes any free one. tls: for a listener that encrypts.
    is_setting: whether the settings say so, and no entry of a further title."""

    ae_title: AETitle
    host: str
    port: int
    tls: TlsFiles | None = None
    is_setting: bool = True


class DicomServer:
    """A listener; made stopped, started once, stopped once."""

    def __init__(
        self,
        where: ListenerAddress,
        services: tuple[ProvidedService, ...],
        peers: Peers,
        journal: AssociationJournal,
        limits: NetworkLimits,
        accept_unknown_callers: Callable[[], bool],
        new_id: Callable[[], UUID],
        receivers: Receivers = NO_RECEIVERS,
        places: Places | None = None,
        taps: Taps | None = None,
    ) -> None:
        """accept_unknown_callers: asked at each association; new_id: for associations, uuid4 outside tests.

        places: those that it shares with other listeners and leaves open, else it has its own. taps: who listens in.
        """
        self.services = services
        self._titles: tuple[OwnTitle, ...] = (OwnTitle(where.ae_title),)
        self._shares_places = places is not None
        self._taps = taps
        self._where = where
        self._limits = limits
        self._receivers = receivers
        self._acceptor = Acceptor(
            Listening(lambda: self._titles, accept_unknown_callers, services),
            peers,
            journal,
            places or Places(limits),
            new_id,
        )
        self._listener: WireListener | None = None
        self._problem = "not started"

    def start(self) -> tuple[str, int]:
        """Listen; answers host and port. Raises Refused with the owner's name when the port is taken, InvalidInput when
        its certificate cannot be used."""
        where = self._where
        try:
            tls = OurSide(where.tls) if where.tls else None
            self._listener = WireListener(
                OwnIdentity(where.ae_title, IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME),
                (where.host, where.port),
                self._acceptor,
                self._limits,
                self._receivers.hand_over,
                tls,
                self._taps,
            )
        except InvalidInput as error:
            self._problem = error.detail
            raise
        except OSError as error:
            protocol = "DICOM over TLS" if where.tls else "DICOM"
            told = port_error(protocol, where.host, where.port, error, where.is_setting)
            self._problem = told.title
            raise told from error
        self._problem = ""
        return self._listener.address

    @property
    def address(self) -> tuple[str, int]:
        """Host and port, the port as the system chose it."""
        return self._listener.address if self._listener else (self._where.host, self._where.port)

    @property
    def is_up(self) -> bool:
        """Whether it takes callers."""
        return self._listener is not None and self._listener.is_listening

    def serve(self, titles: tuple[OwnTitle, ...], seconds: float) -> None:
        """Be called by these titles from now on; associations under others end within so many seconds, then are cut."""
        before, self._titles = self._titles, titles
        gone = _names(before) - _names(titles)
        if self._listener and gone:
            self._listener.end(gone, seconds)

    def leave(self) -> None:
        """Take no more callers, and have those end who have nothing under way; before `stop`."""
        self._close_places()
        if self._listener:
            self._listener.leave()

    def stop(self, seconds: float) -> None:
        """Take no more callers, let running requests end within so many seconds, then cut what is left."""
        self._close_places()
        if self._listener:
            self._listener.stop(seconds)
        self._problem = "stopped"

    def listener(self) -> Listener:
        """How it stands now, under its first title."""
        return self.listeners()[0]

    def listeners(self) -> tuple[Listener, ...]:
        """How it stands now, one for each title."""
        return tuple(self._listener_as(title) for title in self._titles)

    def _close_places(self) -> None:
        if not self._shares_places:
            self._acceptor.places.close()

    def _listener_as(self, title: OwnTitle) -> Listener:
        is_up = self.is_up
        host, port = self.address
        return Listener(
            ae_title=title.ae_title,
            host=host,
            port=port,
            state=ListenerState.UP if is_up else ListenerState.DOWN,
            associations=self._listener.associations_under(title.names) if self._listener else 0,
            is_encrypted=self._where.tls is not None,
            problem=self._receivers.problem if is_up else self._problem or "it ended by itself; the log says why",
            aliases=tuple(title.aliases),
        )


def _names(titles: tuple[OwnTitle, ...]) -> frozenset[str]:
    return frozenset(name for title in titles for name in title.names)
