"""One connection that is passed on, byte by byte in both directions: half-closes and resets too, as far as sockets let.

Promises: what passes is never altered, whatever it is and whatever is made of it; a direction holds no more than one
read of it.
"""

import logging
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread

from pacsdesk.contract.records.associations import AssociationEnd, AssociationState, EndedBy
from pacsdesk.contract.records.probes import BrokenOff, NoConnection
from pacsdesk.engine.network.stopping import Stop, Stopped
from pacsdesk.engine.network.tracing.facts import Ended, side
from pacsdesk.engine.network.tracing.following import Followed
from pacsdesk.engine.network.tracing.running import TracedConnection
from pacsdesk.engine.network.wire.connecting import NotConnected, connect
from pacsdesk.engine.network.wire.naming import resolve
from pacsdesk.engine.runtime.platform import acknowledge_at_once

log = logging.getLogger(__name__)

_READ_BYTES = 1 << 17
_RESETS = struct.pack("ii", 1, 0)  # SO_LINGER: what is closed now is reset
CONNECT_SECONDS = 10.0
SILENT_SECONDS = 900.0  # neither side said anything
_ASKS_SECONDS = 0.25  # for the request of a caller that cannot be passed on
_HERE = Ended(AssociationState.DRAINED, "", AssociationEnd(by=EndedBy.HERE))
_OVERDUE = Ended(
    AssociationState.ABORTED,
    "Neither side said anything for too long.",
    AssociationEnd(broken_off=BrokenOff.OVERDUE, by=EndedBy.HERE),
)


def _closed(by: EndedBy) -> Ended:
    return Ended(AssociationState.BROKEN, "", AssociationEnd(broken_off=BrokenOff.CLOSED, by=by))


class PassedConnection:
    """Implements temporary.Held and journal.book.CanEnd."""

    def __init__(
        self,
        caller: socket.socket,
        to: tuple[str, int],
        followed: Followed,
        traced: TracedConnection | None,
        has_ended: Callable[[], object],
    ) -> None:
        """to: host and port. traced: the connection in a trace whose facts are `followed`. has_ended: called once, when
        `followed` knows how."""
        self._caller = caller
        self._to = to
        self._followed = followed
        self._traced = traced
        self._has_ended = has_ended
        self._peer: socket.socket | None = None
        self._lock = Lock()
        self._stop = Stop()
        self._is_leaving = False
        self._is_followed = True
        self._how: Ended | None = None
        self._passes = [0, 0]

    def run(self) -> None:
        """Until both directions have ended."""
        try:
            peer = self._reach()
            if peer is None:
                self._hear_who_calls()
                self._reset(self._caller)
            else:
                self._pass_on(peer)
        except Stopped:
            self._reset(self._caller)
        finally:
            self._end()

    def leave(self) -> None:
        """End once no request waits for its answer. Both sides find that the connection is closed: nothing is said in
        the name of either."""
        self._is_leaving = True
        self._leave_if_idle()

    def cut(self) -> None:
        """Have both directions end."""
        self._cut(_HERE)

    def _cut(self, how: Ended) -> None:
        self._ends(how)
        self._stop.ask()
        with self._lock:
            peer = self._peer
        for one in (self._caller, peer):
            if one:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def _ends(self, how: Ended) -> None:
        """The first reason stands."""
        with self._lock:
            self._how = self._how or how

    def _leave_if_idle(self) -> None:
        if self._is_leaving and self._followed.is_idle:
            self.cut()

    def _reach(self) -> socket.socket | None:
        """Raises Stopped."""
        host, port = self._to
        resolved = resolve(host, port, CONNECT_SECONDS, self._stop)
        connected = (
            connect(resolved.addresses, CONNECT_SECONDS, self._stop)
            if resolved.addresses
            else NotConnected(NoConnection.NAME_UNKNOWN, resolved.problem)
        )
        if isinstance(connected, NotConnected):
            problem = f"{host} port {port} cannot be reached: {connected.detail}"
            self._ends(Ended(AssociationState.BROKEN, problem, AssociationEnd(no_connection=connected.why)))
            return None
        peer = connected.socket
        for one in (self._caller, peer):
            one.settimeout(SILENT_SECONDS)
            with suppress(OSError):  # it hung up already
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self._lock:
            self._peer = peer
        if self._stop.is_asked:
            self.cut()
        return peer

    def _hear_who_calls(self) -> None:
        """What the caller said meanwhile: the journal names it then."""
        buffer = memoryview(bytearray(_READ_BYTES))
        with suppress(OSError):
            self._caller.settimeout(_ASKS_SECONDS)
            self._follow(True, buffer[: self._caller.recv_into(buffer)])

    def _pass_on(self, peer: socket.socket) -> None:
        back = Thread(target=self._pump, args=(peer, self._caller, False), name="relay-back", daemon=True)
        back.start()
        try:
            self._pump(self._caller, peer, True)
        finally:
            back.join()
            self._caller.close()
            peer.close()

    def _pump(self, source: socket.socket, target: socket.socket, from_caller: bool) -> None:
        buffer = memoryview(bytearray(_READ_BYTES))
        whose = side(from_caller)
        try:
            while count := self._read(source, buffer):
                self._passes[from_caller] += 1
                self._follow(from_caller, buffer[:count])
                whose = side(not from_caller)
                target.sendall(buffer[:count])
                whose = side(from_caller)
                if self._is_leaving:
                    self._leave_if_idle()
            self._ends(_closed(whose))
            with suppress(OSError):  # the other side has closed as well
                target.shutdown(socket.SHUT_WR)
        except TimeoutError:
            self._cut(_OVERDUE)
        except OSError:  # one side reset it, so the other is reset
            self._ends(_closed(whose))
            self._reset(target)
            self._reset(source)

    def _follow(self, from_caller: bool, content: memoryview) -> None:
        if not self._is_followed:
            self._followed.count(from_caller, len(content))
            return
        try:
            self._followed.feed(from_caller, content)
        except Exception:  # a listener's edge: what cannot be read must pass all the same
            log.exception("what a relay passes on could not be read")
            self._is_followed = False
            self._followed.lose("the program failed at it")

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

    def _end(self) -> None:
        self._caller.close()
        self._followed.close(self._how or _HERE)
        if self._traced:
            self._traced.close()
        self._has_ended()
