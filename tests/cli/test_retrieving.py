"""`pacsdesk move` and `pacsdesk get`: the ledger as a table for people, one document for scripts."""

import json
from dataclasses import replace
from typing import cast

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import QueryKey
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
from pacsdesk.contract.types import AETitle
from tests.cli.asking import Ask
from tests.support.fake_retrieves import FakeRetrieves
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

WELL = RetrieveOutcome(
    "PACS",
    RetrieveOrder((QueryKey("StudyInstanceUID", "1.2"),)),
    AETitle("PACSDESK"),
    "PACSDESK",
    True,
    NOW,
    milliseconds=1234.0,
    status=0,
    completed=2,
    is_over=True,
    ledger=LedgerSummary(listed=2, stored=1, missing=1),
)
UNKNOWN = Finding(
    FindingCode.MOVE_DESTINATION_UNKNOWN,
    Severity.FAULT,
    "PACS does not know STORE02 as a destination.",
    Confidence.CERTAIN,
    ("Status A801.",),
    ("Have it entered there.",),
)
LINES = [
    LedgerLine("1.2", "1.2.1", "1.2.1.1", "1.2.840.1", Claim.COMPLETED, Landing.STORED, size_bytes=2048),
    LedgerLine("1.2", "1.2.1", "1.2.1.2", "1.2.840.1", Claim.COMPLETED, Landing.MISSING),
]


@pytest.fixture
def site() -> FakeSite:
    made = FakeSite()
    fake_of(made).next_outcome, fake_of(made).lines = WELL, list(LINES)
    return made


def fake_of(site: FakeSite) -> FakeRetrieves:
    return cast(FakeRetrieves, site.services.retrieves)


def test_the_ledger_is_a_table_with_what_is_missing_first(ask: Ask) -> None:
    said = ask("move", "PACS", "StudyInstanceUID=1.2")
    assert said.exit_code == Exit.DONE
    assert said.output.index("1.2.1.2") < said.output.index("1.2.1.1 ")
    assert "status 0000; it counts 2 sent, 0 failed; here 1 new, 0 before, 1 missing; 1,234 ms" in said.output


def test_scripts_get_the_outcome_and_each_line(ask: Ask) -> None:
    said = json.loads(ask("get", "PACS", "PatientID=47", "--level", "patient", "--calling", "CT01", "--json").output)
    assert (said["outcome"]["order"]["kind"], said["outcome"]["order"]["level"]) == ("get", "PATIENT")
    assert said["outcome"]["order"]["calling_ae_title"] == "CT01"
    assert [line["landing"] for line in said["lines"]] == ["stored", "missing"]


def test_what_is_missing_is_fetched_again_when_that_is_wanted(ask: Ask, site: FakeSite) -> None:
    ask("move", "PACS", "StudyInstanceUID=1.2")
    assert site.calls["retrieves.start_missing"] == 0
    ask("move", "PACS", "StudyInstanceUID=1.2", "--again")
    assert site.calls["retrieves.start_missing"] == 1


def test_a_failed_move_is_told_with_its_cause_and_unfolded(ask: Ask, site: FakeSite) -> None:
    fake_of(site).next_outcome = replace(WELL, status=0xA801, completed=0, findings=(UNKNOWN,))
    fake_of(site).unfolded = Unfolded(
        "The second leg is broken.", (MoveLeg("PACS to STORE02", LegState.BROKEN, ("Nobody listens there.",)),)
    )
    said = ask("move", "PACS", "--to", "STORE02", "StudyInstanceUID=1.2", "--unfold")
    assert said.exit_code == Exit.FAILED
    for text in (
        "PACS does not know STORE02",
        "The second leg is broken.",
        "PACS to STORE02: broken",
        "Nobody listens",
    ):
        assert text in said.output


def test_what_goes_elsewhere_is_not_seen_from_here(ask: Ask, site: FakeSite) -> None:
    fake_of(site).next_outcome = replace(WELL, is_to_us=False, destination="STORE02")
    fake_of(site).lines = [replace(LINES[0], landing=Landing.UNSEEN, size_bytes=0)]
    said = ask("move", "PACS", "--to", "STORE02", "StudyInstanceUID=1.2")
    assert "not seen from here" in said.output and "missing" not in said.output


@pytest.mark.parametrize(
    "words",
    [(), ("PatientID=1", "--model", "worklist"), ("PatientID=1", "--level", "DISC"), ("PatientID=1", "--to", "")],
)
def test_a_wrong_word_is_refused(ask: Ask, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        ask("move", "PACS", *words)
    assert ended.value.code == Exit.WRONG_USAGE
