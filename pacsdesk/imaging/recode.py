"""A stored object's dataset in another transfer syntax: elements as they were, pixels decoded or losslessly compressed.

Promises: nothing is lost on the way but the compression. Memory holds a frame, not the object; a deflated object is the
exception.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from pydicom.dataset import Dataset

from pacsdesk.imaging.attributes import text
from pacsdesk.imaging.colour import holds_ybr, to_rgb
from pacsdesk.imaging.decode import Values, decode_frame, is_supported
from pacsdesk.imaging.elements import PIECE, UNDEFINED, Converter, Element, ElementReader, Encoding, header, swapped
from pacsdesk.imaging.encode import COMPRESSIONS, encode_frame
from pacsdesk.imaging.frames import NATIVE_SYNTAXES, Frames, find_frames
from pacsdesk.imaging.header import Header, read_header
from pacsdesk.imaging.layout import PixelLayout, read_layout
from pacsdesk.imaging.source import ByteSource, ReadAt
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable, damage_as_reason

_IMPLICIT, _EXPLICIT = "1.2.840.10008.1.2", "1.2.840.10008.1.2.1"
_DEFLATED, _BIG_ENDIAN = "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"
_NATIVE = (_EXPLICIT, _IMPLICIT, _DEFLATED, _BIG_ENDIAN)
# what an object can be made into, in the order in which it is preferred
TARGETS = (*_NATIVE, *COMPRESSIONS)

_JPEG = ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51")  # never lossless
_OFFSET_TABLES = (0x7FE00001, 0x7FE00002, 0x7FE00003)
_PHOTOMETRIC_INTERPRETATION, _PLANAR_CONFIGURATION, _HIGH_BIT = 0x00280004, 0x00280006, 0x00280102
_LOSSY_IMAGE_COMPRESSION, _LOSSY_METHOD = 0x00282110, 0x00282114
_ICON_IMAGE_SEQUENCE = 0x00880200
_ITEM, _SEQUENCE_END = struct.pack("<HH", 0xFFFE, 0xE000), struct.pack("<HHL", 0xFFFE, 0xE0DD, 0)

# by their tags: value representation and value of what is written instead; None for what is left out
_Changes = dict[int, tuple[str, bytes] | None]


def can_recode(stored: str, to: str, has_pixels: bool) -> bool:
    """Whether an object of one transfer syntax can, as far as that alone tells, be made into another."""
    if to in COMPRESSIONS and not has_pixels:
        return False
    return to in TARGETS and is_supported(stored)


def recode(read_at: ReadAt, size: int, dataset_offset: int, to: str) -> Iterator[bytes]:
    """The dataset of a Part 10 file of `size` bytes in another transfer syntax, in pieces. Raises Undisplayable.

    dataset_offset: where it begins in the file. to: one of TARGETS.
    """
    with damage_as_reason("The object could not be converted."):
        pieces = _Recoding(read_header(ByteSource(read_at, size)), dataset_offset, to).pieces()
        yield from _deflated(pieces) if to == _DEFLATED else pieces


class _Recoding:
    def __init__(self, opened: Header, dataset_offset: int, to: str) -> None:
        self._header = opened
        self._to = to
        is_inflated = opened.transfer_syntax == _DEFLATED
        self._start = 0 if is_inflated else dataset_offset
        self._encoding = Encoding(is_explicit=to != _IMPLICIT, is_big_endian=to == _BIG_ENDIAN)
        self._reader = ElementReader(opened.source, _encoding_of(opened, self._start))
        self._converter = Converter(self._reader, self._encoding)

    def pieces(self) -> Iterator[bytes]:
        changes = self._changes()
        for element in self._elements():
            for tag in sorted(tag for tag in changes if tag < element.tag):
                yield self._written(tag, changes.pop(tag))
            if self._header.pixels and element.tag == self._header.pixels.tag:
                yield from self._pixels(element)
            elif element.tag in changes:
                yield self._written(element.tag, changes.pop(element.tag))
            elif element.tag & 0xFFFF:  # group lengths are not true any more, and retired (PS3.5 7.2)
                yield from self._converter.element(element)

    def _elements(self) -> Iterator[Element]:
        at, size = self._start, self._header.source.size
        while at < size:
            element = self._reader.element(at)
            yield element
            try:
                at = self._reader.end_of(element)
            except Undisplayable:
                if not (self._header.pixels and element.tag == self._header.pixels.tag and self._is_coded):
                    raise
                return  # frames of which only the last delimiter is missing

    @cached_property
    def _is_coded(self) -> bool:
        """Whether frames must be decoded or compressed."""
        is_native = self._header.transfer_syntax in NATIVE_SYNTAXES
        return self._header.pixels is not None and not (is_native and self._to in _NATIVE)

    @cached_property
    def _layout(self) -> PixelLayout:
        return read_layout(self._header)

    @cached_property
    def _frames(self) -> Frames:
        return find_frames(self._header, self._layout)

    @cached_property
    def _first(self) -> "_Frame":
        return self._decoded(0)

    def _changes(self) -> _Changes:
        if not self._is_coded:
            return {}
        ds, layout = self._header.dataset, self._layout
        changes: _Changes = dict.fromkeys(_OFFSET_TABLES)
        if layout.samples_per_pixel == 3:
            changes[_PHOTOMETRIC_INTERPRETATION] = ("CS", _even(self._first.photometric_interpretation))
            changes[_PLANAR_CONFIGURATION] = ("US", bytes(2))
        is_native = self._header.transfer_syntax in NATIVE_SYNTAXES
        if not is_native and layout.high_bit != layout.bits_stored - 1 and not self._keeps_all_bits:
            changes[_HIGH_BIT] = ("US", struct.pack(f"{self._encoding.order}H", layout.bits_stored - 1))
        if self._header.transfer_syntax in _JPEG:
            changes[_LOSSY_IMAGE_COMPRESSION] = ("CS", b"01")
            if not text(ds, "LossyImageCompressionMethod"):
                changes[_LOSSY_METHOD] = ("CS", _even("ISO_10918_1"))
        if not is_native and _has_compressed_icon(ds):
            changes[_ICON_IMAGE_SEQUENCE] = None
        return changes

    @property
    def _keeps_all_bits(self) -> bool:
        return self._header.transfer_syntax == "1.2.840.10008.1.2.5"  # RLE compresses bytes, not numbers

    def _written(self, tag: int, change: tuple[str, bytes] | None) -> bytes:
        if change is None:
            return b""
        vr, value = change
        return header(tag, vr, len(value), self._encoding) + value

    def _decoded(self, index: int) -> "_Frame":
        """A frame and what its three samples are then: decoded lossy colour as RGB, which every receiver can show."""
        layout = self._layout
        data = self._frames.read(index)
        values, claim = decode_frame(data, layout, index, keeps_unused_bits=True)
        if layout.samples_per_pixel == 1:
            if self._to in COMPRESSIONS and layout.is_signed and layout.bits_stored < layout.bits_allocated:
                values = _with_sign(values, decode_frame(data, layout, index)[0], layout)
            return _Frame(values, layout.photometric_interpretation)
        if not holds_ybr(layout, claim):
            return _Frame(values, "RGB")
        if self._header.transfer_syntax in _JPEG and layout.bits_stored == 8:
            return _Frame(to_rgb(values, layout, claim, self._header.dataset), "RGB")
        return _Frame(values, "YBR_FULL")

    def _all_frames(self) -> Iterator["_Frame"]:
        yield self._first
        for index in range(1, self._layout.number_of_frames):
            yield self._decoded(index)

    def _pixels(self, element: Element) -> Iterator[bytes]:
        if not self._is_coded:
            return self._copied(element)
        return self._compressed(element) if self._to in COMPRESSIONS else self._decompressed(element)

    def _copied(self, element: Element) -> Iterator[bytes]:
        """Native pixels as they are, but for the order of bytes."""
        if element.length == UNDEFINED:
            raise Undisplayable(Obstacle.DAMAGED, "Uncompressed pixels have no length.")
        ds, reader = self._header.dataset, self._reader
        bytes_allocated = max(1, int(ds.get("BitsAllocated", 16)) // 8)
        vr = element.vr or {0x7FE00008: "OF", 0x7FE00009: "OD"}.get(element.tag, "OW" if bytes_allocated > 1 else "OB")
        is_turned = reader.encoding.is_big_endian != self._encoding.is_big_endian
        unit = max(2, bytes_allocated) if vr != "OB" and is_turned else 1
        yield header(element.tag, vr, element.length, self._encoding)
        for piece in reader.pieces(element.start, element.start + element.length):
            yield swapped(piece, unit)

    def _decompressed(self, element: Element) -> Iterator[bytes]:
        layout = self._layout
        samples = layout.rows * layout.columns * layout.samples_per_pixel * layout.number_of_frames
        size = -(-samples * layout.bits_allocated // 8)
        length = size + size % 2
        if length >= UNDEFINED:
            raise Undisplayable(Obstacle.TOO_LARGE, "Uncompressed, the pixels have more bytes than can be said.")
        vr = "OW" if layout.bits_allocated > 8 or not self._encoding.is_explicit else "OB"
        yield header(element.tag, vr, length, self._encoding)
        for frame in self._all_frames():
            yield from _pieces_of(self._native(frame.values))
        yield b"\0" * (length - size)

    def _native(self, values: Values) -> bytes:
        layout = self._layout
        if layout.bits_allocated > 1:
            return values.astype(layout.dtype.newbyteorder(self._encoding.order), copy=False).tobytes()
        if layout.number_of_frames > 1 and layout.rows * layout.columns % 8:
            raise Undisplayable(Obstacle.UNSUPPORTED, "Frames of 1 bit that share bytes are not decompressed.")
        return np.packbits(values, bitorder="little").tobytes()

    def _compressed(self, element: Element) -> Iterator[bytes]:
        """Each frame one fragment, no offset table (PS3.5 A.4)."""
        yield header(element.tag, "OB", UNDEFINED, self._encoding) + _ITEM + bytes(4)
        for frame in self._all_frames():
            layout = self._layout
            fragment = encode_frame(frame.values, layout, frame.photometric_interpretation, self._to)
            fragment += b"\0" * (len(fragment) % 2)
            yield _ITEM + struct.pack("<L", len(fragment))
            yield from _pieces_of(fragment)
        yield _SEQUENCE_END


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """A decoded frame, samples interleaved."""

    values: Values
    photometric_interpretation: str


def _with_sign(values: Values, numbers: Values, layout: PixelLayout) -> Values:
    """The numbers, unless the unused bits of the values say more than their sign: codecs compress numbers, and some
    writers leave the unused bits of negative ones empty."""
    used = (1 << layout.bits_stored) - 1
    says_no_more = (values == numbers) | (values == numbers & used)
    return numbers if says_no_more.all() else values


def _encoding_of(opened: Header, start: int) -> Encoding:
    """As the transfer syntax says; without value representations where the first element shows that it has none."""
    if opened.transfer_syntax == _BIG_ENDIAN:
        return Encoding(is_explicit=True, is_big_endian=True)
    vr = opened.source.read(start + 4, 2)
    is_written = vr.isalpha() and vr.isupper()
    return Encoding(is_explicit=opened.transfer_syntax not in ("", _IMPLICIT) and is_written)


def _has_compressed_icon(ds: Dataset) -> bool:
    if "IconImageSequence" not in ds:
        return False
    icons = ds["IconImageSequence"].value or ()
    return any("PixelData" in icon and icon["PixelData"].is_undefined_length for icon in icons)


def _even(words: str) -> bytes:
    value = words.encode("ascii")
    return value + b" " * (len(value) % 2)


def _pieces_of(content: bytes) -> Iterator[bytes]:
    view = memoryview(content)
    for at in range(0, len(content), PIECE):
        yield bytes(view[at : at + PIECE])


def _deflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """PS3.5 A.5: the bit stream alone, padded to an even length."""
    engine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    size = 0
    for piece in pieces:
        packed = engine.compress(piece)
        size += len(packed)
        yield packed
    packed = engine.flush()
    yield packed + b"\0" * ((size + len(packed)) % 2)
