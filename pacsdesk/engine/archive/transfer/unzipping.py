"""Opens a ZIP from outside entry by entry, bounded in every way before anything is unpacked; no name becomes a path.

Python's reader gives out no more bytes of an entry than its directory declares, and checks them, so what the directory
declares is what has to be bounded.
"""

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pacsdesk.contract.errors import InvalidInput, TooLarge

MAX_ENTRIES = 200_000
MAX_RATIO = 200
# a small ZIP of masks or empty slices may shrink more than any honest large one
_ALWAYS_ALLOWED = 64 << 20

# errors of a damaged entry while it is read
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, struct.error, OSError, ValueError),
    NotImplementedError,  # zipfile's, on a compression that it does not know
)

_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"
_END64_LOCATOR = b"PK\x06\x07"
_MAX_COMMENT = 0xFFFF
_MAX_DIRECTORY_BYTES = 64 << 20
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A file in the ZIP; stream is None when it cannot be read, then reason says why. Whoever takes it closes it."""

    name: str
    stream: IO[bytes] | None
    reason: str = ""


@contextmanager
def open_zip(path: Path, room_bytes: int) -> Iterator[zipfile.ZipFile]:
    """The ZIP at `path`, once its directory kept all bounds. room_bytes: what unpacking all of it may take.

    Raises InvalidInput, TooLarge.
    """
    try:
        size = _check_directory(path)
        archive = zipfile.ZipFile(path)
    except (*DAMAGED, OverflowError, RecursionError) as error:
        raise InvalidInput("The ZIP is damaged.", str(error)) from error
    with archive:
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise TooLarge("The ZIP holds too many files.", f"It may hold {MAX_ENTRIES:,}.")
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > max(size * MAX_RATIO, _ALWAYS_ALLOWED):
            raise TooLarge("The ZIP would swell too much.", f"{size:,} bytes would become {unpacked:,}.")
        if unpacked > room_bytes:
            raise TooLarge("There is not enough room for what the ZIP holds.", f"It needs {unpacked:,} bytes.")
        yield archive


def entries_of(archive: zipfile.ZipFile) -> Iterator[ZipEntry]:
    """Every file in the ZIP, opened, folders passed over. The streams outlive the ZIP's own closing."""
    for info in archive.infolist():
        if info.is_dir():
            continue
        if info.flag_bits & _ENCRYPTED:
            yield ZipEntry(info.filename, None, "It is encrypted.")
        elif info.compress_type not in _METHODS:
            yield ZipEntry(info.filename, None, "It is packed with a method that is not supported.")
        else:
            try:
                stream = archive.open(info)
            except (*DAMAGED, RuntimeError) as error:
                yield ZipEntry(info.filename, None, f"It is damaged in the ZIP: {error}")
            else:
                yield ZipEntry(info.filename, stream)


def _check_directory(path: Path) -> int:
    """Bound the directory by what its end record says, before it is read into memory. Answers the file's size."""
    with path.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _MAX_COMMENT - 22))
        tail_start = stream.tell()
        tail = stream.read()
        place = tail.rfind(_END)
        if place < 0 or len(tail) < place + 22:
            raise InvalidInput("The ZIP is damaged.", "Its directory is missing; it may be cut off.")
        length = struct.unpack_from("<L", tail, place + 12)[0]
        locator = tail[max(0, place - 20) : place]
        if locator.startswith(_END64_LOCATOR) and len(locator) == 20:
            stream.seek(min(struct.unpack_from("<Q", locator, 8)[0], size))
            record = stream.read(56)
            if len(record) == 56 and record.startswith(_END64):
                length = struct.unpack_from("<Q", record, 40)[0]
    if length > min(_MAX_DIRECTORY_BYTES, tail_start + place):
        raise TooLarge("The ZIP holds too many files.", f"Its directory has {length:,} bytes.")
    return size
