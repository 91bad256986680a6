"""Follows the elements of a dataset while it comes, down into its sequences, and knows where it lost its way.

Unlike archive.dataset.elements it needs no whole dataset and shows the inside of sequences: it is for reading alone.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydicom.datadict import dictionary_VR

from pacsdesk.engine.archive.dataset.encoding import LONG_VRS, SHORT_VRS, Encoding

PIXEL_DATA = 0x7FE00010
_UNDEFINED = 0xFFFFFFFF
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_DELIMITERS = (_ITEM, _ITEM_END, _SEQUENCE_END)
_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class SeenElement:
    """An element or a delimiter. Positions count from the dataset's beginning; vr: "" of a delimiter.

    value_end: where the value ends, which may not have come yet; None for a value of undefined length that is no
    sequence. is_parent: what it holds follows as elements of its own.
    """

    depth: int
    tag: int
    vr: str
    begin: int
    value_begin: int
    value_end: int | None
    is_parent: bool = False


@dataclass(slots=True)
class _Level:
    """Items of a sequence, or elements of a dataset. end: None when a delimiter ends it."""

    is_items: bool
    is_explicit: bool
    end: int | None
    last_tag: int = -1


class ElementWalk:
    """Fed with the bytes so far; answers each element once, when its header has come."""

    def __init__(self, encoding: Encoding) -> None:
        self.lost_at: int | None = None
        self._levels = [_Level(False, encoding.is_explicit, None)]
        order = ">" if encoding.is_big_endian else "<"
        self._tag = struct.Struct(order + "HH").unpack_from
        self._short = struct.Struct(order + "H").unpack_from
        self._long = struct.Struct(order + "L").unpack_from
        self._position = 0
        self._has_ended = False

    def advance(self, content: bytes | bytearray) -> Iterator[SeenElement]:
        """The elements whose headers are within these bytes and were not before. content: from the beginning on."""
        while self.lost_at is None and not self._has_ended:
            self._leave_ended()
            if self.lost_at is not None or len(content) - self._position < 8:
                return
            level = self._levels[-1]
            found = self._item(content, level) if level.is_items else self._element(content, level)
            if found is None:
                return
            yield found

    def _leave_ended(self) -> None:
        while len(self._levels) > 1 and (end := self._levels[-1].end) is not None and self._position >= end:
            if self._position > end:
                self.lost_at = self._position
                return
            self._levels.pop()

    def _item(self, content: bytes | bytearray, level: _Level) -> SeenElement | None:
        begin, depth = self._position, len(self._levels) - 1
        group, number = self._tag(content, begin)
        tag, length = group << 16 | number, self._long(content, begin + 4)[0]
        if tag not in (_ITEM, _SEQUENCE_END):
            return self._lost(begin)
        self._position = begin + 8
        if tag == _ITEM:
            self._enter(_Level(False, level.is_explicit, None if length == _UNDEFINED else begin + 8 + length), begin)
        else:
            self._levels.pop()
        return SeenElement(depth, tag, "", begin, begin + 8, begin + 8, is_parent=tag == _ITEM)

    def _element(self, content: bytes | bytearray, level: _Level) -> SeenElement | None:
        begin, depth = self._position, len(self._levels) - 1
        group, number = self._tag(content, begin)
        tag = group << 16 | number
        if tag == _ITEM_END and depth and level.end is None:
            self._position = begin + 8
            self._levels.pop()
            return SeenElement(depth, tag, "", begin, begin + 8, begin + 8)
        if tag in _DELIMITERS or tag <= level.last_tag:
            return self._lost(begin)
        header = self._header(content, tag, level)
        if header is None:
            return None
        vr, length, start = header
        level.last_tag = tag
        self._position = start if length == _UNDEFINED else start + length
        if vr == "SQ" or (length == _UNDEFINED and vr in ("UN", "")):
            end = None if length == _UNDEFINED else start + length
            self._position = start
            # PS3.5 6.2.2 note 2: UN of undefined length holds a sequence in implicit VR
            self._enter(_Level(True, level.is_explicit and vr == "SQ", end), begin)
            return SeenElement(depth, tag, "SQ", begin, start, start, is_parent=True)
        if length == _UNDEFINED:
            self._has_ended = True  # fragments of pixels, of which nothing more is read
            return SeenElement(depth, tag, vr, begin, start, None)
        return SeenElement(depth, tag, vr, begin, start, start + length)

    def _header(self, content: bytes | bytearray, tag: int, level: _Level) -> tuple[str, int, int] | None:
        """Value representation, length, where the value begins; None when that has not come, or cannot be followed."""
        begin = self._position
        if not level.is_explicit:
            return vr_of(tag), self._long(content, begin + 4)[0], begin + 8
        vr = bytes(content[begin + 4 : begin + 6])
        if vr in SHORT_VRS:
            return vr.decode(), self._short(content, begin + 6)[0], begin + 8
        if vr not in LONG_VRS:
            self.lost_at = begin
            return None
        if len(content) - begin < 12:
            return None
        return vr.decode(), self._long(content, begin + 8)[0], begin + 12

    def _enter(self, level: _Level, begin: int) -> None:
        if len(self._levels) > _DEEPEST:
            self.lost_at = begin
        else:
            self._levels.append(level)

    def _lost(self, at: int) -> SeenElement | None:
        """Nothing more is read."""
        self.lost_at = at
        return None


@cache
def vr_of(tag: int) -> str:
    """The dictionary's value representation; "UN" for what it does not have."""
    try:
        return dictionary_VR(tag)[:2]
    except KeyError:
        return "UN"
