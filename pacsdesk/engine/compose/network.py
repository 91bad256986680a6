"""Constructs the listeners."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.archive.integrity.holding import Holdings
from pacsdesk.engine.archive.matching.finder import Finder
from pacsdesk.engine.archive.matching.retrieval import Retriever
from pacsdesk.engine.compose.archive import Archive, reserve_of
from pacsdesk.engine.compose.ground import Ground
from pacsdesk.engine.compose.temporaries import compose_temporaries
from pacsdesk.engine.network.calls import CallsInJournal
from pacsdesk.engine.network.commitments.service import Commitments
from pacsdesk.engine.network.journal.associations import AssociationJournal
from pacsdesk.engine.network.journal.book import AssociationBook
from pacsdesk.engine.network.journal.passing import PassingJournal
from pacsdesk.engine.network.journal.past import PastAssociations
from pacsdesk.engine.network.journal.service import AssociationsServiceImplementation
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.listeners import Listeners
from pacsdesk.engine.network.own_aes import OwnAEs
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.places import Places
from pacsdesk.engine.network.receiving.messages import Setup
from pacsdesk.engine.network.receiving.pool import Receivers
from pacsdesk.engine.network.receiving.supervised import House, Receiver
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.registry.ae_rows import entered_aes
from pacsdesk.engine.network.scu.opening import Identity
from pacsdesk.engine.network.scu.used import UsedServices
from pacsdesk.engine.network.server import DicomServer, ListenerAddress, ServedArchive, provided_services
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.network.surroundings import Surroundings
from pacsdesk.engine.network.temporaries import Temporaries
from pacsdesk.engine.network.tracing.tapping import TapsOfTraces
from pacsdesk.engine.network.whole_registry import WholeRegistry
from pacsdesk.engine.network.wire.calling import Caller, CallerLimits
from pacsdesk.engine.network.wire.credentials import TlsFiles
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.platform import CAN_HAND_OVER
from pacsdesk.engine.runtime.settings import DicomSettings
from pacsdesk.engine.security.audit import AuditLog


@dataclass(frozen=True, slots=True)
class Journal:
    """What associations leave behind, and the faces' way to it."""

    book: AssociationBook
    past: PastAssociations
    journal: AssociationJournal
    service: AssociationsServiceImplementation


def compose_journal(ground: Ground, audit: AuditLog, refused: RefusedCallers) -> Journal:
    """The journal of all associations."""
    settings = ground.settings
    book = AssociationBook()
    past = PastAssociations(ground.database, lambda: settings.current.journal.kept)
    journal = AssociationJournal(audit, refused, book, past, clock.now, settings.current.dicom.max_pdu_length)
    return Journal(book, past, journal, AssociationsServiceImplementation(book, past))


@dataclass(frozen=True, slots=True)
class Network:
    """All listeners, and what faces reach of the network."""

    service: NetworkService
    services: Mapping[str, object]
    temporaries: Temporaries


def compose_network(ground: Ground, archive: Archive, peers: Peers, journal: Journal) -> Network:
    """All listeners of the settings, stopped."""
    dicom = ground.settings.current.dicom
    limits = _limits_of(dicom)
    watch = Watch()
    tls = _tls_files(ground)
    calling = CallerLimits()
    taps = TapsOfTraces()
    temporaries = compose_temporaries(
        ground, peers, PassingJournal(journal.book, journal.past, clock.now, uuid4), taps, watch, limits
    )
    notes = CallsInJournal(
        journal.book, journal.past, peers.entered_under, clock.now, uuid4, calling.max_pdu_length, taps
    )
    caller = Caller(IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, watch, calling, tls, notes)
    identity = Identity(IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, tls, notes)
    used = UsedServices(identity, watch, clock.now, uuid4)
    commitments = Commitments(
        ground.database, ground.bus, clock.now, Holdings(ground.database, ground.folder), peers, caller
    )
    served = ServedArchive(
        archive.ingest,
        Finder(ground.database),
        dicom.accept_unknown_sop_classes,
        find_limit=lambda: ground.settings.current.dicom.find_limit,
        retriever=Retriever(ground.database, ground.folder),
        take_commitment_request=commitments.request,
        asked_commitments=used.asked,
    )
    receivers = _receivers(ground, archive, limits)
    services = provided_services(served, clock.now, peers, caller)
    places = Places(limits)

    def make(where: ListenerAddress) -> DicomServer:
        return DicomServer(
            where,
            services,
            peers,
            journal.journal,
            limits,
            lambda: ground.settings.current.dicom.accept_unknown_callers,
            uuid4,
            receivers,
            places,
            taps,
        )

    listeners = Listeners(_main_listeners(ground, tls), make, places, lambda: entered_aes(ground.database))
    around = Surroundings(peers.entries, lambda: entered_aes(ground.database), listeners.listeners, tls).now
    peers.around = around
    own_aes = OwnAEs(ground.database, ground.bus, listeners, dicom.ae_title, around)
    service = NetworkService(listeners, commitments, watch, receivers, journal.past, used, temporaries)
    registry = WholeRegistry(ground.database, ground.bus, peers, own_aes, listeners, clock.now)
    reached = {"aes": own_aes, "commitments": commitments, "registry": registry, **temporaries.services}
    return Network(service, reached, temporaries)


def _limits_of(dicom: DicomSettings) -> NetworkLimits:
    return NetworkLimits(
        maximum_associations=dicom.maximum_associations,
        maximum_associations_per_host=dicom.maximum_associations_per_host,
        max_pdu_length=dicom.max_pdu_length,
        acse_timeout=dicom.acse_timeout,
        dimse_timeout=dicom.dimse_timeout,
        network_timeout=dicom.network_timeout,
    )


def _main_listeners(ground: Ground, tls: TlsFiles) -> tuple[ListenerAddress, ...]:
    """Under our main title: in the clear, and with TLS when it has a port."""
    settings = ground.settings.current
    dicom, port = settings.dicom, settings.tls.port
    plain = ListenerAddress(dicom.ae_title, dicom.host, dicom.port)
    return (plain, ListenerAddress(dicom.ae_title, dicom.host, port, tls)) if port else (plain,)


def _tls_files(ground: Ground) -> TlsFiles:
    """Where the settings say; a relative path begins in the data folder."""
    tls, root = ground.settings.current.tls, ground.folder.root
    return TlsFiles(root / tls.certificate, root / tls.key, root / tls.trusted)


def _receivers(ground: Ground, archive: Archive, limits: NetworkLimits) -> Receivers:
    settings = ground.settings.current
    setup = Setup(
        data_folder=str(ground.folder.root),
        object_limit=settings.archive.object_limit_mib << 20,
        ballast_bytes=settings.archive.ballast_mib << 20,
        reserve=reserve_of(settings.archive),
        limits=limits,
        id_prefix="",
        log_level=settings.log.level.upper(),
    )
    house = House(setup, ground.folder, archive.ingest, archive.recovery, ground.database.mark_broken)
    number = settings.dicom.receivers if CAN_HAND_OVER else 0
    return Receivers(tuple(Receiver(house) for _ in range(number)))
