"""The listening socket: takes connections, waits for none of them, and ends them all when it is told to."""

import errno
import logging
import socket
import time
from collections.abc import Collection
from threading import Event, Lock, Thread

from pacsdesk.engine.network.acceptor import Acceptor
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.wire.credentials import OurSide
from pacsdesk.engine.network.wire.served import HandOver, OwnIdentity, ServedAssociation, Serving
from pacsdesk.engine.network.wire.tap import NoTaps, Taps
from pacsdesk.engine.network.wire.watch import Watch

log = logging.getLogger(__name__)

_BACKLOG = 1024  # a burst of callers waits here; what finds no room in it tries again only after a second
_PAUSE_SECONDS = 0.1
_AFTER_CUT_SECONDS = 1.0
_OUT_OF_DESCRIPTORS = (errno.EMFILE, errno.ENFILE)


class WireListener:
    """One address that takes DICOM associations. Raises OSError when it cannot be listened on."""

    def __init__(
        self,
        identity: OwnIdentity,
        address: tuple[str, int],
        acceptor: Acceptor,
        limits: NetworkLimits,
        hand_over: HandOver,
        tls: OurSide | None = None,
        taps: Taps | None = None,
    ) -> None:
        """tls: what connections are encrypted with; None for those without. taps: who listens in."""
        self._socket = _listening_socket(address)
        self._address: tuple[str, int] = self._socket.getsockname()[:2]
        self._watch = Watch()
        self._serving = Serving(identity, acceptor, limits, self._watch, hand_over, tls, taps or NoTaps())
        self._lock = Lock()
        self._open: set[ServedAssociation] = set()
        self._is_leaving = Event()
        self._thread = Thread(target=self._run, name="dicom-listener", daemon=True)
        self._thread.start()

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens, the port as the system chose it."""
        return self._address

    @property
    def is_listening(self) -> bool:
        """Whether connections are taken."""
        return self._thread.is_alive()

    def associations_under(self, ae_titles: Collection[str]) -> int:
        """How many are established under these titles of ours."""
        return len(self._serving.acceptor.places.seated(self._alive(), ae_titles))

    def end(self, ae_titles: Collection[str], seconds: float) -> None:
        """End the associations under these titles of ours, as `stop` ends all; others go on."""
        deadline = time.monotonic() + seconds
        ending = self._serving.acceptor.places.seated(self._alive(), ae_titles)
        for association in ending:
            association.leave()
        for association in ending:
            association.join(max(deadline - time.monotonic(), 0))
            association.cut()

    def leave(self) -> None:
        """Take no more, and have each end as soon as nothing is under way."""
        self._is_leaving.set()
        self._thread.join()
        self._socket.close()
        for association in self._alive():
            association.leave()

    def stop(self, seconds: float) -> None:
        """Take no more, let running requests end for at most so many seconds, then cut what is left."""
        deadline = time.monotonic() + seconds
        self.leave()
        self._join(deadline)
        for association in self._alive():
            association.cut()
        self._join(deadline + _AFTER_CUT_SECONDS)
        self._watch.close()

    def _run(self) -> None:
        # a socket's time-out is the portable way to wake an accept
        self._socket.settimeout(_PAUSE_SECONDS)
        while not self._is_leaving.is_set():
            try:
                accepted, address = self._socket.accept()
            except TimeoutError:
                continue
            except OSError as error:
                self._note(error)
                continue
            self._serve(accepted, str(address[0]))

    def _serve(self, accepted: socket.socket, address: str) -> None:
        try:
            association = ServedAssociation(self._serving, accepted, address, self._forget)
            with self._lock:
                self._open.add(association)
            association.start()
        except (OSError, RuntimeError) as error:  # it hung up already, or no thread can start
            log.error("a connection from %s could not be served: %s", address, error)
            accepted.close()

    def _note(self, error: OSError) -> None:
        """A connection that could not be taken; out of descriptors a moment is waited instead of spinning."""
        if error.errno in _OUT_OF_DESCRIPTORS:
            log.error("no connection can be taken: %s", error.strerror)
            self._is_leaving.wait(_PAUSE_SECONDS)

    def _forget(self, association: ServedAssociation) -> None:
        with self._lock:
            self._open.discard(association)

    def _alive(self) -> list[ServedAssociation]:
        with self._lock:
            return list(self._open)

    def _join(self, deadline: float) -> None:
        for association in self._alive():
            association.join(max(deadline - time.monotonic(), 0))


def _listening_socket(address: tuple[str, int]) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET, socket.SOCK_STREAM)
    try:
        # so that a restart gets its port at once; Windows means by that a port for two, and has a word of its own
        option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
        listening.setsockopt(socket.SOL_SOCKET, option, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except BaseException:
        listening.close()
        raise
    return listening
