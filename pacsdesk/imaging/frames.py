"""Where each frame's bytes lie, found from offset tables or fragment headers, reading no pixel that is not wanted.

Native frames are arithmetic. Encapsulated ones (PS3.5 A.4) come from the Extended Offset Table, else the Basic Offset
Table, else a walk over the fragments' headers that goes only as far as the frame asked for. A table that cannot be
true is ignored for the walk.
"""

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from pydicom.dataset import Dataset
from pydicom.uid import RLELossless

from pacsdesk.imaging.header import Header, PixelElement
from pacsdesk.imaging.layout import PixelLayout
from pacsdesk.imaging.source import ByteSource
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable

NATIVE_SYNTAXES = frozenset(
    (
        "",
        "1.2.840.10008.1.2",
        "1.2.840.10008.1.2.1",
        "1.2.840.10008.1.2.1.99",
        "1.2.840.10008.1.2.2",
    )
)
_BIG_ENDIAN = "1.2.840.10008.1.2.2"
MAX_FRAME_BYTES = 512 << 20
_ITEM = b"\xfe\xff\x00\xe0"
_ITEM_HEAD = 8
_TAIL = 16  # an end marker is looked for in so many last bytes of a fragment: padding may follow it
END_OF_IMAGE = b"\xff\xd9"  # JPEG, JPEG-LS and JPEG 2000 codestreams all end so


class Frames(Protocol):
    """The frames of one object. count: never more than there can be bytes for."""

    count: int

    def read(self, index: int) -> bytes:
        """One frame's bytes as stored (its fragments joined). Raises Undisplayable."""
        ...


def find_frames(header: Header, layout: PixelLayout) -> Frames:
    """Find the frames of an object with pixel data. Raises Undisplayable."""
    if header.pixels is None:
        raise Undisplayable(Obstacle.NO_PIXELS, "The object has no pixel data.")
    if header.transfer_syntax in NATIVE_SYNTAXES and header.pixels.length is not None:
        return NativeFrames(header.source, header.pixels, layout)
    return EncapsulatedFrames(header.source, header.pixels, layout, header.dataset)


class NativeFrames:
    """Frames one behind the other; 1 bit frames are not padded to whole bytes (PS3.5 8.1.1)."""

    def __init__(self, source: ByteSource, pixels: PixelElement, layout: PixelLayout) -> None:
        self._source = source
        self._start = pixels.start
        self._length = pixels.length or 0
        self._frame_bits = layout.frame_bits
        # small samples in big endian words stand in the wrong order within each word (PS3.5 D.3)
        self._is_swapped = pixels.vr == "OW" and layout.bits_allocated <= 8 and layout.transfer_syntax == _BIG_ENDIAN
        held = self._length * 8 // self._frame_bits
        self.count = max(1, min(layout.number_of_frames, held))

    def read(self, index: int) -> bytes:
        """One frame; a 1 bit frame begins at bit `index * frame_bits % 8` of the first byte."""
        first = index * self._frame_bits // 8
        end = -(-(index + 1) * self._frame_bits // 8)
        if index < 0 or end > self._length:
            there = max(0, self._length - first)
            raise Undisplayable(
                Obstacle.DAMAGED,
                "The pixel data ends early.",
                f"{there:,} of {end - first:,} bytes of the frame are there.",
            )
        return (
            self._read_swapped(first, end) if self._is_swapped else self._source.read(self._start + first, end - first)
        )

    def _read_swapped(self, first: int, end: int) -> bytes:
        even_first, even_end = first & ~1, min(end + (end & 1), self._length & ~1)
        words = bytearray(self._source.read(self._start + even_first, even_end - even_first))
        words[0::2], words[1::2] = words[1::2], words[0::2]
        return bytes(words[first - even_first : end - even_first])


@dataclass(frozen=True, slots=True)
class Fragment:
    """A fragment's value in the source."""

    start: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length


class EncapsulatedFrames:
    """Frames in fragments, each fragment an item."""

    def __init__(self, source: ByteSource, pixels: PixelElement, layout: PixelLayout, ds: Dataset) -> None:
        self._source = source
        self._end = source.size if pixels.length is None else pixels.start + pixels.length
        table = self._item_at(pixels.start)
        if table is None:
            raise Undisplayable(
                Obstacle.DAMAGED, "The compressed pixel data has no beginning.", "Its first item is missing."
            )
        self._first_item = table.end
        # each frame needs at least one item head: a lying NumberOfFrames cannot promise more
        most = max(1, (self._end - self._first_item) // _ITEM_HEAD)
        self.count = min(layout.number_of_frames, most)
        self._is_one_each = layout.transfer_syntax == RLELossless  # PS3.5 A.4.2: a fragment is a frame
        self._spans = self._spans_of(self._offsets(ds, table))
        self._walked: list[list[Fragment]] = []
        self._walk_at: int | None = self._first_item

    def read(self, index: int) -> bytes:
        """One frame's fragments, joined."""
        if not 0 <= index < self.count:
            raise self._missing(index)
        if self._spans:
            return self._read_span(*self._spans[index])
        fragments = self._walk_to(index)
        start, end = fragments[0].start, fragments[-1].end
        data = self._read_all(start, end)
        return b"".join(data[fragment.start - start : fragment.end - start] for fragment in fragments)

    def _read_all(self, start: int, end: int) -> bytes:
        if end - start > MAX_FRAME_BYTES:
            raise Undisplayable(Obstacle.TOO_LARGE, "The compressed frame is too large to show.")
        return self._source.read(start, end - start)

    def _item_at(self, start: int) -> Fragment | None:
        """The item whose head stands at `start`; None at the sequence's end or where no item can be."""
        head = self._source.read(start, _ITEM_HEAD)
        if len(head) < _ITEM_HEAD or head[:4] != _ITEM:
            return None
        length: int = struct.unpack("<I", head[4:])[0]
        value = start + _ITEM_HEAD
        return Fragment(value, min(length, self._end - value)) if value <= self._end else None

    def _offsets(self, ds: Dataset, table: Fragment) -> list[int]:
        """Offsets of the frames' first items, from the first item on; empty when no table can be believed."""
        if self.count == 1:
            return [0]
        extended = ds.get("ExtendedOffsetTable")
        if isinstance(extended, bytes) and extended:
            data, code, width = extended, "Q", 8
        else:
            data, code, width = self._source.read(table.start, min(table.length, self.count * 4)), "I", 4
        number = len(data) // width
        offsets = list(struct.unpack(f"<{number}{code}", data[: number * width]))[: self.count]
        is_plausible = (
            len(offsets) == self.count
            and offsets[0] == 0
            and all(before < after for before, after in pairwise(offsets))
            and self._first_item + offsets[-1] < self._end
        )
        return offsets if is_plausible else []

    def _spans_of(self, offsets: list[int]) -> list[tuple[int, int]]:
        starts = [self._first_item + offset for offset in offsets]
        return list(zip(starts, [*starts[1:], self._end], strict=True)) if starts else []

    def _read_span(self, start: int, end: int) -> bytes:
        """The items between two places, fetched at once and joined."""
        data = self._read_all(start, end)
        values, at = [], 0
        while data[at : at + 4] == _ITEM and at + _ITEM_HEAD <= len(data):
            value = at + _ITEM_HEAD
            at = value + struct.unpack_from("<I", data, at + 4)[0]
            values.append(data[value:at])  # a cut object ends within its last fragment: what is there may still decode
        if not values:
            raise Undisplayable(Obstacle.DAMAGED, "The offset table points where no frame begins.")
        return b"".join(values)

    def _walk_to(self, index: int) -> list[Fragment]:
        # one fragment further than the frame, since only the next one shows that the frame has ended
        while self._walk_at is not None and len(self._walked) <= index + 1:
            self._walk_on(self._walk_at)
        if index >= len(self._walked):
            raise self._missing(index)
        return self._walked[index]

    def _walk_on(self, at: int) -> None:
        """Take one more fragment: it continues the last frame, or begins one when the last has its end marker."""
        fragment = self._item_at(at)
        if fragment is None:
            self._walk_at = None
            self._split_if_unmarked()
            return
        if self._walked and not self._ends_frame(self._walked[-1][-1]):
            self._walked[-1].append(fragment)
        else:
            self._walked.append([fragment])
        self._walk_at = fragment.end

    def _ends_frame(self, fragment: Fragment) -> bool:
        if self._is_one_each:
            return True
        tail = self._source.read(max(fragment.start, fragment.end - _TAIL), min(_TAIL, fragment.length))
        return END_OF_IMAGE in tail

    def _split_if_unmarked(self) -> None:
        """Codestreams without end markers (JPEG XL, broken encoders): as many fragments as frames are one each."""
        fragments = [fragment for frame in self._walked for fragment in frame]
        if len(self._walked) != self.count and len(fragments) == self.count:
            self._walked = [[fragment] for fragment in fragments]

    def _missing(self, index: int) -> Undisplayable:
        return Undisplayable(
            Obstacle.DAMAGED,
            f"Frame {index + 1} is not in the object.",
            f"The header says {self.count} frames, the pixel data holds {len(self._walked) or len(self._spans)}.",
        )
