"""Bytes of a dataset made text for the index, by its Specific Character Set (PS3.3 C.12.1.1.2, PS3.5 6.1.2).

A character set's name comes from outside: it is looked up in the standard's own table and never given to Python's codec
registry, which knows names such as "rot13" or "zip" too.
"""

import re

_ESCAPE = b"\x1b"

# PS3.3 tables C.12-2 to C.12-5. The default repertoire is read as Latin-1: devices that send accents without declaring
# a set mean it nearly always, and every byte has a reading in it.
CODECS = {
    "": "latin_1",
    "ISO_IR 6": "latin_1",
    "ISO_IR 13": "shift_jis",
    "ISO_IR 58": "gb2312",
    "ISO_IR 87": "iso2022_jp",
    "ISO_IR 100": "latin_1",
    "ISO_IR 101": "iso8859_2",
    "ISO_IR 109": "iso8859_3",
    "ISO_IR 110": "iso8859_4",
    "ISO_IR 126": "iso8859_7",
    "ISO_IR 127": "iso8859_6",
    "ISO_IR 138": "iso8859_8",
    "ISO_IR 144": "iso8859_5",
    "ISO_IR 148": "iso8859_9",
    "ISO_IR 149": "euc_kr",
    "ISO_IR 159": "iso2022_jp_2",
    "ISO_IR 166": "tis_620",
    "ISO_IR 192": "utf_8",
    "ISO_IR 203": "iso8859_15",
    "GB18030": "gb18030",
    "GBK": "gbk",
}

# PS3.3 tables C.12-3 and C.12-4: what an escape sequence switches to. Python's ISO 2022 codecs want to see it.
_ESCAPED = {
    b"\x1b(B": ("latin_1", False),
    b"\x1b-A": ("latin_1", False),
    b"\x1b-B": ("iso8859_2", False),
    b"\x1b-C": ("iso8859_3", False),
    b"\x1b-D": ("iso8859_4", False),
    b"\x1b-F": ("iso8859_7", False),
    b"\x1b-G": ("iso8859_6", False),
    b"\x1b-H": ("iso8859_8", False),
    b"\x1b-L": ("iso8859_5", False),
    b"\x1b-M": ("iso8859_9", False),
    b"\x1b-T": ("tis_620", False),
    b"\x1b-b": ("iso8859_15", False),
    b"\x1b)I": ("shift_jis", False),
    b"\x1b(J": ("shift_jis", False),
    b"\x1b$B": ("iso2022_jp", True),
    b"\x1b$(D": ("iso2022_jp_2", True),
    b"\x1b$)C": ("euc_kr", False),
    b"\x1b$)A": ("gb2312", False),
}
# PS3.5 6.1.2.5.3: these reset to the first character set
_RESETS = re.compile(rb"[\r\n\f\t\\^=]")

_FRAGMENT = re.compile(rb"\x1b?[^\x1b]*")
_SPELLING = re.compile(r"ISO[ _-]*(?:2022[ _-]*)?IR[ _-]*")


class CharacterSet:
    """The decoder of one dataset. unknown: the first name that the standard does not have, "" when all are known."""

    def __init__(self, specific_character_set: bytes) -> None:
        names = [canonical_name(name) for name in specific_character_set.split(b"\\")]
        self.unknown = next((name for name in names if name not in CODECS), "")
        self._first = CODECS.get(names[0], "latin_1")

    def decode(self, raw: bytes) -> tuple[str, bool]:
        """The text, and whether every byte had a meaning; those without become the replacement character."""
        if _ESCAPE not in raw:
            return _decode(raw, self._first)
        texts = []
        is_clean = True
        for fragment in _FRAGMENT.findall(raw):
            text, is_clean_here = self._decode_fragment(fragment)
            texts.append(text)
            is_clean = is_clean and is_clean_here
        return "".join(texts), is_clean

    def _decode_fragment(self, fragment: bytes) -> tuple[str, bool]:
        if not fragment.startswith(_ESCAPE):
            return _decode(fragment, self._first)
        length = 4 if fragment[1:3] in (b"$(", b"$)") else 3
        codec, wants_escape = _ESCAPED.get(fragment[:length], ("", False))
        if not codec:
            return _decode(fragment, self._first)[0], False
        if wants_escape:
            return _decode(fragment, codec)
        body = fragment[length:]
        reset = _RESETS.search(body)
        if codec in ("euc_kr", "gb2312") or reset is None:
            return _decode(body, codec)
        text, is_clean = _decode(body[: reset.start()], codec)
        rest, is_rest_clean = _decode(body[reset.start() :], self._first)
        return text + rest, is_clean and is_rest_clean


def canonical_name(name: bytes) -> str:
    """One value of Specific Character Set, with or without code extensions, as the table's single-byte form of it:
    "ISO 2022 IR 100" becomes "ISO_IR 100"."""
    text = name.decode("ascii", "replace").strip("\0 ").upper()
    # both forms of a set, with and without code extensions, and their common misspellings name the same table
    return _SPELLING.sub("ISO_IR ", text) if text.startswith("ISO") else text


def _decode(raw: bytes, codec: str) -> tuple[str, bool]:
    try:
        return raw.decode(codec), True
    except UnicodeDecodeError:
        return raw.decode(codec, "replace"), False
