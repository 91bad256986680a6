"""Reads an object's header and finds where its pixel data begins, from as few bytes as that takes.

Deflated objects are inflated whole under a cap (PS3.5 A.5 deflates the pixels too), so a bomb ends as a reason.
"""

import zlib
from dataclasses import dataclass

from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset
from pydicom.tag import BaseTag, Tag
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ImplicitVRLittleEndian
from pydicom.valuerep import EXPLICIT_VR_LENGTH_32

from pacsdesk.imaging.source import ByteSource, open_file
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable, damage_as_reason

MAX_INFLATED_BYTES = 64 << 20
META_START = 132

FLOAT_PIXELS = Tag(0x7FE0, 0x0008)
DOUBLE_PIXELS = Tag(0x7FE0, 0x0009)
PIXELS = Tag(0x7FE0, 0x0010)
_PIXEL_TAGS = frozenset((FLOAT_PIXELS, DOUBLE_PIXELS, PIXELS))
_DEFLATED_SYNTAXES = frozenset((DeflatedExplicitVRLittleEndian, "1.2.840.10008.1.2.8.1"))
_UNDEFINED_LENGTH = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class PixelElement:
    """Where pixel data lies in the source: its value from `start`; length None for encapsulated (undefined) length.

    vr: "" in implicit syntaxes.
    """

    tag: int
    vr: str
    start: int
    length: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Header:
    """Everything before the pixels. source: what `pixels` points into; transfer_syntax: "" when there is none."""

    file_meta: Dataset
    dataset: Dataset
    transfer_syntax: str
    pixels: PixelElement | None
    source: ByteSource


def read_header(source: ByteSource) -> Header:
    """Read up to the pixel data of a Part 10 file or a bare dataset. Raises Undisplayable."""
    with damage_as_reason("The object's structure is broken."):
        return _read_header(source)


def _read_header(source: ByteSource) -> Header:
    file = open_file(source)
    file_meta = Dataset()
    if source.read(META_START - 4, 4) == b"DICM":
        file.seek(META_START)
        file_meta = read_dataset(file, False, True, stop_when=_is_past_meta)
    # without file meta the default is implicit little endian (PS3.5 A.1); the reader corrects a wrong guess by itself
    transfer_syntax = str(file_meta.get("TransferSyntaxUID", "")).strip("\0 ")
    if transfer_syntax in _DEFLATED_SYNTAXES:
        source = _inflated(source, file.tell())
        file = open_file(source)
    is_implicit = transfer_syntax in ("", ImplicitVRLittleEndian)
    is_little = transfer_syntax != ExplicitVRBigEndian
    stop = _Stop()
    dataset = read_dataset(file, is_implicit, is_little, stop_when=stop)
    _check_is_dicom(dataset, file_meta)
    pixels = _pixel_element(stop, file.tell(), source.size)
    return Header(file_meta, dataset, transfer_syntax, pixels, source)


class _Stop:
    """Ends the reader before pixel data and remembers what it ended at."""

    def __init__(self) -> None:
        self.tag = 0
        self.vr: str | None = None
        self.length = 0

    def __call__(self, tag: BaseTag, vr: str | None, length: int) -> bool:
        if tag not in _PIXEL_TAGS:
            return False
        self.tag, self.vr, self.length = int(tag), vr, length
        return True


def _is_past_meta(tag: BaseTag, _vr: str | None, _length: int) -> bool:
    return tag.group != 2


def _pixel_element(stop: _Stop, start: int, size: int) -> PixelElement | None:
    """start: where the element's tag stands; PS3.5 7.1.2: some explicit VRs have a head of 12 bytes, all else 8."""
    if not stop.tag:
        return None
    value = start + (12 if stop.vr in EXPLICIT_VR_LENGTH_32 else 8)
    is_undefined = stop.length == _UNDEFINED_LENGTH
    return PixelElement(
        stop.tag, stop.vr or "", value, None if is_undefined else max(0, min(stop.length, size - value))
    )


def _inflated(source: ByteSource, start: int) -> ByteSource:
    if source.size > MAX_INFLATED_BYTES:
        raise Undisplayable(Obstacle.TOO_LARGE, "The deflated object is too large to show.")
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    data = engine.decompress(source.read(start, source.size - start), MAX_INFLATED_BYTES)
    if engine.unconsumed_tail:
        raise Undisplayable(
            Obstacle.TOO_LARGE,
            "The deflated object is too large to show.",
            f"It inflates to more than {MAX_INFLATED_BYTES >> 20} MiB.",
        )
    return ByteSource(lambda at, length: data[at : at + length], len(data))


def _check_is_dicom(dataset: Dataset, file_meta: Dataset) -> None:
    if not dataset and not file_meta:
        raise Undisplayable(Obstacle.DAMAGED, "This is not a DICOM object.", "No element could be read from it.")
