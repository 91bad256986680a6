"""The frame of a PDU and the four that are nothing but numbers (PS3.8 9.3): read strictly, written exactly.

Promises: whatever bytes come in, either a value comes out or `BrokenPdu` with the A-ABORT reason that the peer is told.
"""

import struct
from dataclasses import dataclass
from enum import IntEnum

HEADER_LENGTH = 6
_HEADER = struct.Struct(">BxL")
_FOUR = struct.Struct(">4B")


class PduKind(IntEnum):
    """PDU types, PS3.8 9.3.1."""

    ASSOCIATE_RQ = 0x01
    ASSOCIATE_AC = 0x02
    ASSOCIATE_RJ = 0x03
    DATA = 0x04
    RELEASE_RQ = 0x05
    RELEASE_RP = 0x06
    ABORT = 0x07


KINDS: dict[int, PduKind] = {int(kind): kind for kind in PduKind}


class AbortSource(IntEnum):
    """Who ends an association by A-ABORT, PS3.8 table 9-26."""

    USER = 0
    PROVIDER = 2


class AbortReason(IntEnum):
    """Why a provider aborts, PS3.8 table 9-26; a user's abort has no reason."""

    NOT_SPECIFIED = 0
    UNRECOGNIZED_PDU = 1
    UNEXPECTED_PDU = 2
    UNRECOGNIZED_PARAMETER = 4
    UNEXPECTED_PARAMETER = 5
    INVALID_PARAMETER = 6


@dataclass(frozen=True, slots=True)
class Abort:
    """An A-ABORT. Numbers of a peer are kept as they came: strangers send what the table does not have."""

    source: int
    reason: int


@dataclass(frozen=True, slots=True)
class Reject:
    """The numbers of an A-ASSOCIATE-RJ (PS3.8 9.3.4)."""

    result: int
    source: int
    reason: int


class BrokenPdu(Exception):
    """A PDU that cannot be followed. reason: what the A-ABORT says."""

    def __init__(self, why: str, reason: AbortReason = AbortReason.INVALID_PARAMETER) -> None:
        super().__init__(why)
        self.reason = reason


def encode_pdu(kind: PduKind, body: bytes) -> bytes:
    """A whole PDU."""
    return _HEADER.pack(kind, len(body)) + body


def decode_header(header: bytes | bytearray | memoryview) -> tuple[int, int]:
    """Type and length of the body from the first six bytes."""
    kind, length = _HEADER.unpack_from(header)
    return kind, length


RELEASE_REQUEST = encode_pdu(PduKind.RELEASE_RQ, bytes(4))
RELEASE_REPLY = encode_pdu(PduKind.RELEASE_RP, bytes(4))


def encode_reject(reject: Reject) -> bytes:
    """An A-ASSOCIATE-RJ."""
    return encode_pdu(PduKind.ASSOCIATE_RJ, _FOUR.pack(0, reject.result, reject.source, reject.reason))


def decode_reject(body: bytes) -> Reject:
    """Raises BrokenPdu."""
    _, result, source, reason = _four(body)
    return Reject(result, source, reason)


def encode_abort(abort: Abort) -> bytes:
    """An A-ABORT."""
    return encode_pdu(PduKind.ABORT, _FOUR.pack(0, 0, abort.source, abort.reason))


def decode_abort(body: bytes) -> Abort:
    """Raises BrokenPdu."""
    _, _, source, reason = _four(body)
    return Abort(source, reason)


def check_release(body: bytes) -> None:
    """An A-RELEASE-RQ or -RP carries nothing (9.3.6, 9.3.7). Raises BrokenPdu when it is not the size of that."""
    _four(body)


def _four(body: bytes) -> tuple[int, int, int, int]:
    if len(body) != _FOUR.size:
        raise BrokenPdu(f"a PDU of 4 bytes that has {len(body)}")
    first, second, third, fourth = _FOUR.unpack(body)
    return first, second, third, fourth
