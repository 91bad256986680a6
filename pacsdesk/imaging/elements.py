"""Elements of a dataset from one encoding into another, their values as they are: only headers and byte order change.

No value is parsed, so that whatever a device wrote comes through, right or wrong. Little and big endian, explicit and
implicit value representation (PS3.5 7.1), sequences of known and unknown length (7.5).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from pydicom.datadict import dictionary_VR

from pacsdesk.imaging.source import ByteSource
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable

UNDEFINED = 0xFFFFFFFF
MAX_VALUE = 64 << 20  # bytes of a sequence, which is converted as a whole
PIECE = 1 << 20
_MAX_DEPTH = 64
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD

# PS3.5 7.1.2: a 32-bit length behind two reserved bytes
_LONG_VRS = frozenset({"OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"})
# PS3.5 7.3: bytes that change places together
_UNITS = {
    **dict.fromkeys(("AT", "OW", "SS", "US"), 2),
    **dict.fromkeys(("FL", "OF", "OL", "SL", "UL"), 4),
    **dict.fromkeys(("FD", "OD", "OV", "SV", "UV"), 8),
}
_PIXEL_REPRESENTATION = 0x00280103


@dataclass(frozen=True, slots=True)
class Encoding:
    """How elements are written (PS3.5 annex A)."""

    is_explicit: bool
    is_big_endian: bool = False

    @property
    def order(self) -> Literal["<", ">"]:
        """As `struct` wants it."""
        return ">" if self.is_big_endian else "<"


IMPLICIT = Encoding(is_explicit=False)


@dataclass(frozen=True, slots=True)
class Element:
    """An element in a source. at: of its tag; start, length: of its value, UNDEFINED as written. vr: "" if implied."""

    tag: int
    vr: str
    at: int
    start: int
    length: int


class ElementReader:
    """Finds elements one after the other."""

    def __init__(self, source: ByteSource, encoding: Encoding) -> None:
        self._source = source
        self.encoding = encoding

    def element(self, at: int) -> Element:
        """The element whose tag stands at `at`. Raises Undisplayable when none can stand there."""
        order = self.encoding.order
        head = self._source.read(at, 12)
        if len(head) < 8:
            raise _broken(at)
        group, number = struct.unpack_from(f"{order}HH", head)
        tag = group << 16 | number
        if group == 0xFFFE or not self.encoding.is_explicit:
            return Element(tag, "", at, at + 8, struct.unpack_from(f"{order}L", head, 4)[0])
        vr = head[4:6].decode("ascii", "replace")
        if vr not in _LONG_VRS:
            return Element(tag, vr, at, at + 8, struct.unpack_from(f"{order}H", head, 6)[0])
        if len(head) < 12:
            raise _broken(at)
        return Element(tag, vr, at, at + 12, struct.unpack_from(f"{order}L", head, 8)[0])

    def end_of(self, element: Element, depth: int = 0) -> int:
        """Where an element ends, its delimiter included. Raises Undisplayable."""
        if element.length != UNDEFINED:
            end = element.start + element.length
            if end > self._source.size:
                raise _broken(element.at)
            return end
        at = element.start
        for item in self.items(element):
            at = self.inside(element).end_of_item(item, depth)
        return at + 8

    def inside(self, sequence: Element) -> "ElementReader":
        """Reads the items of a sequence: of an unknown one in implicit little endian (PS3.5 6.2.2)."""
        return ElementReader(self._source, IMPLICIT) if sequence.vr == "UN" else self

    def items(self, sequence: Element, depth: int = 0) -> Iterator[Element]:
        """The items of a sequence, of its fragments too, without its delimiter. Raises Undisplayable."""
        reader = self.inside(sequence)
        at, end = sequence.start, sequence.start + sequence.length
        while sequence.length == UNDEFINED or at < end:
            item = reader.element(at)
            if item.tag == _SEQUENCE_END:
                return
            if item.tag != _ITEM:
                raise _broken(at)
            yield item
            at = reader.end_of_item(item, depth)

    def end_of_item(self, item: Element, depth: int = 0) -> int:
        """Where an item ends, its delimiter included. Raises Undisplayable."""
        if item.length != UNDEFINED:
            return self.end_of(item)
        at = item.start
        for element in self.elements(item, depth + 1):
            at = self.end_of(element, depth + 1)
        return at + 8

    def elements(self, item: Element, depth: int = 0) -> Iterator[Element]:
        """The elements of an item, without its delimiter. Raises Undisplayable."""
        if depth > _MAX_DEPTH:
            raise _broken(item.at)
        at, end = item.start, item.start + item.length
        while item.length == UNDEFINED or at < end:
            element = self.element(at)
            if element.tag == _ITEM_END:
                return
            yield element
            at = self.end_of(element, depth)

    def value(self, element: Element) -> bytes:
        """A value of known length. Raises Undisplayable."""
        if element.length > MAX_VALUE:
            raise Undisplayable(Obstacle.TOO_LARGE, "An element is too large to be converted.")
        return self._source.read(element.start, element.length)

    def pieces(self, start: int, end: int) -> Iterator[bytes]:
        """Bytes as they are."""
        for at in range(start, end, PIECE):
            yield self._source.read(at, min(PIECE, end - at))


class Converter:
    """Writes what a reader finds in another encoding. Raises Undisplayable for what cannot be followed."""

    def __init__(self, reader: ElementReader, to: Encoding) -> None:
        self._reader = reader
        self._to = to
        self._is_signed = False

    def element(self, element: Element) -> Iterator[bytes]:
        """An element of the top level."""
        if element.tag == _PIXEL_REPRESENTATION:
            self._is_signed = self._reader.value(element)[:2].strip(b"\0") != b""
        if self._reader.encoding == self._to:
            return self._reader.pieces(element.at, self._reader.end_of(element))
        return iter((self._converted(element, self._reader, 0),))

    def _converted(self, element: Element, reader: ElementReader, depth: int) -> bytes:
        vr = element.vr or implied_vr(element.tag, self._is_signed)
        if element.length == UNDEFINED or vr == "SQ":
            return self._sequence(element, reader, vr, depth)
        value = reader.value(element)
        if reader.encoding.is_big_endian != self._to.is_big_endian:
            value = swapped(value, _UNITS.get(vr, 1))
        return header(element.tag, vr, len(value), self._to) + value

    def _sequence(self, element: Element, reader: ElementReader, vr: str, depth: int) -> bytes:
        if depth > _MAX_DEPTH:
            raise _broken(element.at)
        if vr in ("OB", "OW"):  # fragments of a compressed icon
            raise Undisplayable(Obstacle.UNSUPPORTED, "Compressed pixels inside a sequence are not converted.")
        inside = reader.inside(element)
        content = b"".join(self._item(item, inside, depth) for item in reader.items(element, depth))
        if element.length != UNDEFINED:
            return header(element.tag, "SQ", len(content), self._to) + content
        return header(element.tag, "SQ", UNDEFINED, self._to) + content + self._delimiter(_SEQUENCE_END)

    def _item(self, item: Element, reader: ElementReader, depth: int) -> bytes:
        elements = reader.elements(item, depth + 1)
        content = b"".join(self._converted(one, reader, depth + 1) for one in elements if one.tag & 0xFFFF)
        if item.length != UNDEFINED:
            return self._head(_ITEM, len(content)) + content
        return self._head(_ITEM, UNDEFINED) + content + self._delimiter(_ITEM_END)

    def _head(self, tag: int, length: int) -> bytes:
        return struct.pack(f"{self._to.order}HHL", tag >> 16, tag & 0xFFFF, length)

    def _delimiter(self, tag: int) -> bytes:
        return self._head(tag, 0)


def implied_vr(tag: int, is_signed: bool) -> str:
    """The value representation of an element that was written without: UN for what is not in the dictionary."""
    try:
        vr = dictionary_VR(tag)
    except KeyError:
        if tag & 0xFFFF == 0:
            return "UL"
        # PS3.5 7.8.1: elements that reserve a private block name who does
        return "LO" if tag >> 16 & 1 and 0x10 <= tag & 0xFFFF <= 0xFF else "UN"
    if "or" not in vr:
        return str(vr)
    if "OW" in vr:
        return "OW"
    return "SS" if is_signed else "US"


def header(tag: int, vr: str, length: int, to: Encoding) -> bytes:
    """What stands before a value. One too long for its representation is written as UN (PS3.5 6.2.2)."""
    group, number = tag >> 16, tag & 0xFFFF
    if not to.is_explicit:
        return struct.pack(f"{to.order}HHL", group, number, length)
    if vr not in _LONG_VRS and length > 0xFFFF:
        vr = "UN"
    if vr in _LONG_VRS:
        return struct.pack(f"{to.order}HH2sHL", group, number, vr.encode("ascii"), 0, length)
    return struct.pack(f"{to.order}HH2sH", group, number, vr.encode("ascii", "replace"), length)


def swapped(value: bytes, unit: int) -> bytes:
    """A value in the other byte order; what is no whole number of units stays as it is."""
    if unit == 1 or len(value) % unit:
        return value
    return np.frombuffer(value, f"u{unit}").byteswap().tobytes()


def _broken(at: int) -> Undisplayable:
    return Undisplayable(Obstacle.DAMAGED, "The object's structure is broken.", f"At byte {at} no element can stand.")
