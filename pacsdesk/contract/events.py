"""What happened, as records: past tense, many listeners, no answer. They travel the event stream by class name.

A new event: one frozen record below and its class in EVENTS.
"""

from dataclasses import dataclass

from pacsdesk.contract.records.engine import EngineState
from pacsdesk.contract.records.jobs import Job
from pacsdesk.contract.records.peers import RefusedCaller
from pacsdesk.contract.types import StudyInstanceUID, TransactionUID


@dataclass(frozen=True, slots=True)
class StudiesChanged:
    """Studies arrived, grew, were deleted or taken back; gathered over at most half a second, at most 1,000 named."""

    study_instance_uids: tuple[StudyInstanceUID, ...]


@dataclass(frozen=True, slots=True)
class ConflictFound:
    """A second object came under a stored UID with other content."""

    conflict_id: str
    study_instance_uid: StudyInstanceUID


@dataclass(frozen=True, slots=True)
class ConflictsChanged:
    """A conflict was resolved."""

    conflict_id: str


@dataclass(frozen=True, slots=True)
class TrashChanged:
    """Something went into the trash or was taken back."""

    trash_id: str


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job was queued, moved on or ended; progress comes at most ten times a second per job."""

    job: Job


@dataclass(frozen=True, slots=True)
class PeersChanged:
    """The registry of peers changed."""

    name: str


@dataclass(frozen=True, slots=True)
class AesChanged:
    """One of our own further AE titles was entered, changed or removed."""

    name: str


@dataclass(frozen=True, slots=True)
class CommitmentsChanged:
    """A storage commitment request came, was checked, was told, or could not be told."""

    commitment_id: int


@dataclass(frozen=True, slots=True)
class CommitmentReported:
    """A peer told what became of storage commitment that we asked it for, however late."""

    transaction_uid: TransactionUID


@dataclass(frozen=True, slots=True)
class CallerRefused:
    """A caller was turned away; one event per caller and minute."""

    caller: RefusedCaller


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """A setting has a new value."""

    name: str
    needs_restart: bool


@dataclass(frozen=True, slots=True)
class EngineStateChanged:
    """The engine starts, runs, turned read-only (reason says why) or drains."""

    state: EngineState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EventsMissed:
    """The stream was interrupted for longer than the engine remembers: whoever shows lists loads them again."""

    since: int


EVENTS: tuple[type, ...] = (
    StudiesChanged,
    ConflictFound,
    ConflictsChanged,
    TrashChanged,
    JobChanged,
    PeersChanged,
    AesChanged,
    CommitmentsChanged,
    CommitmentReported,
    CallerRefused,
    SettingChanged,
    EngineStateChanged,
    EventsMissed,
)
