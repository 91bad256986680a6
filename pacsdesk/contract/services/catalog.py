"""All services in one record: what the link carries, what a face calls as `services.studies.search(...)`.

A new service: its Protocol in a file beside this one, one field here, its construction in engine/compose/.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import get_type_hints

from pacsdesk.contract.services.aes import AesService
from pacsdesk.contract.services.associations import AssociationsService
from pacsdesk.contract.services.audit import AuditService
from pacsdesk.contract.services.bench import BenchService
from pacsdesk.contract.services.commitments import CommitmentsService
from pacsdesk.contract.services.conflicts import ConflictsService
from pacsdesk.contract.services.engine import EngineService
from pacsdesk.contract.services.evidence import EvidenceService
from pacsdesk.contract.services.exercises import ExercisesService
from pacsdesk.contract.services.integrity import IntegrityService
from pacsdesk.contract.services.jobs import JobsService
from pacsdesk.contract.services.logs import LogsService
from pacsdesk.contract.services.peers import PeersService
from pacsdesk.contract.services.queries import QueriesService
from pacsdesk.contract.services.registry import RegistryService
from pacsdesk.contract.services.relays import RelaysService
from pacsdesk.contract.services.requests import RequestsService
from pacsdesk.contract.services.retrieves import RetrievesService
from pacsdesk.contract.services.sends import SendsService
from pacsdesk.contract.services.sessions import SessionsService
from pacsdesk.contract.services.settings import SettingsService
from pacsdesk.contract.services.sinks import SinksService
from pacsdesk.contract.services.studies import StudiesService
from pacsdesk.contract.services.traces import TracesService
from pacsdesk.contract.services.transfer import TransferService
from pacsdesk.contract.services.trash import TrashService
from pacsdesk.contract.services.users import UsersService


@dataclass(frozen=True, slots=True)
class Services:
    """One field per service, by the name it has on the link."""

    aes: AesService
    associations: AssociationsService
    audit: AuditService
    bench: BenchService
    commitments: CommitmentsService
    conflicts: ConflictsService
    engine: EngineService
    evidence: EvidenceService
    exercises: ExercisesService
    integrity: IntegrityService
    jobs: JobsService
    logs: LogsService
    peers: PeersService
    queries: QueriesService
    registry: RegistryService
    relays: RelaysService
    requests: RequestsService
    retrieves: RetrievesService
    sends: SendsService
    sessions: SessionsService
    settings: SettingsService
    sinks: SinksService
    studies: StudiesService
    traces: TracesService
    transfer: TransferService
    trash: TrashService
    users: UsersService


def service_interfaces() -> dict[str, type]:
    """Each service's name and Protocol."""
    hints = get_type_hints(Services)
    return {field.name: hints[field.name] for field in fields(Services)}


def service_methods(interface: type) -> dict[str, Callable[..., object]]:
    """The public methods that a Protocol itself declares, by name."""
    return {name: member for name, member in vars(interface).items() if not name.startswith("_") and callable(member)}
