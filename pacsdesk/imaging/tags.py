"""A header as a flat list of rows for a tag list: bounded in rows, depth and text, whatever the object holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydicom.datadict import dictionary_description
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.sequence import Sequence
from pydicom.tag import BaseTag

from pacsdesk.imaging.attributes import one_line
from pacsdesk.imaging.header import Header
from pacsdesk.imaging.undisplayable import DAMAGE

MAX_ROWS = 10_000
MAX_DEPTH = 64
MAX_VALUE = 256
_MAX_PARTS = 64


@dataclass(frozen=True, slots=True)
class TagRow:
    """One element. depth: 0 at the top, one more in each sequence; value: "" for sequences and empty elements."""

    depth: int
    tag: str
    name: str
    vr: str
    value: str

    def matches(self, words: str) -> bool:
        """Whether each word is part of the tag, name or value, case apart."""
        hay = f"{self.tag} {self.tag.replace(',', '')} {self.name} {self.vr} {self.value}".casefold()
        return all(word in hay for word in words.casefold().split())


@dataclass(frozen=True, slots=True)
class TagList:
    """rows: at most MAX_ROWS; is_complete: False when the object has more."""

    rows: tuple[TagRow, ...]
    is_complete: bool


def list_tags(header: Header) -> TagList:
    """All elements up to the pixels, file meta first, then one row for the pixel data itself."""
    rows: list[TagRow] = []
    for row in _walk(header):
        if len(rows) == MAX_ROWS:
            return TagList(tuple(rows), False)
        rows.append(row)
    return TagList(tuple(rows), True)


def _walk(header: Header) -> Iterator[TagRow]:
    yield from _rows(header.file_meta, 0)
    yield from _rows(header.dataset, 0)
    if header.pixels is not None:
        tag = BaseTag(header.pixels.tag)
        length = header.pixels.length
        size = "in fragments" if length is None else f"{length:,} bytes"
        yield TagRow(0, _tag_text(tag), dictionary_description(tag), header.pixels.vr, size)


def _rows(ds: Dataset, depth: int) -> Iterator[TagRow]:
    if depth > MAX_DEPTH:
        yield TagRow(depth, "", "Nested too deep to list", "", "")
        return
    for tag in sorted(ds.keys()):
        try:
            element: DataElement | None = ds[tag]
        except DAMAGE:
            element = None
        if element is None:
            yield TagRow(depth, _tag_text(tag), "", "", "The value cannot be read")
            continue
        yield TagRow(depth, _tag_text(tag), _name(element), str(element.VR), _value(element))
        if isinstance(element.value, Sequence):
            yield from _items(element.value, depth)


def _items(items: Sequence, depth: int) -> Iterator[TagRow]:
    for position, item in enumerate(items):
        yield TagRow(depth + 1, "", f"Item {position + 1} of {len(items)}", "", "")
        yield from _rows(item, depth + 1)


def _tag_text(tag: BaseTag) -> str:
    return f"{tag.group:04X},{tag.element:04X}"


def _name(element: DataElement) -> str:
    try:
        return one_line(element.name, MAX_VALUE)
    except DAMAGE:
        return ""


def _value(element: DataElement) -> str:
    value = element.value
    if value is None or isinstance(value, Sequence):
        return ""
    try:
        if isinstance(value, bytes):
            return f"{len(value):,} bytes"
        if isinstance(value, MultiValue | list):
            more = f" \\ … {len(value):,} values" if len(value) > _MAX_PARTS else ""
            return one_line(" \\ ".join(str(part) for part in value[:_MAX_PARTS]), MAX_VALUE) + more
        return one_line(str(value), MAX_VALUE)
    except DAMAGE:
        return "The value cannot be read"
