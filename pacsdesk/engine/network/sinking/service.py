"""Sinks as the faces see them."""

import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from pacsdesk.contract.errors import NotFound, Refused
from pacsdesk.contract.records.associations import AssociationDetail, Direction
from pacsdesk.contract.records.relays import ListeningEnd, ListenOrder, Sink
from pacsdesk.contract.records.security import Actor
from pacsdesk.engine.network.journal.passing import ListenerJournal, PassingJournal
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.sinking.taking import TakenConnection
from pacsdesk.engine.network.temporary import Held, TemporaryListener
from pacsdesk.engine.network.tracing.following import Followed
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime.clock import Clock

MOST_RUNNING = 8
_MOST_REMEMBERED = 20


@dataclass(frozen=True, slots=True)
class _Sink:
    sink_id: str
    listener: TemporaryListener
    seen: ListenerJournal


class Sinks:
    """Implements contract.services.sinks; safe from any thread."""

    def __init__(
        self,
        watch: Watch,
        journal: PassingJournal,
        clock: Clock,
        new_id: Callable[[], UUID],
        limits: NetworkLimits,
    ) -> None:
        """watch: keeps the deadlines of its connections; the caller's to close, after this. limits: of a listener."""
        self._watch = watch
        self._journal = journal
        self._clock = clock
        self._new_id = new_id
        self._limits = limits
        self._lock = Lock()
        self._sinks: deque[_Sink] = deque()

    def start(self, actor: Actor, order: ListenOrder) -> Sink:
        """Listen."""
        with self._lock:
            running = sum(1 for one in self._sinks if one.listener.state().is_running)
            if running >= MOST_RUNNING:
                raise Refused(f"{MOST_RUNNING} sinks run already.", "", "Stop one of them first.")
            sink_id = self._new_id().hex
            seen = self._journal.of(sink_id, Direction.SINK)
            listener = TemporaryListener(
                "sink",
                order,
                lambda accepted, address, _number: self._take(accepted, address, seen),
                self._clock,
                lambda: None,
            )
            sink = _Sink(sink_id, listener, seen)
            self._sinks.append(sink)
            ended = [one for one in self._sinks if not one.listener.state().is_running]
            for one in ended[: max(len(ended) - _MOST_REMEMBERED, 0)]:
                self._sinks.remove(one)
        return _shown(sink)

    def stop(self, actor: Actor, sink_id: str) -> Sink:
        """End one."""
        sink = self._find(sink_id)
        sink.listener.end(ListeningEnd.ASKED)
        return _shown(sink)

    def list(self, actor: Actor) -> tuple[Sink, ...]:
        """The newest first."""
        with self._lock:
            return tuple(_shown(one) for one in reversed(self._sinks))

    def associations(self, actor: Actor, sink_id: str) -> tuple[AssociationDetail, ...]:
        """What came, the newest first."""
        return self._find(sink_id).seen.seen()

    def close(self) -> None:
        """End all; with the engine."""
        with self._lock:
            sinks = list(self._sinks)
        for sink in sinks:
            sink.listener.end(ListeningEnd.ENGINE)

    def _take(self, accepted: socket.socket, address: str, seen: ListenerJournal) -> Held:
        host, port = accepted.getsockname()[:2]
        followed = Followed(is_called_here=True)
        begun = seen.begin(address, f"{host}:{port}")
        name = begun.summary.association_id
        taken = TakenConnection(accepted, address, followed, self._watch, self._limits, lambda: seen.close(name))
        seen.open(begun, lambda: followed.look(begun), taken)
        return taken

    def _find(self, sink_id: str) -> _Sink:
        with self._lock:
            found = next((one for one in self._sinks if one.sink_id == sink_id), None)
        if found is None:
            raise NotFound("There is no such sink.", sink_id[:40], "Sinks are forgotten when the engine ends.")
        return found


def _shown(sink: _Sink) -> Sink:
    return Sink(sink.sink_id, sink.listener.state(), sink.seen.bytes()[0])
