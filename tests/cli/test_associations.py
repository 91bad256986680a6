"""The journal of associations, as a person reads it."""

import json
from dataclasses import replace

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationState,
    AssociationSummary,
    Direction,
    NegotiatedItem,
    OperationCount,
)
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
