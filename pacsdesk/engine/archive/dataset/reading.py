"""Reads a small dataset whole, items and all: the identifier of a query, a sequence of an object's header.

Bounded in size, depth and number of elements, for the bytes are a stranger's: whatever does not follow PS3.5 to the
last byte is refused with its place. Large datasets are walked (elements.py), not read.
"""

import struct
from dataclasses import dataclass

from pacsdesk.engine.archive.dataset.encoding import LONG_VRS, SHORT_VRS

MAX_SIZE = 1 << 20  # bytes; a query for 10,000 UIDs has 650,000
MAX_DEPTH = 16
MAX_ELEMENTS = 4096  # in all, those of items too

_UNDEFINED = 0xFFFFFFFF
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_FIRST_GROUP = 0x0008  # command and file meta elements do not belong into a dataset

_TAG_AND_LENGTH = struct.Struct("<HHL").unpack_from
_EXPLICIT_HEADER = struct.Struct("<HH2sH").unpack_from
_LONG_LENGTH = struct.Struct("<L").unpack_from


class UnreadableDataset(Exception):
    """The bytes are no dataset, or more than any honest one has; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element as sent; where it has no value representation of its own, the dictionary's, "UN" when it has none.

    items: of a sequence, whose value is b"".
    """

    tag: int
    vr: str
    value: bytes = b""
    items: tuple["Elements", ...] = ()


# by their tags
Elements = dict[int, Element]


def read_dataset(
    content: bytes, is_explicit: bool, max_size: int = MAX_SIZE, max_elements: int = MAX_ELEMENTS
) -> Elements:
    """The elements of a little endian dataset, without group lengths. Raises UnreadableDataset."""
    if len(content) > max_size:
        raise UnreadableDataset(f"more than {max_size} bytes")
    return _Reader(content, max_elements).read_all(is_explicit)


def read_items(content: bytes, is_explicit: bool) -> tuple[Elements, ...]:
    """The items of a sequence, given its value, with or without its delimiter. Raises UnreadableDataset."""
    return _Reader(content).read_items(is_explicit)


class _Reader:
    def __init__(self, content: bytes, max_elements: int = MAX_ELEMENTS) -> None:
        self._content = content
        self._max_elements = max_elements
        self._position = 0
        self._elements = 0

    def read_all(self, is_explicit: bool) -> Elements:
        return self._elements_until(len(self._content), is_explicit, 0)

    def read_items(self, is_explicit: bool) -> tuple[Elements, ...]:
        return self._items(len(self._content), is_explicit, 1)

    def _elements_until(self, end: int, is_explicit: bool, depth: int) -> Elements:
        """The elements up to `end`; up to the item's delimiter where that is _UNDEFINED."""
        found: Elements = {}
        while self._position < end:
            at = self._position
            if end == _UNDEFINED and self._is_next(_ITEM_END):
                return found
            element = self._element(min(end, len(self._content)), is_explicit, depth)
            if element.tag in found:
                raise UnreadableDataset(f"at byte {at}: {_named(element.tag)} stands a second time")
            if element.tag & 0xFFFF and element.tag >> 16 >= _FIRST_GROUP:
                found[element.tag] = element
        self._stop_at(end)
        return found

    def _element(self, end: int, is_explicit: bool, depth: int) -> Element:
        self._elements += 1
        if self._elements > self._max_elements:
            raise UnreadableDataset(f"more than {self._max_elements} elements")
        at = self._position
        tag, vr, length = self._header(end, is_explicit)
        if tag >> 16 == 0xFFFE:
            raise UnreadableDataset(f"at byte {at}: {_named(tag)} stands where an element must")
        if vr == "SQ" or length == _UNDEFINED:
            # PS3.5 6.2.2 note 2: a UN of undefined length is a sequence in implicit VR
            is_explicit = is_explicit and vr == "SQ"
            return Element(tag, "SQ", items=self._items(self._end(at, tag, length, end), is_explicit, depth + 1))
        value_end = self._end(at, tag, length, end)
        value = self._content[self._position : value_end]
        self._position = value_end
        return Element(tag, vr, value)

    def _header(self, end: int, is_explicit: bool) -> tuple[int, str, int]:
        """Tag, value representation and length of the next element; moves on to its value."""
        at = self._position
        self._need(8, end)
        if not is_explicit:
            group, number, length = _TAG_AND_LENGTH(self._content, at)
            self._position += 8
            return group << 16 | number, _implied_vr(group << 16 | number), length
        group, number, vr, length = _EXPLICIT_HEADER(self._content, at)
        if vr in LONG_VRS:
            self._need(12, end)
            (length,) = _LONG_LENGTH(self._content, at + 8)
            self._position += 4
        elif vr not in SHORT_VRS and group != 0xFFFE:
            raise UnreadableDataset(f"at byte {at}: {_named(group << 16 | number)} has no value representation")
        self._position += 8
        return group << 16 | number, vr.decode("ascii", "replace"), length

    def _items(self, end: int, is_explicit: bool, depth: int) -> tuple[Elements, ...]:
        if depth > MAX_DEPTH:
            raise UnreadableDataset(f"sequences nested deeper than {MAX_DEPTH}")
        items: list[Elements] = []
        while self._position < end:
            at = self._position
            if self._is_next(_SEQUENCE_END):
                break
            self._elements += 1
            self._need(8, min(end, len(self._content)))
            group, number, length = _TAG_AND_LENGTH(self._content, at)
            tag = group << 16 | number
            if tag != _ITEM or self._elements > self._max_elements:
                raise UnreadableDataset(f"at byte {at}: {_named(tag)} stands where an item must")
            self._position += 8
            item_end = self._end(at, tag, length, min(end, len(self._content)))
            items.append(self._elements_until(item_end, is_explicit, depth))
        self._stop_at(end)
        return tuple(items)

    def _is_next(self, delimiter: int) -> bool:
        """Whether this delimiter comes next; then it is passed over."""
        self._need(8, len(self._content))
        group, number, _ = _TAG_AND_LENGTH(self._content, self._position)
        if group << 16 | number != delimiter:
            return False
        self._position += 8
        return True

    def _end(self, at: int, tag: int, length: int, end: int) -> int:
        """Where a value that begins here ends; _UNDEFINED for one that has a delimiter."""
        if length == _UNDEFINED:
            return _UNDEFINED
        if length > end - self._position:
            raise UnreadableDataset(f"at byte {at}: {_named(tag)} is longer than what holds it")
        return self._position + length

    def _stop_at(self, end: int) -> None:
        """Raises when what was read is not exactly what its length says."""
        if self._position != end != _UNDEFINED:
            raise UnreadableDataset(f"at byte {self._position}: items do not end where their lengths say")

    def _need(self, length: int, end: int) -> None:
        if end - self._position < length:
            raise UnreadableDataset(f"at byte {self._position}: it ends inside an element's header")


def _implied_vr(tag: int) -> str:
    from pydicom.datadict import dictionary_VR  # noqa: PLC0415  # 40 MiB and 0.25 s, which receivers do without

    try:
        return dictionary_VR(tag)[:2]  # "US or SS" and its kin: no key of ours
    except KeyError:
        return "UN"


def _named(tag: int) -> str:
    return f"({tag >> 16:04X},{tag & 0xFFFF:04X})"
