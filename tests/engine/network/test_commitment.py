"""Storage commitment as senders see it: the answer, the result on either association, refusals, a restart between."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom import Dataset
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from pacsdesk.contract.errors import NotFound, Refused
from pacsdesk.contract.records.commitments import Commitment, CommitmentState
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService
from pacsdesk.contract.types import AETitle, DimseStatus
from tests.engine.network.committing import (
    Inbox,
    action_information,
    ask,
    listener_of_others,
    requestor,
    result_listener,
    wait_until,
)
from tests.engine.network.listening import KNOWN, TESTER, ListeningSite, listening_site
from tests.engine.network.sending import PRIVATE_CLASS, send_one, sender, small_object
from tests.support.network import free_port

pytestmark = pytest.mark.thorough

UID, OTHER_UID, TRANSACTION = "1.2.3.4", "1.2.3.5", "1.2.3.99"
HELD = [(PRIVATE_CLASS, UID)]
MAY = (PeerService.STORE, PeerService.COMMITMENT)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ListeningSite]:
    """A site that holds one instance and lets its sender ask for commitment."""
    with listening_site(tmp_path) as listening:
        listening.enter_peer(KNOWN, *MAY)
        assert send_one(listening.port, small_object(instance=UID)) == (0, "")
        listening.commitments.start()
        yield listening


def reachable_at(site: ListeningSite, port: int | None, **changed: object) -> None:
    """The sender's entry says where it takes associations."""
    peer = Peer(KNOWN, AETitle(KNOWN), ANY_HOST, port, allow=MAY)
    site.peers.change(TESTER, KNOWN, replace(peer, **changed))  # type: ignore[arg-type]  # fields of a peer


def listed(site: ListeningSite) -> list[Commitment]:
    """All requests, newest first."""
    return list(site.commitments.list(TESTER, PageRequest()).items)


def wait_for(site: ListeningSite, state: CommitmentState) -> Commitment:
    """The one request, once it is in this state."""
    wait_until(site, lambda: [one.state for one in listed(site)] == [state])
    return listed(site)[0]


def request(site: ListeningSite, references: list[tuple[str, str]], transaction_uid: str = TRANSACTION) -> int:
    """Ask on an association that is released at once; the status of the answer."""
    with requestor(site.port) as association:
        return ask(association, action_information(transaction_uid, references))[0]


def test_a_sender_that_stays_is_told_on_its_own_association(site: ListeningSite) -> None:
    inbox = Inbox()
    with requestor(site.port, inbox) as association:
        assert ask(association, action_information(TRANSACTION, HELD)) == (0, "")
        result = inbox.next()
        wait_for(site, CommitmentState.REPORTED)
    assert (result.event_type_id, result.transaction_uid, result.committed, result.failed, result.was_caller) == (
        *(1, TRANSACTION, [UID], {}),
        True,
    )


def test_a_sender_that_has_left_is_called(site: ListeningSite) -> None:
    inbox = Inbox()
    with result_listener(inbox) as port:
        reachable_at(site, port)
        assert request(site, HELD) == 0
        result = inbox.next()
        wait_for(site, CommitmentState.REPORTED)
    assert (result.event_type_id, result.committed, result.retrieve_ae_title, result.was_caller) == (
        *(1, [UID], "PACSDESK"),
        False,
    )


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian], ids=["explicit", "implicit"])
def test_failures_are_told_each_with_its_reason(site: ListeningSite, syntax: str) -> None:
    inbox = Inbox()
    wrong = [(PRIVATE_CLASS, UID), (PRIVATE_CLASS, "1.9.9"), ("1.2.840.10008.5.1.4.1.1.2", UID)]
    with requestor(site.port, inbox, syntaxes=[syntax]) as association:
        assert ask(association, action_information(TRANSACTION, wrong))[0] == 0
        result = inbox.next()
        wait_for(site, CommitmentState.REPORTED)
    assert (result.event_type_id, result.committed) == (2, [UID])
    assert result.failed == {"1.9.9": DimseStatus.NO_SUCH_INSTANCE, UID: DimseStatus.CLASS_INSTANCE_CONFLICT}


def test_an_instance_whose_bytes_have_rotted_is_not_committed(site: ListeningSite) -> None:
    (path,) = site.folder.objects.rglob("*.dcm")
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    inbox = Inbox()
    with requestor(site.port, inbox) as association:
        ask(association, action_information(TRANSACTION, HELD))
        assert inbox.next().failed == {UID: DimseStatus.PROCESSING_FAILURE}


def test_an_instance_in_conflict_is_refused_to_its_second_sender(site: ListeningSite) -> None:
    site.enter_peer("CT02", *MAY)
    other = small_object(instance=UID, name="PHANTOM^BLUE")
    with sender(site.port, [(other.sop_class_uid, other.transfer_syntax_uid)], calling="CT02") as second:
        assert second.store(other)[0] == DimseStatus.COERCION_OF_ELEMENTS
    results = {}
    for title in (KNOWN, "CT02"):
        inbox = Inbox()
        with requestor(site.port, inbox, title) as association:
            ask(association, action_information(TRANSACTION, HELD))
            results[title] = inbox.next().failed
    assert results == {KNOWN: {}, "CT02": {UID: DimseStatus.PROCESSING_FAILURE}}


def test_an_instance_named_twice_is_told_once(site: ListeningSite) -> None:
    inbox = Inbox()
    with requestor(site.port, inbox) as association:
        ask(association, action_information(TRANSACTION, HELD * 3))
        assert inbox.next().committed == [UID]


def test_a_transaction_uid_is_used_once(site: ListeningSite) -> None:
    inbox = Inbox()
    with requestor(site.port, inbox) as association:
        statuses = [ask(association, action_information(TRANSACTION, HELD))[0] for _ in range(2)]
        inbox.next()
        statuses.append(ask(association, action_information(TRANSACTION, HELD))[0])
    assert statuses == [0, DimseStatus.DUPLICATE_TRANSACTION_UID, DimseStatus.DUPLICATE_TRANSACTION_UID]


def test_two_senders_may_use_one_transaction_uid(site: ListeningSite) -> None:
    site.enter_peer("CT02", *MAY)
    with requestor(site.port) as one, requestor(site.port, calling="CT02") as other:
        statuses = [ask(association, action_information(TRANSACTION, HELD))[0] for association in (one, other)]
    assert statuses == [0, 0]


def without(keyword: str) -> Dataset:
    """A request that lacks an attribute."""
    ds = action_information(TRANSACTION, HELD)
    delattr(ds, keyword)
    return ds


def with_empty_item() -> Dataset:
    """A request with a reference to nothing."""
    ds = action_information(TRANSACTION, HELD)
    ds.ReferencedSOPSequence.append(Dataset())
    return ds


@pytest.mark.parametrize(
    ("information", "said"),
    [
        (without("TransactionUID"), "Transaction UID"),
        (without("ReferencedSOPSequence"), "Referenced SOP Sequence"),
        (action_information(TRANSACTION, []), "Referenced SOP Sequence"),
        (with_empty_item(), "Referenced SOP Class UID"),
        (None, "no action information"),
    ],
    ids=["no transaction", "no sequence", "no item", "empty item", "nothing"],
)
def test_a_request_that_says_too_little_is_refused_by_name(
    site: ListeningSite, information: Dataset | None, said: str
) -> None:
    with requestor(site.port) as association:
        status, comment = ask(association, information)
    assert (status, said in comment, listed(site)) == (DimseStatus.INVALID_ARGUMENT, True, [])


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"action_type": 2}, DimseStatus.NO_SUCH_ACTION),
        ({"instance_uid": "1.2.3"}, DimseStatus.NO_SUCH_INSTANCE),
        ({"class_uid": "1.2.840.10008.1.20.2", "meta_uid": "1.2.840.10008.1.20.1"}, 0x0122),
    ],
    ids=["another action", "another instance", "another class"],
)
def test_a_command_that_asks_for_something_else_is_refused(
    site: ListeningSite, changed: dict[str, object], status: int
) -> None:
    with requestor(site.port) as association:
        assert ask(association, action_information(TRANSACTION, HELD), **changed)[0] == status


def test_a_request_without_end_is_refused_and_the_next_one_taken(site: ListeningSite) -> None:
    endless = action_information(TRANSACTION, HELD)
    endless.TextValue = "x" * (7 << 20)
    with requestor(site.port) as association:
        assert ask(association, endless)[0] == DimseStatus.RESOURCE_LIMITATION
        assert ask(association, action_information(TRANSACTION, HELD))[0] == 0


def test_items_nested_without_end_are_refused(site: ListeningSite) -> None:
    nested = action_information(TRANSACTION, HELD)
    for _ in range(40):
        outer = action_information(TRANSACTION, HELD)
        outer.ReferencedSOPSequence[0].ReferencedSOPSequence = [nested]
        nested = outer
    with requestor(site.port) as association:
        assert ask(association, nested)[0] == DimseStatus.INVALID_ARGUMENT


def test_a_peer_that_may_not_ask_is_refused_the_context(site: ListeningSite) -> None:
    site.enter_peer("CT02", PeerService.ECHO)
    contexts = [("1.2.840.10008.1.20.1", "1.2.840.10008.1.2"), ("1.2.840.10008.1.1", "1.2.840.10008.1.2")]
    with sender(site.port, contexts, calling="CT02") as refused:
        assert refused.context_results == [1, 0]


def test_what_was_asked_before_a_restart_is_told_after_it(tmp_path: Path) -> None:
    with listening_site(tmp_path) as site:  # its checks and reports have not begun
        site.enter_peer(KNOWN, *MAY)
        send_one(site.port, small_object(instance=UID))
        assert request(site, HELD) == 0
        assert [one.state for one in listed(site)] == [CommitmentState.CHECKING]
    inbox = Inbox()
    with listening_site(tmp_path) as site, result_listener(inbox) as port:
        reachable_at(site, port)
        site.commitments.start()
        assert inbox.next().committed == [UID]
        wait_for(site, CommitmentState.REPORTED)


def test_a_sender_that_cannot_be_reached_is_tried_again(site: ListeningSite) -> None:
    inbox, port = Inbox(), free_port()
    reachable_at(site, port)
    assert request(site, HELD) == 0
    wait_until(site, lambda: listed(site)[0].attempts > 1)
    assert "refused" in listed(site)[0].problem
    with result_listener(inbox, port=port):
        assert inbox.next().committed == [UID]
        assert wait_for(site, CommitmentState.REPORTED).problem == ""


def test_a_result_that_the_sender_does_not_take_is_told_again(site: ListeningSite) -> None:
    inbox = Inbox(answers=[0x0110])
    with result_listener(inbox) as port:
        reachable_at(site, port)
        request(site, HELD)
        assert [inbox.next().transaction_uid, inbox.next().transaction_uid] == [TRANSACTION, TRANSACTION]
        assert wait_for(site, CommitmentState.REPORTED).attempts == 2


def test_one_result_that_is_not_taken_holds_up_no_other(site: ListeningSite) -> None:
    reachable_at(site, free_port())
    for number in range(3):
        request(site, HELD, f"1.2.3.90.{number}")
    wait_until(site, lambda: all(one.attempts for one in listed(site)))
    inbox = Inbox(answers=[0x0110] * 2)
    with result_listener(inbox) as port:
        reachable_at(site, port)
        wait_until(site, lambda: all(one.state is CommitmentState.REPORTED for one in listed(site)))


@pytest.mark.parametrize(
    ("port", "changed", "said"),
    [
        (None, {}, "has no port"),
        (104, {"allow": (PeerService.STORE,)}, "is not allowed"),
    ],
    ids=["no port", "not allowed any more"],
)
def test_a_result_without_a_way_to_its_sender_is_kept_and_says_why(
    site: ListeningSite, port: int | None, changed: dict[str, object], said: str
) -> None:
    request(site, HELD)
    reachable_at(site, port, **changed)
    wait_until(site, lambda: said in listed(site)[0].problem)
    assert listed(site)[0].state in (CommitmentState.REPORTING, CommitmentState.CHECKING)


def test_a_result_of_a_sender_that_is_no_peer_any_more_is_kept(site: ListeningSite) -> None:
    request(site, HELD)
    site.peers.remove(TESTER, KNOWN)
    wait_until(site, lambda: "not among the peers" in listed(site)[0].problem)


def test_a_sender_that_does_not_let_us_be_its_scp_is_told_so_by_the_list(site: ListeningSite) -> None:
    with listener_of_others() as port:
        reachable_at(site, port)
        request(site, HELD)
        wait_until(site, lambda: "does not take results" in listed(site)[0].problem)


def test_failures_can_be_looked_up_after_they_were_told(site: ListeningSite) -> None:
    inbox = Inbox()
    with requestor(site.port, inbox) as association:
        ask(association, action_information(TRANSACTION, [*HELD, (PRIVATE_CLASS, OTHER_UID)]))
        inbox.next()
        told = wait_for(site, CommitmentState.REPORTED)
    failures = site.commitments.failures(TESTER, told.commitment_id)
    assert (told.number_of_instances, told.number_of_failures) == (2, 1)
    assert [(one.sop_instance_uid, one.reason) for one in failures] == [(OTHER_UID, DimseStatus.NO_SUCH_INSTANCE)]


def test_a_person_can_have_a_result_checked_and_told_anew(site: ListeningSite) -> None:
    inbox = Inbox()
    reachable_at(site, None)
    request(site, [(PRIVATE_CLASS, OTHER_UID)])
    kept = wait_for_problem(site)
    send_one(site.port, small_object(instance=OTHER_UID))
    site.commitments.retry(TESTER, kept.commitment_id)
    wait_until(site, lambda: listed(site)[0].number_of_failures == 0)
    with result_listener(inbox) as port:
        reachable_at(site, port)
        assert inbox.next().committed == [OTHER_UID]
        wait_for(site, CommitmentState.REPORTED)


def wait_for_problem(site: ListeningSite) -> Commitment:
    """The one request, once it could not be told."""
    wait_until(site, lambda: bool(listed(site)[0].problem))
    return listed(site)[0]


def test_a_result_that_was_taken_is_not_told_again(site: ListeningSite) -> None:
    inbox = Inbox()
    with requestor(site.port, inbox) as association:
        ask(association, action_information(TRANSACTION, HELD))
        told = wait_for(site, CommitmentState.REPORTED)
    with pytest.raises(Refused):
        site.commitments.retry(TESTER, told.commitment_id)


def test_a_request_that_nobody_made_is_not_found(site: ListeningSite) -> None:
    with pytest.raises(NotFound):
        site.commitments.failures(TESTER, 7)


def test_requests_are_listed_newest_first_in_pages(site: ListeningSite) -> None:
    for number in range(3):
        request(site, HELD, f"1.2.3.90.{number}")
    first = site.commitments.list(TESTER, PageRequest(limit=2, count=True))
    second = site.commitments.list(TESTER, PageRequest(first.next_key, limit=2))
    assert [one.transaction_uid for one in (*first.items, *second.items)] == [f"1.2.3.90.{at}" for at in (2, 1, 0)]
    assert (first.total, second.next_key) == (3, "")
