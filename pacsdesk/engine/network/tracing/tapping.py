"""Listens in on connections for the traces that run. With none running nobody is there, and nothing is asked.

Who calls is known by address at once and by AE title with its request; until then what came is held, up to a bound.
"""

from collections.abc import Callable, Iterable, Sequence
from threading import Lock

from pacsdesk.engine.network.tracing.running import RunningTrace, TracedConnection
from pacsdesk.engine.network.wire.pdu import PduKind
from pacsdesk.engine.network.wire.tap import Tap

_MOST_HELD = 640 << 10  # the largest A-ASSOCIATE-RQ, and what may follow it
_TITLE = slice(26, 42)  # the calling AE title in an A-ASSOCIATE-RQ, PS3.8 9.3.2

Begin = Callable[[], TracedConnection]


class TapsOfTraces:
    """Implements wire.tap.Taps."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: tuple[RunningTrace, ...] = ()

    def add(self, trace: RunningTrace) -> None:
        """It is asked at each connection from now on."""
        with self._lock:
            self._running = (*self._running, trace)

    def remove(self, trace: RunningTrace) -> None:
        """It has ended."""
        with self._lock:
            self._running = tuple(one for one in self._running if one is not trace)

    def of_caller(self, address: str) -> Tap | None:
        """On a connection that somebody opens to us."""
        if not self._running:
            return None
        return CallerTap(address, [one for one in self._running if one.is_running])

    def of_call(self, host: str, port: int, called_ae_title: str, address: str) -> Tap | None:
        """On a connection of ours."""
        taking = [one for one in self._running if one.target.takes_call(host, port, called_ae_title, address)]
        if not taking:
            return None
        return _Recording([one.begin(f"we call {host} port {port}") for one in taking], we_requested=True)


class _Recording:
    """Implements wire.tap.Tap for connections that are taken."""

    def __init__(self, connections: Sequence[TracedConnection], we_requested: bool) -> None:
        self._connections = connections
        self._we_requested = we_requested

    @property
    def is_recording(self) -> bool:
        """While a trace of it runs."""
        return any(one.is_recording for one in self._connections)

    def received(self, content: memoryview) -> None:
        """To each."""
        for one in self._connections:
            one.feed(not self._we_requested, content)

    def sent(self, content: bytes | memoryview) -> None:
        """To each."""
        for one in self._connections:
            one.feed(self._we_requested, content)

    def closed(self) -> None:
        """To each."""
        for one in self._connections:
            one.close()


class CallerTap:
    """Implements wire.tap.Tap for a caller of whom it comes out by and by which traces take it."""

    def __init__(self, address: str, traces: Iterable[RunningTrace]) -> None:
        self._address = address
        self._waiting = list(traces)
        self._connections: list[TracedConnection] = []
        self._held: list[tuple[bool, bytes]] = []
        self._held_bytes = 0
        self._head = b""
        self._lock = Lock()
        self._ask(None)

    @property
    def is_recording(self) -> bool:
        """Whether a trace takes it, or may."""
        return bool(self._waiting) or any(one.is_recording for one in self._connections)

    def received(self, content: memoryview) -> None:
        """Its request comes first."""
        with self._lock:
            self._feed(True, content)
            if self._waiting:
                self._head += bytes(content[: max(_TITLE.stop - len(self._head), 0)])
                if self._head[0] != PduKind.ASSOCIATE_RQ:
                    self._ask("")
                elif len(self._head) >= _TITLE.stop:
                    self._ask(self._head[_TITLE].decode("latin_1").strip("\0 "))

    def sent(self, content: bytes | memoryview) -> None:
        """Only after its request, but for an abort of ours."""
        with self._lock:
            self._feed(False, content)

    def closed(self) -> None:
        """It is over, with or without a request."""
        with self._lock:
            self._ask("")
            for one in self._connections:
                one.close()

    def _feed(self, came: bool, content: bytes | memoryview) -> None:
        for one in self._connections:
            one.feed(came, content)
        self._held_bytes += len(content)
        if self._waiting and self._held_bytes <= _MOST_HELD:
            self._held.append((came, bytes(content)))

    def _ask(self, title: str | None) -> None:
        """Whose it is now. title: None while it is not known."""
        for trace in list(self._waiting):
            takes = trace.target.takes_caller(self._address, title)
            if takes is not None:
                self._waiting.remove(trace)
            if takes:
                connection = trace.begin(f"{self._address} calls us")
                for came, content in self._held:
                    connection.feed(came, content)
                self._connections.append(connection)
        if not self._waiting:
            self._held.clear()
