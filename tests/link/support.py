"""Limits small enough to be reached at once, and HTTP as bytes, since no HTTP library sends what an attacker sends."""

import socket
from dataclasses import dataclass

from pacsdesk.link.serving.limits import Limits

SMALL_LIMITS = Limits(
    connections=40,
    head_seconds=0.5,
    stalled_seconds=0.5,
    call_body_seconds=0.5,
    upload_silence_seconds=0.5,
    chunk_bytes=64 << 10,
    event_streams=3,
    sign_of_life_seconds=0.2,
    session_check_seconds=0.2,
    remembered_events=10,
)

ANSWER_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """What came back. status 0: the other side closed without a word."""

    status: int
    body: bytes


def connect(address: tuple[str, int]) -> socket.socket:
    """A bare connection."""
    return socket.create_connection(address, timeout=ANSWER_SECONDS)


def exchange(address: tuple[str, int], request: bytes) -> RawAnswer:
    """Send bytes and read until the other side closes. Raises TimeoutError when it never does."""
    with connect(address) as line:
        try:
            line.sendall(request)
        except OSError:
            pass  # it closed before all was sent, which is an answer too
        return read_answer(line)


def read_answer(line: socket.socket) -> RawAnswer:
    """All until the other side closes."""
    received = b""
    try:
        while piece := line.recv(1 << 16):
            received += piece
    except ConnectionError:
        pass
    head, _, body = received.partition(b"\r\n\r\n")
    return RawAnswer(int(head.split()[1]) if head else 0, body)


def request_bytes(method: str, path: str, *headers: str, body: bytes = b"") -> bytes:
    """A request after which the connection ends. A Host header is added unless one is given."""
    lines = [f"{method} {path} HTTP/1.1", "Connection: close", *headers]
    if not any(header.lower().startswith("host:") for header in headers):
        lines.append("Host: localhost")
    if body and not any(header.lower().startswith(("content-length:", "transfer-encoding:")) for header in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body
