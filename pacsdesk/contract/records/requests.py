"""Requests to be told that images are safe (storage commitment), made by us: what was asked, what came back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.findings import Finding, Severity
from pacsdesk.contract.types import AETitle, SOPClassUID, SOPInstanceUID, StudyInstanceUID, TransactionUID

LONGEST_WAIT = 600  # seconds


@dataclass(frozen=True, slots=True)
class ReferencedInstance:
    """An instance by its UIDs; nothing says that we hold it."""

    sop_class_uid: SOPClassUID
    sop_instance_uid: SOPInstanceUID


@dataclass(frozen=True, slots=True)
class CommitOrder:
    """What a peer is asked to keep: a study of this archive, or instances by their UIDs, not both.

    wait_seconds: for the report. A later one is still taken, for a day.
    """

    study_instance_uid: StudyInstanceUID | None = None
    instances: tuple[ReferencedInstance, ...] = ()
    calling_ae_title: AETitle | None = None
    wait_seconds: int = 60

    def __post_init__(self) -> None:
        if (self.study_instance_uid is None) is (not self.instances):
            raise ValueError("a commitment is asked for a study or for instances")
        if not 1 <= self.wait_seconds <= LONGEST_WAIT:
            raise ValueError(f"a report is waited for 1 to {LONGEST_WAIT} seconds, not {self.wait_seconds}")


class ReportWay(StrEnum):
    """How a report came: not yet, on the association of the request, or on one that the peer opened to us."""

    NONE = "none"
    SAME_ASSOCIATION = "same-association"
    NEW_ASSOCIATION = "new-association"


@dataclass(frozen=True, slots=True)
class NotCommitted:
    """An instance that the peer does not keep. reason: Failure Reason (0008,1197), 0 when it gives none; meaning: the
    same in words."""

    sop_class_uid: str
    sop_instance_uid: str
    reason: int
    meaning: str


@dataclass(frozen=True, slots=True)
class CommitOutcome:
    """What came of a request, also when its report came late.

    status: of the N-ACTION, None when no answer came; comment: the peer's own words. reported_after: milliseconds from
    its answer to the report, None without one. committed: as the report says; passed_over: asked for, and not in it.
    problem: what stood in the way, in words. findings: why.
    """

    peer: str
    order: CommitOrder
    transaction_uid: TransactionUID
    calling_ae_title: AETitle
    at: datetime
    number_of_instances: int
    milliseconds: float = 0.0
    status: int | None = None
    comment: str = ""
    way: ReportWay = ReportWay.NONE
    reported_after: float | None = None
    retrieve_ae_title: str = ""
    committed: tuple[ReferencedInstance, ...] = ()
    failed: tuple[NotCommitted, ...] = ()
    passed_over: tuple[ReferencedInstance, ...] = ()
    problem: str = ""
    is_stopped: bool = False
    is_over: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def is_all_safe(self) -> bool:
        """Whether the peer keeps everything that was asked for."""
        return self.way is not ReportWay.NONE and not (self.failed or self.passed_over)

    @property
    def has_faults(self) -> bool:
        """Whether a finding is a fault."""
        return any(one.severity is Severity.FAULT for one in self.findings)
