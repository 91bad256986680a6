"""An accepted connection whose reads are bounded in size and in time; pynetdicom's own trusts both to the peer."""

import selectors
import socket
import time
from collections.abc import Callable

from pynetdicom.association import Association
from pynetdicom.transport import AssociationSocket

# poll has no ceiling of 1,024 descriptors; Windows has only select
_Selector = getattr(selectors, "PollSelector", selectors.SelectSelector)


class BoundedSocket(AssociationSocket):
    """Reads PDUs of at most `largest_pdu` bytes, each within `seconds()` of its first byte."""

    def __init__(
        self, assoc: Association, accepted: socket.socket, largest_pdu: int, seconds: Callable[[], float]
    ) -> None:
        super().__init__(assoc, client_socket=accepted)
        self._largest_pdu = largest_pdu
        self._seconds = seconds
        self._deadline: float | None = None
        self._selector = _Selector()
        self._selector.register(accepted, selectors.EVENT_READ)

    @property
    def ready(self) -> bool:
        """Whether there is something to read; a closed connection counts as read to its end."""
        if self.socket is None or not self._is_connected:
            return False
        try:
            return bool(self._selector.select(0))
        except (OSError, ValueError):
            self.event_queue.put("Evt17")
            return False

    def recv(self, nr_bytes: int) -> bytearray:
        """Read exactly so many bytes, fewer when the peer closes. Raises OSError past a limit.

        pynetdicom reads the six bytes of a PDU's header first, then the rest: the two share one deadline.
        """
        if self.socket is None:
            raise OSError("the connection is closed")
        if nr_bytes > self._largest_pdu:
            raise OSError(f"a PDU that claims {nr_bytes} bytes is over the limit of {self._largest_pdu}")
        deadline = self._deadline or time.monotonic() + self._seconds()
        self._deadline = None if self._deadline else deadline
        content = bytearray(nr_bytes)
        filled = 0
        with memoryview(content) as view:
            while filled < nr_bytes:
                self.socket.settimeout(max(deadline - time.monotonic(), 0.001))
                received = self.socket.recv_into(view[filled:])
                if not received:
                    break
                filled += received
        self.socket.settimeout(self._seconds())
        return content[:filled] if filled < nr_bytes else content

    def cut(self) -> None:
        """Close at once, from any thread: a blocked read or write ends."""
        connection = self.socket
        if connection is None:
            return
        try:
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # the peer was quicker
