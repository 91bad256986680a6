"""Relays as the faces see them."""

import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from pacsdesk.contract.errors import InvalidInput, NotFound, Refused
from pacsdesk.contract.records.associations import AssociationDetail, Direction
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.relays import ListeningEnd, ListenOrder, Relay
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.records.traces import TraceEnd
from pacsdesk.engine.network.journal.passing import ListenerJournal, PassingJournal
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.relaying.passing import PassedConnection
from pacsdesk.engine.network.temporary import Held, TemporaryListener, check_order
from pacsdesk.engine.network.tracing.following import Followed
from pacsdesk.engine.network.tracing.running import RunningTrace
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
    seen: ListenerJournal
    trace_id: str


class Relays:
    """Implements contract.services.relays; safe from any thread."""

    def __init__(
        self, peers: Peers, traces: Traces, journal: PassingJournal, clock: Clock, new_id: Callable[[], UUID]
    ) -> None:
        self._peers = peers
        self._journal = journal
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

    def associations(self, actor: Actor, relay_id: str) -> tuple[AssociationDetail, ...]:
        """What passed, the newest first."""
        return self._find(relay_id).seen.seen()

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
            relay_id = self._new_id().hex
            seen = self._journal.of(relay_id, Direction.RELAYED, peer.name)
            try:
                listener = TemporaryListener(
                    "relay",
                    order,
                    lambda accepted, address, _number: _take(accepted, address, to, seen, trace),
                    self._clock,
                    lambda: self._traces.end(trace_id, TraceEnd.ASKED),
                )
            except BaseException:
                self._traces.end(trace_id, TraceEnd.ASKED)
                raise
            relay = _Relay(relay_id, peer, to, listener, seen, trace_id)
            self._relays.append(relay)
            self._forget_ended()
        return _shown(relay)

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


def _take(
    accepted: socket.socket, address: str, to: tuple[str, int], seen: ListenerJournal, trace: RunningTrace | None
) -> Held:
    traced = trace.begin(f"{address} calls the relay to {to[0]} port {to[1]}") if trace else None
    followed = traced.followed if traced else Followed()
    begun = seen.begin(address, f"{to[0]}:{to[1]}")
    name = begun.summary.association_id
    passed = PassedConnection(accepted, to, followed, traced, lambda: seen.close(name))
    seen.open(begun, lambda: followed.look(begun), passed)
    return passed


def _place_of(peer: Peer) -> tuple[str, int]:
    if peer.port is None or not peer.can_be_called:
        raise InvalidInput(
            f"{peer.name} cannot be called.", "Its entry has no host and port.", "Enter both, then start the relay."
        )
    return peer.host, peer.port


def _shown(relay: _Relay) -> Relay:
    from_callers, to_callers = relay.seen.bytes()
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
