"""Writes a DICOMDIR, the directory of a DICOM file-set (PS3.3 annex F, PS3.10 clause 8), from records; nothing is read.

pydicom's FileSet would parse and encode every object again and refuses what it cannot; an export copies bytes and must
take whatever the archive holds. What a record holds is decided in `directory_records`.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN, LONG_VRS
from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, PREAMBLE

MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10"
# identifies the form of our private records (PS3.3 F.6): a type of object for which the standard has no record
PRIVATE_RECORD_UID = "2.25.40498842007656153324461011434884419526"

_ITEM = 0xFFFEE000
_IN_USE = struct.pack("<H", 0xFFFF)
_BINARY = {"US": struct.Struct("<H"), "UL": struct.Struct("<L")}
_LARGEST_SHORT = 0xFFFE


@dataclass(frozen=True, slots=True)
class Value:
    """One element, numbers as text too; vr: two letters. Text beyond ASCII makes its record declare UTF-8."""

    tag: int
    vr: str
    text: str


@dataclass(frozen=True, slots=True)
class CodedConcept:
    """A sequence of one coded entry (PS3.3 8.8)."""

    tag: int
    code_value: str
    coding_scheme: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ReferencedFile:
    """The file of a record. file_id: components of at most 8 characters from A-Z, 0-9 and _ (PS3.10 8.2, PS3.12)."""

    file_id: tuple[str, ...]
    sop_class_uid: str
    sop_instance_uid: str
    transfer_syntax_uid: str


@dataclass(frozen=True, slots=True)
class DirectoryRecord:
    """A directory record and those below it. kind: Directory Record Type (0004,1430), "IMAGE" for instance."""

    kind: str
    values: tuple[Value | CodedConcept, ...]
    file: ReferencedFile | None = None
    below: list["DirectoryRecord"] = field(default_factory=list)


def encode_dicomdir(roots: Sequence[DirectoryRecord], file_set_id: str, sop_instance_uid: str) -> bytes:
    """The DICOMDIR as bytes; offsets count from the first byte of the file, its preamble included (PS3.3 F.3.2)."""
    head = _file_meta(sop_instance_uid)
    start = len(head) + len(_directory_head(file_set_id, 0, 0, 0))
    offsets: dict[int, int] = {}
    position = start
    for record in _in_order(roots):
        offsets[id(record)] = position
        position += len(_record(record, 0, 0))
    items = [_record(record, following, lower) for record, following, lower in _linked(roots, offsets)]
    first, last = (offsets[id(roots[0])], offsets[id(roots[-1])]) if roots else (0, 0)
    return b"".join((head, _directory_head(file_set_id, first, last, position - start), *items))


def _in_order(records: Sequence[DirectoryRecord]) -> Iterator[DirectoryRecord]:
    for record in records:
        yield record
        yield from _in_order(record.below)


def _linked(records: Sequence[DirectoryRecord], offsets: dict[int, int]) -> Iterator[tuple[DirectoryRecord, int, int]]:
    """Each record with the offset of its next sibling and of its first child, 0 for none, in the order of the file."""
    for position, record in enumerate(records):
        following = offsets[id(records[position + 1])] if position + 1 < len(records) else 0
        lower = offsets[id(record.below[0])] if record.below else 0
        yield record, following, lower
        yield from _linked(record.below, offsets)


def _file_meta(sop_instance_uid: str) -> bytes:
    group = b"".join(
        (
            _element(0x00020001, "OB", b"\x00\x01"),
            _element(0x00020002, "UI", MEDIA_STORAGE_DIRECTORY.encode("ascii")),
            _element(0x00020003, "UI", sop_instance_uid.encode("ascii")),
            _element(0x00020010, "UI", EXPLICIT_LITTLE_ENDIAN.encode("ascii")),
            _element(0x00020012, "UI", IMPLEMENTATION_CLASS_UID.encode("ascii")),
            _element(0x00020013, "SH", IMPLEMENTATION_VERSION_NAME.encode("ascii")),
        )
    )
    return PREAMBLE + _element(0x00020000, "UL", struct.pack("<L", len(group))) + group


def _directory_head(file_set_id: str, first: int, last: int, records_length: int) -> bytes:
    return b"".join(
        (
            _element(0x00041130, "CS", file_set_id.encode("ascii")),
            _element(0x00041200, "UL", struct.pack("<L", first)),
            _element(0x00041202, "UL", struct.pack("<L", last)),
            _element(0x00041212, "US", b"\0\0"),  # no known inconsistencies
            struct.pack("<HH2sHL", 0x0004, 0x1220, b"SQ", 0, records_length),
        )
    )


def _record(record: DirectoryRecord, following: int, lower: int) -> bytes:
    parts = [
        _element(0x00041400, "UL", struct.pack("<L", following)),
        _element(0x00041410, "US", _IN_USE),
        _element(0x00041420, "UL", struct.pack("<L", lower)),
        _element(0x00041430, "CS", record.kind.encode("ascii")),
    ]
    if record.kind == "PRIVATE":
        parts.append(_element(0x00041432, "UI", PRIVATE_RECORD_UID.encode("ascii")))
    if record.file:
        parts += [
            _element(0x00041500, "CS", "\\".join(record.file.file_id).encode("ascii")),
            _element(0x00041510, "UI", record.file.sop_class_uid.encode("ascii")),
            _element(0x00041511, "UI", record.file.sop_instance_uid.encode("ascii")),
            _element(0x00041512, "UI", record.file.transfer_syntax_uid.encode("ascii")),
        ]
    if not all(_is_ascii(value) for value in record.values):
        parts.append(_element(0x00080005, "CS", b"ISO_IR 192"))
    parts += (_value(value) for value in sorted(record.values, key=lambda value: value.tag))
    return _item(b"".join(parts))


def _is_ascii(value: Value | CodedConcept) -> bool:
    return value.text.isascii() if isinstance(value, Value) else value.meaning.isascii()


def _value(value: Value | CodedConcept) -> bytes:
    if isinstance(value, Value):
        binary = _BINARY.get(value.vr)
        if binary:
            return _element(value.tag, value.vr, binary.pack(int(value.text or 0)))
        return _element(value.tag, value.vr, value.text.encode("utf-8", "replace"))
    code = b"".join(
        (
            _element(0x00080100, "SH", value.code_value.encode("ascii", "replace")),
            _element(0x00080102, "SH", value.coding_scheme.encode("ascii", "replace")),
            _element(0x00080104, "LO", value.meaning.encode("utf-8", "replace")),
        )
    )
    return _element(value.tag, "SQ", _item(code))


def _item(content: bytes) -> bytes:
    return struct.pack("<HHL", _ITEM >> 16, _ITEM & 0xFFFF, len(content)) + content


def _element(tag: int, vr: str, value: bytes) -> bytes:
    letters = vr.encode("ascii")
    if len(value) % 2:
        value += b"\0" if vr == "UI" else b" "
    if letters in LONG_VRS:
        return struct.pack("<HH2sHL", tag >> 16, tag & 0xFFFF, letters, 0, len(value)) + value
    if len(value) > _LARGEST_SHORT:
        raise ValueError(f"({tag >> 16:04X},{tag & 0xFFFF:04X}) is too long for its value representation")
    return struct.pack("<HH2sH", tag >> 16, tag & 0xFFFF, letters, len(value)) + value
