"""Queries to peers: what is asked, what came, and why nothing did."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.findings import Finding, Severity
from pacsdesk.contract.types import AETitle, QueryLevel

MOST_ANSWERS = 10_000


class QueryModel(StrEnum):
    """The information model that is asked (PS3.4 C.6, K.6)."""

    STUDY_ROOT = "study-root"
    PATIENT_ROOT = "patient-root"
    WORKLIST = "worklist"


@dataclass(frozen=True, slots=True)
class QueryKey:
    """One key. name: a keyword ("PatientID"), a tag ("00100020" or "0010,0020"), in a sequence after its name and a
    dot ("ScheduledProcedureStepSequence.Modality"). value: "" returns the element without matching it."""

    name: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class QueryOrder:
    """What to ask. level: None for a worklist. limit: answers after which the query is cancelled.

    adds_usual_keys: whether what a list of this level usually shows is asked for as well. character_set: of the keys'
    text, "" for the peer's own, else what the text needs. ticket: under which it can be stopped.
    """

    keys: tuple[QueryKey, ...] = ()
    model: QueryModel = QueryModel.STUDY_ROOT
    level: QueryLevel | None = QueryLevel.STUDY
    calling_ae_title: AETitle | None = None
    limit: int = 1000
    adds_usual_keys: bool = True
    character_set: str = ""
    ticket: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= MOST_ANSWERS:
            raise ValueError(f"a query takes 1 to {MOST_ANSWERS} answers, not {self.limit}")
        if (self.level is None) is not (self.model is QueryModel.WORKLIST):
            raise ValueError("a worklist has no level, every other model has one")


@dataclass(frozen=True, slots=True)
class QueryOutcome:
    """What came of a query.

    columns: the keys' names, in the order of the values in each row. status: the final one, None when none came.
    problem: what stood in the way, in words, "" for nothing. is_cut: there may be more than `limit`. is_stopped: a
    person ended it. findings: when it failed, why.
    """

    peer: str
    order: QueryOrder
    at: datetime
    milliseconds: float
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    status: int | None = None
    comment: str = ""
    problem: str = ""
    is_cut: bool = False
    is_stopped: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def has_failed(self) -> bool:
        """Whether it brought no proper answer."""
        return bool(self.problem) or any(one.severity is Severity.FAULT for one in self.findings)


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A query with one thing changed. changed: what, for people; name: the key that is another now, "" when it is the
    level, the model or the character set. also: the second key, where two are changed at once; that is asked only when
    no single change was answered."""

    changed: str
    name: str
    order: QueryOrder
    also: str = ""


@dataclass(frozen=True, slots=True)
class RelaxedAnswer:
    """What a relaxed query brought. answers: how many, is_more when it was cancelled then. values: what the answers
    have where the changed key stands, the commonest first."""

    changed: str
    answers: int
    is_more: bool
    values: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a query matched nothing: what was tried, and what follows.

    ways: for each of the findings the query that is answered, ready to be asked; () when nothing helped.
    """

    tried: tuple[RelaxedAnswer, ...]
    findings: tuple[Finding, ...]
    ways: tuple[QueryOrder, ...] = ()
