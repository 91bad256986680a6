"""One connection that is passed on, byte by byte in both directions: half-closes and resets too, as far as sockets let.

Promises: what passes is never altered, whatever it is; a direction holds no more than one read of it.
"""

import logging
import socket
import struct
from contextlib import suppress
from threading import Lock, Thread

from pacsdesk.contract.records.relays import SeenEnd
from pacsdesk.engine.network.tracing.following import Followed
from pacsdesk.engine.network.tracing.running import TracedConnection
from pacsdesk.engine.runtime.platform import acknowledge_at_once

log = logging.getLogger(__name__)

_READ_BYTES = 1 << 17
_RESETS = struct.pack("ii", 1, 0)  # SO_LINGER: what is closed now is reset
CONNECT_SECONDS = 10.0
SILENT_SECONDS = 900.0  # neither side said anything


class PassedConnection:
    """Implements temporary.Held."""

    def __init__(
        self, caller: socket.socket, to: tuple[str, int], followed: Followed, traced: TracedConnection | None
    ) -> None:
        """to: host and port. traced: the connection in a trace whose facts are `followed`."""
        self._caller = caller
        self._to = to
        self._followed = followed
        self._traced = traced
        self._peer: socket.socket | None = None
        self._lock = Lock()
        self._is_cut = False
        self._passes = [0, 0]

    def run(self) -> None:
        """Until both directions have ended."""
        peer, why = self._reach()
        if peer is None:
            self._reset(self._caller)
            self._end(f"{self._to[0]} port {self._to[1]} cannot be reached: {why}")
            return
        back = Thread(target=self._pump, args=(peer, self._caller, False), name="relay-back", daemon=True)
        back.start()
        try:
            self._pump(self._caller, peer, True)
        finally:
            back.join()
            self._caller.close()
            peer.close()
            self._end("")

    def cut(self) -> None:
        """Have both directions end."""
        with self._lock:
            self._is_cut = True
            peer = self._peer
        for one in (self._caller, peer):
            if one:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def _reach(self) -> tuple[socket.socket | None, str]:
        try:
            peer = socket.create_connection(self._to, CONNECT_SECONDS)
        except OSError as error:
            return None, error.strerror or str(error)
        for one in (self._caller, peer):
            one.settimeout(SILENT_SECONDS)
            with suppress(OSError):  # it hung up already
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self._lock:
            self._peer = peer
            is_cut = self._is_cut
        if is_cut:
            self.cut()
        return peer, ""

    def _pump(self, source: socket.socket, target: socket.socket, from_caller: bool) -> None:
        buffer = memoryview(bytearray(_READ_BYTES))
        try:
            while count := self._read(source, buffer):
                self._passes[from_caller] += 1
                self._followed.feed(from_caller, buffer[:count])
                target.sendall(buffer[:count])
            with suppress(OSError):  # the other side has closed as well
                target.shutdown(socket.SHUT_WR)
        except TimeoutError:
            self.cut()
        except OSError:  # one side reset it, so the other is reset
            self._reset(target)
            self._reset(source)

    def _read(self, source: socket.socket, buffer: memoryview) -> int:
        """How many bytes came, 0 at the end. A side may be silent for as long as the other speaks."""
        while True:
            before = sum(self._passes)
            try:
                acknowledge_at_once(source)
                return source.recv_into(buffer)
            except TimeoutError:
                if sum(self._passes) == before:
                    raise

    def _reset(self, one: socket.socket) -> None:
        """Have a side find that the connection is reset, and whoever waits for it the end."""
        with suppress(OSError):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESETS)
            one.shutdown(socket.SHUT_RD)

    def _end(self, problem: str) -> None:
        self._caller.close()
        self._followed.close(SeenEnd.BROKEN, problem)
        if self._traced:
            self._traced.close()
