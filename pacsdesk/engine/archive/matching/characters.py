"""Text made bytes in the caller's character set (PS3.3 C.12.1.1.2), with the code extensions of PS3.5 6.1.2.5.

What the set cannot carry raises, so that an answer never holds a wrong character; whoever calls then takes UTF-8.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pacsdesk.engine.archive.dataset.text import CODECS, canonical_name

UTF_8 = b"ISO_IR 192"

# sets that are all of their text and cannot be extended (PS3.3 table C.12-5)
_WHOLE = frozenset({"ISO_IR 192", "GB18030", "GBK"})
# PS3.5 6.1.2.5.3: at these, and at the end, the initial state holds again
_DELIMITERS = re.compile(r"([\\^=\r\n\f\t])")
_TO_ASCII, _TO_ROMAJI = b"\x1b(B", b"\x1b(J"


@dataclass(frozen=True, slots=True)
class _Set:
    """A set beside ASCII. codec: Python's for a larger one, which writes a character of this set in `width` bytes, each
    in the upper half, behind `skip` bytes that say which set it is. is_in_lower_half: it takes the place of ASCII."""

    escape: bytes
    codec: str
    width: int = 1
    skip: int = 0
    is_in_lower_half: bool = False

    def encode(self, character: str) -> bytes:
        """The bytes of one character, b"" when the set does not have it."""
        try:
            raw = character.encode(self.codec)
        except UnicodeEncodeError:
            return b""
        if len(raw) != self.skip + self.width or any(byte < 0xA0 for byte in raw[self.skip :]):
            return b""
        return bytes(byte & 0x7F for byte in raw[self.skip :]) if self.is_in_lower_half else raw[self.skip :]


# PS3.3 tables C.12-2 to C.12-4
_SETS = {
    "ISO_IR 100": _Set(b"\x1b-A", "latin_1"),
    "ISO_IR 101": _Set(b"\x1b-B", "iso8859_2"),
    "ISO_IR 109": _Set(b"\x1b-C", "iso8859_3"),
    "ISO_IR 110": _Set(b"\x1b-D", "iso8859_4"),
    "ISO_IR 126": _Set(b"\x1b-F", "iso8859_7"),
    "ISO_IR 127": _Set(b"\x1b-G", "iso8859_6"),
    "ISO_IR 138": _Set(b"\x1b-H", "iso8859_8"),
    "ISO_IR 144": _Set(b"\x1b-L", "iso8859_5"),
    "ISO_IR 148": _Set(b"\x1b-M", "iso8859_9"),
    "ISO_IR 166": _Set(b"\x1b-T", "tis_620"),
    "ISO_IR 203": _Set(b"\x1b-b", "iso8859_15"),
    "ISO_IR 13": _Set(b"\x1b)I", "shift_jis"),
    "ISO_IR 87": _Set(b"\x1b$B", "euc_jp", width=2, is_in_lower_half=True),
    "ISO_IR 159": _Set(b"\x1b$(D", "euc_jp", width=2, skip=1, is_in_lower_half=True),
    "ISO_IR 149": _Set(b"\x1b$)C", "euc_kr", width=2),
    "ISO_IR 58": _Set(b"\x1b$)A", "gb2312", width=2),
}


class CharacterEncoder:
    """Writes text in the sets that a Specific Character Set names; where it names none that is known, ASCII."""

    def __init__(self, specific_character_set: bytes) -> None:
        names = [canonical_name(name) for name in specific_character_set.split(b"\\")]
        self.declared = specific_character_set
        self._codec = CODECS[names[0]] if names[0] in _WHOLE else ""
        self._sets = [_SETS[name] for name in names if name in _SETS]
        first = _SETS.get(names[0])
        # a set of one byte that stands first holds the upper half from the beginning, without an escape
        self._initial = first if first and first.width == 1 else None
        self._to_lower_half = _TO_ROMAJI if names[0] == "ISO_IR 13" else _TO_ASCII

    def encode(self, text: str) -> bytes:
        """The bytes of one element's text, all values. Raises UnicodeEncodeError when the sets cannot carry it."""
        if text.isascii():  # every set begins with these
            return text.encode("ascii")
        if self._codec:
            return text.encode(self._codec)
        return b"".join(b"".join(self._segment(segment)) for segment in _DELIMITERS.split(text))

    def _segment(self, segment: str) -> Iterator[bytes]:
        """Text between two delimiters: begins and ends in the initial state."""
        upper, lower = self._initial, None
        for character in segment:
            if character.isascii():
                if lower:
                    yield self._to_lower_half
                    lower = None
                yield character.encode("ascii")
                continue
            one, raw = self._find(character, (lower, upper))
            if one.is_in_lower_half and one is not lower:
                yield one.escape
                lower = one
            elif not one.is_in_lower_half and one is not upper:
                yield one.escape
                upper = one
            yield raw
        if lower:
            yield self._to_lower_half

    def _find(self, character: str, active: tuple[_Set | None, ...]) -> tuple[_Set, bytes]:
        """The set that carries a character, one that is active if possible, and its bytes."""
        for one in (*filter(None, active), *self._sets):
            if raw := one.encode(character):
                return one, raw
        raise UnicodeEncodeError("dicom", character, 0, 1, "not in the declared character sets")
