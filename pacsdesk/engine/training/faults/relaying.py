"""Something in between: passes bytes to a healthy peer and back, encrypted for the caller, slowly, or only so far."""

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from pacsdesk.engine.training.faults.fault import LOOPBACK, Lesson, RunningFault
from pacsdesk.engine.training.faults.healthy import Peer
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.engine.training.faults.sockets import CONNECTION_S, SocketPeer, shut_down, speak_at_once

_PIECE = 1 << 14
_JOIN_S = 5.0

Meet = Callable[[socket.socket], socket.socket]
"""Makes of an accepted connection the one that is talked on; may raise OSError."""

Pass = Callable[[socket.socket, socket.socket, Event], None]
"""Passes bytes from the first to the second until the first ends, or it has had enough."""


def pass_all(source: socket.socket, target: socket.socket, stopping: Event) -> None:
    """As a cable does."""
    while piece := source.recv(_PIECE):
        target.sendall(piece)


def dribbling(size: int, pause_s: float) -> Pass:
    """A few bytes at a time, as a line that is full or a device that is busy."""

    def pass_slowly(source: socket.socket, target: socket.socket, stopping: Event) -> None:
        while piece := source.recv(size):
            target.sendall(piece)
            if stopping.wait(pause_s):
                return

    return pass_slowly


def first(length: int, then: Callable[[socket.socket], None], lasts_s: float = 0.0) -> Pass:
    """So many bytes, and after them something is done to who sends them.

    lasts_s: seconds from the first byte on after which it is the same, 0 for ever.
    """

    def pass_some(source: socket.socket, target: socket.socket, stopping: Event) -> None:
        passed = 0
        began = time.monotonic()
        while piece := source.recv(_PIECE):
            target.sendall(piece[: length - passed])
            passed += len(piece)
            if passed >= length or (lasts_s and time.monotonic() - began > lasts_s):
                then(source)
                return

    return pass_some


class _Between:
    """A relay with its healthy peer."""

    def __init__(self, lesson: Lesson, meet: Meet, inwards: Pass, outwards: Pass) -> None:
        self._meet, self._inwards, self._outwards = meet, inwards, outwards
        self._peer = Peer(lesson, Manner())
        self._sockets = SocketPeer(self._relay, lesson.lifetime_s)
        self.port = self._sockets.port

    def stop(self) -> None:
        self._sockets.stop()
        self._peer.stop()

    def _relay(self, accepted: socket.socket, stopping: Event) -> None:
        with self._meet(accepted) as caller, socket.create_connection((LOOPBACK, self._peer.port)) as peer:
            peer.settimeout(CONNECTION_S)
            speak_at_once(peer)
            back = Thread(target=self._pass_back, args=(peer, caller, stopping), name="fault-relay", daemon=True)
            back.start()
            try:
                self._inwards(caller, peer, stopping)
            finally:
                shut_down(peer)
                back.join(_JOIN_S)

    def _pass_back(self, peer: socket.socket, caller: socket.socket, stopping: Event) -> None:
        with suppress(OSError):
            self._outwards(peer, caller, stopping)
        shut_down(caller)


def start_between(
    lesson: Lesson, meet: Meet = lambda accepted: accepted, inwards: Pass = pass_all, outwards: Pass = pass_all
) -> RunningFault:
    """inwards: from the caller to the peer."""
    between = _Between(lesson, meet, inwards, outwards)
    return RunningFault(LOOPBACK, between.port, Manner().ae_title, between.stop)
