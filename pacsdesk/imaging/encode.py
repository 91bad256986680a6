"""Compresses frames, without losing anything: what comes out decodes to the very values that went in.

A new compression: one line in COMPRESSIONS, one in the tests' table. Only lossless ones belong here: pixels become
lossy when a person decides so, never on their way.
"""

import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType

import imagecodecs
import numpy as np

from pacsdesk.imaging.decode import Values
from pacsdesk.imaging.layout import PixelLayout
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable, damage_as_reason

# values, their layout, what three samples are
Encoder = Callable[[Values, PixelLayout, str], bytes]

_RLE_SEGMENTS = 15  # PS3.5 G.5
_ADOBE, _START_OF_SCAN = 0xEE, 0xDA
# where the names of three components stand in a frame header and a scan header (ITU-T T.81 B.2.2, B.2.3)
_COMPONENTS_AT = {0xC3: (10, 13, 16), _START_OF_SCAN: (5, 7, 9)}


def encode_frame(values: Values, layout: PixelLayout, photometric_interpretation: str, transfer_syntax: str) -> bytes:
    """A frame's codestream. values: (rows, columns) or (rows, columns, 3) of the layout's type, sign and all.

    photometric_interpretation: of these values, which stays theirs: colours are not transformed.

    Raises Undisplayable for pixels that the compression does not know.
    """
    if layout.is_float or layout.bits_allocated not in (8, 16):
        raise Undisplayable(Obstacle.UNSUPPORTED, f"Pixels of {layout.bits_allocated} bits are not compressed.")
    with damage_as_reason("The frame could not be compressed."):
        return COMPRESSIONS[transfer_syntax](np.ascontiguousarray(values), layout, photometric_interpretation)


def _unsigned(values: Values) -> Values:
    """Two's complement as it is: decoders give these bits their sign by Pixel Representation."""
    unsigned: Values = values.view(values.dtype.str.replace("i", "u"))
    return unsigned


def _precision(values: Values, layout: PixelLayout) -> int:
    """Bits Stored where all values keep to it, as they should; else what is allocated."""
    if layout.is_signed or (values.size and int(values.max()) >> layout.bits_stored):
        return layout.bits_allocated
    return layout.bits_stored


def _encode_jpegls(values: Values, _layout: PixelLayout, _photometric: str) -> bytes:
    return bytes(imagecodecs.jpegls_encode(_unsigned(values)))


def _encode_jpeg2000(values: Values, layout: PixelLayout, _photometric: str) -> bytes:
    # signed values say so themselves; no colour transformation, so that Photometric Interpretation stays
    precision = None if layout.is_signed else _precision(values, layout)
    return bytes(
        imagecodecs.jpeg2k_encode(
            values, level=0, reversible=True, codecformat="j2k", mct=False, numthreads=1, bitspersample=precision
        )
    )


def _encode_jpeg_lossless(values: Values, layout: PixelLayout, photometric: str) -> bytes:
    # as RGB, whatever it is, for the library must not transform it (told of YCbCr it writes broken streams at times)
    space = "RGB" if layout.samples_per_pixel == 3 else None
    encoded = bytes(
        imagecodecs.jpeg8_encode(
            _unsigned(values),
            colorspace=space,
            outcolorspace=space,
            lossless=True,
            predictor=1,
            bitspersample=max(2, _precision(values, layout)),
        )
    )
    return encoded if photometric == "RGB" else _without_colour_claim(encoded)


def _without_colour_claim(jpeg: bytes) -> bytes:
    """The codestream without Adobe's marker and with components numbered instead of being called R, G and B."""
    kept, at = bytearray(jpeg[:2]), 2
    while True:
        marker = jpeg[at + 1]
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        segment = bytearray(jpeg[at:end])
        if marker in _COMPONENTS_AT:
            for number, place in enumerate(_COMPONENTS_AT[marker]):
                if segment[place : place + 1] == b"RGB"[number : number + 1]:
                    segment[place] = number + 1
        if marker != _ADOBE:
            kept += segment
        at = end
        if marker == _START_OF_SCAN:
            return bytes(kept) + jpeg[at:]


def _encode_rle(values: Values, layout: PixelLayout, _photometric: str) -> bytes:
    """A byte plane per segment, the highest byte of a sample first, no run across rows (PS3.5 G.2, G.3.1)."""
    width = layout.bits_allocated // 8
    samples = _unsigned(values).reshape(layout.rows, layout.columns, layout.samples_per_pixel)
    planes = samples.view(np.uint8).reshape(layout.rows, layout.columns, layout.samples_per_pixel, width)
    segments = []
    for sample in range(layout.samples_per_pixel):
        for byte in reversed(range(width)):
            packed = bytes(imagecodecs.packbits_encode(np.ascontiguousarray(planes[:, :, sample, byte])))
            segments.append(packed + b"\0" * (len(packed) % 2))
    offsets, at = [], 64
    for segment in segments:
        offsets.append(at)
        at += len(segment)
    offsets += [0] * (_RLE_SEGMENTS - len(segments))
    return struct.pack("<16L", len(segments), *offsets) + b"".join(segments)


# in the order in which they are preferred
COMPRESSIONS: Mapping[str, Encoder] = MappingProxyType(
    {
        "1.2.840.10008.1.2.4.80": _encode_jpegls,  # JPEG-LS Lossless
        "1.2.840.10008.1.2.4.90": _encode_jpeg2000,  # JPEG 2000 Lossless
        "1.2.840.10008.1.2.4.70": _encode_jpeg_lossless,  # JPEG Lossless SV1
        "1.2.840.10008.1.2.4.57": _encode_jpeg_lossless,  # JPEG Lossless, of which SV1 is a case
        "1.2.840.10008.1.2.5": _encode_rle,  # RLE Lossless
    }
)
