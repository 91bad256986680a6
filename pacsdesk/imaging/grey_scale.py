"""Reads from a header how a frame's grey values are meant: modality LUT, windows, VOI LUTs, inversion, padding."""

import numpy as np
from pydicom.dataset import Dataset

from pacsdesk.imaging.attributes import item, number, numbers, scopes, text
from pacsdesk.imaging.layout import PixelLayout
from pacsdesk.imaging.undisplayable import DAMAGE
from pacsdesk.imaging.windowing import GreyScale, LookupTable, ModalityTransform, VoiFunction, Window

MAX_WINDOWS = 32
_MAX_TABLE_ENTRIES = 1 << 16


def read_grey_scale(ds: Dataset, layout: PixelLayout, index: int) -> GreyScale:
    """The grey scale of frame `index`; what is missing or broken is left out, never an error."""
    return GreyScale(
        modality=_modality(ds, layout, index),
        windows=_windows(ds, index),
        voi_tables=_voi_tables(ds, layout, index),
        is_inverted=_is_inverted(ds, layout),
        padding=_padding(ds),
    )


def _modality(ds: Dataset, layout: PixelLayout, index: int) -> ModalityTransform:
    unit = text(ds, "RescaleType")
    if not unit and text(ds, "Modality") == "CT":
        unit = "HU"  # the meaning of CT values unless said otherwise (PS3.3 C.11.1.1.2)
    table_item = item(ds, "ModalityLUTSequence", 0)
    table = _table(table_item, layout.is_signed) if table_item is not None else None
    if table is not None:
        return ModalityTransform(table=table, unit=unit)
    for scope in scopes(ds, index, "PixelValueTransformationSequence"):
        slope, intercept = number(scope, "RescaleSlope"), number(scope, "RescaleIntercept")
        if slope:
            unit = text(scope, "RescaleType") or unit
            return ModalityTransform(slope, intercept or 0.0, unit="" if unit == "US" else unit)
    # dose grids have a scale of their own (PS3.3 C.8.8.3)
    scaling = number(ds, "DoseGridScaling")
    if scaling:
        return ModalityTransform(scaling, unit=text(ds, "DoseUnits").title())
    return ModalityTransform(unit=unit if unit != "US" else "")


def _windows(ds: Dataset, index: int) -> tuple[Window, ...]:
    for scope in scopes(ds, index, "FrameVOILUTSequence"):
        centers, widths = numbers(scope, "WindowCenter"), numbers(scope, "WindowWidth")
        names = text(scope, "WindowCenterWidthExplanation").split("\\")
        name = text(scope, "VOILUTFunction").upper()
        function = next((known for known in VoiFunction if known == name), VoiFunction.LINEAR)
        pairs = list(zip(centers, widths, strict=False))[:MAX_WINDOWS]
        names += [""] * len(pairs)
        found = tuple(
            Window(center, width, function, explanation.strip())
            for (center, width), explanation in zip(pairs, names, strict=False)
            if width > 0
        )
        if found:
            return found
    return ()


def _voi_tables(ds: Dataset, layout: PixelLayout, index: int) -> tuple[LookupTable, ...]:
    for scope in scopes(ds, index, "FrameVOILUTSequence"):
        tables = []
        for position in range(MAX_WINDOWS):
            table_item = item(scope, "VOILUTSequence", position)
            if table_item is None:
                break
            table = _table(table_item, layout.is_signed or (number(ds, "RescaleIntercept") or 0) < 0)
            if table is not None:
                tables.append(table)
        if tables:
            return tuple(tables)
    return ()


def _table(ds: Dataset, is_signed: bool) -> LookupTable | None:
    """A LUT item (PS3.3 C.11.1.1.1): entries, first input, bits per entry. None when it cannot be meant."""
    try:
        descriptor = [int(part) for part in ds.LUTDescriptor]
        data = ds.LUTData
        entries, first, bits = descriptor[0] or _MAX_TABLE_ENTRIES, descriptor[1], descriptor[2]
        if isinstance(data, bytes):
            values = np.frombuffer(data, "<u1" if len(data) < 2 * entries else "<u2")
        else:
            values = np.array(data, dtype=np.int64).astype(np.uint16)
    except DAMAGE:
        return None
    if not len(values) or not 1 <= bits <= _MAX_TABLE_ENTRIES.bit_length():
        return None
    if is_signed and first > 0x7FFF:
        first -= 0x10000
    # some writers say 16 bits and fill 12: the entries' own maximum keeps the picture from coming out dark
    fullest = max(8, int(values.max()).bit_length())
    return LookupTable(first, values[:entries].astype(np.uint16), min(bits, fullest), text(ds, "LUTExplanation"))


def _is_inverted(ds: Dataset, layout: PixelLayout) -> bool:
    # an inverse shape states MONOCHROME1 once more (PS3.3 C.8.11.3.1.2): together they invert once
    return layout.photometric_interpretation == "MONOCHROME1" or text(ds, "PresentationLUTShape").upper() == "INVERSE"


def _padding(ds: Dataset) -> tuple[float, float] | None:
    value = number(ds, "PixelPaddingValue")
    if value is None:
        return None
    limit = number(ds, "PixelPaddingRangeLimit")
    other = value if limit is None else limit
    return min(value, other), max(value, other)
