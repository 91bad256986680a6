"""Builds small datasets as the bytes that a sender would send."""

from collections.abc import Callable

from pydicom.dataset import Dataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_dataset

CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2"


def ct_dataset(sop_instance_uid: str = "1.2.3.1.1", **elements: object) -> Dataset:
    """A tiny CT of study 1.2.3, series 1.2.3.1; keywords replace or add elements, None takes one out."""
    dataset = Dataset()
    values: dict[str, object] = {
        "SOPClassUID": CT_IMAGE,
        "SOPInstanceUID": sop_instance_uid,
        "StudyInstanceUID": "1.2.3",
        "SeriesInstanceUID": "1.2.3.1",
        "StudyDate": "20260311",
        "Modality": "CT",
        "PatientName": "Doe^Jane",
        "PatientID": "P1",
        "AccessionNumber": "A-1",
        "StudyDescription": "Head native",
        "InstanceNumber": 1,
        "Rows": 2,
        "Columns": 2,
        "BitsAllocated": 16,
        "BitsStored": 16,
        "HighBit": 15,
        "PixelRepresentation": 0,
        "SamplesPerPixel": 1,
        "PhotometricInterpretation": "MONOCHROME2",
        "PixelData": b"\0\1\2\3\4\5\6\7",
        **elements,
    }
    for keyword, value in values.items():
        if value is not None:
            setattr(dataset, keyword, value)
    if "PixelData" in dataset:
        dataset["PixelData"].VR = "OW"
    return dataset


def encode(dataset: Dataset, *, explicit: bool = True, big_endian: bool = False) -> bytes:
    """The dataset's bytes in one of the uncompressed transfer syntaxes."""
    buffer = DicomBytesIO()
    buffer.is_implicit_VR, buffer.is_little_endian = not explicit, not big_endian
    write_dataset(buffer, dataset)
    return buffer.getvalue()


def ct_bytes(sop_instance_uid: str = "1.2.3.1.1", **elements: object) -> bytes:
    """`ct_dataset` in explicit little endian."""
    return encode(ct_dataset(sop_instance_uid, **elements))


def reader_of(content: bytes) -> Callable[[int, int], bytes]:
    """Bytes in memory as something that is read at random."""

    def read(start: int, length: int) -> bytes:
        return content[start : start + length]

    return read
