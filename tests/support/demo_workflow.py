"""What an information system answers to a modality: a worklist of one day, what it keeps, performed steps."""

from dataclasses import replace

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.performed_steps import PerformedOutcome, PerformedStatus, StepOperation, ToldElement
from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.contract.records.requests import CommitOrder, CommitOutcome, NotCommitted, ReferencedInstance, ReportWay
from pacsdesk.contract.types import AETitle, SOPClassUID, SOPInstanceUID, StudyInstanceUID, TransactionUID
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


def demo_commit(order: CommitOrder | None = None) -> CommitOutcome:
    """One of three images is not safe, one is not named."""
    order = order or CommitOrder(StudyInstanceUID(f"{_STUDY}.1"))
    ct = SOPClassUID("1.2.840.10008.5.1.4.1.1.2")
    first, second, third = (SOPInstanceUID(f"{_STUDY}.1.{number}") for number in range(3))
    return CommitOutcome(
        RIS,
        order,
        TransactionUID("2.25.4711"),
        AETitle("PACSDESK"),
        NOW,
        3,
        31.0,
        status=0,
        way=ReportWay.NEW_ASSOCIATION,
        reported_after=2300.0,
        committed=(ReferencedInstance(ct, first),),
        failed=(NotCommitted(ct, second, 0x0112, "it has no such object: it never arrived, or was deleted"),),
        passed_over=(ReferencedInstance(ct, third),),
        is_over=True,
    )


def waiting_commit() -> CommitOutcome:
    """The peer took the request, its report is awaited."""
    return replace(
        demo_commit(), way=ReportWay.NONE, reported_after=None, committed=(), failed=(), passed_over=(), is_over=False
    )


def demo_step(*, operation: StepOperation = StepOperation.CREATE, status: int = 0x0000) -> PerformedOutcome:
    """A step that was told. status: the answer."""
    ended = PerformedStatus.COMPLETED if operation is StepOperation.SET else PerformedStatus.IN_PROGRESS
    finding = Finding(
        FindingCode.CALLING_AE_UNKNOWN,
        Severity.FAULT,
        f"{RIS} refused the change of the performed step: the step is over.",
        Confidence.CERTAIN,
        ("Status 0110: it failed to process it, and does not say why.",),
        ("Nothing is wrong there: begin another step to try it again.",),
    )
    return PerformedOutcome(
        RIS,
        operation,
        SOPInstanceUID("2.25.99"),
        ended,
        AETitle("PACSDESK"),
        NOW,
        12.0,
        status,
        sent=(
            ToldElement("(0040,0270)", "Scheduled Step Attributes Sequence", "SQ", "1 item"),
            ToldElement("(0008,0050)", "Accession Number", "SH", "A2001", 1),
            ToldElement("(0040,0252)", "Performed Procedure Step Status", "CS", ended.value),
        ),
        findings=() if status == 0 else (finding,),
    )
