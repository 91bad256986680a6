"""Plans, outcomes and matrices to look at."""

from itertools import product

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.jobs import JobProblem
from pacsdesk.contract.records.matrices import CellState, MatrixCell, NamedUid, NegotiationMatrix
from pacsdesk.contract.records.probes import AssociationSide
from pacsdesk.contract.records.sends import Going, PlannedKind, SendOrder, SendOutcome, SendPlan, SentLine, SentState
from pacsdesk.contract.types import AETitle
from tests.support.fake_state import NOW

EXPLICIT, IMPLICIT, JPEG = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.4.70"
CT, SR = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.88.33"
NAMES = {
    CT: "CT Image",
    SR: "Comprehensive SR",
    EXPLICIT: "Explicit VR Little Endian",
    IMPLICIT: "Implicit VR Little Endian",
    JPEG: "JPEG Lossless",
}


def _refused(peer: str) -> Finding:
    return Finding(
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Severity.FAULT,
        f"{peer} does not take Comprehensive SR.",
        Confidence.CERTAIN,
        ("1 of Comprehensive SR in Explicit VR Little Endian: SOP class not supported.",),
        (f"Have this SOP class turned on in the settings of {peer}.",),
    )


def _kind(sop_class: str, stored: str, number: int, going: Going, to: str, words: str) -> PlannedKind:
    size = number * 526_000
    names = NAMES[sop_class], NAMES[stored], NAMES.get(to, "")
    return PlannedKind(sop_class, names[0], stored, names[1], number, size, going, to, names[2], words)


def demo_plan(peer: str = "Archive") -> SendPlan:
    """Of three kinds, one of which goes nowhere."""
    return SendPlan(
        peer,
        AETitle("ARCHIVE"),
        "192.0.2.7",
        11112,
        AETitle("PACSDESK"),
        NOW,
        18.0,
        kinds=(
            _kind(CT, EXPLICIT, 28, Going.AS_IS, EXPLICIT, "as it is"),
            _kind(CT, JPEG, 12, Going.CONVERTED, EXPLICIT, "decompressed, nothing more is lost"),
            _kind(SR, EXPLICIT, 1, Going.NOT, "", "SOP class not supported"),
        ),
        associations=1,
        findings=(_refused(peer),),
    )


def demo_outcome(order: SendOrder, peer: str = "Archive") -> SendOutcome:
    """Of which one object did not arrive."""
    return SendOutcome(
        peer,
        order,
        AETitle("ARCHIVE"),
        "192.0.2.7",
        11112,
        AETitle("PACSDESK"),
        NOW,
        milliseconds=2310.0,
        number_of_instances=41,
        sent=39,
        warning=1,
        failed=1,
        size_bytes=21_000_000,
        left_out=(JobProblem("note.txt", "It is no DICOM file: it does not begin like one."),),
        number_left_out=1,
        is_over=True,
        findings=(_refused(peer),),
    )


def demo_lines() -> list[SentLine]:
    """Sent, with a warning, not sent."""
    return [
        SentLine("1.2.840.99.1", CT, SentState.SENT, 0, sent_as=EXPLICIT, milliseconds=31.2, size_bytes=526_000),
        SentLine(
            "1.2.840.99.2",
            CT,
            SentState.WARNING,
            0xB000,
            "Patient ID changed",
            "it changed elements of it",
            EXPLICIT,
        ),
        SentLine("1.2.840.99.3", SR, SentState.UNSENT, detail="no context was accepted that it fits in"),
    ]


def demo_matrix(peer: str = "Archive", *without: str) -> NegotiationMatrix:
    """Of two kinds in three syntaxes. without: syntaxes that it refuses."""
    rows = (NamedUid(CT, NAMES[CT], "Cross sections"), NamedUid(SR, NAMES[SR], "Reports and marks"))
    columns = tuple(
        NamedUid(uid, NAMES[uid], kind)
        for uid, kind in ((EXPLICIT, "Uncompressed"), (IMPLICIT, "Uncompressed"), (JPEG, "Lossless"))
    )
    cells = tuple(
        MatrixCell(row.uid, column.uid, CellState.ACCEPTED, 0, "accepted")
        if column.uid not in without
        else MatrixCell(row.uid, column.uid, CellState.REFUSED, 4, "transfer syntaxes not supported")
        for row, column in product(rows, columns)
    )
    side = AssociationSide(16384, "1.2.276.0.7230010.3.0.3.6.7", "OFFIS_DCMTK_367")
    ours = AssociationSide(131072, "2.25.1", "PACSDESK_0_1_0")
    return NegotiationMatrix(peer, AETitle("PACSDESK"), NOW, 9.4, rows, columns, cells, ours, side, 1)
