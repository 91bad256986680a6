"""`pacsdesk find`: rows for people, one document for scripts, and what hid a result."""

import json
from dataclasses import replace

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import (
    Explanation,
    QueryKey,
    QueryOrder,
    QueryOutcome,
    Relaxation,
    RelaxedAnswer,
)
from tests.cli.asking import Ask
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

CAME = QueryOutcome(
    peer="PACS",
    order=QueryOrder(),
    at=NOW,
    milliseconds=12.3,
    columns=("PatientName", "StudyInstanceUID"),
    rows=(("SMITH^JOHN", "1.2.3"),),
    status=0,
)
HIDDEN = Finding(
    FindingCode.QUERY_MATCHED_NOTHING,
    Severity.FAULT,
    "Modality 'CT' hid the result.",
    Confidence.CERTAIN,
    ("Asked without it, PACS has 2 answers.",),
    ("Ask with Modality=MR.",),
)


@pytest.fixture
def site() -> FakeSite:
    made = FakeSite()
    made.query_outcomes["PACS"] = CAME
    return made


def test_answers_are_a_table_with_their_number_and_status(ask: Ask) -> None:
    said = ask("find", "PACS", "PatientName=SMITH*")
    assert said.exit_code == Exit.DONE
    assert "SMITH^JOHN" in said.output and "1 answer in 12 ms, status 0000" in said.output


def test_scripts_get_the_outcome_with_what_was_asked(ask: Ask) -> None:
    said = json.loads(ask("find", "PACS", "0010,0020=47", "--level", "series", "--calling", "CT01", "--json").output)
    assert said["rows"] == [["SMITH^JOHN", "1.2.3"]]
    assert (said["order"]["level"], said["order"]["calling_ae_title"]) == ("SERIES", "CT01")
    assert said["order"]["keys"] == [{"name": "0010,0020", "value": "47"}]


def test_a_date_that_would_match_nothing_is_doubted_and_asked_as_it_stands(ask: Ask) -> None:
    said = ask("find", "PACS", "StudyDate=2013-07-17")
    assert said.output.startswith("StudyDate=2013-07-17: Dates are eight digits, year first. Write 20130717.")
    assert "wildcards" in ask("find", "PACS", "0008,0020=201307*").output
    assert "eight digits" not in ask("find", "PACS", "StudyDate=20130717-", "StudyDescription=2013-07-17").output


def test_a_doubted_date_leaves_the_document_for_scripts_alone(ask: Ask) -> None:
    said = json.loads(ask("find", "PACS", "StudyDate=2013-07-17", "--json").output)
    assert said["order"]["keys"] == [{"name": "StudyDate", "value": "2013-07-17"}]


def test_a_worklist_has_no_level(ask: Ask) -> None:
    said = json.loads(ask("find", "PACS", "PatientID=47", "--model", "worklist", "--json").output)
    assert said["order"]["level"] is None


def test_no_answer_is_told_with_the_way_on(ask: Ask, site: FakeSite) -> None:
    site.query_outcomes["PACS"] = replace(CAME, rows=())
    assert "--why" in ask("find", "PACS", "PatientID=47").output


def test_what_stood_in_the_way_fails_and_is_told_with_its_cause(ask: Ask, site: FakeSite) -> None:
    site.query_outcomes["PACS"] = replace(CAME, status=None, rows=(), problem="connection refused", findings=(HIDDEN,))
    said = ask("find", "PACS", "PatientID=47")
    assert said.exit_code == Exit.FAILED
    assert "connection refused" in said.output and "1. Ask with Modality=MR." in said.output


def test_the_plan_is_shown_before_it_is_asked(ask: Ask, site: FakeSite) -> None:
    site.relaxations = (Relaxation("without Modality (CT)", "Modality", QueryOrder((QueryKey("PatientID", "47"),))),)
    said = ask("find", "PACS", "PatientID=47", "Modality=CT", "--why")
    assert "without Modality (CT)" in said.output and "--yes" in said.output
    assert site.calls["queries.explain"] == 0


def test_the_key_that_hid_the_result_is_told(ask: Ask, site: FakeSite) -> None:
    site.explanation = Explanation((RelaxedAnswer("without Modality (CT)", 20, True, ("MR",)),), (HIDDEN,))
    said = ask("find", "PACS", "PatientID=47", "Modality=CT", "--why", "--yes")
    assert said.exit_code == Exit.DONE
    assert "20 or more" in said.output and "Fault: Modality 'CT' hid the result." in said.output


@pytest.mark.parametrize("word", ["=47", "Patient ID"])
def test_what_is_no_key_is_wrong_usage(ask: Ask, word: str) -> None:
    with pytest.raises(SystemExit):
        ask("find", "PACS", word)
