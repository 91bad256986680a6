"""The listening socket on pynetdicom's server: takes connections, never blocks on one, outlives what they do."""

import errno
import logging
import socket
import time
from dataclasses import dataclass
from threading import Thread
from typing import Any

from pydicom.uid import UID
from pynetdicom import AE
from pynetdicom.transport import AssociationServer

from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.acceptor import Acceptor
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.wire.stock import StockAssociation

log = logging.getLogger(__name__)

_POLL_SECONDS = 0.1
_BACKLOG = 128
_IDLE_GRACE_SECONDS = 1.0
_AFTER_CUT_SECONDS = 1.0
_OUT_OF_DESCRIPTORS = (errno.EMFILE, errno.ENFILE)


@dataclass(frozen=True, slots=True)
class OwnIdentity:
    """What we tell peers about ourselves (PS3.7 D.3.3.2)."""

    ae_title: AETitle
    implementation_class_uid: str
    implementation_version_name: str


class StockListener:
    """One address that takes DICOM associations. Raises OSError when it cannot be listened on."""

    def __init__(
        self, identity: OwnIdentity, address: tuple[str, int], acceptor: Acceptor, limits: NetworkLimits
    ) -> None:
        silence_stock_logs()
        ae = AE(identity.ae_title)
        ae.implementation_class_uid = UID(identity.implementation_class_uid)
        ae.implementation_version_name = identity.implementation_version_name
        self._server = _Server(ae, address, acceptor, limits)
        self._thread = Thread(
            target=self._server.serve_forever, args=(_POLL_SECONDS,), name="dicom-listener", daemon=True
        )
        self._thread.start()

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens, the port as the system chose it."""
        host, port = self._server.server_address[:2]
        return str(host), int(port)

    @property
    def is_listening(self) -> bool:
        """Whether connections are taken."""
        return self._thread.is_alive()

    def stop(self, seconds: float) -> None:
        """Take no more, let running requests end for at most so many seconds, then cut what is left."""
        deadline = time.monotonic() + seconds
        self._server.leave()
        grace = min(time.monotonic() + _IDLE_GRACE_SECONDS, deadline)
        for association in self._server.associations():
            association.must_leave = True
        while (left := self._server.associations()) and time.monotonic() < deadline:
            if time.monotonic() > grace:
                _cut([association for association in left if association.is_idle])
            left[0].join(0.02)
        _cut(left)
        for association in left:
            association.join(max(deadline + _AFTER_CUT_SECONDS - time.monotonic(), 0))


class _Server(AssociationServer):
    """pynetdicom's server with its rules, its deep copies and its waiting taken out."""

    request_queue_size = _BACKLOG

    def __init__(self, ae: AE, address: tuple[str, int], acceptor: Acceptor, limits: NetworkLimits) -> None:
        self._acceptor = acceptor
        self._limits = limits
        self._open: set[StockAssociation] = set()
        super().__init__(ae, address, ae.ae_title, contexts=[])

    def associations(self) -> list[StockAssociation]:
        """Connections that are not over."""
        self._open = {association for association in self._open if association.is_alive()}
        return list(self._open)

    def leave(self) -> None:
        """Take no more connections and free the port."""
        super(AssociationServer, self).shutdown()
        self.server_close()

    def server_bind(self) -> None:
        """Bind so that no other program can take the same port: Windows needs a word of its own for it."""
        option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
        listening: socket.socket = self.socket  # type: ignore[assignment]  # None only in the parent's constructor
        listening.setsockopt(socket.SOL_SOCKET, option, 1)
        listening.bind(self.server_address)
        self.server_address = listening.getsockname()

    def get_request(self) -> tuple[socket.socket, Any]:  # Any: an address of either family, as in the parent
        """Take a connection; out of descriptors it waits a moment instead of spinning."""
        try:
            accepted, address = self.socket.accept()  # type: ignore[union-attr]  # as above
        except OSError as error:
            if error.errno in _OUT_OF_DESCRIPTORS:
                log.error("no connection can be taken: %s", error.strerror)
                time.sleep(_POLL_SECONDS)
            raise
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return accepted, address

    def process_request(self, request: Any, client_address: Any) -> None:  # Any: as in the parent
        """Start the association's threads."""
        association = StockAssociation(self.ae, self._acceptor, self._limits, request, client_address)
        association._server = self
        self.associations()
        self._open.add(association)
        self._acceptor.places.enter(association, association.connection.cut)
        association.start()

    def handle_error(self, request: Any, client_address: Any) -> None:  # Any: as in the parent
        """One line in the log; the connection is closed by the caller."""
        log.exception("a connection from %s could not be served", client_address[0])


def silence_stock_logs() -> None:
    """Keep pynetdicom's loggers quiet: they write out PDUs, identifiers and tracebacks for what strangers send."""
    logging.getLogger("pynetdicom").setLevel(logging.CRITICAL + 1)


def _cut(associations: list[StockAssociation]) -> None:
    for association in associations:
        association.connection.cut()
