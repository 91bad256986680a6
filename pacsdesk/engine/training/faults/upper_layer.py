"""The few PDUs that faults below DIMSE need; the caller's request is read as our own wire reads it."""

import socket
import struct
from collections.abc import Callable

from pacsdesk.engine.network.wire.associate import (
    LARGEST_ASSOCIATE,
    AssociateAccept,
    AssociateRequest,
    ContextAnswer,
    decode_request,
    encode_accept,
)
from pacsdesk.engine.network.wire.pdu import HEADER_LENGTH, BrokenPdu, PduKind, decode_header, encode_pdu
from pacsdesk.engine.network.wire.user_information import UserInformation

_LARGEST_HEARD = 1 << 20
_MAXIMUM_LENGTH = 16384
_IMPLEMENTATION = "2.25.329800735698586629295641978511506172918"  # of PS3.5 B.2, as an example has it

AnswerContext = Callable[[int, str, tuple[str, ...]], int]
"""Place of the context in the request, abstract syntax, transfer syntaxes -> result of PS3.8 table 9-18."""


def read_pdu(connection: socket.socket) -> tuple[int, bytes]:
    """Type and body of the next PDU. Raises EOFError at the end, or when it is too large to be one."""
    kind, length = decode_header(_read(connection, HEADER_LENGTH))
    if length > _LARGEST_HEARD:
        raise EOFError(f"a PDU of {length} bytes")
    return kind, _read(connection, length)


def read_request(connection: socket.socket) -> AssociateRequest:
    """The A-ASSOCIATE-RQ that a caller begins with. Raises EOFError when something else comes."""
    kind, body = read_pdu(connection)
    if kind != PduKind.ASSOCIATE_RQ or len(body) > LARGEST_ASSOCIATE:
        raise EOFError(f"a PDU of type {kind}")
    try:
        return decode_request(body)
    except BrokenPdu as broken:
        raise EOFError("a broken request") from broken


def accept(request: AssociateRequest, answer: AnswerContext) -> AssociateAccept:
    """An answer with the first transfer syntax of each context that the function accepts."""
    contexts = tuple(
        ContextAnswer(
            one.context_id, answer(place, one.abstract_syntax, one.transfer_syntaxes), one.transfer_syntaxes[0]
        )
        for place, one in enumerate(request.contexts)
    )
    user = UserInformation(_MAXIMUM_LENGTH, _IMPLEMENTATION)
    return AssociateAccept(request.called_ae_title, request.calling_ae_title, contexts, user)


def accept_pdu(request: AssociateRequest, answer: AnswerContext = lambda *_: 0) -> bytes:
    """The A-ASSOCIATE-AC; without a function it accepts everything."""
    return encode_accept(accept(request, answer))


def reject_pdu(result: int, source: int, reason: int) -> bytes:
    """An A-ASSOCIATE-RJ with any numbers, listed in PS3.8 9.3.4 or not."""
    return encode_pdu(PduKind.ASSOCIATE_RJ, struct.pack("x3B", result, source, reason))


def abort_pdu(source: int, reason: int) -> bytes:
    """An A-ABORT with any numbers (PS3.8 9.3.8)."""
    return encode_pdu(PduKind.ABORT, struct.pack("2x2B", source, reason))


def _read(connection: socket.socket, length: int) -> bytes:
    content = bytearray()
    while len(content) < length:
        piece = connection.recv(length - len(content))
        if not piece:
            raise EOFError("the caller closed")
        content += piece
    return bytes(content)
