"""Evidence packs: what a peer's maker or administrator gets, with patient data replaced and seen before it leaves."""

from dataclasses import dataclass
from enum import StrEnum

from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.records.queries import QueryOutcome

MOST_ROWS = 100  # of a query's answers that go into a pack


class UidTreatment(StrEnum):
    """UIDs of instances lead to a patient for whoever has the archive; kept, both sides can look up what is meant."""

    REPLACED = "replaced"
    KEPT = "kept"


class DateTreatment(StrEnum):
    """shifted: all by the same number of days, so that what lies between stays. cut: to the year."""

    SHIFTED = "shifted"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class EvidenceOrder:
    """What a pack is about: the outcome of a ladder, that of a query, or an association of the journal; any of them.

    peer: its name in the registry, "" for one that is not entered. minutes: before and after, of which the journal goes
    in. free_texts: whether the other side's own words go in, which may name anybody.
    """

    peer: str = ""
    ladder: ProbeOutcome | None = None
    query: QueryOutcome | None = None
    association_id: str = ""
    minutes: int = 15
    uids: UidTreatment = UidTreatment.REPLACED
    dates: DateTreatment = DateTreatment.SHIFTED
    free_texts: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.minutes <= 1440:
            raise ValueError(f"the journal goes in for 0 to 1440 minutes, not {self.minutes}")


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file as it will leave. text: all of it, or its beginning; "" for a picture."""

    name: str
    size: int
    text: str


@dataclass(frozen=True, slots=True)
class EvidencePreview:
    """What would leave. replaced: how many different values of the source were replaced."""

    pack_id: str
    files: tuple[EvidenceFile, ...]
    replaced: int


@dataclass(frozen=True, slots=True)
class EvidenceRecords:
    """What a pack is about as it stands in its files, with the same values replaced: a window draws its pages of these.

    findings: of the association.
    """

    ladder: ProbeOutcome | None = None
    query: QueryOutcome | None = None
    association: AssociationDetail | None = None
    findings: tuple[Finding, ...] = ()
