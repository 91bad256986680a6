"""Turns one frame's stored bytes into stored values, for every transfer syntax the archive keeps and a screen can show.

The codecs are called directly: sizes are checked against the codestream's own header before they run, three
components come out as they were coded (YCbCr stays YCbCr), and sign and unused bits are put right here.

A new transfer syntax: one line in _DECODERS, one file in the tests' table.
"""

import struct
from collections.abc import Callable
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt

from pacsdesk.imaging.codestream import Codestream, ColourClaim, read_codestream
from pacsdesk.imaging.frames import END_OF_IMAGE, NATIVE_SYNTAXES
from pacsdesk.imaging.layout import PixelLayout
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable, damage_as_reason

Values = npt.NDArray[Any]  # the stored type differs from object to object
Decoder = Callable[[bytes, PixelLayout], Values]

_BIG_ENDIAN = "1.2.840.10008.1.2.2"
_VIDEO = ("1.2.840.10008.1.2.4.10",)  # every MPEG-2, H.264 and HEVC syntax is 1.2.840.10008.1.2.4.100 to .108


def is_supported(transfer_syntax: str) -> bool:
    """Whether frames of this transfer syntax can be decoded."""
    return transfer_syntax in NATIVE_SYNTAXES or transfer_syntax in _DECODERS


def unsupported(transfer_syntax: str) -> Undisplayable:
    """The reason for a syntax that cannot be decoded."""
    if transfer_syntax.startswith(_VIDEO):
        return Undisplayable(Obstacle.UNSUPPORTED, "This is a video, which the viewer does not play.", transfer_syntax)
    return Undisplayable(
        Obstacle.UNSUPPORTED, "The viewer does not know this compression.", f"Transfer syntax {transfer_syntax}."
    )


def decode_frame(
    data: bytes, layout: PixelLayout, index: int, *, keeps_unused_bits: bool = False
) -> tuple[Values, ColourClaim]:
    """Stored values of a frame: (rows, columns) or (rows, columns, 3), signed as the header says, unused bits cleared.

    index: the frame's number from 0, needed where 1 bit frames begin inside a byte. keeps_unused_bits: for who does
    not look at the values but passes all of them on. The claim says what the codestream itself states about its
    colours. Raises Undisplayable.
    """
    syntax = layout.transfer_syntax
    with damage_as_reason("The compressed frame is damaged."):
        if syntax in NATIVE_SYNTAXES:
            native = _decode_native(data, layout, index)
            return native if keeps_unused_bits else _clear_unused_bits(native, layout), ColourClaim.NOTHING
        if syntax not in _DECODERS:
            raise unsupported(syntax)
        codestream = read_codestream(data)
        if codestream:
            _check_size(codestream, layout)
        values = _in_shape(_DECODERS[syntax](data, layout), layout)
        if keeps_unused_bits and codestream is None and values.dtype == layout.dtype:
            return values, ColourClaim.NOTHING
        return _with_sign(values, layout, codestream), codestream.colour if codestream else ColourClaim.NOTHING


def _decode_native(data: bytes, layout: PixelLayout, index: int) -> Values:
    if layout.bits_allocated == 1:
        return _unpack_bits(data, layout, index)
    dtype = layout.dtype.newbyteorder(">") if layout.transfer_syntax == _BIG_ENDIAN else layout.dtype
    values: Values = np.frombuffer(data, dtype).astype(layout.dtype, copy=False)
    if layout.photometric_interpretation == "YBR_FULL_422":
        return _spread_422(values, layout)
    if layout.is_planar:
        return np.moveaxis(values.reshape(layout.samples_per_pixel, layout.rows, layout.columns), 0, 2)
    return _in_shape(values, layout)


def _unpack_bits(data: bytes, layout: PixelLayout, index: int) -> Values:
    """1 bit pixels: the first pixel is the least significant bit (PS3.5 8.1.1)."""
    skipped = index * layout.frame_bits % 8
    bits = np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little")
    return bits[skipped : skipped + layout.frame_bits].reshape(layout.rows, layout.columns)


def _spread_422(values: Values, layout: PixelLayout) -> Values:
    """Y Y Cb Cr for each pair of pixels in a row (PS3.3 C.7.6.3.1.2) to Y Cb Cr for each pixel."""
    pairs = values.reshape(-1, 4)
    spread = np.empty((len(pairs), 2, 3), values.dtype)
    spread[:, :, 0] = pairs[:, :2]
    spread[:, :, 1] = pairs[:, 2:3]
    spread[:, :, 2] = pairs[:, 3:4]
    return spread.reshape(layout.rows, layout.columns, 3)


def _in_shape(values: Values, layout: PixelLayout) -> Values:
    shape = (layout.rows, layout.columns)
    return values.reshape(shape if layout.samples_per_pixel == 1 else (*shape, layout.samples_per_pixel))


def _check_size(codestream: Codestream, layout: PixelLayout) -> None:
    there = (codestream.rows, codestream.columns, codestream.components)
    if there != (layout.rows, layout.columns, layout.samples_per_pixel):
        raise Undisplayable(
            Obstacle.DAMAGED,
            "The compressed frame is not the image that the header describes.",
            f"It holds {there[1]:,} x {there[0]:,} pixels of {there[2]} samples, the header says "
            f"{layout.columns:,} x {layout.rows:,} of {layout.samples_per_pixel}.",
        )


def _clear_unused_bits(values: Values, layout: PixelLayout) -> Values:
    """Keep bits high_bit - bits_stored + 1 .. high_bit; older objects hide overlays in the others (PS3.5 8.1.1)."""
    if layout.is_float or layout.bits_stored >= values.dtype.itemsize * 8:
        return values
    width = values.dtype.itemsize * 8
    above, below = width - 1 - layout.high_bit, width - layout.bits_stored
    return (values << above) >> below if layout.bits_allocated > 1 else values


def _with_sign(values: Values, layout: PixelLayout, codestream: Codestream | None) -> Values:
    """Give decoded values the header's type: codecs answer in the codestream's own precision and sign."""
    if values.dtype == layout.dtype and codestream is None:
        return _clear_unused_bits(values, layout)  # RLE keeps all allocated bits
    widest: Values = values.astype(layout.dtype, copy=False)
    precision = codestream.precision if codestream else layout.bits_stored
    unused = widest.dtype.itemsize * 8 - precision
    is_signed_in_stream = codestream is not None and codestream.is_signed
    if layout.is_signed and not is_signed_in_stream and unused > 0:
        widest = (widest << unused) >> unused  # two's complement coded as if it were unsigned
    return widest


def _decode_jpeg(data: bytes, layout: PixelLayout) -> Values:
    # the same space in and out: the library must not convert, the colours are ours to settle
    space = "YCBCR" if layout.samples_per_pixel == 3 else None
    values: Values = imagecodecs.jpeg8_decode(data, colorspace=space, outcolorspace=space)
    return values


def _decode_jpegls(data: bytes, _layout: PixelLayout) -> Values:
    # CharLS searches for seconds in a frame that was cut before its end marker; with one it fails at once
    is_marked = END_OF_IMAGE in data[-16:]
    values: Values = imagecodecs.jpegls_decode(data if is_marked else data + END_OF_IMAGE)
    return values


def _decode_jpeg2000(data: bytes, _layout: PixelLayout) -> Values:
    values: Values = imagecodecs.jpeg2k_decode(data, numthreads=1)
    return values


def _decode_htj2k(data: bytes, _layout: PixelLayout) -> Values:
    values: Values = imagecodecs.htj2k_decode(data)
    return values


def _decode_jpegxl(data: bytes, layout: PixelLayout) -> Values:
    # there is no codestream header of ours for JPEG XL: decoding into an array of the right size refuses any other
    samples = () if layout.samples_per_pixel == 1 else (layout.samples_per_pixel,)
    out = np.empty((layout.rows, layout.columns, *samples), layout.dtype.str.replace("i", "u"))
    values: Values = imagecodecs.jpegxl_decode(data, out=out)
    return values


def _decode_rle(data: bytes, layout: PixelLayout) -> Values:
    """RLE holds a byte plane per segment, the highest byte of a sample first, sample after sample (PS3.5 G.2).

    Both ready-made decoders of whole RLE frames were left aside: one reads past its buffer on a damaged header, the
    other aborts the thread with a panic. Unpacking segment by segment is as fast.
    """
    width, size = layout.bits_allocated // 8, layout.rows * layout.columns
    segments = _rle_segments(data, layout.samples_per_pixel * width)
    planes = np.empty((layout.samples_per_pixel, size, width), np.uint8)
    for number, segment in enumerate(segments):
        plane = np.frombuffer(imagecodecs.packbits_decode(segment), np.uint8)
        if len(plane) < size:
            raise Undisplayable(
                Obstacle.DAMAGED, "The compressed frame ends early.", f"{len(plane):,} of {size:,} pixels are there."
            )
        planes[number // width, :, width - 1 - number % width] = plane[:size]
    values = planes.view(layout.dtype).reshape(layout.samples_per_pixel, layout.rows, layout.columns)
    return np.moveaxis(values, 0, 2)


def _rle_segments(data: bytes, wanted: int) -> list[bytes]:
    """The segments by the header of 64 bytes: their number, then 15 offsets (PS3.5 G.5)."""
    number, *offsets = struct.unpack_from("<16I", data)
    if number != wanted:
        raise Undisplayable(
            Obstacle.DAMAGED, "The compressed frame is damaged.", f"It has {number} byte planes, not {wanted}."
        )
    ends = [*offsets[1:number], len(data)]
    return [data[start:end] for start, end in zip(offsets[:number], ends, strict=True)]


_DECODERS: dict[str, Decoder] = {
    "1.2.840.10008.1.2.4.50": _decode_jpeg,  # JPEG Baseline
    "1.2.840.10008.1.2.4.51": _decode_jpeg,  # JPEG Extended, 8 and 12 bit
    "1.2.840.10008.1.2.4.57": _decode_jpeg,  # JPEG Lossless
    "1.2.840.10008.1.2.4.70": _decode_jpeg,  # JPEG Lossless SV1
    "1.2.840.10008.1.2.4.80": _decode_jpegls,  # JPEG-LS Lossless
    "1.2.840.10008.1.2.4.81": _decode_jpegls,  # JPEG-LS Near-Lossless
    "1.2.840.10008.1.2.4.90": _decode_jpeg2000,  # JPEG 2000 Lossless
    "1.2.840.10008.1.2.4.91": _decode_jpeg2000,  # JPEG 2000
    "1.2.840.10008.1.2.4.201": _decode_htj2k,  # HTJ2K Lossless
    "1.2.840.10008.1.2.4.202": _decode_htj2k,  # HTJ2K Lossless RPCL
    "1.2.840.10008.1.2.4.203": _decode_htj2k,  # HTJ2K
    "1.2.840.10008.1.2.4.110": _decode_jpegxl,  # JPEG XL Lossless
    "1.2.840.10008.1.2.4.111": _decode_jpegxl,  # JPEG XL JPEG Recompression
    "1.2.840.10008.1.2.4.112": _decode_jpegxl,  # JPEG XL
    "1.2.840.10008.1.2.5": _decode_rle,  # RLE Lossless
}
