"""Each cause of a failed retrieval is found from what was seen of it, and named first; a good one has none."""

from dataclasses import replace

import pytest

from pacsdesk.contract.records.findings import Confidence, FindingCode
from pacsdesk.contract.records.queries import QueryKey, QueryModel
from pacsdesk.contract.records.retrieves import LedgerSummary, RetrieveKind, RetrieveOrder, RetrieveOutcome
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.engine.diagnosis.catalog import diagnose_retrieval
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence
from pacsdesk.engine.network.wire.opened import NoAnswer
from tests.support.fake_state import NOW

KEYS = (QueryKey("StudyInstanceUID", "1.2"),)
MOVED = RetrieveOutcome(
    "PACS",
    RetrieveOrder(KEYS),
    AETitle("PACSDESK"),
    "PACSDESK",
    True,
    NOW,
    status=0,
    completed=4,
    is_over=True,
    ledger=LedgerSummary(listed=4, stored=4),
)
GOT = replace(MOVED, order=RetrieveOrder(KEYS, RetrieveKind.GET), destination="")
NOTHING = LedgerSummary(listed=4, missing=4)
UNABLE = replace(MOVED, status=0xC000, completed=0, ledger=NOTHING)
KINDS = ("1.1", "1.2")


def found(evidence: RetrieveEvidence) -> list[str]:
    return [str(one.code) for one in diagnose_retrieval(evidence)]


@pytest.mark.parametrize("outcome", [MOVED, GOT, replace(MOVED, ledger=LedgerSummary(listed=4, held=4))])
def test_a_good_retrieval_has_no_finding(outcome: RetrieveOutcome) -> None:
    assert found(RetrieveEvidence(outcome, number_of_kinds=2)) == []


def test_one_that_a_person_stopped_has_none_either() -> None:
    assert found(RetrieveEvidence(replace(UNABLE, is_stopped=True))) == []


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (0xA801, FindingCode.MOVE_DESTINATION_UNKNOWN),
        (0xA702, FindingCode.MOVE_CANNOT_DELIVER),
        (0xA701, FindingCode.QUERY_REJECTED),
        (0xA7B3, FindingCode.QUERY_REJECTED),
        (0xA900, FindingCode.QUERY_REJECTED),
        (0x0110, FindingCode.QUERY_REJECTED),
        (0x0122, FindingCode.SERVICE_NOT_PERMITTED),
        (0x0124, FindingCode.SERVICE_NOT_PERMITTED),
        (0x0214, FindingCode.SERVICE_NOT_PERMITTED),
        (0x1234, FindingCode.UNLISTED_ANSWER),
    ],
)
def test_a_refusal_is_named_by_its_status(status: int, code: FindingCode) -> None:
    assert found(RetrieveEvidence(replace(UNABLE, status=status)))[:1] == [code]


@pytest.mark.parametrize(
    ("called_us", "codes", "confidence"),
    [
        (True, [FindingCode.MOVE_CANNOT_DELIVER], Confidence.LIKELY),
        (False, [FindingCode.MOVE_DESTINATION_UNKNOWN], Confidence.LIKELY),
        (None, [FindingCode.MOVE_DESTINATION_UNKNOWN, FindingCode.MOVE_CANNOT_DELIVER], Confidence.POSSIBLE),
    ],
)
def test_unable_to_process_what_is_listed_is_about_the_destination(
    called_us: bool | None, codes: list[FindingCode], confidence: Confidence
) -> None:
    findings = diagnose_retrieval(RetrieveEvidence(UNABLE, called_us=called_us))
    assert [one.code for one in findings] == codes
    assert {one.confidence for one in findings} == {confidence}


def test_who_called_us_knows_us_whatever_it_says() -> None:
    assert found(RetrieveEvidence(replace(UNABLE, status=0xA801), called_us=True)) == [FindingCode.MOVE_CANNOT_DELIVER]


def test_a_refused_context_is_a_matter_of_rights() -> None:
    outcome = replace(UNABLE, status=None, problem="it does not take C-MOVE")
    assert found(RetrieveEvidence(outcome, context_result=3)) == [FindingCode.SERVICE_NOT_PERMITTED]


@pytest.mark.parametrize(
    ("lost", "code"),
    [(NoAnswer.OVERDUE, FindingCode.SLOW_PEER), (NoAnswer.CLOSED, FindingCode.ABORTED_IN_TRANSFER)],
)
def test_an_association_that_was_lost_is_told_by_how(lost: NoAnswer, code: FindingCode) -> None:
    assert found(RetrieveEvidence(replace(UNABLE, status=None), lost=lost)) == [code]


@pytest.mark.parametrize(
    "outcome",
    [
        replace(MOVED, status=0xB000, completed=3, failed=1, failed_uids=("1.2.3",)),
        replace(MOVED, ledger=LedgerSummary(listed=4, stored=3, missing=1)),
        replace(MOVED, completed=3, ledger=LedgerSummary(listed=4, stored=3, held=1)),
    ],
    ids=["says so", "claims all", "sends fewer than it lists"],
)
def test_a_part_is_missing(outcome: RetrieveOutcome) -> None:
    assert found(RetrieveEvidence(outcome)) == [FindingCode.MOVE_PARTLY_DELIVERED]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (replace(MOVED, completed=0, ledger=LedgerSummary(listed=0)), "has nothing under these keys"),
        (replace(MOVED, completed=0, ledger=NOTHING), "lists 4 objects"),
        (replace(MOVED, ledger=NOTHING), "sends them to another system"),
        (replace(UNABLE, ledger=LedgerSummary(listed=0)), "has nothing under these keys"),
    ],
)
def test_nothing_came_and_it_is_called_well(outcome: RetrieveOutcome, words: str) -> None:
    (finding,) = diagnose_retrieval(RetrieveEvidence(outcome))
    assert finding.code is FindingCode.MOVE_NOTHING_SENT
    assert words in finding.cause


@pytest.mark.parametrize(
    ("level", "model", "names", "missing"),
    [
        (QueryLevel.SERIES, QueryModel.STUDY_ROOT, ("SeriesInstanceUID",), "StudyInstanceUID"),
        (QueryLevel.IMAGE, QueryModel.STUDY_ROOT, ("0020,000D", "SOPInstanceUID"), "SeriesInstanceUID"),
        (QueryLevel.STUDY, QueryModel.PATIENT_ROOT, ("StudyInstanceUID",), "PatientID"),
    ],
)
def test_a_key_of_a_level_above_is_missing(
    level: QueryLevel, model: QueryModel, names: tuple[str, ...], missing: str
) -> None:
    order = RetrieveOrder(tuple(QueryKey(name, "1.2") for name in names), level=level, model=model)
    (finding,) = diagnose_retrieval(
        RetrieveEvidence(replace(MOVED, order=order, completed=0, ledger=LedgerSummary(problem="no study is named")))
    )
    assert finding.code is FindingCode.MOVE_NOTHING_SENT
    assert f"needs {missing} as well" in finding.cause


def test_who_does_not_count_and_sends_elsewhere_is_not_accused() -> None:
    outcome = replace(MOVED, completed=0, is_to_us=False, ledger=LedgerSummary(listed=4, unseen=4))
    assert found(RetrieveEvidence(outcome, is_counted=False)) == []


FAILED = replace(GOT, status=0xA702, completed=0, failed=4, ledger=NOTHING)


@pytest.mark.parametrize(
    ("evidence", "code"),
    [
        (RetrieveEvidence(FAILED, number_of_kinds=2, roles_refused=KINDS), FindingCode.GET_ROLES_REFUSED),
        (RetrieveEvidence(FAILED, number_of_kinds=2, kinds_refused=KINDS), FindingCode.GET_ROLES_REFUSED),
        (RetrieveEvidence(FAILED, number_of_kinds=2), FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED),
        (
            RetrieveEvidence(FAILED, number_of_kinds=2, refusals=("we answered A700: no room",)),
            FindingCode.ARCHIVE_FULL,
        ),
        (RetrieveEvidence(FAILED, number_of_kinds=2, refusals=("we answered C000",)), FindingCode.OBJECT_REFUSED),
    ],
)
def test_a_get_of_which_all_failed(evidence: RetrieveEvidence, code: FindingCode) -> None:
    assert found(evidence) == [code]


def test_an_abort_in_place_of_an_answer_is_a_matter_of_rights() -> None:
    refused = replace(UNABLE, status=None, problem="it aborted the association (source 0, reason 0)")
    evidence = RetrieveEvidence(refused, lost=NoAnswer.ABORTED, is_counted=False)
    assert found(evidence) == [FindingCode.SERVICE_NOT_PERMITTED]
    assert found(replace(evidence, is_counted=True)) == [FindingCode.ABORTED_IN_TRANSFER]
    assert found(replace(evidence, lost=NoAnswer.CLOSED)) == [FindingCode.ABORTED_IN_TRANSFER]


@pytest.mark.parametrize(
    ("result", "code"), [(3, FindingCode.SERVICE_NOT_PERMITTED), (4, FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED)]
)
def test_a_refused_context_is_named_by_its_result(result: int, code: FindingCode) -> None:
    refused = replace(UNABLE, status=None, problem="it does not take C-MOVE")
    assert found(RetrieveEvidence(refused, context_result=result)) == [code]


def test_a_cancellation_that_nobody_asked_for_is_named() -> None:
    assert found(RetrieveEvidence(replace(UNABLE, status=0xFE00))) == [FindingCode.UNLISTED_ANSWER]
    assert found(RetrieveEvidence(replace(UNABLE, status=0xFE00, completed=1))) == [FindingCode.UNLISTED_ANSWER]


def test_a_count_of_objects_that_never_came_on_our_association_is_wrong() -> None:
    (finding,) = diagnose_retrieval(RetrieveEvidence(replace(GOT, ledger=NOTHING), number_of_kinds=2))
    assert finding.cause == "PACS says that it sent 4 objects on our association, and none came: its count is wrong."
