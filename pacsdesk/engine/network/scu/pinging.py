"""An echo request of the network itself (ICMP), where the system lets a program without privileges send one."""

import os
import socket
import struct
from selectors import EVENT_READ, DefaultSelector

from pacsdesk.engine.network.wire.naming import Address

_ECHO_REQUEST, _CODE = 8, 0
_HEADER = struct.Struct(">BBHHH")


class Ping:
    """One request on its way; `close` it."""

    def __init__(self, address: Address) -> None:
        self.is_permitted = False
        self._socket: socket.socket | None = None
        if address.family != socket.AF_INET or os.name == "nt":
            return
        try:
            self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_ICMP)
            self._socket.setblocking(False)
            self._socket.sendto(_request(), address.place)
        except OSError:
            self.close()
            return
        self.is_permitted = True

    def is_answered(self, seconds: float) -> bool:
        """Whether an answer has come, or comes within so many seconds."""
        if self._socket is None:
            return False
        with DefaultSelector() as selector:
            selector.register(self._socket, EVENT_READ)
            if not selector.select(seconds):
                return False
        try:
            return bool(self._socket.recv(256))
        except OSError:  # a router said that there is no way
            return False

    def close(self) -> None:
        """Let the socket go."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def _request() -> bytes:
    """The system fills in identifier and checksum on such sockets; macOS wants the checksum from us."""
    bare = _HEADER.pack(_ECHO_REQUEST, _CODE, 0, 0, 1)
    total = sum(struct.unpack(">4H", bare))
    return _HEADER.pack(_ECHO_REQUEST, _CODE, ~(total + (total >> 16)) & 0xFFFF, 0, 1)
