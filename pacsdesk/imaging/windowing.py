"""Stored grey values to screen grey: modality LUT, then VOI LUT or window, then inversion (PS3.3 C.11, PS3.4 N.2).

For stored values of up to 16 bits the whole chain is one table of 256 or 65,536 bytes over the bit patterns, so that a
drag costs one small table and one look-up per pixel. Wider and floating values go through the same chain directly.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from pacsdesk.imaging.decode import Values

Grey = npt.NDArray[np.uint8]
Outputs = npt.NDArray[np.float32]

_TABLE_BITS = 16
_SAMPLES_FOR_STATISTICS = 1 << 16


class VoiFunction(StrEnum):
    """VOI LUT Function (0028,1056)."""

    LINEAR = "LINEAR"
    LINEAR_EXACT = "LINEAR_EXACT"
    SIGMOID = "SIGMOID"


@dataclass(frozen=True, slots=True)
class Window:
    """Center and width in output units of the modality LUT (Hounsfield units in CT). width: above 0."""

    center: float
    width: float
    function: VoiFunction = VoiFunction.LINEAR
    explanation: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class LookupTable:
    """A LUT of a header: input `first` maps to values[0], inputs outside to the ends. bits: of an entry."""

    first: int
    values: npt.NDArray[np.uint16]
    bits: int
    explanation: str = ""

    def apply(self, inputs: Outputs) -> Outputs:
        """Outputs for inputs, both in any shape."""
        index = np.clip(np.rint(inputs) - self.first, 0, len(self.values) - 1).astype(np.intp)
        outputs: Outputs = self.values[index].astype(np.float32)
        return outputs


@dataclass(frozen=True, slots=True, eq=False)
class ModalityTransform:
    """output = slope * stored + intercept, or a table in place of it. unit: "HU" and the like, "" when unknown."""

    slope: float = 1.0
    intercept: float = 0.0
    table: LookupTable | None = None
    unit: str = ""

    def apply(self, stored: Values) -> Outputs:
        """Output values, float32, in the shape of `stored`."""
        if self.table is not None:
            return self.table.apply(stored.astype(np.float32))
        return stored.astype(np.float32) * np.float32(self.slope) + np.float32(self.intercept)


@dataclass(frozen=True, slots=True, eq=False)
class GreyScale:
    """How a frame's grey values are meant. is_inverted: low values are white (MONOCHROME1 or an inverse shape).

    padding: stored values from first to second mark what is outside the image.
    """

    modality: ModalityTransform
    windows: tuple[Window, ...] = ()
    voi_tables: tuple[LookupTable, ...] = ()
    is_inverted: bool = False
    padding: tuple[float, float] | None = None


Voi = Window | LookupTable


def render(stored: Values, scale: GreyScale, voi: Voi, is_inverted: bool) -> Grey:
    """Screen grey, uint8, in the shape of `stored`. is_inverted: the person's wish, on top of the object's own."""
    dtype = stored.dtype
    if dtype.kind in "iu" and dtype.itemsize * 8 <= _TABLE_BITS:
        return apply_table(stored, display_table(dtype, scale, voi, is_inverted))
    return _to_grey(scale.modality.apply(stored), voi, scale.is_inverted != is_inverted)


def display_table(dtype: "np.dtype[np.generic]", scale: GreyScale, voi: Voi, is_inverted: bool) -> Grey:
    """The screen grey for every bit pattern of an 8 or 16 bit type, for `apply_table`."""
    bits = dtype.itemsize * 8
    patterns = np.arange(1 << bits, dtype=f"<u{dtype.itemsize}").view(dtype)
    return _to_grey(scale.modality.apply(patterns), voi, scale.is_inverted != is_inverted)


def apply_table(stored: Values, table: Grey) -> Grey:
    """Look every pixel up; under a millisecond for 512 x 512."""
    patterns = np.ascontiguousarray(stored).view(f"<u{stored.dtype.itemsize}")
    return np.take(table, patterns)


def default_voi(stored: Values, scale: GreyScale) -> Voi:
    """What the object asks for: its first VOI LUT, else its first window, else an automatic window."""
    if scale.voi_tables:
        return scale.voi_tables[0]
    return scale.windows[0] if scale.windows else automatic_window(stored, scale)


def automatic_window(stored: Values, scale: GreyScale) -> Window:
    """A window over the 0.5th to 99.5th percentile of the frame's values, padding left out."""
    step = max(1, stored.size // _SAMPLES_FOR_STATISTICS)
    sample = stored.reshape(-1)[::step]
    if scale.padding is not None:
        low, high = scale.padding
        inside = sample[(sample < low) | (sample > high)]
        sample = inside if inside.size else sample
    outputs = scale.modality.apply(sample)
    outputs = outputs[np.isfinite(outputs)]
    if not outputs.size:
        return Window(0.5, 1, VoiFunction.LINEAR_EXACT, "Automatic")
    low_end, high_end = (float(value) for value in np.percentile(outputs, (0.5, 99.5)))
    if high_end <= low_end:
        low_end, high_end = float(outputs.min()), float(outputs.max())
    width = max(high_end - low_end, abs(scale.modality.slope), 1e-6)
    return Window(low_end + width / 2, width, VoiFunction.LINEAR_EXACT, "Automatic")


def window_of(voi: Voi) -> Window:
    """A window that spans what a VOI LUT spans, to begin a drag from; a window as it is."""
    if isinstance(voi, Window):
        return voi
    return Window(voi.first + len(voi.values) / 2, max(1, len(voi.values)))


def _to_grey(outputs: Outputs, voi: Voi, is_inverted: bool) -> Grey:
    unit = _through_table(outputs, voi) if isinstance(voi, LookupTable) else _through_window(outputs, voi)
    np.nan_to_num(unit, copy=False)
    if is_inverted:
        unit = np.float32(1) - unit
    return (np.clip(unit, 0, 1) * np.float32(255) + np.float32(0.5)).astype(np.uint8)


def _through_table(outputs: Outputs, table: LookupTable) -> Outputs:
    return table.apply(outputs) / np.float32((1 << table.bits) - 1)


def _through_window(outputs: Outputs, window: Window) -> Outputs:
    """0 to 1, PS3.3 C.11.2.1.2 with ymin 0 and ymax 1; values outside are clipped by the caller."""
    center, width = np.float32(window.center), np.float32(window.width)
    if window.function is VoiFunction.SIGMOID:
        exponent = np.clip(np.float32(-4) * (outputs - center) / width, -80, 80)
        curve: Outputs = np.float32(1) / (np.float32(1) + np.exp(exponent))
        return curve
    if window.function is VoiFunction.LINEAR_EXACT:
        return (outputs - center) / width + np.float32(0.5)
    if width <= 1:  # a threshold: everything from center - 0.5 on is white (C.11.2.1.2.1)
        threshold: Outputs = (outputs > center - np.float32(0.5)).astype(np.float32)
        return threshold
    ramp: Outputs = (outputs - (center - np.float32(0.5))) / (width - np.float32(1)) + np.float32(0.5)
    return ramp
