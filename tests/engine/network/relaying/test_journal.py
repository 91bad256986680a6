"""What a relay passes on is in the journal of all associations: live while it lasts, with how it ended and by whom."""

import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from uuid import uuid4

import pytest

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationFilter,
    AssociationState,
    Direction,
    EndedBy,
)
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import NoConnection
from pacsdesk.contract.records.relays import ListenOrder, Relay
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.command import C_ECHO_RQ, Command, Order, Response, encode_order, encode_response
from pacsdesk.engine.network.journal.passing import PassingJournal
from pacsdesk.engine.network.journal.service import AssociationsServiceImplementation
from pacsdesk.engine.network.relaying.service import Relays
from pacsdesk.engine.network.tracing.following import Followed
from pacsdesk.engine.network.tracing.service import TraceLimits, Traces
from pacsdesk.engine.network.tracing.tapping import TapsOfTraces
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import KNOWN, OWN_TITLE, ListeningSite
from tests.engine.network.raw_pdus import VERIFICATION, association_request, data, read_pdu
from tests.engine.network.relaying.test_relay import eventually
from tests.engine.network.sending import EXPLICIT, SentObject, sender
from tests.engine.network.tracing.passing import accept_pdu, request_pdu
from tests.support.actors import ANN
from tests.support.datasets import CT_IMAGE, ct_bytes
from tests.support.network import LOOPBACK, free_port

CONTEXTS: list[tuple[str, str | list[str]]] = [(CT_IMAGE, EXPLICIT), ("1.2.3.4.5", EXPLICIT)]


@pytest.fixture
def relays(site: ListeningSite) -> Iterator[Relays]:
    """Their peer is this archive itself."""
    site.enter_peer()
    site.peers.add(ANN, Peer("Archive", AETitle(OWN_TITLE), LOOPBACK, site.port))
    site.peers.add(ANN, Peer("Dead", AETitle("DEAD"), LOOPBACK, free_port()))
    limits = TraceLimits(lambda: 1 << 20, lambda: 4096, lambda: 10)
    traces = Traces(site.folder.traces, limits, TapsOfTraces(), site.peers, now, uuid4)
    made = Relays(site.peers, traces, PassingJournal(site.book, site.past, now, uuid4), now, uuid4)
    yield made
    made.close()
    traces.close()


@pytest.fixture
def relay(relays: Relays) -> Relay:
    return relays.start(ANN, "Archive", ListenOrder(), is_traced=False)


def relayed(site: ListeningSite, number: int = 1) -> AssociationDetail:
    """The last of so many that are over."""
    which = AssociationFilter(direction=Direction.RELAYED)
    eventually(lambda: len(site.past.details(which, PageRequest()).items) >= number)
    return site.past.details(which, PageRequest()).items[0]


def connect(relay: Relay) -> socket.socket:
    return socket.create_connection((LOOPBACK, relay.listening.port), timeout=20)


def test_a_store_is_in_the_journal_with_both_sides(site: ListeningSite, relay: Relay) -> None:
    with sender(relay.listening.port, CONTEXTS) as caller:
        assert caller.store(SentObject(CT_IMAGE, "1.2.3.1.1", EXPLICIT, ct_bytes()))[0] == 0
    detail = relayed(site)
    summary = detail.summary
    assert (summary.calling_ae_title, summary.called_ae_title) == (KNOWN, OWN_TITLE)
    assert (summary.state, detail.end.by) == (AssociationState.RELEASED, EndedBy.CALLER)
    assert (summary.address, summary.called_address) == (LOOPBACK, f"{LOOPBACK}:{site.port}")
    assert (summary.peer_name, summary.through) == ("Archive", relay.relay_id)
    assert [(one.operation, one.status, one.count) for one in detail.operations] == [("C-STORE", 0, 1)]
    assert (detail.items[0].abstract_syntax, detail.items[0].accepted) == (CT_IMAGE, EXPLICIT)
    assert detail.implementation_version_name.startswith("PYNETDICOM")
    assert detail.called.implementation_version_name.startswith("PACSDESK")
    assert summary.bytes_received > len(ct_bytes())
    assert summary.bytes_sent > 0


def test_the_archives_own_entry_stands_beside_it(site: ListeningSite, relay: Relay) -> None:
    with sender(relay.listening.port, CONTEXTS):
        pass
    relayed(site)
    which = AssociationFilter(direction=Direction.INCOMING)
    eventually(lambda: site.past.details(which, PageRequest()).items)
    assert site.past.details(which, PageRequest()).items[0].summary.through == ""


def test_one_is_live_while_it_lasts_and_can_be_ended(site: ListeningSite, relay: Relay) -> None:
    journal = AssociationsServiceImplementation(site.book, site.past)
    with sender(relay.listening.port, CONTEXTS) as caller:
        assert caller.store(SentObject(CT_IMAGE, "1.2.3.1.1", EXPLICIT, ct_bytes()))[0] == 0
        (live,) = [one for one in journal.live(ANN) if one.summary.direction is Direction.RELAYED]
        assert (live.summary.calling_ae_title, live.summary.operations) == (KNOWN, 1)
        journal.end(ANN, live.summary.association_id)
        detail = relayed(site)
    assert (detail.summary.state, detail.end.by) == (AssociationState.DRAINED, EndedBy.HERE)
    assert not [one for one in journal.live(ANN) if one.summary.direction is Direction.RELAYED]


def test_what_is_under_way_is_finished_first(relays: Relays, site: ListeningSite) -> None:
    with closing(socket.create_server((LOOPBACK, 0))) as server:
        site.peers.add(ANN, Peer("Slow", AETitle("SLOW"), LOOPBACK, int(server.getsockname()[1])))
        relay = relays.start(ANN, "Slow", ListenOrder(), is_traced=False)
        with connect(relay) as caller:
            accepted, _ = server.accept()
            with accepted:
                follow_an_echo_that_is_not_answered(caller, accepted)
                (live,) = site.book.live()
                site.book.end(live.summary.association_id)
                accepted.sendall(data(1, 3, encode_response(Command(C_ECHO_RQ, 1, False, VERIFICATION), Response(0))))
                assert read_pdu(caller)[0] == 0x04
                assert caller.recv(1) == b""
    assert relayed(site).summary.operations == 1


def follow_an_echo_that_is_not_answered(caller: socket.socket, accepted: socket.socket) -> None:
    """An association with a request that is under way."""
    caller.sendall(request_pdu())
    assert read_pdu(accepted)[0] == 0x01
    accepted.sendall(accept_pdu())
    assert read_pdu(caller)[0] == 0x02
    caller.sendall(data(1, 3, encode_order(Order(C_ECHO_RQ, 1, VERIFICATION))))
    assert read_pdu(accepted)[0] == 0x04


def test_a_refusal_is_there_with_its_numbers(site: ListeningSite, relay: Relay) -> None:
    with connect(relay) as caller:
        caller.sendall(association_request(calling=b"NOBODY"))
        assert read_pdu(caller)[0] == 0x03
    detail = relayed(site)
    assert (detail.summary.state, detail.end.by) == (AssociationState.REFUSED, EndedBy.CALLED)
    assert detail.end.reject is not None
    assert (detail.end.reject.source, detail.end.reject.reason) == (1, 3)
    assert detail.summary.problem.endswith("(result 1, source 1, reason 3)")


def test_a_caller_that_could_not_be_passed_on_is_named(site: ListeningSite, relays: Relays) -> None:
    relay = relays.start(ANN, "Dead", ListenOrder())
    with connect(relay) as caller, suppress(ConnectionResetError):
        caller.sendall(request_pdu())
        assert caller.recv(1) == b""
    detail = relayed(site)
    assert (detail.summary.calling_ae_title, detail.summary.called_ae_title) == (KNOWN, OWN_TITLE)
    assert detail.end.no_connection is NoConnection.REFUSED


def test_who_closes_first_ended_it(site: ListeningSite, relay: Relay) -> None:
    with connect(relay) as caller:
        caller.sendall(request_pdu()[:40])
    detail = relayed(site)
    assert (detail.summary.state, detail.end.by) == (AssociationState.BROKEN, EndedBy.CALLER)


def test_those_who_say_nothing_have_a_line_a_minute(site: ListeningSite, relays: Relays, relay: Relay) -> None:
    for _ in range(3):
        connect(relay).close()
    eventually(lambda: shown(relays, relay).listening.seen == 3 and not shown(relays, relay).listening.open)
    assert relayed(site).summary.problem == "It was closed before anything was said."
    assert site.past.details(AssociationFilter(through=relay.relay_id), PageRequest(count=True)).total == 1


def shown(relays: Relays, relay: Relay) -> Relay:
    return next(one for one in relays.list(ANN) if one.relay_id == relay.relay_id)


def test_what_the_follower_fails_at_is_passed_on_and_said(
    site: ListeningSite, relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_followed: Followed, _from_requestor: bool, _content: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Followed, "feed", fails)
    with sender(relay.listening.port, CONTEXTS) as caller:
        assert caller.store(SentObject(CT_IMAGE, "1.2.3.1.1", EXPLICIT, ct_bytes()))[0] == 0
    summary = relayed(site).summary
    assert (summary.state, "could not be read" in summary.problem) == (AssociationState.UNREAD, True)
    assert summary.bytes_received > len(ct_bytes())
