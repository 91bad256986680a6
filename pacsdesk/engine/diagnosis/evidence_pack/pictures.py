"""PNGs on their way into a pack: only what is needed to show them (PNG specification, 5.6)."""

import struct
from zlib import crc32

from pacsdesk.contract.errors import InvalidInput

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NEEDED = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS"})
_HEADER = struct.Struct(">I4s")


def without_extras(picture: bytes) -> bytes:
    """The same picture without texts, times and whatever else programs put in. Raises InvalidInput for no PNG."""
    if not picture.startswith(_SIGNATURE):
        raise InvalidInput("This picture is no PNG.", "", "Take it anew.")
    kept, at, has_ended = [_SIGNATURE], len(_SIGNATURE), False
    while not has_ended:
        if len(picture) < at + _HEADER.size:
            raise InvalidInput("This picture is cut off.", "", "Take it anew.")
        length, kind = _HEADER.unpack_from(picture, at)
        end = at + _HEADER.size + length + 4
        chunk = picture[at:end]
        if len(chunk) < length + 12 or crc32(chunk[4:-4]) != struct.unpack(">I", chunk[-4:])[0]:
            raise InvalidInput("This picture is damaged.", "", "Take it anew.")
        if kind in _NEEDED:
            kept.append(chunk)
        at, has_ended = end, kind == b"IEND"
    return b"".join(kept)
