"""The step to a TCP connection: each address in turn, bounded in time, stopped at once, and the reason told apart."""

import errno
import os
import socket
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from selectors import EVENT_WRITE, DefaultSelector

from pacsdesk.contract.records.probes import NoConnection
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.naming import Address

_SLICE = 0.05
_UNDER_WAY = {errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN, getattr(errno, "WSAEWOULDBLOCK", errno.EINPROGRESS)}
_NO_ROUTE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL}


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection, the caller's to close."""

    socket: socket.socket
    address: Address


@dataclass(frozen=True, slots=True)
class NotConnected:
    """Why there is none."""

    why: NoConnection
    detail: str


def connect(addresses: Sequence[Address], seconds: float, stop: Stop) -> Connected | NotConnected:
    """The first address that takes a connection; else why the last did not. Raises Stopped."""
    left, failed = len(addresses), NotConnected(NoConnection.NAME_UNKNOWN, "there is no address")
    by = time.monotonic() + seconds
    for address in addresses:
        tried = _connect(address, (by - time.monotonic()) / left, stop)
        if isinstance(tried, Connected):
            return tried
        failed, left = tried, left - 1
    return failed


def _connect(address: Address, seconds: float, stop: Stop) -> Connected | NotConnected:
    begin = time.monotonic()
    connecting = socket.socket(address.family, socket.SOCK_STREAM)
    is_kept = False
    try:
        connecting.setblocking(False)
        number = connecting.connect_ex(address.place)
        with DefaultSelector() as selector:
            selector.register(connecting, EVENT_WRITE)
            while number in _UNDER_WAY:
                stop.check()
                if time.monotonic() - begin > seconds:
                    detail = f"{address.text} did not answer within {seconds:.1f} s"
                    return NotConnected(NoConnection.NO_ANSWER, detail)
                if selector.select(_SLICE):
                    number = connecting.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if not number:
            is_kept = True
            return Connected(connecting, address)
        return NotConnected(_why_not(number), f"{address.text}: {os.strerror(number)}")
    finally:
        if not is_kept:
            with suppress(OSError):
                connecting.close()


def _why_not(number: int) -> NoConnection:
    """What an error number of the system means."""
    if number in (errno.ECONNREFUSED, getattr(errno, "WSAECONNREFUSED", errno.ECONNREFUSED)):
        return NoConnection.REFUSED
    if number in (errno.ETIMEDOUT, getattr(errno, "WSAETIMEDOUT", errno.ETIMEDOUT)):
        return NoConnection.NO_ANSWER
    if number in (errno.ECONNRESET, getattr(errno, "WSAECONNRESET", errno.ECONNRESET)):
        return NoConnection.RESET  # it stood, and was gone before we looked
    return NoConnection.NO_ROUTE if number in _NO_ROUTE else NoConnection.OTHER
