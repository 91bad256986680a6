"""Why a query came to nothing is named from its own association: context, status, end, time, what cannot be read."""

import pytest

from pacsdesk.contract.records.findings import Confidence, FindingCode, Severity
from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOrder, QueryOutcome
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.engine.diagnosis.queries.refused import finding_of_context, finding_of_end, findings_of_answer
from pacsdesk.engine.network.wire.opened import NoAnswer
from tests.support.fake_state import NOW

US = AETitle("PACSDESK")
CODES = FindingCode
ONE = (("4711",),)


def asked(
    status: int | None = 0,
    rows: tuple[tuple[str, ...], ...] = ONE,
    milliseconds: float = 1.0,
    model: QueryModel = QueryModel.STUDY_ROOT,
    is_cut: bool = False,
) -> QueryOutcome:
    level = None if model is QueryModel.WORKLIST else QueryLevel.STUDY
    order = QueryOrder((QueryKey("PatientID", "4711"),), model, level)
    return QueryOutcome(
        "Archive", order, NOW, milliseconds, ("PatientID",), rows, status, problem="it ended", is_cut=is_cut
    )


def codes(outcome: QueryOutcome) -> list[str]:
    return [str(one.code) for one in findings_of_answer(outcome, US)]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (0x0124, CODES.SERVICE_NOT_PERMITTED),
        (0x0214, CODES.SERVICE_NOT_PERMITTED),
        (0x0122, CODES.SERVICE_NOT_PERMITTED),
        (0x0211, CODES.SERVICE_NOT_PERMITTED),
        (0xA700, CODES.QUERY_REJECTED),
        (0xA900, CODES.QUERY_REJECTED),
        (0xC001, CODES.QUERY_REJECTED),
        (0x0110, CODES.QUERY_REJECTED),
        (0x0212, CODES.UNLISTED_ANSWER),
        (0xB000, CODES.UNLISTED_ANSWER),
        (0xFE00, CODES.UNLISTED_ANSWER),
        (0x7777, CODES.UNLISTED_ANSWER),
    ],
)
@pytest.mark.parametrize("model", [QueryModel.STUDY_ROOT, QueryModel.WORKLIST])
def test_each_status_that_is_no_success_is_named(status: int, code: FindingCode, model: QueryModel) -> None:
    assert codes(asked(status, (), model=model)) == [code]


@pytest.mark.parametrize("outcome", [asked(), asked(0, ()), asked(0xFE00, is_cut=True)])
def test_an_answer_as_it_should_be_has_no_finding(outcome: QueryOutcome) -> None:
    assert codes(outcome) == []


@pytest.mark.parametrize("text", ["?", ""])
def test_answers_that_are_no_dataset_or_an_empty_one_are_told(text: str) -> None:
    (finding,) = findings_of_answer(asked(rows=(*ONE, (text,))), US)
    assert (finding.code, finding.severity) == (CODES.UNLISTED_ANSWER, Severity.WARNING)
    assert finding.evidence == ("1 of 2 answers cannot be read.",)


@pytest.mark.parametrize(("rows", "expected"), [(ONE, [CODES.SLOW_PEER]), (ONE * 5000, [])])
def test_long_for_few_answers_is_slow_and_for_many_is_not(
    rows: tuple[tuple[str, ...], ...], expected: list[FindingCode]
) -> None:
    assert codes(asked(rows=rows, milliseconds=20_000.0)) == expected


@pytest.mark.parametrize(
    ("lost", "rows", "code"),
    [
        (NoAnswer.ABORTED, (), CODES.SERVICE_NOT_PERMITTED),
        (NoAnswer.ABORTED, ONE, CODES.ABORTED_IN_TRANSFER),
        (NoAnswer.CLOSED, (), CODES.ABORTED_IN_TRANSFER),
        (NoAnswer.RELEASED, (), CODES.ABORTED_IN_TRANSFER),
        (NoAnswer.BROKEN, ONE, CODES.ABORTED_IN_TRANSFER),
        (NoAnswer.OVERDUE, (), CODES.SLOW_PEER),
        (NoAnswer.OVERDUE, ONE, CODES.SLOW_PEER),
    ],
)
def test_an_end_before_the_answer_is_named(
    lost: NoAnswer, rows: tuple[tuple[str, ...], ...], code: FindingCode
) -> None:
    assert finding_of_end(asked(None, rows), US, lost).code == code


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (1, CODES.SERVICE_NOT_PERMITTED),
        (3, CODES.SERVICE_NOT_PERMITTED),
        (None, CODES.SERVICE_NOT_PERMITTED),
        (4, CODES.TRANSFER_SYNTAX_NOT_ACCEPTED),
        (0, CODES.TRANSFER_SYNTAX_NOT_ACCEPTED),
    ],
)
def test_a_refused_context_is_a_matter_of_the_service_or_of_its_syntax(result: int | None, code: FindingCode) -> None:
    finding = finding_of_context(asked(None, ()), US, result)
    assert (finding.code, finding.confidence) == (code, Confidence.CERTAIN)


def test_who_was_refused_one_model_is_told_to_ask_in_the_other() -> None:
    assert "patient-root" in finding_of_context(asked(None, ()), US, 3).repair[0]
    other = finding_of_context(asked(None, (), model=QueryModel.PATIENT_ROOT), US, 3)
    assert "study-root" in other.repair[0]
    worklist = finding_of_context(asked(None, (), model=QueryModel.WORKLIST), US, 3)
    assert not any("--model" in step for step in worklist.repair)
