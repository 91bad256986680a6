"""Items within items: the frame that A-ASSOCIATE PDUs are made of (PS3.8 9.3.2), and the values that repeat in them.

Promises: no item is read past the end of what holds it, and an unknown one is passed over, as 9.3.1 wants.
"""

import struct
from collections.abc import Iterator
from enum import IntEnum

from pacsdesk.engine.network.wire.pdu import AbortReason, BrokenPdu

_ITEM = struct.Struct(">BxH")
_LENGTH = struct.Struct(">H")
_LONGEST_UID = 64  # PS3.5 9.1


class ItemKind(IntEnum):
    """Item and sub-item types, PS3.8 9.3.2, 9.3.3 and PS3.7 annex D."""

    APPLICATION_CONTEXT = 0x10
    PROPOSED_CONTEXT = 0x20
    ANSWERED_CONTEXT = 0x21
    ABSTRACT_SYNTAX = 0x30
    TRANSFER_SYNTAX = 0x40
    USER_INFORMATION = 0x50
    MAXIMUM_LENGTH = 0x51
    IMPLEMENTATION_CLASS_UID = 0x52
    ASYNCHRONOUS_OPERATIONS = 0x53
    ROLE_SELECTION = 0x54
    IMPLEMENTATION_VERSION_NAME = 0x55
    EXTENDED_NEGOTIATION = 0x56
    USER_IDENTITY = 0x58


_KNOWN = frozenset(ItemKind)


def encode_item(kind: ItemKind, body: bytes) -> bytes:
    """An item with its header. Raises ValueError for more than 65,535 bytes."""
    if len(body) > 0xFFFF:
        raise ValueError(f"an item of {len(body)} bytes does not fit into an association request")
    return _ITEM.pack(kind, len(body)) + body


def items_of(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Type and content of each item in a row whose type is known. Raises BrokenPdu."""
    position = 0
    while position < len(body):
        if len(body) - position < _ITEM.size:
            raise BrokenPdu("an item's header is cut off")
        kind, length = _ITEM.unpack_from(body, position)
        position += _ITEM.size
        if length > len(body) - position:
            raise BrokenPdu(f"an item of type {kind:02X} says {length} bytes, {len(body) - position} are left")
        if kind in _KNOWN:
            yield kind, body[position : position + length]
        position += length


def only_once(found: dict[int, bytes], kind: int, content: bytes) -> None:
    """Note an item that may stand once. Raises BrokenPdu for the second."""
    if kind in found:
        raise BrokenPdu(f"the item of type {kind:02X} stands twice", AbortReason.UNEXPECTED_PARAMETER)
    found[kind] = content


def encode_text(text: str) -> bytes:
    """Characters of the basic set ISO 646."""
    return text.encode("ascii", "replace")


def decode_uid(content: bytes) -> str:
    """A UID as text, padding removed; that it is well-formed is not checked here. Raises BrokenPdu when too long."""
    text = content.decode("ascii", "replace").strip("\0 ")
    if len(text) > _LONGEST_UID:
        raise BrokenPdu(f"a UID of {len(text)} characters")
    return text


def with_length(content: bytes) -> bytes:
    """A field behind its length in two bytes."""
    return _LENGTH.pack(len(content)) + content


def split_length(content: bytes) -> tuple[bytes, bytes]:
    """A field that follows its length, and what comes after it. Raises BrokenPdu."""
    if len(content) < _LENGTH.size:
        raise BrokenPdu("a field has no length")
    (length,) = _LENGTH.unpack_from(content)
    rest = content[_LENGTH.size :]
    if length > len(rest):
        raise BrokenPdu(f"a field says {length} bytes, {len(rest)} are left")
    return rest[:length], rest[length:]
