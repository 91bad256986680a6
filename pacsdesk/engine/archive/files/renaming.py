"""Writes a copy of a dataset under another SOP Instance UID and changes no other byte, so nothing is re-encoded."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pacsdesk.contract.errors import Refused
from pacsdesk.contract.types import SOPInstanceUID
from pacsdesk.engine.archive.dataset.elements import BrokenStructure, DatasetBytes, Walk, open_dataset
from pacsdesk.engine.archive.dataset.encoding import LONG_VRS, Encoding, actual_encoding, declared_encoding
from pacsdesk.engine.archive.dataset.part10 import ReadAt
from pacsdesk.engine.archive.files.objects import COPY_CHUNK

_GROUP_LENGTH = 0x00080000
_SOP_INSTANCE_UID = 0x00080018


@dataclass(frozen=True, slots=True)
class _Patch:
    """Bytes `start` to `end` of the dataset become `value`."""

    start: int
    end: int
    value: bytes


def renamed_dataset(path: Path, dataset_offset: int, transfer_syntax_uid: str, uid: SOPInstanceUID) -> Iterator[bytes]:
    """The dataset of a file in chunks, (0008,0018) replaced. Raises Refused when it is deflated as a whole, OSError."""
    encoding = declared_encoding(transfer_syntax_uid)
    if encoding.is_deflated:
        raise Refused(
            "Both cannot be kept: the second is deflated as a whole and would have to be encoded anew.",
            "Its bytes would no longer be those that were received.",
            "Keep the first or take the second.",
        )
    with path.open("rb", buffering=0) as stream:

        def read_at(start: int, length: int) -> bytes:
            stream.seek(dataset_offset + start)
            return stream.read(length)

        size = path.stat().st_size - dataset_offset
        dataset = open_dataset(read_at, size, encoding)
        actual = actual_encoding(dataset.read(0, 8), encoding)
        position = 0
        for patch in _patches(dataset, actual, uid):
            yield from _chunks(read_at, position, patch.start)
            yield patch.value
            position = patch.end
        yield from _chunks(read_at, position, size)


def _chunks(read_at: ReadAt, start: int, end: int) -> Iterator[bytes]:
    for position in range(start, end, COPY_CHUNK):
        yield read_at(position, min(COPY_CHUNK, end - position))


def _patches(dataset: DatasetBytes, encoding: Encoding, uid: SOPInstanceUID) -> list[_Patch]:
    """What changes, in the dataset's order: the group's length where it is written, and the UID with its length."""
    value = uid.encode("ascii")
    value += b"\0" * (len(value) % 2)
    group_length: tuple[int, int] | None = None
    try:
        for tag, vr, start, end in Walk(dataset, encoding).elements({_GROUP_LENGTH, _SOP_INSTANCE_UID}):
            if tag == _GROUP_LENGTH:
                group_length = (start, end)
                continue
            patches = [_length_and_value(vr, start, end, value, encoding)]
            if group_length is not None and group_length[1] - group_length[0] == 4:
                patches.insert(0, _grown(dataset, *group_length, len(value) - (end - start), encoding))
            return patches
    except BrokenStructure:
        pass
    raise Refused("Both cannot be kept: the second's SOP Instance UID was not found again.")


def _length_and_value(vr: bytes, start: int, end: int, value: bytes, encoding: Encoding) -> _Patch:
    """The UID with the length before it, which has 16 bits after a written VR and 32 bits without one (PS3.5 7.1)."""
    order = ">" if encoding.is_big_endian else "<"
    if vr and vr not in LONG_VRS:
        return _Patch(start - 2, end, struct.pack(f"{order}H", len(value)) + value)
    return _Patch(start - 4, end, struct.pack(f"{order}L", len(value)) + value)


def _grown(dataset: DatasetBytes, start: int, end: int, by: int, encoding: Encoding) -> _Patch:
    order: Literal["big", "little"] = "big" if encoding.is_big_endian else "little"
    length = int.from_bytes(dataset.read(start, 4), order) + by
    return _Patch(start, end, (length & 0xFFFFFFFF).to_bytes(4, order))
