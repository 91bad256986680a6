"""What a peer accepts: SOP classes against transfer syntaxes, one presentation context for each pair."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.findings import Finding, Severity
from pacsdesk.contract.records.probes import AssociationSide
from pacsdesk.contract.types import AETitle, SOPClassUID, TransferSyntaxUID

MOST_CELLS = 2048
"""Pairs that one matrix asks for: 16 associations of 128 contexts each (PS3.8 9.3.2.2)."""


class CellState(StrEnum):
    """How a pair was answered. unanswered: the peer accepted the association and said nothing of this context."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class NamedUid:
    """A UID with its name, "" for an unknown one. kind: what it is listed with, as "Images" or "Lossless"."""

    uid: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One pair. result: PS3.8 table 9-18, None when nothing was said; words: what it means."""

    sop_class_uid: str
    transfer_syntax_uid: str
    state: CellState
    result: int | None
    words: str


@dataclass(frozen=True, slots=True)
class MatrixOrder:
    """What to propose: () for all that we know. ticket: under which it can be stopped."""

    sop_class_uids: tuple[SOPClassUID, ...] = ()
    transfer_syntax_uids: tuple[TransferSyntaxUID, ...] = ()
    calling_ae_title: AETitle | None = None
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class NegotiationMatrix:
    """What a peer accepts.

    rows, columns: what was proposed, in the order to show it in. cells: row by row; fewer when a later association did
    not come about, and then problem says why. theirs: what the peer says of itself, None without any association.
    """

    peer: str
    calling_ae_title: AETitle
    at: datetime
    milliseconds: float
    rows: tuple[NamedUid, ...] = ()
    columns: tuple[NamedUid, ...] = ()
    cells: tuple[MatrixCell, ...] = ()
    ours: AssociationSide | None = None
    theirs: AssociationSide | None = None
    associations: int = 0
    problem: str = ""
    is_stopped: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def has_failed(self) -> bool:
        """Whether it is not complete, or a finding is a fault."""
        return bool(self.problem) or self.is_stopped or any(one.severity is Severity.FAULT for one in self.findings)

    def by_pair(self) -> dict[tuple[str, str], MatrixCell]:
        """The cells by SOP class and transfer syntax."""
        return {(one.sop_class_uid, one.transfer_syntax_uid): one for one in self.cells}


@dataclass(frozen=True, slots=True)
class MatrixDifference:
    """A pair that two peers answer otherwise. None: it was not asked there."""

    sop_class_uid: str
    transfer_syntax_uid: str
    one: MatrixCell | None
    other: MatrixCell | None


def differences(one: NegotiationMatrix, other: NegotiationMatrix) -> tuple[MatrixDifference, ...]:
    """Where two peers differ in what they accept, in the order of the first, then what only the second was asked."""
    first, second = one.by_pair(), other.by_pair()
    pairs = dict.fromkeys((*first, *second))
    found = (MatrixDifference(*pair, first.get(pair), second.get(pair)) for pair in pairs)
    return tuple(each for each in found if _state(each.one) is not _state(each.other))


def _state(cell: MatrixCell | None) -> CellState | None:
    return cell.state if cell else None
