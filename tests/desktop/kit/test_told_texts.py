"""What is said of sends, retrievals, requests and the journal has no English in a window of another language."""

import re
from dataclasses import replace

import pytest

from pacsdesk.contract.records.associations import OperationCount
from pacsdesk.contract.records.performed_steps import PerformedOutcome, PerformedStatus, StepOperation
from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOrder, QueryOutcome, RelaxedAnswer
from pacsdesk.contract.records.retrieves import LedgerSummary, RetrieveOutcome
from pacsdesk.contract.types import AETitle, SOPInstanceUID
from pacsdesk.desktop.kit.engine_words import knows
from pacsdesk.engine.diagnosis.catalog import diagnose_retrieval
from pacsdesk.engine.diagnosis.journal.catalog import explain
from pacsdesk.engine.diagnosis.queries import refused
from pacsdesk.engine.diagnosis.queries.explaining import findings_of
from pacsdesk.engine.diagnosis.queries.relaxing import relaxations_of
from pacsdesk.engine.diagnosis.requests.reasons import meaning_of_failure
from pacsdesk.engine.diagnosis.requests.refused_requests import finding_of_commitment_refusal, finding_of_context
from pacsdesk.engine.diagnosis.requests.refused_steps import findings_of_refusal
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence
from pacsdesk.engine.diagnosis.sends.evidence import KindRefused, SendEvidence, StatusSeen
from pacsdesk.engine.diagnosis.sends.findings import findings_of_send
from pacsdesk.engine.diagnosis.unanswered import Unanswered, findings_of_silence
from pacsdesk.engine.network.sending.sender import Loss
from pacsdesk.engine.network.wire.opened import NoAnswer
from tests.desktop.kit.dashes import english_in, english_of
from tests.engine.diagnosis.journal.test_explaining import CASES, NOT_ENTERED
from tests.engine.diagnosis.retrieves.test_rules import GOT, KINDS, MOVED, NOTHING, UNABLE
from tests.engine.diagnosis.test_unanswered import AT, QUIET, UP, came

pytestmark = pytest.mark.usefixtures("dashes")

SENT = SendEvidence("Archive", "PACSDESK", 9)
SEEN = StatusSeen(0xA700, "DOE", 3, "1.2.3", ("CT Image",))
LOST = tuple(Loss("it closed the connection", how, None, 4.0) for how in (NoAnswer.CLOSED, NoAnswer.BROKEN))
SENDS = [
    *(
        replace(SENT, statuses=(replace(SEEN, status=status, count=number),))
        for status in (0xA700, 0xA900, 0xC123, 0x0110, 0x0111, 0x0122, 0x0124, 0x0212, 0x4242, 0xB000, 0xB007)
        for number in (1, 1200)
    ),
    *(
        replace(SENT, refused=(KindRefused("CT Image", "MR Image", 2, (("CT Image", result),), accepted),))
        for result in (1, 2, 3, 4, 9, None)
        for accepted in ((), ("MR Image",))
    ),
    replace(SENT, losses=LOST, arrived=3),
    replace(SENT, losses=LOST[:1], broke_at=("1.2",)),
    replace(SENT, losses=(Loss("it did not answer in time", NoAnswer.OVERDUE, None, 30.0),)),
    replace(SENT, slow_milliseconds=4000.0),
]
RETRIEVALS = [
    *(replace(UNABLE, status=status) for status in (0xA801, 0xA702, 0xA701, 0xA7B3, 0xA900, 0x0110, 0x0122, 0x1234)),
    replace(MOVED, comment="DOE", failed=2),
    replace(MOVED, ledger=NOTHING),
    replace(MOVED, ledger=LedgerSummary(listed=4, stored=2, missing=2)),
    replace(MOVED, completed=0, ledger=LedgerSummary(listed=0)),
    replace(MOVED, completed=0, ledger=LedgerSummary(missing=4)),
    replace(MOVED, completed=2, ledger=LedgerSummary(listed=4, stored=2)),
    replace(MOVED, failed=2, is_to_us=False, destination="OLD", ledger=LedgerSummary(listed=4, unseen=4)),
    replace(UNABLE, is_to_us=False, destination="OLD"),
    replace(GOT, status=0xA702, completed=0, failed=4, ledger=NOTHING),
]
ASKED = QueryOrder((QueryKey("PatientName", "DOE"), QueryKey("PatientID", "0815"), QueryKey("Modality", "CT")))
SILENT = [
    QUIET,
    replace(QUIET, title="PACSDSEK"),
    replace(QUIET, listeners=()),
    replace(QUIET, listeners=(replace(UP, host="127.0.0.1"),)),
    came(""),
    came("1.2.840.10008.1.2"),
    came("1.2.840.10008.1.2", OperationCount("N-EVENT-REPORT", 0x0115, 1)),
]
STEP = PerformedOutcome(
    *("PACS", StepOperation.SET, SOPInstanceUID("1.2"), PerformedStatus.COMPLETED, AETitle("PACSDESK"), AT, 1.0),
)


@pytest.mark.parametrize("situation", CASES)
def test_the_journal_is_explained(situation: str) -> None:
    evidence, _ = CASES[situation]
    problem = re.sub("it ended|it is plain", "it closed the connection", evidence.summary.problem)
    if not knows(problem):  # made up there
        problem = NOT_ENTERED
    detail = replace(evidence.detail, summary=replace(evidence.summary, problem=problem))
    assert english_of(explain(replace(evidence, detail=detail))) == {}


@pytest.mark.parametrize("evidence", SENDS)
def test_a_send_is_explained(evidence: SendEvidence) -> None:
    assert english_of(findings_of_send(evidence)) == {}


@pytest.mark.parametrize("outcome", RETRIEVALS)
@pytest.mark.parametrize("lost", [None, NoAnswer.CLOSED, NoAnswer.OVERDUE, NoAnswer.ABORTED])
def test_a_retrieval_is_explained(outcome: RetrieveOutcome, lost: NoAnswer | None) -> None:
    told = replace(outcome, problem="it closed the connection" if lost else "")
    seen = RetrieveEvidence(told, lost=lost, number_of_kinds=2, kinds_refused=KINDS[:1], refusals=("we answered A700",))
    assert english_of(diagnose_retrieval(seen)) == {}
    assert english_of(diagnose_retrieval(replace(seen, refusals=(), roles_refused=KINDS[1:]))) == {}


@pytest.mark.parametrize("model", [QueryModel.STUDY_ROOT, QueryModel.WORKLIST])
def test_a_query_that_matched_nothing_is_explained(model: QueryModel) -> None:
    order = replace(ASKED, model=model, level=None if model is QueryModel.WORKLIST else ASKED.level)
    ways = relaxations_of(order)
    for answers in (0, 1, 7):
        tried = [RelaxedAnswer(one.changed, answers, answers > 1, ("1", "2", "3", "4")) for one in ways]
        assert english_of(findings_of("Archive", order, ways, tried)) == {}


@pytest.mark.parametrize("status", [0xA700, 0xA900, 0xC001, 0x0110, 0x0124, 0x0211, 0x7777, 0])
@pytest.mark.parametrize("model", [QueryModel.STUDY_ROOT, QueryModel.WORKLIST])
def test_a_refused_query_is_explained(status: int, model: QueryModel) -> None:
    order = replace(ASKED, model=model, level=None if model is QueryModel.WORKLIST else ASKED.level)
    outcome = QueryOutcome("Archive", order, AT, 9000.0, ("PatientID",), (("?",),), status=status, comment="DOE")
    assert english_of(refused.findings_of_answer(outcome, AETitle("PACSDESK"))) == {}
    for result in (1, 4, None):
        assert english_of([refused.finding_of_context(outcome, AETitle("PACSDESK"), result)]) == {}


@pytest.mark.parametrize("rows", [(), (("4711",),)])
@pytest.mark.parametrize("lost", NoAnswer)
def test_a_query_that_was_cut_short_is_explained(lost: NoAnswer, rows: tuple[tuple[str, ...], ...]) -> None:
    outcome = QueryOutcome("Archive", ASKED, AT, 1.0, ("PatientID",), rows, problem="it closed the connection")
    assert english_of([refused.finding_of_end(outcome, AETitle("PACSDESK"), lost)]) == {}


@pytest.mark.parametrize("seen", SILENT)
def test_a_report_that_did_not_come_is_explained(seen: Unanswered) -> None:
    assert english_of(findings_of_silence(seen)) == {}


@pytest.mark.parametrize("status", [0x0110, 0x0111, 0x0112, 0x0106, 0x0124, 0x0213, 0x4242])
def test_a_refused_step_and_request_are_explained(status: int) -> None:
    for operation in StepOperation:
        outcome = replace(STEP, operation=operation, status=status, comment="DOE")
        assert english_of(findings_of_refusal(outcome, None)) == {}
        assert english_of(findings_of_refusal(outcome, PerformedStatus.COMPLETED)) == {}
    assert english_of(finding_of_commitment_refusal("PACS", status, "DOE")) == {}
    assert english_in(meaning_of_failure(status)) == []


@pytest.mark.parametrize("result", [1, 2, 3, 4, None])
@pytest.mark.parametrize("service", ["storage commitment", "performed procedure steps (MPPS)"])
def test_a_refused_context_is_explained(service: str, result: int | None) -> None:
    assert english_of(finding_of_context("PACS", service, result)) == {}
