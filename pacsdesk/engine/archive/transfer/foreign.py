"""Recognises what a file from outside is by its first bytes, never by its name, and where its dataset begins.

Bare datasets without preamble or file meta are taken when their first element is plausible: many old exports are such.
"""

import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.types import TransferSyntaxUID
from pacsdesk.engine.archive.dataset.encoding import (
    EXPLICIT_BIG_ENDIAN,
    EXPLICIT_LITTLE_ENDIAN,
    IMPLICIT_LITTLE_ENDIAN,
    LONG_VRS,
    SHORT_VRS,
)
from pacsdesk.engine.archive.dataset.part10 import PREAMBLE, read_file_meta
from pacsdesk.engine.archive.transfer.dicomdir import MEDIA_STORAGE_DIRECTORY

# file meta is read up to 1 MiB; what is kept here is a little more
_MAX_HEAD = (1 << 20) + (64 << 10)
_READ = 64 << 10
# the first elements of a dataset are its group length, character set, image type or a UID
_MAX_FIRST_VALUE = 4096
_ZIP_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


class FileKind(StrEnum):
    """What an imported file can be."""

    DATASET = "dataset"
    DIRECTORY = "directory"
    ZIP = "zip"
    BROKEN = "broken"  # begins like DICOM and cannot be taken, or is what is left of a file: empty
    OTHER = "other"  # nothing of DICOM about it


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is. The syntax and the offset count for datasets; reason: why it is nothing that we take."""

    kind: FileKind
    transfer_syntax_uid: TransferSyntaxUID = TransferSyntaxUID(IMPLICIT_LITTLE_ENDIAN)
    dataset_offset: int = 0
    reason: str = ""


class Head:
    """The beginning of a stream, kept as far as it was looked at: streams without seek can be recognised too."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._bytes = bytearray()

    def read_at(self, start: int, length: int) -> bytes:
        """Bytes of the beginning, fewer where the stream ends or the beginning counts as over."""
        end = min(start + length, _MAX_HEAD)
        while len(self._bytes) < end:
            more = self._stream.read(_READ)
            if not more:
                break
            self._bytes += more
        return bytes(self._bytes[start:end])

    def rest(self, start: int) -> bytes:
        """What was looked at from `start` on; the stream goes on behind it."""
        return bytes(self._bytes[start:])


def recognise(head: Head) -> Recognised:
    """What the stream of `head` is. Never raises on content."""
    first = head.read_at(0, 132)
    if not first:
        return Recognised(FileKind.BROKEN, reason="It is empty.")
    if first[128:132] == PREAMBLE[128:]:
        return _with_file_meta(head, 0)
    if first.startswith(_ZIP_BEGINNINGS):
        return Recognised(FileKind.ZIP)
    if first[:2] == b"\x02\x00" and first[4:6].isalpha():
        return _with_file_meta(head, len(PREAMBLE))
    syntax = _plausible_syntax(first)
    if syntax is None:
        return Recognised(FileKind.OTHER, reason="It is no DICOM file: it does not begin like one.")
    return Recognised(FileKind.DATASET, TransferSyntaxUID(syntax))


def _with_file_meta(head: Head, missing: int) -> Recognised:
    """missing: how many bytes of preamble and prefix the file was written without."""

    def read_at(start: int, length: int) -> bytes:
        if start >= missing:
            return head.read_at(start - missing, length)
        return (PREAMBLE + head.read_at(0, length))[start : start + length]

    try:
        meta = read_file_meta(read_at)
    except InvalidInput as error:
        return Recognised(FileKind.BROKEN, reason=f"{error.title} {error.detail}")
    if meta.sop_class_uid == MEDIA_STORAGE_DIRECTORY:
        return Recognised(FileKind.DIRECTORY)
    offset = meta.dataset_offset - missing
    try:
        syntax = TransferSyntaxUID(meta.transfer_syntax_uid)
    except ValueError:
        guess = _plausible_syntax(head.read_at(offset, 16))
        if guess is None:
            return Recognised(FileKind.BROKEN, reason="Its file meta information names no transfer syntax.")
        syntax = TransferSyntaxUID(guess)
    return Recognised(FileKind.DATASET, syntax, offset)


def _plausible_syntax(first: bytes) -> str | None:
    """The transfer syntax of a dataset that begins so, None when none begins so."""
    if len(first) < 8:
        return None
    vr = first[4:6]
    if vr in SHORT_VRS or vr in LONG_VRS:
        for order, syntax in (("<", EXPLICIT_LITTLE_ENDIAN), (">", EXPLICIT_BIG_ENDIAN)):
            group, length = struct.unpack_from(f"{order}H", first)[0], struct.unpack_from(f"{order}H", first, 6)[0]
            if group == 0x0008 and length <= _MAX_FIRST_VALUE:
                return syntax
        return None
    group, _, length = struct.unpack_from("<HHL", first)
    return IMPLICIT_LITTLE_ENDIAN if group == 0x0008 and length <= _MAX_FIRST_VALUE and length % 2 == 0 else None
