"""A picture and a view state to a QImage, and the value under the pointer as text."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from pacsdesk.desktop.panels.viewer.view_state import ViewState
from pacsdesk.imaging.objects import Picture
from pacsdesk.imaging.windowing import render

_OVERLAY_GREY = 255


def to_image(picture: Picture, state: ViewState, *, with_overlay: bool = True) -> QImage:
    """The picture as it is to be painted; the QImage owns its bytes."""
    if picture.scale is None:
        pixels = np.ascontiguousarray(255 - picture.stored if state.is_inverted else picture.stored)
        return _owned(pixels, QImage.Format.Format_RGB888, 3)
    grey = render(picture.stored, picture.scale, state.voi(picture, picture.scale), state.is_inverted)
    if with_overlay and picture.overlay is not None:
        grey[picture.overlay] = _OVERLAY_GREY
    return _owned(np.ascontiguousarray(grey), QImage.Format.Format_Grayscale8, 1)


def thumbnail(picture: Picture, side: int) -> QImage:
    """A small image of at most `side` pixels, shaped as the picture is in the patient."""
    state = ViewState().settle(picture)
    image = to_image(picture, state, with_overlay=False)
    height = max(1, round(image.height() * picture.geometry.aspect))
    scale = side / max(image.width(), height)
    width, height = max(1, round(image.width() * scale)), max(1, round(height * scale))
    return image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def value_text(picture: Picture, column: int, row: int) -> str:
    """ "x 120  y 88  40 HU" for a pixel of the picture."""
    rows, columns = picture.stored.shape[:2]
    if not (0 <= row < rows and 0 <= column < columns):
        return ""
    place = f"x {column}  y {row}"
    stored = picture.stored[row, column]
    if picture.scale is None:
        return f"{place}   R {stored[0]}  G {stored[1]}  B {stored[2]}"
    output = float(picture.scale.modality.apply(np.asarray([stored]))[0])
    unit = f" {picture.scale.modality.unit}" if picture.scale.modality.unit else ""
    return f"{place}   {output:g}{unit}"


def _owned(pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", form: QImage.Format, samples: int) -> QImage:
    rows, columns = pixels.shape[:2]
    # a QImage over foreign memory does not keep it alive, so it takes a copy
    return QImage(pixels.data, columns, rows, columns * samples, form).copy()
