"""The journal of associations, as a person reads it."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationEnd,
    AssociationState,
    AssociationSummary,
    Direction,
    NegotiatedItem,
    OperationCount,
)
from pacsdesk.contract.records.probes import RejectNumbers
from pacsdesk.link.codec import decode
from tests.cli.asking import Ask
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

OPEN = AssociationDetail(
    AssociationSummary(
        association_id="a1",
        direction=Direction.INCOMING,
        state=AssociationState.OPEN,
        began_at=NOW,
        ended_at=None,
        calling_ae_title="CT01",
        called_ae_title="PACSDESK",
        address="192.0.2.9",
        peer_name="CT room 3",
        operations=12,
        failures=0,
        bytes_received=6_000_000,
        bytes_sent=900,
        problem="",
    ),
    items=(
        NegotiatedItem(1, "1.2.840.10008.1.1", ("1.2.840.10008.1.2",), "1.2.840.10008.1.2", 0),
        NegotiatedItem(3, "1.2.3", ("1.2.840.10008.1.2", "1.2.840.10008.1.2.1"), "", 3),
    ),
    operations=(OperationCount("C-STORE", 0, 12),),
    our_maximum_length=131_072,
    implementation_version_name="MAKER_1",
)
REFUSED = AssociationDetail(
    replace(
        OPEN.summary,
        association_id="b2",
        calling_ae_title="MR02",
        state=AssociationState.REFUSED,
        ended_at=NOW,
        problem="No peer with this AE title is entered. (result 1, source 1, reason 3)",
    )
)


@pytest.fixture
def site() -> FakeSite:
    made = FakeSite()
    made.open_associations.append(OPEN)
    made.past_associations.append(REFUSED)
    return made


def test_the_past_is_listed_with_what_went_wrong(ask: Ask) -> None:
    said = ask("associations", "list", "mr02").output
    assert "MR02" in said and "reason 3" in said and "CT01" not in said


def test_those_that_are_open_are_listed_when_asked_for(ask: Ask) -> None:
    (one,) = json.loads(ask("associations", "list", "--live", "--json").output)
    assert (one["association_id"], one["operations"]) == ("a1", 12)


def test_the_list_is_narrowed_by_direction(ask: Ask, site: FakeSite) -> None:
    relayed = replace(REFUSED.summary, association_id="c3", direction=Direction.RELAYED, calling_ae_title="CT07")
    site.past_associations.append(replace(REFUSED, summary=relayed))
    assert [one["association_id"] for one in listed(ask, "--direction", "relayed")] == ["c3"]
    assert [one["association_id"] for one in listed(ask, "--direction", "incoming")] == ["b2"]
    assert listed(ask, "--live", "--direction", "sink") == []


def listed(ask: Ask, *options: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(ask("associations", "list", *options, "--json").output)
    return found


def test_one_is_shown_with_what_was_agreed_and_done(ask: Ask) -> None:
    said = ask("associations", "show", "a1").output
    assert "C-STORE answered 0000: 12" in said
    assert "1.2.3: not accepted (result 3, 2 transfer syntaxes offered)" in said
    assert "largest PDU: any there, 131,072 bytes here" in said


def test_one_is_ended(ask: Ask, site: FakeSite) -> None:
    assert "CT01 from 192.0.2.9 ends" in ask("associations", "end", "a1").output
    assert site.open_associations == []


def test_what_is_not_there_is_told(ask: Ask) -> None:
    assert ask("associations", "show", "zz").exit_code == Exit.FAILED


def explainable() -> AssociationDetail:
    """Refused, as the journal has it for programs, too."""
    return replace(REFUSED, end=AssociationEnd(reject=RejectNumbers(1, 1, 3)))


def test_a_failed_one_is_explained_with_what_to_do(ask: Ask, site: FakeSite) -> None:
    site.past_associations[:] = [explainable()]
    answer = ask("associations", "explain", "b2")
    assert answer.exit_code == Exit.FAILED
    assert "Fault: MR02 (192.0.2.9) was turned away" in answer.output


def test_of_a_well_one_nothing_is_explained(ask: Ask, site: FakeSite) -> None:
    site.open_associations[:] = [replace(OPEN, items=OPEN.items[:1])]
    answer = ask("associations", "explain", "a1")
    assert (answer.exit_code, answer.output) == (Exit.DONE, "Nothing went wrong in it that the journal shows.\n")


@pytest.mark.parametrize(("name", "options"), [("j.csv", ()), ("j.txt", ()), ("j", ("--format", "csv"))])
def test_the_journal_is_written_as_a_table(
    ask: Ask, site: FakeSite, tmp_path: Path, name: str, options: tuple[str, ...]
) -> None:
    hostile = replace(OPEN, summary=replace(OPEN.summary, calling_ae_title="=cmd|x", problem="two\nlines"))
    site.past_associations.append(hostile)
    told = ask("associations", "export", "--to", str(tmp_path / name), *options).output
    assert told == f"2 associations in {tmp_path / name}.\n"
    with (tmp_path / name).open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["calling_ae_title"], row["requests"]) for row in rows] == [
        ("MR02", ""),
        ("'=cmd|x", "C-STORE 0000 x12"),
    ]


def test_the_journal_is_written_as_json_with_everything(ask: Ask, tmp_path: Path) -> None:
    ask("associations", "export", "mr02", "--to", str(tmp_path / "j.json"))
    assert decode((tmp_path / "j.json").read_bytes(), list[AssociationDetail]) == [REFUSED]


def test_a_journal_that_cannot_be_written_leaves_what_was_there(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "j.csv").mkdir()
    assert ask("associations", "export", "--to", str(tmp_path / "j.csv")).exit_code == Exit.FAILED
    assert [path.name for path in tmp_path.iterdir() if "j" in path.name] == ["j.csv"]
