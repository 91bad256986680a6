"""What answers at a port that did not answer us in DICOM: asked again, a little, in other languages.

At most three short connections: one that only listens for a greeting, a TLS hello, a web request. Nothing is changed by
any of them.
"""

import socket
import ssl
import time
from dataclasses import dataclass

from pacsdesk.contract.records.probes import NoConnection, Speaks
from pacsdesk.engine.network.scu.fingerprint import speaks
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.connecting import Connected, connect
from pacsdesk.engine.network.wire.naming import Address

_MOST = 64
_WEB_REQUEST = b"GET / HTTP/1.0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class SecondLook:
    """speaks: NOTHING when it stayed silent in every language. closes_at_once: it ends connections without having heard
    a word."""

    speaks: Speaks
    first_bytes: bytes = b""
    closes_at_once: bool = False


def look_again(address: Address, seconds: float, stop: Stop, dicom_hello: bytes = b"") -> SecondLook:
    """Find out within so many seconds. dicom_hello: asked in place of the others, where TLS was tried before. Raises
    Stopped."""
    share = seconds / 3
    greeting = _first_words(address, b"", share, stop)
    if greeting is None:
        return SecondLook(Speaks.NOTHING, closes_at_once=True)
    if greeting:
        return SecondLook(speaks(greeting), greeting)
    hellos = (
        ((dicom_hello, Speaks.DICOM),) if dicom_hello else ((_tls_hello(), Speaks.TLS), (_WEB_REQUEST, Speaks.HTTP))
    )
    for hello, wanted in hellos:
        answer = _first_words(address, hello, share, stop)
        if answer and (what := speaks(answer)) in (wanted, Speaks.HTTP, Speaks.DICOM):
            return SecondLook(what, answer)
    return SecondLook(Speaks.NOTHING)


def _first_words(address: Address, said: bytes, seconds: float, stop: Stop) -> bytes | None:
    """What comes after we said something: b"" for silence, None when the connection is ended."""
    connected = connect((address,), seconds, stop)
    if not isinstance(connected, Connected):
        return None if connected.why is NoConnection.RESET else b""  # it was ended before we could look
    by = time.monotonic() + seconds
    with connected.socket as talking:
        talking.settimeout(max(by - time.monotonic(), 0.01))
        with stop.cutting(lambda: _cut(talking)):
            answer = _exchange(talking, said)
    stop.check()
    return answer


def _exchange(talking: socket.socket, said: bytes) -> bytes | None:
    try:
        talking.sendall(said)
        return talking.recv(_MOST) or None
    except TimeoutError:
        return b""
    except OSError:
        return None


def _cut(talking: socket.socket) -> None:
    try:
        talking.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # the peer was quicker


def _tls_hello() -> bytes:
    """A ClientHello as this system's library makes it; nothing is trusted by it and nothing is sent in it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    try:
        context.wrap_bio(incoming, outgoing).do_handshake()
    except ssl.SSLWantReadError:
        pass  # it waits for the answer, the hello is there
    return outgoing.read()
