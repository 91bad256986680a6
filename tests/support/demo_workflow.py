"""What an information system answers to a modality: a worklist of one day, what it keeps, performed steps."""

from dataclasses import replace

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.contract.worklists import MODALITY, START_DATE, STATION, STEP, WorklistWish, worklist_order
from tests.support.fake_state import NOW

RIS = "RIS"
COLUMNS = (
    "PatientName",
    "PatientID",
    "AccessionNumber",
    "RequestedProcedureDescription",
    "RequestedProcedureID",
    "StudyInstanceUID",
    START_DATE,
    f"{STEP}.ScheduledProcedureStepStartTime",
    STATION,
    MODALITY,
    f"{STEP}.ScheduledProcedureStepID",
)
_STUDY = "1.2.826.0.1.3680043.8.498.4711"
ROWS = (
    ("DOE^JOHN", "4712", "A2002", "CT abdomen", "RP2", f"{_STUDY}.2", "20261124", "1015", "CT01", "CT", "SPS2"),
    ("DOE^JANE", "4711", "A2001", "CT thorax", "RP1", f"{_STUDY}.1", "20261124", "0930", "CT01", "CT", "SPS1"),
    ("Wei\u00df^Eva", "0815", "A2003", "MR head", "RP3", f"{_STUDY}.3", "20261124", "", "MR01", "MR", "SPS3"),
)


def demo_worklist(rows: tuple[tuple[str, ...], ...] = ROWS) -> QueryOutcome:
    """Not in the order of time, as many answer."""
    return QueryOutcome(RIS, worklist_order(WorklistWish()), NOW, 23.0, COLUMNS, rows, status=0)


def refused_worklist() -> QueryOutcome:
    """It lets this title have no worklist."""
    finding = Finding(
        FindingCode.CALLING_AE_UNKNOWN,
        Severity.FAULT,
        f"{RIS} rejected us: it does not know the AE title PACSDESK.",
        Confidence.CERTAIN,
        ("Association rejected: result 1, source 1, reason 3.",),
        (f"At {RIS}, enter PACSDESK with the address of this computer.",),
    )
    problem = "it rejected the association: calling AE title not recognised"
    return replace(demo_worklist(()), status=None, problem=problem, findings=(finding,))
