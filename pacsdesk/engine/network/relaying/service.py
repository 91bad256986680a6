"""Relays as the faces see them."""

import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from pacsdesk.contract.errors import InvalidInput, NotFound, Refused
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.relays import ListeningEnd, ListenOrder, Relay, SeenAssociation
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.records.traces import TraceEnd
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.relaying.passing import PassedConnection
from pacsdesk.engine.network.temporary import Held, TemporaryListener, check_order
from pacsdesk.engine.network.tracing.following import NOTHING_KEPT, Followed
from pacsdesk.engine.network.tracing.running import RunningTrace, just_begun
from pacsdesk.engine.network.tracing.seen_book import SeenBook
from pacsdesk.engine.network.tracing.service import Traces
from pacsdesk.engine.runtime.clock import Clock

MOST_RUNNING = 8
_MOST_REMEMBERED = 20


@dataclass(frozen=True, slots=True)
class _Relay:
    relay_id: str
    peer: Peer
    to: tuple[str, int]
    listener: TemporaryListener
    book: SeenBook
    trace_id: str


class Relays:
    """Implements contract.services.relays; safe from any thread."""

    def __init__(self, peers: Peers, traces: Traces, clock: Clock, new_id: Callable[[], UUID]) -> None:
        self._peers = peers
        self._traces = traces
        self._clock = clock
        self._new_id = new_id
        self._lock = Lock()
        self._relays: deque[_Relay] = deque()

    def start(self, actor: Actor, name: str, order: ListenOrder, is_traced: bool = True) -> Relay:
        """Listen, with a masked trace unless none is wanted."""
        return self._start(actor, name, order, is_traced, is_masked=True)

    def start_unmasked(self, actor: Actor, name: str, order: ListenOrder) -> Relay:
        """Listen, with a trace of all."""
        return self._start(actor, name, order, is_traced=True, is_masked=False)

    def stop(self, actor: Actor, relay_id: str) -> Relay:
        """End one."""
        relay = self._find(relay_id)
        relay.listener.end(ListeningEnd.ASKED)
        return _shown(relay)

    def list(self, actor: Actor) -> tuple[Relay, ...]:
        """The newest first."""
        with self._lock:
            return tuple(_shown(one) for one in reversed(self._relays))

    def associations(self, actor: Actor, relay_id: str) -> tuple[SeenAssociation, ...]:
        """What passed, the newest first."""
        return self._find(relay_id).book.all()

    def association(self, actor: Actor, relay_id: str, number: int) -> SeenAssociation:
        """One in full."""
        return self._find(relay_id).book.get(number)

    def close(self) -> None:
        """End all; with the engine."""
        with self._lock:
            relays = list(self._relays)
        for relay in relays:
            relay.listener.end(ListeningEnd.ENGINE)

    def _start(self, actor: Actor, name: str, order: ListenOrder, is_traced: bool, is_masked: bool) -> Relay:
        peer = self._peers.get(actor, name)
        to = _place_of(peer)
        check_order(order)
        with self._lock:
            running = sum(1 for one in self._relays if one.listener.state().is_running)
            if running >= MOST_RUNNING:
                raise Refused(f"{MOST_RUNNING} relays run already.", "", "Stop one of them first.")
            trace_id, trace = "", None
            if is_traced:
                trace_id, trace = self._traces.begin_fed(peer.name, order.seconds, is_masked)
            book = SeenBook(self._clock)
            try:
                listener = TemporaryListener(
                    "relay",
                    order,
                    lambda accepted, address, number: self._take(accepted, address, number, to, book, trace),
                    self._clock,
                    lambda: self._traces.end(trace_id, TraceEnd.ASKED),
                )
            except BaseException:
                self._traces.end(trace_id, TraceEnd.ASKED)
                raise
            relay = _Relay(self._new_id().hex, peer, to, listener, book, trace_id)
            self._relays.append(relay)
            self._forget_ended()
        return _shown(relay)

    def _take(
        self,
        accepted: socket.socket,
        address: str,
        number: int,
        to: tuple[str, int],
        book: SeenBook,
        trace: RunningTrace | None,
    ) -> Held:
        now = self._clock()
        if trace:
            traced = trace.begin(address, f"{address} calls the relay to {to[0]} port {to[1]}", now)
            followed = traced.followed
        else:
            traced, followed = None, Followed(just_begun(number, address, now), NOTHING_KEPT)
        book.open(number, followed)
        return _Booked(PassedConnection(accepted, to, followed, traced), lambda: book.close(number))

    def _forget_ended(self) -> None:
        ended = [one for one in self._relays if not one.listener.state().is_running]
        for one in ended[: max(len(ended) - _MOST_REMEMBERED, 0)]:
            self._relays.remove(one)

    def _find(self, relay_id: str) -> _Relay:
        with self._lock:
            found = next((one for one in self._relays if one.relay_id == relay_id), None)
        if found is None:
            raise NotFound("There is no such relay.", relay_id[:40], "Relays are forgotten when the engine ends.")
        return found


class _Booked:
    """A connection whose end is noted in the book."""

    def __init__(self, held: PassedConnection, has_ended: Callable[[], object]) -> None:
        self._held = held
        self._has_ended = has_ended

    def run(self) -> None:
        """Until it is over."""
        try:
            self._held.run()
        finally:
            self._has_ended()

    def cut(self) -> None:
        """Have it be over."""
        self._held.cut()


def _place_of(peer: Peer) -> tuple[str, int]:
    if peer.port is None or not peer.can_be_called:
        raise InvalidInput(
            f"{peer.name} cannot be called.", "Its entry has no host and port.", "Enter both, then start the relay."
        )
    return peer.host, peer.port


def _shown(relay: _Relay) -> Relay:
    from_callers, to_callers = relay.book.bytes()
    return Relay(
        relay_id=relay.relay_id,
        peer_name=relay.peer.name,
        peer_host=relay.to[0],
        peer_port=relay.to[1],
        listening=relay.listener.state(),
        trace_id=relay.trace_id,
        bytes_to_peer=from_callers,
        bytes_from_peer=to_callers,
    )
