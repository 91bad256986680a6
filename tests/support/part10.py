"""Splits Part 10 files by hand, so that no library's reading can hide a changed byte."""

import struct

_BEFORE_LENGTH = b"DICM\x02\x00\x00\x00UL\x04\x00"


def dataset_of(content: bytes) -> bytes:
    """What follows the file meta information, whose length is its first element (PS3.10 7.1)."""
    assert content[128:140] == _BEFORE_LENGTH, "not a Part 10 file that begins with (0002,0000)"
    (length,) = struct.unpack_from("<L", content, 140)
    return content[144 + length :]
