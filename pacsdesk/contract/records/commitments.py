"""Storage commitment: what a sender asked to be told safe, and how far the archive is with telling it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.types import DimseStatus, SOPClassUID, SOPInstanceUID, TransactionUID


class CommitmentState(StrEnum):
    """Where a request is: its instances are read anew, the result is told, or that has ended."""

    CHECKING = "checking"
    REPORTING = "reporting"
    REPORTED = "reported"
    GIVEN_UP = "given-up"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A storage commitment request (PS3.4 J.3). commitment_id: ours.

    address: where it came from. number_of_failures: None until checked. attempts: to tell the result. next_attempt_at:
    None when none will follow. problem: why the last attempt did not succeed, "" when it did.
    """

    commitment_id: int
    transaction_uid: TransactionUID
    calling_ae_title: str
    called_ae_title: str
    address: str
    requested_at: datetime
    state: CommitmentState
    number_of_instances: int
    number_of_failures: int | None
    attempts: int
    next_attempt_at: datetime | None
    problem: str


@dataclass(frozen=True, slots=True)
class UncommittedInstance:
    """An instance that is not committed. reason: the Failure Reason (0008,1197), PS3.3 C.14.1.1."""

    sop_class_uid: SOPClassUID
    sop_instance_uid: SOPInstanceUID
    reason: DimseStatus
