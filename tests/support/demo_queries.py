"""What an archive of a small hospital answers to queries, with names from many countries, and why one is in vain."""

from dataclasses import replace

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import (
    Explanation,
    QueryKey,
    QueryModel,
    QueryOrder,
    QueryOutcome,
    Relaxation,
    RelaxedAnswer,
)
from pacsdesk.contract.records.retrieves import (
    Claim,
    Landing,
    LedgerLine,
    LedgerSummary,
    LegState,
    MoveLeg,
    RetrieveOrder,
    RetrieveOutcome,
    Unfolded,
)
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.contract.usual_keys import USUAL_KEYS
from tests.support.fake_state import NOW

ARCHIVE = "Archive 1"
STUDIES = (
    ("DOE^JANE", "4711", "20261124", "091214", "CT", "A1001", "CT thorax with contrast", "412"),
    ("DOE^JOHN^Q", "4712", "20261123", "1405", "CT\\SR", "A1002", "CT abdomen", "1204"),
    ("Yamada^Tarou=\u5c71\u7530^\u592a\u90ce", "JP-0007", "20261122", "113000", "MR", "A1003", "MR head", "220"),
    ("\u0645\u062d\u0645\u062f^\u0639\u0644\u064a", "5520", "20261120", "083000", "DX", "A1004", "Chest", "2"),
    ("Wei\u00df^Eva", "0815", "20261119", "160000", "US", "A1005", "Abdomen", "31"),
    ("Featherstonehaugh-Cholmondeley-Marjoribanks^Bartholomew^Alexander", "99", "20261118", "", "MG", "", "", ""),
)


def study_rows(number: int = len(STUDIES)) -> tuple[tuple[str, ...], ...]:
    """Rows under the usual keys of studies; more than there are names for repeat them under other numbers."""
    return tuple((*STUDIES[place % len(STUDIES)], f"1.2.826.0.1.3680043.8.498.2026.{place}") for place in range(number))


def answers(rows: tuple[tuple[str, ...], ...], *, milliseconds: float = 41.3) -> QueryOutcome:
    """Of studies. The order is put in by who asks."""
    columns = USUAL_KEYS[QueryLevel.STUDY]
    return QueryOutcome(ARCHIVE, QueryOrder(), NOW, milliseconds, columns, rows, status=0)


def series_answers() -> QueryOutcome:
    """Of the series of one study."""
    columns = ("StudyInstanceUID", *USUAL_KEYS[QueryLevel.SERIES])
    study = study_rows()[0][-1]
    rows = tuple(
        (study, "CT", str(number), words, str(number * 40), f"{study}.{number}")
        for number, words in enumerate(("Topogram", "Thorax 1.0 B40f", "Thorax 5.0 B70f"), 1)
    )
    return QueryOutcome(ARCHIVE, QueryOrder(level=QueryLevel.SERIES), NOW, 12.0, columns, rows, status=0)


IN_VAIN = QueryOrder((QueryKey("PatientName", "DOE^JANE"), QueryKey("ModalitiesInStudy", "MR")))
ANSWERED = replace(IN_VAIN, keys=(QueryKey("PatientName", "DOE^JANE"), QueryKey("ModalitiesInStudy", "")))
_STAR = (QueryKey("PatientName", "DOE^JANE*"), QueryKey("ModalitiesInStudy", "MR"))


def demo_relaxations() -> tuple[Relaxation, ...]:
    """What would be asked to learn why IN_VAIN matched nothing."""
    return (
        Relaxation("without ModalitiesInStudy (MR)", "ModalitiesInStudy", replace(ANSWERED, limit=20)),
        Relaxation("PatientName as DOE^JANE* (with a wildcard at its end)", "PatientName", QueryOrder(_STAR, limit=20)),
        Relaxation("in the patient-root model", "", replace(IN_VAIN, model=QueryModel.PATIENT_ROOT, limit=20)),
    )


def demo_explanation() -> Explanation:
    """And what came of it."""
    finding = Finding(
        FindingCode.QUERY_MATCHED_NOTHING,
        Severity.FAULT,
        f"ModalitiesInStudy 'MR' hid the result: asked without ModalitiesInStudy (MR), {ARCHIVE} answers.",
        Confidence.CERTAIN,
        (
            f"Asked without ModalitiesInStudy (MR), {ARCHIVE} has 1 answer.",
            "In these, ModalitiesInStudy is CT.",
        ),
        (
            "Ask with ModalitiesInStudy=CT, or leave ModalitiesInStudy empty.",
            "At the device that asked in vain, look how it fills in this key: a worklist, a default, or a person.",
        ),
    )
    first, *others = (one.changed for one in demo_relaxations())
    tried = (RelaxedAnswer(first, 1, False, ("CT",)), *(RelaxedAnswer(one, 0, False, ()) for one in others))
    return Explanation(tried, (finding,), (ANSWERED,))


def refused() -> QueryOutcome:
    """The archive does not know us."""
    finding = Finding(
        FindingCode.CALLING_AE_UNKNOWN,
        Severity.FAULT,
        f"{ARCHIVE} rejected us: it does not know the AE title PACSDESK.",
        Confidence.CERTAIN,
        ("Association rejected: result 1, source 1, reason 3.",),
        (f"At {ARCHIVE}, enter PACSDESK with the address of this computer.",),
        "Ask as a title that it surely knows.",
    )
    problem = "it rejected the association: calling AE title not recognised"
    return QueryOutcome(ARCHIVE, QueryOrder(), NOW, 8.1, problem=problem, findings=(finding,))


def failed_move() -> RetrieveOutcome:
    """The archive does not know the destination."""
    finding = Finding(
        FindingCode.MOVE_DESTINATION_UNKNOWN,
        Severity.FAULT,
        f"{ARCHIVE} does not know NOWHERE as a destination, so it sent nothing.",
        Confidence.CERTAIN,
        ("Status A801.",),
        (f"At {ARCHIVE}, enter NOWHERE with its host and port.",),
    )
    order = RetrieveOrder((QueryKey("StudyInstanceUID", study_rows()[0][-1]),), destination=AETitle("NOWHERE"))
    return RetrieveOutcome(
        ARCHIVE,
        order,
        AETitle("PACSDESK"),
        "NOWHERE",
        False,
        NOW,
        31.0,
        status=0xA801,
        is_over=True,
        ledger=LedgerSummary(listed=3, unseen=3),
        findings=(finding,),
    )


def partial_move() -> RetrieveOutcome:
    """Two of three came."""
    order = RetrieveOrder((QueryKey("StudyInstanceUID", study_rows()[0][-1]),))
    return RetrieveOutcome(
        ARCHIVE,
        order,
        AETitle("PACSDESK"),
        "PACSDESK",
        True,
        NOW,
        812.0,
        status=0xB000,
        completed=2,
        failed=1,
        is_over=True,
        ledger=LedgerSummary(listed=3, stored=1, held=1, missing=1, size_bytes=1_052_000),
        findings=(
            Finding(
                FindingCode.MOVE_PARTLY_DELIVERED,
                Severity.WARNING,
                f"{ARCHIVE} sent 2 of 3 objects.",
                Confidence.CERTAIN,
                ("1 sub-operation failed.",),
                ("Fetch what is missing.",),
            ),
        ),
    )


def demo_ledger() -> list[LedgerLine]:
    """Of the move that came in part."""
    study = study_rows()[0][-1]
    ct = "1.2.840.10008.5.1.4.1.1.2"
    return [
        LedgerLine(study, f"{study}.1", f"{study}.1.1", ct, Claim.COMPLETED, Landing.STORED, size_bytes=526_000),
        LedgerLine(study, f"{study}.1", f"{study}.1.2", ct, Claim.COMPLETED, Landing.HELD, size_bytes=526_000),
        LedgerLine(study, f"{study}.1", f"{study}.1.3", ct, Claim.FAILED, Landing.MISSING),
    ]


def demo_unfolded() -> Unfolded:
    """The move to nowhere, taken apart."""
    cause = f"{ARCHIVE} does not know NOWHERE as a destination, so it sent nothing."
    unseen = (
        "NOWHERE is not entered among our peers, so the way to it cannot be tested from here.",
        "Enter it with its host and port, then take the move apart again.",
    )
    return Unfolded(
        f"The first leg is broken, from PACSDESK (this archive) to {ARCHIVE}. {cause}",
        (
            MoveLeg(
                f"from PACSDESK (this archive) to {ARCHIVE}",
                LegState.BROKEN,
                ("It answered with status A801.",),
                failed_move().findings,
            ),
            MoveLeg(f"from {ARCHIVE} to NOWHERE", LegState.UNKNOWN, unseen),
        ),
    )
