"""Sends to peers (C-STORE) by hand of a person: what is to go, how it would go, and what became of each instance."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.findings import Finding, Severity
from pacsdesk.contract.records.jobs import JobProblem
from pacsdesk.contract.types import (
    AETitle,
    JobId,
    SeriesInstanceUID,
    SOPInstanceUID,
    StudyInstanceUID,
)

MOST_SENT_LISTED = 50_000
"""Instances that a send follows one by one; of what is beyond only the counts are known."""

MOST_NAMED = 1000
"""Studies, series or instances that one order names."""

_MOST_AUDITED = 20

TEST_PATIENT = "TEST^PACSDESK"


@dataclass(frozen=True, slots=True)
class SendOrder:
    """What is to be sent: of this archive, by UIDs of any level; or an upload batch (`transfer.open_batch`); or the
    test object, an invented patient named TEST^PACSDESK.

    calling_ae_title: as whom, None for our own main title. confirmed: the destination as the person saw and confirmed
    it, "host:port"; a plan needs none, a send does. looks_again: whether the peer is asked afterwards what it shows of
    the studies that it took, at most 20. ticket: under which a plan can be stopped.
    """

    study_instance_uids: tuple[StudyInstanceUID, ...] = ()
    series_instance_uids: tuple[SeriesInstanceUID, ...] = ()
    sop_instance_uids: tuple[SOPInstanceUID, ...] = ()
    batch_id: str = ""
    is_test_object: bool = False
    calling_ae_title: AETitle | None = None
    confirmed: str = ""
    looks_again: bool = False
    ticket: str = ""

    def __post_init__(self) -> None:
        named = len(self.study_instance_uids) + len(self.series_instance_uids) + len(self.sop_instance_uids)
        if bool(named) + bool(self.batch_id) + self.is_test_object != 1:
            raise ValueError("a send is of this archive, of files, or of the test object: of one of them")
        if named > MOST_NAMED:
            raise ValueError(f"a send names at most {MOST_NAMED} studies, series and instances, not {named}")

    @property
    def subject(self) -> str:
        """What is sent, in few words for the audit: UIDs, no patient's name."""
        if self.is_test_object:
            return "the test object"
        if self.batch_id:
            return f"files {self.batch_id}"
        uids = (*self.study_instance_uids, *self.series_instance_uids, *self.sop_instance_uids)
        more = f" and {len(uids) - _MOST_AUDITED} more" if len(uids) > _MOST_AUDITED else ""
        return " ".join(uids[:_MOST_AUDITED]) + more


class Going(StrEnum):
    """How instances would go. converted: made into another transfer syntax first, without losing anything.
    not: nothing that the peer accepts fits them."""

    AS_IS = "as-is"
    CONVERTED = "converted"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class PlannedKind:
    """Instances of one SOP class in one transfer syntax. to: the transfer syntax in which they would go, "" for none;
    with its name. words: how that is done, or why it cannot be. result: how their context was answered (PS3.8 table
    9-18), None when it was not."""

    sop_class_uid: str
    sop_class_name: str
    transfer_syntax_uid: str
    transfer_syntax_name: str
    number_of_instances: int
    size_bytes: int
    going: Going
    to: str
    to_name: str
    words: str
    result: int | None = None


@dataclass(frozen=True, slots=True)
class SendPlan:
    """What a send would do; nothing was sent.

    ae_title, host, port: the destination, for the person to confirm. left_out: files that are no objects, the first
    1,000, with their full number. problem: what stood in the way of asking the peer, in words.
    """

    peer: str
    ae_title: AETitle
    host: str
    port: int
    calling_ae_title: AETitle
    at: datetime
    milliseconds: float
    kinds: tuple[PlannedKind, ...] = ()
    associations: int = 0
    left_out: tuple[JobProblem, ...] = ()
    number_left_out: int = 0
    problem: str = ""
    is_stopped: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def destination(self) -> str:
        """As a person confirms it."""
        return f"{self.host}:{self.port}"

    @property
    def number_of_instances(self) -> int:
        """All that would be tried."""
        return sum(one.number_of_instances for one in self.kinds)

    @property
    def number_that_goes(self) -> int:
        """Those for which the peer accepts something that fits."""
        return sum(one.number_of_instances for one in self.kinds if one.going is not Going.NOT)

    @property
    def size_bytes(self) -> int:
        """Of all, as they lie here."""
        return sum(one.size_bytes for one in self.kinds)

    @property
    def has_failed(self) -> bool:
        """Whether something would not arrive, or nobody knows."""
        return bool(self.problem) or self.is_stopped or self.number_that_goes < self.number_of_instances


class SentState(StrEnum):
    """What became of an instance. warning: the peer has it, and says that something is not as it was or should be.
    unsent: it was never on its way."""

    SENT = "sent"
    WARNING = "warning"
    FAILED = "failed"
    UNSENT = "unsent"


@dataclass(frozen=True, slots=True)
class SentLine:
    """One instance. name: the file's, "" for one of this archive. status: the peer's answer, None when none came;
    comment: its words; detail: what that means, or why it was not sent. sent_as: the transfer syntax, "" when it was
    not sent."""

    sop_instance_uid: str
    sop_class_uid: str
    state: SentState
    status: int | None = None
    comment: str = ""
    detail: str = ""
    sent_as: str = ""
    milliseconds: float = 0.0
    size_bytes: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class TestObjectUids:
    """The UIDs of a test object, by which it is found at the peer and removed there."""

    __test__ = False  # no test of ours, whatever its name

    patient_id: str
    study_instance_uid: StudyInstanceUID
    series_instance_uid: SeriesInstanceUID
    sop_instance_uid: SOPInstanceUID


@dataclass(frozen=True, slots=True)
class SendOutcome:
    """What came of a send, while it runs and after.

    number_of_instances: to be sent. sent, warning, failed: settled by now; those that are neither were not tried.
    size_bytes: of those that arrived. problem: what stood in the way, in words. is_over: nothing more will come.
    resumes: the send whose failures this one sent again. shown: how many of those that arrived the peer shows, in
    studies as they were sent; None when it was not asked, or gave no answer that tells.
    """

    peer: str
    order: SendOrder
    ae_title: AETitle
    host: str
    port: int
    calling_ae_title: AETitle
    at: datetime
    milliseconds: float = 0.0
    number_of_instances: int = 0
    sent: int = 0
    warning: int = 0
    failed: int = 0
    size_bytes: int = 0
    left_out: tuple[JobProblem, ...] = ()
    number_left_out: int = 0
    test_object: TestObjectUids | None = None
    problem: str = ""
    is_stopped: bool = False
    is_over: bool = False
    is_cut: bool = False
    resumes: JobId | None = None
    findings: tuple[Finding, ...] = ()
    shown: int | None = None

    @property
    def unsent(self) -> int:
        """Those that nobody tried by now."""
        return self.number_of_instances - self.sent - self.warning - self.failed

    @property
    def has_faults(self) -> bool:
        """Whether a finding is a fault."""
        return any(one.severity is Severity.FAULT for one in self.findings)

    @property
    def has_failed(self) -> bool:
        """Whether something did not arrive, or was no object."""
        return bool(self.unsent or self.failed or self.number_left_out or self.problem) or self.is_stopped
