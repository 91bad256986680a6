"""Reads what a compressed frame says about itself before it is decoded: a bomb is refused by its own header.

Also where JPEG's colour is settled: the codestream knows better than the DICOM header whether it holds YCbCr.
"""

import struct
from dataclasses import dataclass
from enum import Enum, auto

_SOI = b"\xff\xd8"
_SOC_SIZ = b"\xff\x4f\xff\x51"
_JP2_BOX = b"\x00\x00\x00\x0cjP  "
# SOF markers: all of C0..CF but DHT (C4), JPG (C8), DAC (CC); F7 is JPEG-LS (ITU-T T.81 B.1.1.3, T.87 C.1.1)
_START_OF_FRAME = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0), 0xF7))
_LOSSLESS = frozenset((0xC3, 0xC7, 0xCB, 0xCF))
_APP0, _APP14, _START_OF_SCAN = 0xE0, 0xEE, 0xDA
_STANDALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_RGB_IDS = frozenset((b"RGB", b"rgb"))


class ColourClaim(Enum):
    """What a codestream says of its three components."""

    NOTHING = auto()
    RGB = auto()
    YBR = auto()


@dataclass(frozen=True, slots=True)
class Codestream:
    """precision: bits per sample; is_signed: JPEG 2000 alone can say so; colour: see ColourClaim."""

    rows: int
    columns: int
    components: int
    precision: int
    is_signed: bool
    colour: ColourClaim


def read_codestream(data: bytes) -> Codestream | None:
    """The header of a JPEG, JPEG-LS or JPEG 2000 codestream; None when there is none of these."""
    if data[:2] == _SOI:
        return _read_jpeg(data)
    if data[:8] == _JP2_BOX:
        at = data.find(_SOC_SIZ, 0, 4096)
        return _read_jpeg2000(data[at:]) if at >= 0 else None
    if data[:4] == _SOC_SIZ:
        return _read_jpeg2000(data)
    return None


def _read_jpeg(data: bytes) -> Codestream | None:
    at, claim = 2, ColourClaim.NOTHING
    is_jfif = False
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF or marker in _STANDALONE:
            at += 1 if marker == 0xFF else 2
            continue
        length = struct.unpack_from(">H", data, at + 2)[0]
        body = data[at + 4 : at + 2 + length]
        if marker in _START_OF_FRAME:
            return _frame_header(marker, body, claim, is_jfif)
        if marker == _START_OF_SCAN or length < 2:
            return None
        if marker == _APP0 and body[:5] == b"JFIF\0":
            is_jfif = True
        if marker == _APP14 and body[:5] == b"Adobe" and len(body) >= 12:
            claim = ColourClaim.YBR if body[11] else ColourClaim.RGB
        at += 2 + length
    return None


def _frame_header(marker: int, body: bytes, claim: ColourClaim, is_jfif: bool) -> Codestream | None:
    if len(body) < 6 or len(body) < 6 + 3 * body[5]:
        return None
    precision, rows, columns, components = struct.unpack_from(">BHHB", body)
    if claim is ColourClaim.NOTHING and bytes(body[6 + 3 * i] for i in range(components)) in _RGB_IDS:
        claim = ColourClaim.RGB
    # JFIF means YCbCr, but lossless writers put the marker before plain RGB as well
    if claim is ColourClaim.NOTHING and is_jfif and marker not in _LOSSLESS:
        claim = ColourClaim.YBR
    return Codestream(rows, columns, components, precision, False, claim)


def _read_jpeg2000(data: bytes) -> Codestream | None:
    """SIZ (ITU-T T.800 A.5.1), then COD for the multiple component transformation (A.6.1)."""
    if len(data) < 45:
        return None
    right, bottom, left, top = struct.unpack_from(">4I", data, 8)
    components, depth = struct.unpack_from(">HB", data, 40)
    precision = (depth & 0x7F) + 1
    claim = ColourClaim.NOTHING
    at = 4 + struct.unpack_from(">H", data, 4)[0]
    while at + 9 <= len(data) and data[at] == 0xFF and data[at + 1] not in (0x90, 0x93):
        if data[at + 1] == 0x52:
            claim = ColourClaim.RGB if data[at + 8] else ColourClaim.NOTHING
            break
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return Codestream(max(0, bottom - top), max(0, right - left), components, precision, bool(depth & 0x80), claim)
