"""Elements and items made bytes, little endian: what small datasets of ours are put together from."""

import struct
from collections.abc import Iterable

from pacsdesk.engine.archive.dataset.encoding import LONG_VRS

_ITEM = 0xFFFEE000
# of a value, in bytes: even, and what explicit VR can say
_LONGEST = 0xFFFE


def encode_element(tag: int, vr: str, value: bytes, is_explicit: bool) -> bytes:
    """One element, its value padded to an even length (PS3.5 6.2); a value of more than 65,534 bytes is cut, but that
    of a sequence."""
    if vr != "SQ":
        value = value[:_LONGEST]
    if len(value) % 2:
        value += b"\0" if vr == "UI" else b" "
    group, number = tag >> 16, tag & 0xFFFF
    if not is_explicit:
        return struct.pack("<HHL", group, number, len(value)) + value
    written = vr.encode("ascii")
    if written in LONG_VRS:
        return struct.pack("<HH2sHL", group, number, written, 0, len(value)) + value
    return struct.pack("<HH2sH", group, number, written, len(value)) + value


def encode_items(items: Iterable[bytes]) -> bytes:
    """The value of a sequence whose items have this content, each with its length."""
    return b"".join(struct.pack("<HHL", _ITEM >> 16, _ITEM & 0xFFFF, len(item)) + item for item in items)
