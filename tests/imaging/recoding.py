"""Recodes files as a sender does and reads the outcome with pydicom, which decides whether it is right."""

import struct
import warnings
from pathlib import Path

import numpy as np
from pydicom import Dataset, dcmread
from pydicom.dataset import FileMetaDataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_file_meta_info
from pydicom.pixels.utils import pixel_array
from pydicom.uid import UID

from pacsdesk.imaging.recode import recode


def recoded(path: Path, to: str) -> tuple[bytes, Dataset]:
    """The dataset's bytes in another transfer syntax, and as pydicom reads them."""
    content = path.read_bytes()
    dataset = b"".join(recode(lambda at, length: content[at : at + length], len(content), offset_of(content), to))
    return dataset, as_dataset(dataset, to)


def as_dataset(dataset: bytes, transfer_syntax: str) -> Dataset:
    """A dataset's bytes read by pydicom."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = UID(transfer_syntax)
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = UID("1.2.3"), UID("1.2.3.4")
    file = DicomBytesIO()
    file.write(bytes(128) + b"DICM")
    write_file_meta_info(file, meta)
    file.write(dataset)
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return dcmread(file)


def offset_of(content: bytes) -> int:
    """Where the dataset of a Part 10 file begins: behind the last element of group 2."""
    at = 132
    while content[at : at + 2] == b"\2\0":
        is_long = content[at + 4 : at + 6] in (b"OB", b"OW", b"UN", b"UT", b"SQ")
        (length,) = struct.unpack_from("<L", content, at + 8) if is_long else struct.unpack_from("<H", content, at + 6)
        at += (12 if is_long else 8) + length
    return at


def all_frames(ds: Dataset) -> "list[np.ndarray[tuple[int, ...], np.dtype[np.generic]]]":
    """Every frame's pixels as pydicom gives them, colours as RGB."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [pixel_array(ds, index=index) for index in range(int(ds.get("NumberOfFrames", 1) or 1))]
