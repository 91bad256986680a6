"""Understands the Range header (RFC 9110 14): which bytes of an object are wanted."""

import re
from dataclasses import dataclass

from pacsdesk.contract.errors import InvalidInput

_STRETCH = re.compile(r"([0-9]{0,19})-([0-9]{0,19})")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes from `start` to before `end`."""

    start: int
    end: int


def wanted_stretch(header: str, size: int) -> Stretch | None:
    """The one stretch that a Range header asks of an object of `size` bytes.

    None: the whole is to be sent, since the header is empty, of another unit or asks for several stretches (a server
    may ignore these). Raises InvalidInput when no byte lies in the range, or it is not written rightly.
    """
    unit, _, ranges = header.partition("=")
    if unit.strip().lower() != "bytes" or "," in ranges:
        return None
    found = _STRETCH.fullmatch(ranges.strip())
    if found is None or found[0].strip() == "-":
        raise InvalidInput("This range is not written rightly.", hint="Write it like this: bytes=0-1023")
    if not found[1]:
        start, end = max(0, size - int(found[2])), size
    else:
        start, end = int(found[1]), min(size, int(found[2]) + 1) if found[2] else size
    if start >= end:
        raise InvalidInput(f"The object has {size} bytes and none in this range.")
    return Stretch(start, end)
