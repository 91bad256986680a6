"""One TCP connection: blocking reads and writes on its threads, deadlines kept by a watch, an end from any thread.

Reads and writes carry no time-out of their own, which would cost a system call each; `Watch` ends what is overdue.
"""

import math
import selectors
import socket
import time
from collections.abc import Sequence
from threading import Lock

from pacsdesk.engine.network.wire.tap import Tap
from pacsdesk.engine.runtime.platform import acknowledge_at_once, send_buffers

NEVER = math.inf
# after its input was shut, a connection has so many seconds to say why and end by itself
_LAST_WORDS_SECONDS = 1.0

Buffer = bytes | memoryview


class Channel:
    """A connected socket. One thread reads, any number write; deadlines are monotonic seconds."""

    def __init__(self, connected: socket.socket) -> None:
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connected.settimeout(None)
        self.read_by = NEVER
        self.write_by = NEVER
        self.is_overdue = False
        self.received = self.sent = 0  # bytes
        self.tap: Tap | None = None
        self._all_by = NEVER
        self._socket = connected
        self._writing = Lock()

    def read(self, view: memoryview) -> int:
        """Read what there is, waiting for the first byte; 0 at the end, whoever brought it about."""
        try:
            acknowledge_at_once(self._socket)
            count = self._socket.recv_into(view)
        except OSError:
            return 0
        self.received += count
        if self.tap:
            self.tap.received(view[:count])
        return count

    def has_input(self, seconds: float) -> bool:
        """Whether there is something to read, if only the end, waiting so long for it. For the thread that reads."""
        try:
            with selectors.DefaultSelector() as selector:
                selector.register(self._socket, selectors.EVENT_READ)
                return bool(selector.select(seconds))
        except (OSError, ValueError):  # it was closed
            return True

    def write(self, buffers: Sequence[Buffer], seconds: float) -> None:
        """Write all of them, in this order and with nothing between them. Raises OSError, also after `seconds`."""
        with self._writing:
            if self.tap:
                self._show(buffers)
            self.write_by = time.monotonic() + seconds
            try:
                send_buffers(self._socket, buffers)
                self.sent += sum(map(len, buffers))
            finally:
                self.write_by = NEVER

    def hurry(self, seconds: float) -> None:
        """Have everything be over by then, what is under way and what follows; from any thread."""
        self._all_by = time.monotonic() + seconds

    def keep_deadlines(self, now: float) -> None:
        """End what is overdue: a write at once, a read so that something can still be said to the peer."""
        is_late = now > self._all_by
        if now > self.write_by or (is_late and self.write_by < NEVER):
            self.is_overdue = True
            self.cut()
        elif is_late or now > self.read_by:
            if self.is_overdue:
                self.cut()
            self.is_overdue = True
            self.read_by = now + _LAST_WORDS_SECONDS
            if is_late:
                self._all_by = self.read_by
            self.shut_input()

    def shut_input(self) -> None:
        """Have a read that waits, and every later one, find the end."""
        self._shut(socket.SHUT_RD)

    def cut(self) -> None:
        """Have all reads and writes end, from any thread."""
        self._shut(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let the connection go; by the thread that reads, when nobody writes any more."""
        self._socket.close()
        if self.tap:
            self.tap.closed()

    def _show(self, buffers: Sequence[Buffer]) -> None:
        assert self.tap is not None
        for buffer in buffers:
            self.tap.sent(buffer)

    def _shut(self, how: int) -> None:
        try:
            self._socket.shutdown(how)
        except OSError:
            pass  # the peer was quicker
