"""Makes small objects for tests: a dataset with pixels, native or encapsulated, as the bytes of a Part 10 file."""

import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_dataset, write_file_meta_info
from pydicom.uid import UID, ExplicitVRLittleEndian

EXPLICIT = str(ExplicitVRLittleEndian)
_ITEM = b"\xfe\xff\x00\xe0"
_SEQUENCE_END = b"\xfe\xff\xdd\xe0\0\0\0\0"


def image_dataset(rows: int, columns: int, *, bits: int = 16, frames: int = 1, **changes: Any) -> Dataset:
    """A grey image's header. changes: values of elements by keyword, of whatever type the element takes."""
    ds = Dataset()
    ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.7"
    ds.SOPInstanceUID = "2.25.1"
    ds.Rows, ds.Columns = rows, columns
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = max(8, bits) if bits > 1 else 1, bits, bits - 1
    ds.PixelRepresentation = 0
    ds.SamplesPerPixel = 1
    ds.PhotometricInterpretation = "MONOCHROME2"
    ds.NumberOfFrames = frames
    for keyword, value in changes.items():
        setattr(ds, keyword, value)
    return ds


def part10(ds: Dataset, pixels: bytes | None, transfer_syntax: str = EXPLICIT) -> bytes:
    """The dataset as a file. pixels: the value of Pixel Data, made with `encapsulated` for compressed syntaxes."""
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = UID(transfer_syntax)
    ds.file_meta.MediaStorageSOPClassUID = UID(ds.get("SOPClassUID", "1.2.3"))
    ds.file_meta.MediaStorageSOPInstanceUID = UID("2.25.1")
    if pixels is not None:
        ds.PixelData = pixels
        ds["PixelData"].VR = "OB" if ds.BitsAllocated <= 8 else "OW"
        ds["PixelData"].is_undefined_length = pixels.startswith(_ITEM)
    meta = DicomBytesIO()
    write_file_meta_info(meta, ds.file_meta)
    body = DicomBytesIO()
    body.is_implicit_VR, body.is_little_endian = False, True
    # not dcmwrite: it refuses transfer syntaxes that it does not know, and those are what is wanted here
    write_dataset(body, ds)
    return bytes(128) + b"DICM" + meta.getvalue() + body.getvalue()


def encapsulated(frames: Sequence[Sequence[bytes | bytearray]], *, has_table: bool = False) -> bytes:
    """Fragments of each frame as items, after an empty or a filled offset table (PS3.5 A.4)."""
    offsets, at = [], 0
    for fragments in frames:
        offsets.append(at)
        at += sum(8 + len(_even(fragment)) for fragment in fragments)
    table = struct.pack(f"<{len(offsets)}I", *offsets) if has_table else b""
    items = [table, *(_even(fragment) for fragments in frames for fragment in fragments)]
    return b"".join(_ITEM + struct.pack("<I", len(item)) + item for item in items) + _SEQUENCE_END


def _even(fragment: bytes | bytearray) -> bytes:
    return bytes(fragment) + b"\0" * (len(fragment) % 2)


def gradient(rows: int, columns: int, bits: int) -> "np.ndarray[tuple[int, int], np.dtype[np.uint16]]":
    """Values from 0 to 2^bits - 1, all over the picture."""
    steps = np.arange(rows * columns, dtype=np.int64) * ((1 << bits) - 1) // max(1, rows * columns - 1)
    return steps.reshape(rows, columns).astype(np.uint8 if bits <= 8 else np.uint16)
