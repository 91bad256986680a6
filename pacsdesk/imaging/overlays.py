"""What is written and drawn over an image: the texts of its four corners, and overlay planes (PS3.3 C.9)."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset

from pacsdesk.imaging.attributes import number, one_line, text
from pacsdesk.imaging.geometry import Geometry
from pacsdesk.imaging.layout import PixelLayout
from pacsdesk.imaging.undisplayable import DAMAGE

Mask = npt.NDArray[np.bool_]

_MAX_TEXT = 64
_OVERLAY_GROUPS = range(0x6000, 0x6020, 2)
_DATE = re.compile(r"(\d{4})\.?(\d{2})\.?(\d{2})")
_TIME = re.compile(r"(\d{2}):?(\d{2}):?(\d{2})?")


@dataclass(frozen=True, slots=True)
class CornerTexts:
    """Lines for three corners, empty ones left out; the fourth (window, zoom) belongs to whoever shows the image."""

    patient: tuple[str, ...]
    study: tuple[str, ...]
    place: tuple[str, ...]


def read_corner_texts(ds: Dataset, geometry: Geometry) -> CornerTexts:
    """The corner texts of a frame with this geometry."""
    patient = (
        person_name(text(ds, "PatientName")),
        _line(text(ds, "PatientID")),
        _line(f"{date(text(ds, 'PatientBirthDate'))} {text(ds, 'PatientSex')}"),
    )
    study = (
        _line(text(ds, "InstitutionName")),
        _line(f"{date(text(ds, 'StudyDate'))} {time(text(ds, 'StudyTime'))}"),
        _line(text(ds, "StudyDescription")),
        _line(text(ds, "SeriesDescription")),
    )
    series = text(ds, "SeriesNumber")
    place = (
        f"Series {_line(series)}" if series else "",
        f"Thickness {geometry.thickness:.1f} mm" if geometry.thickness else "",
        f"Position {geometry.position:.1f} mm" if geometry.position is not None else "",
    )
    return CornerTexts(*(tuple(line for line in lines if line) for lines in (patient, study, place)))


def person_name(value: str) -> str:
    """A DICOM person name as people write it: "FAMILY, Given Middle", the ideographic group after it."""
    groups = []
    for group in value.split("=")[:2]:
        family, *given = (part.strip() for part in group.split("^"))
        rest = " ".join(part for part in given[:2] if part)
        groups.append(", ".join(part for part in (family, rest) if part))
    return _line("  ".join(group for group in groups if group))


def date(value: str) -> str:
    """A DICOM date as 2026-11-24; anything else as it is."""
    found = _DATE.fullmatch(value)
    return "-".join(found.groups()) if found else value


def time(value: str) -> str:
    """A DICOM time as 14:05; "" when it is none."""
    found = _TIME.match(value)
    return f"{found[1]}:{found[2]}" if found else ""


def _line(value: str) -> str:
    return one_line(value, _MAX_TEXT)


def read_overlay(ds: Dataset, layout: PixelLayout, index: int) -> Mask | None:
    """All overlay planes of frame `index` in one mask (rows, columns), True where something is drawn; None without any.

    Planes hidden in unused bits of the pixel data (retired in 2004) are not looked for.
    """
    drawn: Mask | None = None
    for group in _OVERLAY_GROUPS:
        try:
            plane = _plane(ds, group, layout, index) if (group, 0x3000) in ds else None
        except DAMAGE:
            plane = None  # a broken overlay is left out, the image beneath is still good
        if plane is not None:
            drawn = plane if drawn is None else drawn | plane
    return drawn


def _plane(ds: Dataset, group: int, layout: PixelLayout, index: int) -> Mask | None:
    rows, columns = (int(ds[group, element].value) for element in (0x0010, 0x0011))
    if rows <= 0 or columns <= 0:
        return None
    frames = int(ds[group, 0x0015].value) if (group, 0x0015) in ds else 1
    first = int(ds[group, 0x0051].value) - 1 if (group, 0x0051) in ds else 0
    number_of_plane = index - first if frames > 1 else 0
    if not 0 <= number_of_plane < frames:
        return None
    start, size = number_of_plane * rows * columns, rows * columns
    data = bytes(ds[group, 0x3000].value)
    if len(data) * 8 < start + size:
        return None
    packed = np.frombuffer(data, np.uint8, offset=start // 8, count=-(-(start % 8 + size) // 8))
    bits = np.unpackbits(packed, bitorder="little")[start % 8 : start % 8 + size].reshape(rows, columns)
    origin = [int(part) - 1 for part in ds[group, 0x0050].value] if (group, 0x0050) in ds else [0, 0]
    return _placed(bits.astype(np.bool_), origin[0], origin[1], layout)


def _placed(bits: Mask, top: int, left: int, layout: PixelLayout) -> Mask:
    """The plane cut to the image; its origin may lie outside (PS3.3 C.9.3.1.1)."""
    mask = np.zeros((layout.rows, layout.columns), np.bool_)
    inside = mask[max(0, top) : max(0, top + bits.shape[0]), max(0, left) : max(0, left + bits.shape[1])]
    skipped_rows, skipped_columns = max(0, -top), max(0, -left)
    inside[...] = bits[
        skipped_rows : skipped_rows + inside.shape[0], skipped_columns : skipped_columns + inside.shape[1]
    ]
    return mask


def frame_rate(ds: Dataset) -> float:
    """Frames a second that the object asks for (Recommended Display Frame Rate, Cine Rate, Frame Time), else 15."""
    for keyword in ("RecommendedDisplayFrameRate", "CineRate"):
        rate = number(ds, keyword)
        if rate and rate > 0:
            return min(max(rate, 1.0), 60.0)
    frame_time = number(ds, "FrameTime")
    return min(max(1000 / frame_time, 1.0), 60.0) if frame_time and frame_time > 0 else 15.0
