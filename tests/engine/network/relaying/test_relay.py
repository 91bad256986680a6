"""A relay passes on whatever it gets, unaltered, with its ends; it is bounded in connections and time."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest

from pacsdesk.contract.errors import InvalidInput, Refused
from pacsdesk.contract.records.associations import AssociationDetail, AssociationState, EndedBy
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.relays import ListenOrder, Relay
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.journal.passing import PassingJournal
from pacsdesk.engine.network.relaying.service import Relays
from pacsdesk.engine.network.temporary import MOST_OPEN
from pacsdesk.engine.network.tracing.service import TraceLimits, Traces
from pacsdesk.engine.network.tracing.tapping import TapsOfTraces
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import ListeningSite
from tests.support.actors import ANN
from tests.support.network import LOOPBACK, free_port

GARBAGE = bytes(range(256)) * 4000


class EchoServer:
    """Sends back what it gets, and closes when the other side has."""

    def __init__(self) -> None:
        self.socket = socket.create_server((LOOPBACK, 0), backlog=200)
        self.port = int(self.socket.getsockname()[1])
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        with suppress(OSError):
            while True:
                accepted, _ = self.socket.accept()
                Thread(target=self._echo, args=(accepted,), daemon=True).start()

    def _echo(self, accepted: socket.socket) -> None:
        with suppress(OSError), accepted:
            while content := accepted.recv(65536):
                accepted.sendall(content)


@pytest.fixture
def peer() -> Iterator[EchoServer]:
    server = EchoServer()
    yield server
    server.socket.shutdown(socket.SHUT_RDWR)
    server.socket.close()


@pytest.fixture
def relays(site: ListeningSite, tmp_path: Path, peer: EchoServer) -> Iterator[Relays]:
    site.peers.add(ANN, Peer("Peer", AETitle("PEER"), LOOPBACK, peer.port))
    site.peers.add(ANN, Peer("Dead", AETitle("DEAD"), LOOPBACK, free_port()))
    site.peers.add(ANN, Peer("Caller", AETitle("CALLER"), LOOPBACK, None))
    limits = TraceLimits(lambda: 1 << 20, lambda: 4096, lambda: 10)
    traces = Traces(tmp_path / "traces", limits, TapsOfTraces(), site.peers, now, uuid4)
    made = Relays(site.peers, traces, PassingJournal(site.book, site.past, now, uuid4), now, uuid4)
    yield made
    made.close()
    traces.close()


def connect(relay: Relay) -> socket.socket:
    return socket.create_connection((LOOPBACK, relay.listening.port), timeout=20)


def all_of(connected: socket.socket) -> bytes:
    """Until the other side closes."""
    found = bytearray()
    while content := connected.recv(65536):
        found += content
    return bytes(found)


def _say(connected: socket.socket, content: bytes) -> None:
    connected.sendall(content)
    connected.shutdown(socket.SHUT_WR)


def eventually(look: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not look():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def first_seen(relays: Relays, relay: Relay) -> AssociationDetail:
    """The first that passed, once it is over."""
    eventually(lambda: [one for one in relays.associations(ANN, relay.relay_id) if one.summary.ended_at])
    return relays.associations(ANN, relay.relay_id)[-1]


def test_garbage_passes_unaltered_and_a_half_close_too(relays: Relays) -> None:
    relay = relays.start(ANN, "Peer", ListenOrder())
    with connect(relay) as caller:
        Thread(target=_say, args=(caller, GARBAGE), daemon=True).start()
        assert all_of(caller) == GARBAGE
    seen = first_seen(relays, relay)
    summary = seen.summary
    assert (summary.state, seen.end.by) == (AssociationState.BROKEN, EndedBy.CALLER)
    assert (summary.bytes_received, summary.bytes_sent) == (len(GARBAGE), len(GARBAGE))


def test_a_reset_is_passed_on(relays: Relays, site: ListeningSite) -> None:
    with closing(socket.create_server((LOOPBACK, 0))) as server:
        site.peers.add(ANN, Peer("Resets", AETitle("RESETS"), LOOPBACK, int(server.getsockname()[1])))
        relay = relays.start(ANN, "Resets", ListenOrder())
        with connect(relay) as caller:
            accepted, _ = server.accept()
            accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
            accepted.close()
            with pytest.raises(ConnectionResetError):
                caller.recv(1)


def test_a_dead_peer_is_named_and_the_caller_let_go(relays: Relays) -> None:
    relay = relays.start(ANN, "Dead", ListenOrder())
    with connect(relay) as caller, suppress(ConnectionResetError):
        caller.sendall(b"x")
        assert caller.recv(1) == b""
    assert "cannot be reached" in first_seen(relays, relay).summary.problem


@pytest.mark.thorough
def test_only_so_many_connections_are_held(relays: Relays) -> None:
    relay = relays.start(ANN, "Peer", ListenOrder())
    callers = [connect(relay) for _ in range(100)]
    eventually(lambda: sum((lambda one: one.seen + one.turned_away)(r.listening) for r in relays.list(ANN)) == 100)
    (shown,) = relays.list(ANN)
    assert (shown.listening.open, shown.listening.turned_away) == (MOST_OPEN, 100 - MOST_OPEN)
    relays.stop(ANN, relay.relay_id)
    eventually(lambda: relays.list(ANN)[0].listening.open == 0)
    for caller in callers:
        caller.close()


def test_stopping_ends_what_is_open(relays: Relays) -> None:
    relay = relays.start(ANN, "Peer", ListenOrder())
    with connect(relay) as caller:
        caller.sendall(b"x")
        assert caller.recv(1) == b"x"
        relays.stop(ANN, relay.relay_id)
        with suppress(ConnectionResetError):
            assert caller.recv(1) == b""
    with pytest.raises(OSError, match="refused"):
        connect(relay).close()


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_other_computers_must_be_meant(relays: Relays, host: str) -> None:
    with pytest.raises(InvalidInput, match="Other computers"):
        relays.start(ANN, "Peer", ListenOrder(host=host))


def test_what_cannot_be_done_is_said(relays: Relays, peer: EchoServer) -> None:
    with pytest.raises(InvalidInput, match="cannot be called"):
        relays.start(ANN, "Caller", ListenOrder())
    with pytest.raises(Refused, match="taken"):
        relays.start(ANN, "Peer", ListenOrder(port=peer.port))
    assert relays.list(ANN) == ()
