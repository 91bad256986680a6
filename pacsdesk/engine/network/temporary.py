"""A listener for a while: takes connections up to a bound, and ends by itself, with all that it holds.

What is done on a connection is not its business: relays pass it on, sinks answer it.
"""

import errno
import logging
import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from ipaddress import ip_address
from threading import Event, Lock, Thread, Timer
from typing import Protocol

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.relays import Listening, ListeningEnd, ListenOrder
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.port_owner import port_error
from pacsdesk.engine.runtime.clock import Clock

log = logging.getLogger(__name__)

MOST_OPEN = 50
_BACKLOG = 64
_PAUSE_SECONDS = 0.1
_AFTER_CUT_SECONDS = 2.0


class Held(Protocol):
    """A connection that was taken."""

    def run(self) -> None:
        """Until it is over; on a thread of its own. Closes what it holds."""
        ...

    def cut(self) -> None:
        """Have it be over at once; from any thread."""
        ...


# makes of a connection what runs on it: its socket, where it comes from, its number
Take = Callable[[socket.socket, str, int], Held]


def check_order(order: ListenOrder) -> None:
    """Raises InvalidInput for what is no address, or one that others reach without that being meant."""
    try:
        address = ip_address(order.host)
    except ValueError as error:
        raise InvalidInput(
            f"{order.host!r} is no address to listen on.", "", "Give an IP address of this computer, as 127.0.0.1."
        ) from error
    if not (address.is_loopback or order.is_open):
        raise InvalidInput(
            f"Other computers reach {order.host}.",
            "Whoever can connect to it could use it without being known here.",
            "Confirm that this is meant, or listen on 127.0.0.1.",
        )


class TemporaryListener:
    """Started at once, ended once by whoever comes first. Safe from any thread."""

    def __init__(self, what: str, order: ListenOrder, take: Take, clock: Clock, has_ended: Callable[[], None]) -> None:
        """what: its kind, for its thread's name. has_ended: called once nothing is open any more.

        Raises InvalidInput, Refused with the owner's name when the port is taken.
        """
        check_order(order)
        self._take = take
        self._clock = clock
        self._has_ended = has_ended
        self._lock = Lock()
        self._held: dict[int, Held] = {}
        self._seen = self._turned_away = 0
        self._is_ending = Event()
        self._ended_at: datetime | None = None
        self._ended_by: ListeningEnd | None = None
        self._socket = _listening_socket(order)
        self._address: tuple[str, int] = self._socket.getsockname()[:2]
        self._began_at = clock()
        self._ends_at = self._began_at + timedelta(seconds=order.seconds)
        self._timer = Timer(order.seconds, self.end, (ListeningEnd.TIME,))
        self._timer.daemon = True
        self._thread = Thread(target=self._run, name=f"{what}-listener", daemon=True)
        self._thread.start()
        self._timer.start()

    def state(self) -> Listening:
        """How it stands."""
        with self._lock:
            host, port = self._address
            return Listening(
                host=host,
                port=port,
                began_at=self._began_at,
                ends_at=self._ends_at,
                ended_at=self._ended_at,
                ended_by=self._ended_by,
                open=len(self._held),
                seen=self._seen,
                turned_away=self._turned_away,
            )

    def end(self, why: ListeningEnd) -> None:
        """Take no more, cut what is open, and return when that is over, or after a moment."""
        with self._lock:
            if self._ended_by is not None:
                return
            self._ended_by, self._ended_at = why, self._clock()
            held = list(self._held.values())
        self._is_ending.set()
        self._timer.cancel()
        for one in held:
            one.cut()
        self._thread.join(_AFTER_CUT_SECONDS)
        self._socket.close()
        self._has_ended()

    def _run(self) -> None:
        self._socket.settimeout(_PAUSE_SECONDS)
        while not self._is_ending.is_set():
            try:
                accepted, address = self._socket.accept()
            except TimeoutError:
                continue
            except OSError as error:
                if error.errno not in (errno.EMFILE, errno.ENFILE, errno.ECONNABORTED):
                    break
                log.error("no connection can be taken: %s", error.strerror)
                self._is_ending.wait(_PAUSE_SECONDS)
                continue
            self._serve(accepted, plain_address(str(address[0])))
        if not self._is_ending.is_set():
            log.error("a temporary listener ended by itself")
            Thread(target=self.end, args=(ListeningEnd.FAILED,), daemon=True).start()

    def _serve(self, accepted: socket.socket, address: str) -> None:
        with self._lock:
            if len(self._held) >= MOST_OPEN or self._ended_by is not None:
                self._turned_away += 1
                accepted.close()
                return
            self._seen += 1
            number = self._seen
        try:
            held = self._take(accepted, address, number)
        except OSError:  # it hung up already
            accepted.close()
            return
        with self._lock:
            self._held[number] = held
            is_late = self._ended_by is not None
        if is_late:
            held.cut()
        try:
            Thread(target=self._hold, args=(number, held), name=f"temporary-{number}", daemon=True).start()
        except RuntimeError as error:  # no thread can start
            log.error("a connection from %s could not be served: %s", address, error)
            held.cut()
            accepted.close()
            self._forget(number)

    def _hold(self, number: int, held: Held) -> None:
        try:
            held.run()
        except Exception:  # a listener's edge: one connection that fails must not take others along
            log.exception("a connection of a temporary listener failed")
            held.cut()
        finally:
            self._forget(number)

    def _forget(self, number: int) -> None:
        with self._lock:
            self._held.pop(number, None)


def _listening_socket(order: ListenOrder) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in order.host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)  # as for the main listeners
        listening.setsockopt(socket.SOL_SOCKET, option, 1)
        listening.bind((order.host, order.port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRNOTAVAIL:
            raise InvalidInput(
                f"{order.host} is no address of this computer.", "", "Give one that it has, as 127.0.0.1."
            ) from error
        raise port_error("DICOM", order.host, order.port, error, is_setting=False) from error
    return listening
