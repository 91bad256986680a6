"""Puts an engine together: the ground, each feature on the ones below it, the guard around all, then the link."""

from collections.abc import Callable, Mapping
from functools import partial

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.engine.archive.clearing import Clearing
from pacsdesk.engine.compose.archive import Archive, compose_archive
from pacsdesk.engine.compose.diagnosis import compose_diagnosis
from pacsdesk.engine.compose.evidence import Evidence, compose_evidence
from pacsdesk.engine.compose.ground import Ground, lay_ground
from pacsdesk.engine.compose.network import Network, compose_journal, compose_network
from pacsdesk.engine.compose.security import Security, compose_security
from pacsdesk.engine.compose.training import compose_exercises
from pacsdesk.engine.network.conformance.statement import conformance_statement
from pacsdesk.engine.network.hosts import HostCheck
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.port_owner import port_taken
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.operations.engine import Engine, EngineParts
from pacsdesk.engine.operations.service import EngineServiceImplementation, Surroundings
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.jobs.service import JobsServiceImplementation
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.security.audit import AuditServiceImplementation
from pacsdesk.engine.security.door import EngineDoor, Readable, Writable
from pacsdesk.engine.security.guard import Guard
from pacsdesk.engine.security.sessions import Sessions
from pacsdesk.engine.training.classroom import Classroom
from pacsdesk.link.finding import engine_address
from pacsdesk.link.server import LinkServer

_SYSTEM = Actor(ActorKind.SYSTEM, "PACSDesk", frozenset())


def compose(folder: DataFolder, overrides: Mapping[str, str], request_stop: Callable[[], None], run_id: str) -> Engine:
    """Put an engine together on a locked data folder. run_id: the lock's name for this run.

    Raises PacsDeskError for broken settings, a site that was founded as another kind, or an unknown shape.
    """
    ground = lay_ground(folder, overrides)
    archive = compose_archive(ground)
    security = compose_security(ground)
    refused = RefusedCallers(ground.bus, clock.now)
    peers = Peers(ground.database, ground.bus, refused, HostCheck())
    journal = compose_journal(ground, security.audit, refused)
    composed = compose_network(ground, archive, peers, journal)
    network = composed.service
    evidence = compose_evidence(ground, network, peers, journal, composed.temporaries.traces)
    classroom = _compose_classroom(ground, archive)
    exercises = compose_exercises(ground, network, peers)
    guard = Guard(
        {
            "audit": AuditServiceImplementation(ground.database),
            "engine": EngineServiceImplementation(
                ground.state, _surroundings(ground, security, network, archive, run_id), request_stop, classroom
            ),
            "exercises": exercises,
            "jobs": JobsServiceImplementation(ground.jobs),
            "peers": peers,
            "sessions": security.sessions,
            "settings": ground.settings,
            "users": security.accounts,
            **archive.services,
            **composed.services,
            **evidence.services,
            **compose_diagnosis(ground, network, peers, journal, refused, archive),
        },
        security.audit,
    )
    return Engine(
        EngineParts(
            state=ground.state,
            job_store=ground.job_store,
            jobs=ground.jobs,
            database=ground.database,
            commits=archive.parts.commits,
            notices=archive.parts.notices,
            recover=(
                security.audit.recover,
                archive.recovery.run,
                archive.taking_back.recover,
                archive.batches.recover,
                archive.exports.recover,
            ),
            begin=(lambda: classroom.fill_when_empty(_SYSTEM), exercises.sweep),
            end=(exercises.close,),
            comparing=archive.comparing,
            network=network,
            conformance=_conformance(ground, network),
            link=_link(ground, _door(guard, security.sessions, ground, archive, evidence, composed)),
        )
    )


def _link(ground: Ground, door: EngineDoor) -> LinkServer:
    http = ground.settings.current.http
    return LinkServer(door, http.host, http.port, port_taken=partial(port_taken, "HTTP"))


def _compose_classroom(ground: Ground, archive: Archive) -> Classroom:
    return Classroom(
        ground.folder,
        ground.settings.current.site.profile,
        archive.ingest,
        Clearing(ground.database, ground.folder, archive.parts.moves),
        ground.jobs,
        ground.bus,
        clock.now,
    )


def _conformance(ground: Ground, network: NetworkService) -> Callable[[], ConformanceStatement]:
    return lambda: conformance_statement(network.services, ground.settings.current)


def _surroundings(
    ground: Ground, security: Security, network: NetworkService, archive: Archive, run_id: str
) -> Surroundings:
    return Surroundings(
        run_id=run_id,
        folder=ground.folder,
        started_at=clock.now(),
        settings=lambda: ground.settings.current,
        has_administrator=security.accounts.has_administrator,
        listeners=network.listeners,
        http_address=lambda: engine_address(ground.folder.root),
        conformance=_conformance(ground, network),
        room=archive.room.state,
        comparison=archive.comparing.standing,
    )


def _door(
    guard: Guard, sessions: Sessions, ground: Ground, archive: Archive, evidence: Evidence, network: Network
) -> EngineDoor:
    readers, traces = archive.readers, network.temporaries.traces
    return EngineDoor(
        guard,
        sessions,
        ground.bus,
        readable={
            "instance": Readable(Permission.STUDY_VIEW, readers.open_instance),
            "conflict": Readable(Permission.STUDY_VIEW, readers.open_conflict),
            "export": Readable(Permission.STUDY_EXPORT, readers.open_export),
            **evidence.readable,
            "trace": Readable(Permission.TRACE_VIEW, traces.open_masked),
            "unmasked-trace": Readable(Permission.TRACE_UNMASKED, traces.open_any),
        },
        writable={
            "uploads": Writable(Permission.STUDY_IMPORT, archive.batches.writer),
            **evidence.writable,
            "traces": Writable(Permission.TRACE_RECORD, traces.open_upload),
        },
    )
