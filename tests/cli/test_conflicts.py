"""Conflicts as a person decides them: found by the beginning of an id, told with what lies in the trash afterwards."""

from dataclasses import replace

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.archive import Conflict
from pacsdesk.contract.types import SOPInstanceUID, StudyInstanceUID
from tests.cli.asking import Ask
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

ID, OTHER = "0123456789abcdef0123456789abcdef", "01239999999999999999999999999999"
REASON = ("--reason", "test")
CONFLICT = Conflict(
    conflict_id=ID,
    sop_instance_uid=SOPInstanceUID("1.2.3.4"),
    study_instance_uid=StudyInstanceUID("1.2"),
    patient_name="DOE^JANE",
    patient_id="1",
    first_received_at=NOW,
    first_sending_ae_title="CT01",
    first_size_bytes=1,
    second_received_at=NOW,
    second_sending_ae_title="CT02",
    second_size_bytes=2,
    differences=("PatientName: DOE^JANE / DOE^JAYNE",),
)


@pytest.fixture
def site() -> FakeSite:
    made = FakeSite()
    made.conflicts = [replace(CONFLICT, conflict_id=one) for one in (ID, OTHER)]
    return made


@pytest.mark.parametrize("named", [ID, ID[:8], f"{ID[:8]}…"])
def test_a_conflict_is_found_by_its_id_or_its_beginning(ask: Ask, site: FakeSite, named: str) -> None:
    assert ask("conflicts", "resolve", named, "keep-first", *REASON).exit_code == Exit.DONE
    assert [conflict.conflict_id for conflict in site.conflicts] == [OTHER]


def test_a_beginning_that_two_conflicts_have_decides_neither(ask: Ask, site: FakeSite) -> None:
    said = ask("conflicts", "resolve", ID[:4], "keep-first", *REASON)
    assert (said.exit_code, len(site.conflicts)) == (Exit.WRONG_USAGE, 2)
    assert ID in said.complaint and OTHER in said.complaint


@pytest.mark.parametrize("named", ["ffff", "012", "0123456789abcdef0123456789abcdee"])
def test_what_no_conflict_begins_with_decides_none(ask: Ask, site: FakeSite, named: str) -> None:
    assert ask("conflicts", "resolve", named, "keep-first", *REASON).exit_code == Exit.FAILED
    assert len(site.conflicts) == 2


@pytest.mark.parametrize(
    ("resolution", "told"),
    [
        ("keep-first", "the second is in the trash"),
        ("take-second", "takes the place of the first, which is in the trash"),
        ("keep-both", "under the new UID 2.25.1. The second as it came, under the UID that both had, is in the trash"),
    ],
)
def test_a_decision_is_told_with_what_is_in_the_trash(ask: Ask, resolution: str, told: str) -> None:
    said = ask("conflicts", "resolve", ID, resolution, *REASON).output
    assert told in said and "`pacsdesk trash list" in said


def test_the_status_says_that_conflicts_wait(ask: Ask, site: FakeSite) -> None:
    assert "2 conflicts wait for a decision: `pacsdesk conflicts list" in ask("status").output
    site.conflicts.pop()
    assert "1 conflict waits for a decision" in ask("status").output
    site.conflicts.pop()
    assert "for a decision" not in ask("status").output
