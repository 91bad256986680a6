"""A bounded server on the loopback for what no DICOM library would do: each connection has its thread and limits."""

import socket
import struct
from collections.abc import Callable
from threading import BoundedSemaphore, Event, Lock, Thread

from pacsdesk.engine.training.faults.fault import AE_TITLE, LOOPBACK, Lesson, Lifetime, RunningFault, Start

MOST_CONNECTIONS = 16
CONNECTION_S = 60.0  # of silence
_BACKLOG = 16
_POLL_S = 0.05  # only Linux wakes an accept when its socket is shut down
_JOIN_S = 5.0

Conversation = Callable[[socket.socket, Event], None]
"""What is done with a connection. The event is set when the peer stops; the socket is shut down then, too."""


class SocketPeer:
    """Accepts connections and hands each to the conversation; those over the limit are closed at once."""

    def __init__(self, converse: Conversation, lifetime_s: float) -> None:
        self._converse = converse
        self._stopping = Event()
        self._lock = Lock()
        self._room = BoundedSemaphore(MOST_CONNECTIONS)
        self._connections: dict[Thread, socket.socket] = {}
        self._listening = socket.create_server((LOOPBACK, 0), backlog=_BACKLOG)
        self._listening.settimeout(_POLL_S)
        self.port = int(self._listening.getsockname()[1])
        self._accepting = Thread(target=self._accept, name=f"fault-accept-{self.port}", daemon=True)
        self._accepting.start()
        self._lifetime = Lifetime(lifetime_s, self._end)

    def stop(self) -> None:
        """Return when nothing listens and no thread runs."""
        self._lifetime.finish()

    def _end(self) -> None:
        self._stopping.set()
        shut_down(self._listening)
        self._accepting.join(_JOIN_S)
        with self._lock:
            open_ones = list(self._connections.items())
        for _, connection in open_ones:
            shut_down(connection)
        for thread, _ in open_ones:
            thread.join(_JOIN_S)

    def _accept(self) -> None:
        with self._listening:
            while not self._stopping.is_set():
                try:
                    connection, _ = self._listening.accept()
                except TimeoutError:
                    continue
                except OSError:
                    return
                self._begin(connection)

    def _begin(self, connection: socket.socket) -> None:
        if not self._room.acquire(blocking=False):
            connection.close()
            return
        connection.settimeout(CONNECTION_S)
        speak_at_once(connection)
        thread = Thread(target=self._run, args=(connection,), name=f"fault-{self.port}", daemon=True)
        with self._lock:
            self._connections[thread] = connection
        thread.start()

    def _run(self, connection: socket.socket) -> None:
        try:
            with connection:
                self._converse(connection, self._stopping)
        except (OSError, EOFError):  # the caller left, or was too slow
            pass
        finally:
            with self._lock:
                self._connections = {
                    thread: other for thread, other in self._connections.items() if other is not connection
                }
            self._room.release()


def conversing(converse: Conversation) -> Start:
    """A peer that is nothing but its conversation."""

    def start(lesson: Lesson) -> RunningFault:
        peer = SocketPeer(converse, lesson.lifetime_s)
        return RunningFault(LOOPBACK, peer.port, AE_TITLE, peer.stop)

    return start


def speak_at_once(connection: socket.socket) -> None:
    """Without it each short message waits 40 ms for the other side's acknowledgement."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def shut_down(connection: socket.socket) -> None:
    """Wake whoever waits for it; it stays to be closed by its owner."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


def reset(connection: socket.socket) -> None:
    """Close with TCP RST instead of FIN, as a firewall or a process that was killed does."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def hear_until_the_end(connection: socket.socket) -> None:
    """Read and forget, so that what was sent is not lost by a reset (unread bytes turn a close into one)."""
    while connection.recv(1 << 16):
        pass
