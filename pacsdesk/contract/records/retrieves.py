"""Retrievals from peers (C-MOVE, C-GET): what is asked for, what the peer claims, and what landed, one by one."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.findings import Finding, Severity
from pacsdesk.contract.records.queries import QueryKey, QueryModel
from pacsdesk.contract.types import AETitle, JobId, QueryLevel

MOST_LISTED = 50_000
"""Instances that a ledger follows one by one; of what is beyond only the counts are known."""


class RetrieveKind(StrEnum):
    """How objects come. move: the peer sends them to a destination by its name. get: on the association of ours."""

    MOVE = "move"
    GET = "get"


@dataclass(frozen=True, slots=True)
class RetrieveOrder:
    """What to fetch. keys: the unique keys of the level and of those above it, lists of UIDs with backslashes.

    destination: of a C-MOVE, None for ourselves under our main AE title. calling_ae_title: None for our own.
    """

    keys: tuple[QueryKey, ...]
    kind: RetrieveKind = RetrieveKind.MOVE
    level: QueryLevel = QueryLevel.STUDY
    model: QueryModel = QueryModel.STUDY_ROOT
    destination: AETitle | None = None
    calling_ae_title: AETitle | None = None

    def __post_init__(self) -> None:
        if not self.keys:
            raise ValueError("a retrieval needs a key")
        if self.model is QueryModel.WORKLIST:
            raise ValueError("a worklist has nothing to retrieve")
        if self.kind is RetrieveKind.GET and self.destination is not None:
            raise ValueError("C-GET has no destination: objects come to whoever asks")


class Claim(StrEnum):
    """What the peer says of an instance. expected: it lists it, and says no more. unknown: it does not list it."""

    EXPECTED = "expected"
    COMPLETED = "completed"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Landing(StrEnum):
    """What became of an instance here.

    stored: it came. held: it was here before. conflict: kept beside another under its UID. refused: it came and was
    not taken. missing: it is not here. unseen: it goes to somebody else, and cannot be seen from here.
    """

    STORED = "stored"
    HELD = "held"
    CONFLICT = "conflict"
    REFUSED = "refused"
    MISSING = "missing"
    UNSEEN = "unseen"

    @property
    def is_here(self) -> bool:
        """Whether the archive has it now."""
        return self in (Landing.STORED, Landing.HELD, Landing.CONFLICT)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One instance. UIDs as the peer wrote them. size_bytes: 0 when it is not here. detail: why, "" for nothing."""

    study_instance_uid: str
    series_instance_uid: str
    sop_instance_uid: str
    sop_class_uid: str
    claim: Claim
    landing: Landing
    transfer_syntax_uid: str = ""
    size_bytes: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LedgerSummary:
    """The ledger in numbers. listed: how many the peer listed before, None when it did not (problem says why).

    is_cut: there are more than MOST_LISTED.
    """

    listed: int | None = None
    problem: str = ""
    is_cut: bool = False
    stored: int = 0
    held: int = 0
    conflicts: int = 0
    refused: int = 0
    missing: int = 0
    unseen: int = 0
    size_bytes: int = 0


@dataclass(frozen=True, slots=True)
class RetrieveOutcome:
    """What came of a retrieval, while it runs and after.

    destination: as it was asked, "" for C-GET. is_to_us: whether that is us. status: the final one, None when none
    came; comment: the peer's words. remaining to warning: sub-operations as the peer counts them. failed_uids: the
    first 1,000 of its list. problem: what stood in the way, in words. is_over: nothing more will come. resumes: the
    retrieval whose missing objects this one fetched.
    """

    peer: str
    order: RetrieveOrder
    calling_ae_title: AETitle
    destination: str
    is_to_us: bool
    at: datetime
    milliseconds: float = 0.0
    status: int | None = None
    comment: str = ""
    remaining: int = 0
    completed: int = 0
    failed: int = 0
    warning: int = 0
    failed_uids: tuple[str, ...] = ()
    problem: str = ""
    is_stopped: bool = False
    is_over: bool = False
    resumes: JobId | None = None
    ledger: LedgerSummary = field(default_factory=LedgerSummary)
    findings: tuple[Finding, ...] = ()

    @property
    def has_faults(self) -> bool:
        """Whether a finding is a fault."""
        return any(one.severity is Severity.FAULT for one in self.findings)

    @property
    def has_failed(self) -> bool:
        """Whether it did not bring what was asked for, or nobody knows."""
        return bool(self.problem) or self.is_stopped or self.status != 0 or self.has_faults


class LegState(StrEnum):
    """How a leg of a move stands. unknown: nothing that can be seen from here says it."""

    WORKS = "works"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MoveLeg:
    """One of the two: we to the archive, the archive to the destination. seen: sentences."""

    way: str
    state: LegState
    seen: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A move taken apart. verdict: which leg broke, in a sentence."""

    verdict: str
    legs: tuple[MoveLeg, ...]
    is_stopped: bool = False
