"""Whether two objects under one UID have the same content, and if not, where they differ, in lines for a person.

Not content: the file meta, group lengths, trailing padding; and when only the transfer syntax differs between lossless
ones, how elements and pixels are encoded. What cannot be compared counts as different: then a person decides.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Protocol

import pydicom
from pydicom.datadict import keyword_for_tag
from pydicom.dataset import Dataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_dataset
from pydicom.tag import BaseTag

from pacsdesk.engine.archive.dataset.elements import BrokenStructure, Walk, open_dataset
from pacsdesk.engine.archive.dataset.encoding import LOSSLESS, NATIVE, declared_encoding
from pacsdesk.engine.archive.dataset.part10 import ReadAt
from pacsdesk.engine.archive.files.objects import COPY_CHUNK

MAX_DIFFERENCES = 20
_MAX_SHOWN = 60

# more than this without its pixels is not parsed into memory; 64 MiB is what one input may cost
_MAX_PARSED = 16 << 20

_PIXEL_DATA = frozenset({0x7FE00008, 0x7FE00009, 0x7FE00010})
# what compressing and decompressing change beside the pixel data: offset tables, and how samples are arranged
_PIXEL_ENCODING = frozenset({0x7FE00001, 0x7FE00002, 0x7FE00003, 0x00280004, 0x00280006})
_PADDING = 0xFFFCFFFC

# what pydicom is known to raise on datasets that were not written by the book
_PYDICOM_FAILURES = (
    *(ValueError, TypeError, AttributeError, LookupError, ArithmeticError, OSError),
    *(RecursionError, EOFError, struct.error, zlib.error),
    NotImplementedError,  # on a VR that it does not know
)


class FrameComparer(Protocol):
    """Decodes pixels; the need of the archive, met above it by the imaging package."""

    def same_frames(self, first: Path, second: Path) -> bool:
        """Whether two Part 10 files decode to the same frames; False when either cannot be decoded. Never raises."""
        ...


@dataclass(frozen=True, slots=True)
class DatasetFile:
    """A dataset inside of a file."""

    path: Path
    dataset_offset: int
    size: int
    transfer_syntax_uid: str


class ContentComparer:
    """Compares datasets on disk; memory stays bounded because only one pair is parsed at a time."""

    def __init__(self, frames: FrameComparer) -> None:
        self._frames = frames
        self._one_pair = Lock()

    def differences(self, first: DatasetFile, second: DatasetFile) -> tuple[str, ...]:
        """Lines that say where the contents differ; () when they are the same."""
        with (
            self._one_pair,
            first.path.open("rb") as first_stream,
            second.path.open("rb") as second_stream,
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")  # pydicom warns of every odd value, here of objects that are odd
            one, two = _Opened(first, first_stream), _Opened(second, second_stream)
            if _same_bytes(one, two):
                return ()
            if first.transfer_syntax_uid == second.transfer_syntax_uid:
                return tuple(_describe(one, two)) or ("the datasets differ",)
            if not {first.transfer_syntax_uid, second.transfer_syntax_uid} <= LOSSLESS:
                return tuple(_describe(one, two))
            return self._across_syntaxes(one, two)

    def _across_syntaxes(self, one: "_Opened", two: "_Opened") -> tuple[str, ...]:
        lines = [] if _same_elements(one, two) else list(_describe(one, two))
        if one.has_pixels or two.has_pixels:
            is_native = {one.file.transfer_syntax_uid, two.file.transfer_syntax_uid} <= NATIVE
            if not (is_native and _same_pixels(one, two)) and not self._frames.same_frames(
                one.file.path, two.file.path
            ):
                lines.append("the pixels differ")
        return tuple(lines[:MAX_DIFFERENCES])


class _Opened:
    """A dataset being compared: its top level, and bytes at random."""

    def __init__(self, file: DatasetFile, stream: BinaryIO) -> None:
        self.file = file
        self._stream = stream
        encoding = declared_encoding(file.transfer_syntax_uid)
        dataset = open_dataset(self._read_at, file.size, encoding)
        walk = Walk(dataset, encoding)
        self.read: ReadAt = dataset.read
        self.elements: list[tuple[int, int, int]] = []
        self.is_whole = dataset.size == dataset.known
        try:
            for tag, _, start, end in walk.elements():
                if tag & 0xFFFF and tag != _PADDING:
                    self.elements.append((tag, start, end))
        except BrokenStructure:
            self.is_whole = False
        self.is_whole = self.is_whole and not walk.problem

    def _read_at(self, start: int, length: int) -> bytes:
        self._stream.seek(self.file.dataset_offset + start)
        return self._stream.read(length)

    @property
    def has_pixels(self) -> bool:
        return any(tag in _PIXEL_DATA for tag, _, _ in self.elements)

    @property
    def has_tail(self) -> bool:
        """Whether elements stand behind the pixel data, where pydicom's reading stops for us."""
        return any(tag > 0x7FE00010 for tag, _, _ in self.elements)

    def parse(self) -> Dataset | None:
        """Everything before the pixel data; None when it is too much or cannot be parsed."""
        size = sum(end - start for tag, start, end in self.elements if tag not in _PIXEL_DATA)
        if size > _MAX_PARSED or not self.is_whole:
            return None
        try:
            return pydicom.dcmread(self.file.path, stop_before_pixels=True, force=True)
        except _PYDICOM_FAILURES:
            return None


def _same_bytes(one: _Opened, two: _Opened) -> bool:
    """Whether the same syntax has the same elements with the same bytes in the same order."""
    if one.file.transfer_syntax_uid != two.file.transfer_syntax_uid or not (one.is_whole and two.is_whole):
        return False
    if len(one.elements) != len(two.elements):
        return False
    return all(
        first[0] == second[0] and _same_value(one, first, two, second)
        for first, second in zip(one.elements, two.elements, strict=True)
    )


def _same_value(one: _Opened, first: tuple[int, int, int], two: _Opened, second: tuple[int, int, int]) -> bool:
    _, start, end = first
    _, other_start, other_end = second
    if end - start != other_end - other_start:
        return False
    for done in range(0, end - start, COPY_CHUNK):
        length = min(COPY_CHUNK, end - start - done)
        if one.read(start + done, length) != two.read(other_start + done, length):
            return False
    return True


def _same_pixels(one: _Opened, two: _Opened) -> bool:
    """Whether the pixel data has the same bytes; in two byte orders equal pixels may still differ here."""
    first = [element for element in one.elements if element[0] in _PIXEL_DATA]
    second = [element for element in two.elements if element[0] in _PIXEL_DATA]
    return len(first) == len(second) and all(
        _same_value(one, value, two, other) for value, other in zip(first, second, strict=True)
    )


def _same_elements(one: _Opened, two: _Opened) -> bool:
    """Whether all elements but the pixels' are equal once both are written in one encoding."""
    if one.has_tail or two.has_tail:
        return False
    first, second = one.parse(), two.parse()
    if first is None or second is None:
        return False
    try:
        return _rewritten(first) == _rewritten(second)
    except _PYDICOM_FAILURES:
        return False


def _rewritten(dataset: Dataset) -> bytes:
    """The dataset in implicit little endian without what belongs to the encoding."""
    kept = Dataset()
    for tag in dataset.keys():  # noqa: SIM118  iterating a Dataset itself would parse every element
        if tag.element and tag not in _PIXEL_ENCODING:
            kept[tag] = dataset[tag]
    buffer = DicomBytesIO()
    buffer.is_implicit_VR, buffer.is_little_endian = True, True
    write_dataset(buffer, kept)
    return buffer.getvalue()


def _describe(one: _Opened, two: _Opened) -> Iterator[str]:
    """The differences in words, the first twenty."""
    lines = _all_differences(one, two)
    for _, line in zip(range(MAX_DIFFERENCES), lines, strict=False):
        yield line


def _all_differences(one: _Opened, two: _Opened) -> Iterator[str]:
    if one.file.transfer_syntax_uid != two.file.transfer_syntax_uid:
        yield f"transfer syntax: {one.file.transfer_syntax_uid} / {two.file.transfer_syntax_uid}"
    first, second = one.parse(), two.parse()
    if first is None or second is None:
        yield "the datasets differ and cannot be compared element by element"
        return
    for tag in sorted({*first.keys(), *second.keys()}):
        if tag.element == 0 or tag.group == 2:
            continue
        shown = _shown(first, tag), _shown(second, tag)
        if shown[0] != shown[1]:
            yield f"{tag} {keyword_for_tag(tag) or 'private'}: {_cut(shown[0])} / {_cut(shown[1])}"
    if one.file.transfer_syntax_uid == two.file.transfer_syntax_uid and not _same_pixels(one, two):
        yield "the pixels differ"


def _shown(dataset: Dataset, tag: BaseTag) -> str:
    """A value as printable text, or its checksum where it has no text."""
    if tag not in dataset:
        return "(absent)"
    try:
        element = dataset[tag]
        if element.VR == "SQ":
            return f"{len(element.value)} items, checksum {zlib.crc32(repr(element).encode()):08x}"
        if isinstance(element.value, bytes):
            return f"{len(element.value)} bytes, checksum {zlib.crc32(element.value):08x}"
        text = str(element.value)
    except _PYDICOM_FAILURES:
        return "(cannot be read)"
    return "".join(character if character.isprintable() else " " for character in text)


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else f"{text[: _MAX_SHOWN - 1]}…"
