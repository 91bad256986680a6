"""Walks a dataset's top level without parsing what it passes over: fast, bounded, and exact about where it breaks.

pydicom reads 1,000 to 1,900 headers a second and accepts cut data silently; receiving needs a multiple of that, and
needs to know. Nothing here interprets a value.
"""

import struct
import zlib
from collections.abc import Container, Iterator

from pacsdesk.engine.archive.dataset.encoding import LONG_VRS, SHORT_VRS, Encoding
from pacsdesk.engine.archive.dataset.part10 import ReadAt

MAX_DEPTH = 64
# a walk may look at so many unusual headers and windows of elements: two seconds of work at most, and far more than
# any real dataset has outside of defined-length sequences, which are passed over in one step
MAX_STEPS = 2_000_000
MAX_WINDOWS = 10_000

_FIRST_WINDOW = 32 << 10
# after a jump over a large value usually a handful of elements or one fragment's header is wanted
_NEXT_WINDOW = 4 << 10
_MAX_INFLATED = 16 << 20
_INFLATE_CHUNK = 1 << 20
_UNDEFINED = 0xFFFFFFFF
_FIRST_GROUP = 0x0008
_PADDING = -1
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD


class BrokenStructure(Exception):
    """The dataset cannot be followed past `offset` (bytes from its beginning)."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(f"at byte {offset}: {reason}")
        self.offset = offset


# Tag, VR (b"" where it is implied), where the value starts and where it ends (bytes from the dataset's beginning; an
# undefined length ends behind the delimiter). A bare tuple: a header has a hundred of them and thousands of headers are
# read each second; a NamedTuple costs a third of the whole walk.
Element = tuple[int, bytes, int, int]


class DatasetBytes:
    """A dataset of `size` bytes read at random through one window that moves along.

    known: up to where its bytes can be seen. It is less than size only for a deflated dataset past the inflating limit,
    where size is unknown and nothing can be said about the rest.
    """

    def __init__(self, read_at: ReadAt, size: int) -> None:
        self.size = size
        self.known = size
        self.problem = ""
        self._read_at = read_at
        self._window = read_at(0, min(size, _FIRST_WINDOW))
        self._base = 0

    def window(self, position: int) -> tuple[bytes, int]:
        """Bytes around `position` and where they begin; at least 12 from there unless the dataset ends."""
        if position < self._base or position + 12 > self._base + len(self._window):
            self._base = position
            self._window = self._read_at(position, max(0, min(_NEXT_WINDOW, self.size - position)))
        return self._window, self._base

    def read(self, start: int, length: int) -> bytes:
        """Bytes from `start`, fewer than `length` only where the dataset ends."""
        at = start - self._base
        if at >= 0 and at + length <= len(self._window):
            return self._window[at : at + length]
        return self._read_at(start, max(0, min(length, self.size - start)))


def open_dataset(read_at: ReadAt, size: int, encoding: Encoding) -> DatasetBytes:
    """The dataset's own bytes, inflated up to 16 MiB when it is deflated (PS3.5 A.5)."""
    if not encoding.is_deflated:
        return DatasetBytes(read_at, size)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    inflated = bytearray()
    position = 0
    problem = ""
    while position < size and len(inflated) < _MAX_INFLATED and not inflater.eof:
        chunk = inflater.unconsumed_tail or read_at(position, min(_INFLATE_CHUNK, size - position))
        if not inflater.unconsumed_tail:
            position += len(chunk)
        if not chunk:
            break
        try:
            inflated += inflater.decompress(chunk, _MAX_INFLATED - len(inflated))
        except zlib.error:
            problem = f"the deflated stream is broken before byte {position}"
            break
    bytes_seen = bytes(inflated)
    dataset = DatasetBytes(lambda start, length: bytes_seen[start : start + length], len(bytes_seen))
    if not inflater.eof and len(inflated) >= _MAX_INFLATED:
        dataset.size = 1 << 62
    elif not inflater.eof and not problem:
        problem = "the deflated stream is cut off"
    dataset.problem = problem
    return dataset


class Walk:
    """One pass over the elements of a dataset's top level.

    problem: the first oddity that could be passed over (an unknown value representation), with its place; "" for none.
    """

    def __init__(self, dataset: DatasetBytes, encoding: Encoding) -> None:
        self.problem = dataset.problem
        self._dataset = dataset
        self._is_explicit = encoding.is_explicit
        order = ">" if encoding.is_big_endian else "<"
        self._short_header = struct.Struct(order + "HH2sH").unpack_from
        self._tag_and_length = struct.Struct(order + "HHL").unpack_from
        self._long_length = struct.Struct(order + "L").unpack_from
        self._steps = 0
        self._windows = 0

    def elements(self, wanted: Container[int] | None = None) -> Iterator[Element]:
        """The elements of these tags (None: all) in the order in which they stand; all are walked. Raises
        BrokenStructure at the first place that cannot be followed, after everything before it."""
        dataset, is_explicit, size = self._dataset, self._is_explicit, self._dataset.size
        short_header, tag_and_length = self._short_header, self._tag_and_length
        position = base = last = 0
        window = b""
        while position < dataset.known:
            if position >= last:
                window, base = self._next_window(position)
                last = base + len(window) - 11
            vr, length = b"", _UNDEFINED
            if position < last and is_explicit:
                group, number, vr, length = short_header(window, position - base)
                length = length if vr in SHORT_VRS else _UNDEFINED
            elif position < last:
                group, number, length = tag_and_length(window, position - base)
            if length != _UNDEFINED and group >= _FIRST_GROUP:
                tag, start, end = group << 16 | number, position + 8, position + 8 + length
            else:
                tag, vr, start, end = self._unusual(position)
                if tag == _PADDING:
                    return
            if end > size:
                raise BrokenStructure(position, f"{_named(tag)} says {end - start} bytes, {size - start} are left")
            if wanted is None or tag in wanted:
                yield tag, vr, start, end
            position = end

    def _next_window(self, position: int) -> tuple[bytes, int]:
        self._windows += 1
        if self._windows > MAX_WINDOWS:
            raise BrokenStructure(position, f"more elements than {MAX_WINDOWS:,} reads show")
        return self._dataset.window(position)

    def _unusual(self, position: int) -> Element:
        """An element with a long header, an undefined length or something odd; the tag is _PADDING at the end."""
        tag, vr, start, length = self._header(position, self._is_explicit)
        if tag < _FIRST_GROUP << 16 and self._is_padding(position):
            return _PADDING, vr, start, start
        if length == _UNDEFINED:
            return tag, vr, start, self._end_of_value(position, tag, vr, start, 1)
        return tag, vr, start, start + length

    def _header(self, position: int, is_explicit: bool) -> tuple[int, bytes, int, int]:
        """Tag, VR, where the value starts and its length. Raises BrokenStructure."""
        window, base = self._dataset.window(position)
        at = position - base
        if len(window) - at < 8:
            return self._header_at_end(position, window[at:])
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise BrokenStructure(position, f"more than {MAX_STEPS:,} elements")
        if is_explicit:
            group, number, vr, length = self._short_header(window, at)
            if vr in SHORT_VRS:
                return group << 16 | number, vr, position + 8, length
            if vr in LONG_VRS:
                if len(window) - at < 12:
                    raise BrokenStructure(position, "the dataset is cut off inside an element's header")
                return group << 16 | number, vr, position + 12, self._long_length(window, at + 8)[0]
            if group != 0xFFFE and not self._notes_odd_vr(position, group << 16 | number, vr):
                return group << 16 | number, vr, position + 8, length
        group, number, length = self._tag_and_length(window, at)
        return group << 16 | number, b"", position + 8, length

    def _header_at_end(self, position: int, rest: bytes) -> tuple[int, bytes, int, int]:
        if any(rest) or not rest:
            raise BrokenStructure(position, "the dataset is cut off inside an element's header")
        return 0, b"", position, len(rest)

    def _notes_odd_vr(self, position: int, tag: int, vr: bytes) -> bool:
        """Whether an element without a known VR is to be read as implicit: two capital letters are a VR that we do not
        know, with a short length as all that were ever added without being told; anything else is no VR at all."""
        is_letters = vr.isalpha() and vr.isupper()
        if not (self.problem or tag < 0x00010000):
            shown = vr.decode("ascii", "replace") if is_letters else vr.hex()
            self.problem = f"at byte {position}: {_named(tag)} has the unknown value representation {shown}"
        return not is_letters

    def _is_padding(self, position: int) -> bool:
        """Whether nothing but zeros follows: padding at the end, which some writers leave."""
        while position < self._dataset.size:
            rest = self._dataset.read(position, 1 << 16)
            if any(rest) or not rest:
                return False
            position += len(rest)
        return True

    def _end_of_value(self, position: int, tag: int, vr: bytes, start: int, depth: int) -> int:
        """Behind the delimiter of a value of undefined length: a sequence's items or a pixel value's fragments."""
        if vr in SHORT_VRS:
            raise BrokenStructure(position, f"{_named(tag)} cannot have an undefined length")
        # PS3.5 6.2.2 note 2: UN of undefined length holds a sequence in implicit VR
        is_explicit = self._is_explicit and vr not in (b"UN", b"")
        return self._end_of_items(start, is_explicit, depth)

    def _end_of_items(self, position: int, is_explicit: bool, depth: int) -> int:
        if depth > MAX_DEPTH:
            raise BrokenStructure(position, f"sequences are nested deeper than {MAX_DEPTH}")
        while True:
            tag, _, start, length = self._header(position, False)
            if tag == _SEQUENCE_END:
                return start
            if tag != _ITEM:
                raise BrokenStructure(position, f"{_named(tag)} stands where an item must")
            position = self._end_of_item(start, is_explicit, depth) if length == _UNDEFINED else start + length
            if position > self._dataset.size:
                raise BrokenStructure(start - 8, f"an item says {length} bytes, {self._dataset.size - start} are left")

    def _end_of_item(self, position: int, is_explicit: bool, depth: int) -> int:
        while True:
            tag, vr, start, length = self._header(position, is_explicit)
            if tag == _ITEM_END:
                return start
            if length == _UNDEFINED:
                position = self._end_of_value(position, tag, vr, start, depth + 1)
            else:
                position = start + length


def _named(tag: int) -> str:
    return f"({tag >> 16:04X},{tag & 0xFFFF:04X})"
