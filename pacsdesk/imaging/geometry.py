"""Where a frame lies in the patient: pixel shape, slice position, and the letters at the image's edges."""

from dataclasses import dataclass

from pydicom.dataset import Dataset

from pacsdesk.imaging.attributes import number, numbers, scopes, text

# A direction's smaller component is named only when it is at least this share of a unit (about 17 degrees)
_NAMED_SHARE = 0.3
_AXES = (("L", "R"), ("P", "A"), ("H", "F"))  # positive and negative end of x, y, z (PS3.3 C.7.6.2.1.1)


@dataclass(frozen=True, slots=True)
class EdgeLetters:
    """What lies towards each edge of the image: "A", "PL", "" when the object does not say."""

    left: str = ""
    right: str = ""
    top: str = ""
    bottom: str = ""


@dataclass(frozen=True, slots=True)
class Geometry:
    """row_spacing, column_spacing: millimetres from pixel to pixel downwards and rightwards, None when unknown.

    aspect: height of a pixel divided by its width. position: slice location in mm along the slice's normal.
    """

    row_spacing: float | None = None
    column_spacing: float | None = None
    aspect: float = 1.0
    position: float | None = None
    thickness: float | None = None
    edges: EdgeLetters = EdgeLetters()


def read_geometry(ds: Dataset, index: int) -> Geometry:
    """The geometry of frame `index`; what is missing is None or ""."""
    spacing = _spacing(ds, index)
    orientation = _first(ds, index, "PlaneOrientationSequence", "ImageOrientationPatient", 6)
    place = _first(ds, index, "PlanePositionSequence", "ImagePositionPatient", 3)
    thickness = _first(ds, index, "PixelMeasuresSequence", "SliceThickness", 1)
    return Geometry(
        row_spacing=spacing[0] if spacing else None,
        column_spacing=spacing[1] if spacing else None,
        aspect=_aspect(ds, spacing),
        position=_position(ds, orientation, place),
        thickness=thickness[0] if thickness else None,
        edges=_edges(orientation) if orientation else _named_edges(ds),
    )


def _first(ds: Dataset, index: int, group: str, keyword: str, count: int) -> tuple[float, ...]:
    for scope in scopes(ds, index, group):
        found = numbers(scope, keyword)
        if len(found) >= count:
            return found[:count]
    return ()


def _spacing(ds: Dataset, index: int) -> tuple[float, ...]:
    for keyword in ("PixelSpacing", "ImagerPixelSpacing", "NominalScannedPixelSpacing"):
        found = _first(ds, index, "PixelMeasuresSequence", keyword, 2)
        if found and min(found) > 0:
            return found
    return ()


def _aspect(ds: Dataset, spacing: tuple[float, ...]) -> float:
    pair = spacing or numbers(ds, "PixelAspectRatio")[:2]
    if len(pair) < 2 or min(pair) <= 0:
        return 1.0
    return min(max(pair[0] / pair[1], 0.02), 50.0)


def _position(ds: Dataset, orientation: tuple[float, ...], place: tuple[float, ...]) -> float | None:
    if not (orientation and place):
        return number(ds, "SliceLocation")
    row, column = orientation[:3], orientation[3:]
    normal = (
        row[1] * column[2] - row[2] * column[1],
        row[2] * column[0] - row[0] * column[2],
        row[0] * column[1] - row[1] * column[0],
    )
    return sum(part * at for part, at in zip(normal, place, strict=True))


def _edges(orientation: tuple[float, ...]) -> EdgeLetters:
    right, bottom = orientation[:3], orientation[3:]
    return EdgeLetters(
        left=_letters([-part for part in right]),
        right=_letters(list(right)),
        top=_letters([-part for part in bottom]),
        bottom=_letters(list(bottom)),
    )


def _letters(direction: list[float]) -> str:
    parts = sorted(zip(direction, _AXES, strict=True), key=lambda part: -abs(part[0]))
    return "".join(ends[0] if share > 0 else ends[1] for share, ends in parts if abs(share) >= _NAMED_SHARE)


def _named_edges(ds: Dataset) -> EdgeLetters:
    """Projection images name their edges themselves: Patient Orientation (0020,0020), rows then columns."""
    parts = text(ds, "PatientOrientation").split("\\")
    if len(parts) != 2:
        return EdgeLetters()
    right, bottom = (part.strip()[:3].upper() for part in parts)
    return EdgeLetters(left=_opposite(right), right=right, top=_opposite(bottom), bottom=bottom)


def _opposite(letters: str) -> str:
    return letters.translate(str.maketrans("LRPAHF", "RLAPFH"))
