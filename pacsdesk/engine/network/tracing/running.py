"""A trace that runs: which connections it takes, and how their lines reach its file. Its end is never the wire's."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from pacsdesk.contract.records.traces import TracedKind, TraceEnd
from pacsdesk.engine.network.tracing.following import Followed, Keeping, Line
from pacsdesk.engine.network.tracing.framing import Passed
from pacsdesk.engine.network.tracing.trace_file import Head, TraceWriter

log = logging.getLogger(__name__)

_MOST_CONNECTIONS = 10_000


@dataclass(frozen=True, slots=True)
class Target:
    """What is traced. takes_caller: given address and calling AE title (None while it is not known, "" when there is
    none), whether one is taken; None for as long as the title decides. takes_call: given host, port, called AE title
    and address."""

    takes_caller: Callable[[str, str | None], bool | None]
    takes_call: Callable[[str, int, str, str], bool]


def nobody_calls(_address: str, _title: str | None) -> bool | None:
    """For a trace that others feed."""
    return False


def nobody_is_called(_host: str, _port: int, _title: str, _address: str) -> bool:
    """For a trace that others feed."""
    return False


FED = Target(nobody_calls, nobody_is_called)


class RunningTrace:
    """Begun once, ended once, by whoever comes first: a person, the clock, the full file, the disk, the engine."""

    def __init__(self, path: Path, head: Head, target: Target, limit: int, ends: Callable[[TraceEnd], None]) -> None:
        """limit: bytes of its file. ends: called once, on any thread, when it has ended. Raises OSError."""
        self.target = target
        self.head = head
        self._keeping = Keeping(head.is_masked, head.dataset_bytes)
        self._writer = TraceWriter(path, head, limit)
        self._began = time.monotonic()
        self._lock = Lock()
        self._connections = 0
        self._ended_by: TraceEnd | None = None
        self._ends = ends

    @property
    def is_running(self) -> bool:
        """Whether it still takes lines."""
        return self._ended_by is None

    @property
    def size(self) -> int:
        """Bytes of its file."""
        return self._writer.size

    def flush(self) -> None:
        """Have readers see all of it."""
        try:
            self._writer.flush()
        except OSError as error:
            self._fail(error)

    def begin(self, says: str) -> "TracedConnection":
        """A connection that is taken. says: who reached whom."""
        with self._lock:
            self._connections += 1
            number = self._connections
        if number > _MOST_CONNECTIONS:
            self.end(TraceEnd.SIZE)
        connection = TracedConnection(self, number, self._keeping)
        self.add(number, _event(TracedKind.OPENED, says))
        return connection

    def add(self, number: int, line: Line) -> None:
        """A line of one of its connections."""
        if self._ended_by is not None:
            return
        try:
            if not self._writer.add(max(line.at - self._began, 0.0), number, line):
                self.end(TraceEnd.SIZE)
        except OSError as error:
            self._fail(error)

    def end(self, why: TraceEnd) -> bool:
        """End it; whether it ran until now."""
        with self._lock:
            if self._ended_by is not None:
                return False
            self._ended_by = why
        try:
            self._writer.close(time.monotonic() - self._began, why)
        except OSError as error:
            log.error("the last line of a trace could not be written: %s", error.strerror)
        self._ends(why)
        return True

    def _fail(self, error: OSError) -> None:
        if self.end(TraceEnd.DISK):
            log.error("a trace cannot be written any more: %s", error.strerror)


class TracedConnection:
    """One connection of a trace; two threads may feed it, one for each direction. followed: for its facts."""

    def __init__(self, trace: RunningTrace, number: int, keeping: Keeping) -> None:
        self._trace = trace
        self._number = number
        self.followed = Followed(keeping, self._note)
        self._is_closed = False

    @property
    def is_recording(self) -> bool:
        """Whether its trace still runs."""
        return self._trace.is_running

    def feed(self, from_requestor: bool, content: bytes | memoryview) -> None:
        """Bytes passed."""
        if self._trace.is_running:
            self.followed.feed(from_requestor, content)

    def close(self) -> None:
        """It is over; said once."""
        if self._is_closed:
            return
        self._is_closed = True
        self.followed.close()
        self._note(_event(TracedKind.CLOSED, "the connection is closed"))

    def _note(self, line: Line) -> None:
        self._trace.add(self._number, line)


def _event(kind: TracedKind, says: str) -> Line:
    return Line(time.monotonic(), True, Passed(kind, 0), says)
