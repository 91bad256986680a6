"""Stored colour values to RGB for the screen: YBR, palettes (also segmented), more than 8 bits (PS3.3 C.7.6.3.1.2)."""

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset
from pydicom.pixels.processing import apply_color_lut

from pacsdesk.imaging.codestream import ColourClaim
from pacsdesk.imaging.decode import Values
from pacsdesk.imaging.layout import PixelLayout
from pacsdesk.imaging.undisplayable import damage_as_reason

Rgb = npt.NDArray[np.uint8]

# Fixed point with 16 fraction bits: ITU-R BT.601 full range, as PS3.3 C.7.6.3.1.2 gives it for YBR_FULL
_FRACTION = 16
_CR_TO_R, _CB_TO_G, _CR_TO_G, _CB_TO_B = (
    round(factor * (1 << _FRACTION)) for factor in (1.402, 0.344136, 0.714136, 1.772)
)
_HALF = 1 << (_FRACTION - 1)
_DECODED_TO_RGB = frozenset(("YBR_ICT", "YBR_RCT"))


def is_colour(layout: PixelLayout) -> bool:
    """Whether frames of this layout are shown in colour (no window applies)."""
    return layout.samples_per_pixel == 3 or layout.photometric_interpretation == "PALETTE COLOR"


def to_rgb(values: Values, layout: PixelLayout, claim: ColourClaim, ds: Dataset) -> Rgb:
    """RGB of a colour frame, uint8 (rows, columns, 3). Raises Undisplayable when its palette is missing or broken."""
    if layout.photometric_interpretation == "PALETTE COLOR":
        return _through_palette(values, ds)
    eight_bit = _to_eight_bit(values, layout.bits_stored)
    return _ybr_to_rgb(eight_bit) if holds_ybr(layout, claim) else np.ascontiguousarray(eight_bit)


def holds_ybr(layout: PixelLayout, claim: ColourClaim) -> bool:
    """Whether decoded values of three samples are luma and chroma."""
    if claim is not ColourClaim.NOTHING:
        return claim is ColourClaim.YBR
    photometric = layout.photometric_interpretation
    return photometric.startswith("YBR") and photometric not in _DECODED_TO_RGB


def _to_eight_bit(values: Values, bits_stored: int) -> Rgb:
    if bits_stored > 8:
        return (values >> (bits_stored - 8)).astype(np.uint8)
    return values.astype(np.uint8, copy=False)


def _ybr_to_rgb(ybr: Rgb) -> Rgb:
    luma = (ybr[..., 0].astype(np.int32) << _FRACTION) + _HALF
    blue = ybr[..., 1].astype(np.int32) - 128
    red = ybr[..., 2].astype(np.int32) - 128
    rgb = np.empty(ybr.shape, np.uint8)
    channels = (luma + _CR_TO_R * red, luma - _CB_TO_G * blue - _CR_TO_G * red, luma + _CB_TO_B * blue)
    for number, channel in enumerate(channels):
        rgb[..., number] = np.clip(channel >> _FRACTION, 0, 255)
    return rgb


def _through_palette(values: Values, ds: Dataset) -> Rgb:
    with damage_as_reason("The image's colour palette is missing or broken."):
        mapped = apply_color_lut(values, ds)
    # entries of 16 bits keep their meaning in the high byte, whether they fill all bits or repeat 8 of them (C.7.9.2)
    return np.ascontiguousarray((mapped >> 8 if mapped.dtype.itemsize > 1 else mapped)[..., :3].astype(np.uint8))
