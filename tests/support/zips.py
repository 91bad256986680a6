"""Makes ZIPs, honest and hostile."""

import io
import struct
import zipfile
from collections.abc import Mapping


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these files, names as they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def encrypted(content: bytes) -> bytes:
    """The same ZIP whose entries say that they are encrypted."""
    changed = bytearray(content)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = changed.find(signature)
        while start >= 0:
            changed[start + place] |= 1
            start = changed.find(signature, start + 4)
    return bytes(changed)


def with_directory_length(content: bytes, length: int) -> bytes:
    """The same ZIP whose end record claims a directory of `length` bytes."""
    changed = bytearray(content)
    struct.pack_into("<L", changed, changed.rfind(b"PK\x05\x06") + 12, length)
    return bytes(changed)
