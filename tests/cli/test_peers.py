"""`pacsdesk peers` with what an entry can hold beside title, host and port, over a real link to a site in memory."""

import json
from dataclasses import replace

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.peers import AddressCheck, Peer, PeerTimeouts, UsedService
from pacsdesk.contract.records.remarks import Remark, RemarkCode
from pacsdesk.contract.types import AETitle
from tests.cli.asking import Ask
from tests.support.fake_services import FakeSite

STORE = Peer("Store 1", AETitle("STORE01"), "10.1.2.3", 104)
FULL = replace(
    STORE,
    character_set="ISO_IR 100",
    contact="Ada, extension 12",
    uses=(UsedService.FIND, UsedService.WORKLIST),
    timeouts=PeerTimeouts(5, 20, 300),
    address_check=AddressCheck.SUBNET,
)
GIVEN = (
    *("--character-set", "ISO_IR 100", "--contact", "Ada, extension 12", "--use", "find,worklist"),
    *("--connect-timeout", "5", "--associate-timeout", "20", "--answer-timeout", "300", "--address-check", "subnet"),
)


def test_a_new_peer_has_all_that_is_given(ask: Ask, site: FakeSite) -> None:
    ask("peers", "add", "Store 1", "--ae-title", "STORE01", "--host", "10.1.2.3", "--port", "104", *GIVEN)
    assert site.peers == [FULL]


def test_a_peer_is_changed_in_all_that_is_given(ask: Ask, site: FakeSite) -> None:
    site.peers.append(STORE)
    ask("peers", "change", "Store 1", *GIVEN)
    assert site.peers == [FULL]


def test_a_time_out_of_0_is_the_usual_one_again(ask: Ask, site: FakeSite) -> None:
    site.peers.append(FULL)
    ask("peers", "change", "Store 1", "--connect-timeout", "0")
    assert site.peers == [replace(FULL, timeouts=PeerTimeouts(None, 20, 300))]


@pytest.mark.parametrize(
    "wrong",
    [("--use", "fnd"), ("--answer-timeout", "3601"), ("--connect-timeout", "-1"), ("--address-check", "network")],
)
def test_what_is_given_wrongly_is_refused(ask: Ask, wrong: tuple[str, str]) -> None:
    with pytest.raises(SystemExit) as ended:
        ask("peers", "add", "Store 1", "--ae-title", "STORE01", *wrong)
    assert ended.value.code == Exit.WRONG_USAGE


def test_a_peer_is_shown_with_all_that_was_chosen(ask: Ask, site: FakeSite) -> None:
    site.peers.append(FULL)
    assert ask("peers", "show", "Store 1").output == (
        "Store 1: STORE01 from the network of 10.1.2.3, without TLS, may echo, store. It is reached at 10.1.2.3:104. "
        "We use its find, worklist. Text goes to it in ISO_IR 100. It has 5 s to connect, 20 s to associate, "
        "300 s for an answer. Contact: Ada, extension 12.\n"
    )


def test_a_peer_whose_address_is_not_checked_is_told_so(ask: Ask, site: FakeSite) -> None:
    site.peers.append(replace(STORE, address_check=AddressCheck.OFF))
    assert "STORE01 from any address," in ask("peers", "show", "Store 1").output


TWIN = Remark(RemarkCode.CASE_TWIN, Severity.WARNING, "CT 1 has the AE title store01.", "ae_title")


def test_what_is_noticed_is_marked_in_the_list(ask: Ask, site: FakeSite) -> None:
    site.peers.append(STORE)
    site.noticed["Store 1"] = (TWIN,)
    assert ask("peers", "list").output.splitlines()[1].endswith("case-twin")


@pytest.mark.parametrize("words", [("add", "Store 1", "--ae-title", "STORE01"), ("show", "Store 1")])
def test_what_is_noticed_is_told_with_the_entry(ask: Ask, site: FakeSite, words: tuple[str, ...]) -> None:
    site.noticed["Store 1"] = (TWIN,)
    if words[0] == "show":
        site.peers.append(STORE)
    assert ask("peers", *words).output.splitlines()[-1] == "Warning: CT 1 has the AE title store01."


def test_a_document_has_the_entry_alone(ask: Ask, site: FakeSite) -> None:
    site.noticed["Store 1"] = (TWIN,)
    said = json.loads(ask("peers", "add", "Store 1", "--ae-title", "STORE01", "--json").output)
    assert said["name"] == "Store 1"


def test_a_caller_is_blocked_and_unblocked(ask: Ask, site: FakeSite) -> None:
    assert "is blocked" in ask("peers", "block", "CT99", "--host", "192.0.2.99").output
    assert [(one.name, one.is_blocked) for one in site.peers] == [("CT99 192.0.2.99", True)]
    assert "blocked" in ask("peers", "list").output
    ask("peers", "unblock", "CT99 192.0.2.99")
    assert site.peers == []


def test_a_caller_is_unblocked_by_its_title_unless_it_is_blocked_from_several_places(ask: Ask, site: FakeSite) -> None:
    ask("peers", "block", "CT99", "--host", "192.0.2.99")
    ask("peers", "block", "CT99", "--host", "192.0.2.98")
    assert ask("peers", "unblock", "CT99").exit_code == Exit.WRONG_USAGE
    ask("peers", "unblock", "CT99 192.0.2.98")
    assert [peer.name for peer in site.peers if peer.is_blocked] == ["CT99 192.0.2.99"]
    ask("peers", "unblock", "CT99")
    assert not any(peer.is_blocked for peer in site.peers)


def test_an_entry_as_others_is_not_unblocked(ask: Ask, site: FakeSite) -> None:
    site.peers.append(STORE)
    assert (ask("peers", "unblock", "Store 1").exit_code, site.peers) == (Exit.WRONG_USAGE, [STORE])
