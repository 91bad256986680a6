"""PDUs by hand, right and wrong ones: what no library would send."""

import socket
import struct
from collections.abc import Sequence

from tests.engine.network.listening import KNOWN, OWN_TITLE

ABORT, RELEASE_REQUEST = 0x07, 0x05
VERIFICATION = "1.2.840.10008.1.1"
IMPLICIT = "1.2.840.10008.1.2"


def pdu(kind: int, body: bytes) -> bytes:
    """A PDU with its header (PS3.8 9.3.1)."""
    return struct.pack(">BxL", kind, len(body)) + body


def item(kind: int, body: bytes) -> bytes:
    """An item of an association request (PS3.8 9.3.2)."""
    return struct.pack(">BxH", kind, len(body)) + body


def context(context_id: int, abstract_syntax: str, transfer_syntaxes: Sequence[str]) -> bytes:
    """A presentation context item."""
    syntaxes = b"".join(item(0x40, syntax.encode()) for syntax in transfer_syntaxes)
    return item(0x20, bytes([context_id, 0, 0, 0]) + item(0x30, abstract_syntax.encode()) + syntaxes)


def association_request(
    *contexts: bytes, calling: bytes = KNOWN.encode(), called: bytes = OWN_TITLE.encode(), version: int = 1
) -> bytes:
    """An A-ASSOCIATE-RQ; without contexts it proposes Verification."""
    proposed = b"".join(contexts) or context(1, VERIFICATION, [IMPLICIT])
    user = item(0x50, item(0x51, struct.pack(">L", 16384)) + item(0x52, b"1.2.3"))
    names = struct.pack(">H2x16s16s32x", version, called.ljust(16), calling.ljust(16))
    return pdu(0x01, names + item(0x10, b"1.2.840.10008.3.1.1.1") + proposed + user)


def data(context_id: int, flags: int, content: bytes) -> bytes:
    """A P-DATA-TF with one presentation data value; flags: 1 command, 2 last."""
    return pdu(0x04, struct.pack(">LBB", len(content) + 2, context_id, flags) + content)


def read_pdu(connection: socket.socket) -> tuple[int, bytes]:
    """The next PDU that comes, its type and body; (0, b"") when the connection ends."""
    header = _read(connection, 6)
    if len(header) < 6:
        return 0, b""
    kind, length = struct.unpack(">BxL", header)
    return kind, _read(connection, length)


def read_to_end(connection: socket.socket) -> list[int]:
    """Types of all PDUs until the peer closes; a peer that does not within the socket's time-out fails the test."""
    kinds = []
    while (kind := read_pdu(connection)[0]) != 0:
        kinds.append(kind)
    return kinds


def context_results(accept: bytes) -> dict[int, int]:
    """Results by context id of an A-ASSOCIATE-AC's body (PS3.8 9.3.3.2)."""
    results = {}
    place = 68
    while place + 8 <= len(accept):
        kind, length = struct.unpack_from(">BxH", accept, place)
        if kind == 0x21:
            results[accept[place + 4]] = accept[place + 6]
        place += 4 + length
    return results


def _read(connection: socket.socket, length: int) -> bytes:
    content = b""
    while len(content) < length:
        try:
            piece = connection.recv(length - len(content))
        except ConnectionError:
            break
        if not piece:
            break
        content += piece
    return content
