"""What the header says about the pixels (PS3.3 C.7.6.3), checked and capped before they are fetched."""

from dataclasses import dataclass

import numpy as np
from pydicom.dataset import Dataset

from pacsdesk.imaging.attributes import text
from pacsdesk.imaging.header import DOUBLE_PIXELS, FLOAT_PIXELS, Header
from pacsdesk.imaging.undisplayable import DAMAGE, Obstacle, Undisplayable

# 8,192 x 8,192 grey; the largest mammograms and films have a third of that. A small bomb must not become gigabytes.
MAX_FRAME_SAMPLES = 1 << 26
_FLOAT_BITS = {int(FLOAT_PIXELS): 32, int(DOUBLE_PIXELS): 64}
_GREY = frozenset(("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR"))


@dataclass(frozen=True, slots=True)
class PixelLayout:
    """How one frame's stored values are arranged. high_bit: 0-based; is_planar: RRRGGGBBB rather than RGBRGBRGB."""

    rows: int
    columns: int
    samples_per_pixel: int
    bits_allocated: int
    bits_stored: int
    high_bit: int
    is_signed: bool
    is_float: bool
    is_planar: bool
    photometric_interpretation: str
    number_of_frames: int
    transfer_syntax: str

    @property
    def frame_bits(self) -> int:
        """Bits of one native frame. YBR_FULL_422 shares its colour between two pixels (PS3.3 C.7.6.3.1.2)."""
        samples = 2 if self.photometric_interpretation == "YBR_FULL_422" else self.samples_per_pixel
        return self.rows * self.columns * samples * self.bits_allocated

    @property
    def dtype(self) -> np.dtype[np.integer | np.floating]:
        """The little endian type of one allocated sample; 1 bit pixels are unpacked to bytes."""
        if self.is_float:
            return np.dtype(f"<f{self.bits_allocated // 8}")
        return np.dtype(f"<{'i' if self.is_signed else 'u'}{max(8, self.bits_allocated) // 8}")


def read_layout(header: Header) -> PixelLayout:
    """The layout of an object that has pixel data. Raises Undisplayable, naming the attribute at fault."""
    ds, pixels = header.dataset, header.pixels
    float_bits = _FLOAT_BITS.get(pixels.tag, 0) if pixels else 0
    bits_allocated = float_bits or _number(ds, "BitsAllocated")
    bits_stored = float_bits or _number(ds, "BitsStored", bits_allocated)
    samples = _number(ds, "SamplesPerPixel", 1)
    layout = PixelLayout(
        rows=_number(ds, "Rows"),
        columns=_number(ds, "Columns"),
        samples_per_pixel=samples,
        bits_allocated=bits_allocated,
        bits_stored=bits_stored,
        high_bit=_number(ds, "HighBit", bits_stored - 1),
        is_signed=_number(ds, "PixelRepresentation", 0) == 1,
        is_float=float_bits > 0,
        is_planar=samples > 1 and _number(ds, "PlanarConfiguration", 0) == 1,
        photometric_interpretation=_photometric(ds, samples),
        number_of_frames=max(1, _number(ds, "NumberOfFrames", 1)),
        transfer_syntax=header.transfer_syntax,
    )
    _check(layout)
    return layout


def _number(ds: Dataset, keyword: str, default: int | None = None) -> int:
    try:
        value = ds.get(keyword)
        number = None if value is None or value == "" else int(value)
    except DAMAGE:
        number = None
    if number is not None:
        return number
    if default is None:
        raise Undisplayable(
            Obstacle.DAMAGED, f"The header does not say its {keyword}.", "It is needed to show the image."
        )
    return default


def _photometric(ds: Dataset, samples: int) -> str:
    name = text(ds, "PhotometricInterpretation").upper()
    # absent in some old objects: the number of samples leaves one sensible reading
    return name or ("MONOCHROME2" if samples == 1 else "RGB")


def _check(layout: PixelLayout) -> None:
    samples = layout.rows * layout.columns * layout.samples_per_pixel
    if samples <= 0:
        raise _damaged(f"{layout.columns} x {layout.rows} pixels of {layout.samples_per_pixel} samples")
    if samples > MAX_FRAME_SAMPLES:
        raise Undisplayable(
            Obstacle.TOO_LARGE,
            "The image is too large to show.",
            f"The header claims {layout.columns:,} x {layout.rows:,} pixels in a frame.",
        )
    if layout.samples_per_pixel not in (1, 3):
        raise _damaged(f"{layout.samples_per_pixel} samples per pixel")
    if layout.bits_allocated not in (1, 8, 16, 32, 64):
        raise _damaged(f"{layout.bits_allocated} bits allocated")
    if not 1 <= layout.bits_stored <= layout.bits_allocated or not 0 <= layout.high_bit < layout.bits_allocated:
        raise _damaged(f"{layout.bits_stored} of {layout.bits_allocated} bits stored, the highest at {layout.high_bit}")
    if (layout.samples_per_pixel == 1) != (layout.photometric_interpretation in _GREY):
        raise _damaged(f"{layout.samples_per_pixel} samples per pixel as {layout.photometric_interpretation[:16]}")


def _damaged(claim: str) -> Undisplayable:
    return Undisplayable(
        Obstacle.DAMAGED, "The header's description of the pixels makes no sense.", f"It claims {claim}."
    )
