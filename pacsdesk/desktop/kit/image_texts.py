"""Draws texts at the corners and edges of an image: one size, a thin dark outline, never over its middle."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from pacsdesk.desktop.kit.theme import tabular, type_font
from pacsdesk.desktop.kit.tokens import Space

_TEXT = QColor("#e8e8e8")  # on black in every theme: a reading room's screen does not change with it
_OUTLINE = QColor(0, 0, 0, 230)
_AROUND = tuple(
    QPoint(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y
)  # on every side: the ground may be white


@dataclass(frozen=True, slots=True)
class ImageTexts:
    """Lines for each corner, and one short text (orientation letters) for the middle of each edge."""

    top_left: tuple[str, ...] = ()
    top_right: tuple[str, ...] = ()
    bottom_left: tuple[str, ...] = ()
    bottom_right: tuple[str, ...] = ()
    left: str = ""
    right: str = ""
    top: str = ""
    bottom: str = ""


def paint_texts(painter: QPainter, area: QRect, texts: ImageTexts) -> None:
    """Draw the texts into an area; a line too long for its half is cut with an ellipsis."""
    painter.setFont(tabular(type_font()))
    metrics = painter.fontMetrics()
    inner = area.adjusted(Space.M, Space.S, -Space.M, -Space.S)
    half = inner.width() // 2 - Space.XL
    for lines, is_right, is_bottom in (
        (texts.top_left, False, False),
        (texts.top_right, True, False),
        (texts.bottom_left, False, True),
        (texts.bottom_right, True, True),
    ):
        _paint_corner(painter, metrics, inner, half, lines, is_right=is_right, is_bottom=is_bottom)
    painter.setFont(tabular(type_font(strong=True)))  # one letter each, and a wrong guess turns the patient around
    metrics = painter.fontMetrics()
    centre = inner.center()
    for text, x, y, flag in (
        (texts.left, inner.left(), centre.y(), Qt.AlignmentFlag.AlignLeft),
        (texts.right, inner.right(), centre.y(), Qt.AlignmentFlag.AlignRight),
        (texts.top, centre.x(), inner.top() + metrics.height() // 2, Qt.AlignmentFlag.AlignHCenter),
        (texts.bottom, centre.x(), inner.bottom() - metrics.height() // 2, Qt.AlignmentFlag.AlignHCenter),
    ):
        _paint_edge(painter, metrics, text, QPoint(x, y), flag)


def _paint_corner(
    painter: QPainter,
    metrics: QFontMetrics,
    inner: QRect,
    half: int,
    lines: tuple[str, ...],
    *,
    is_right: bool,
    is_bottom: bool,
) -> None:
    height = metrics.lineSpacing()
    top = inner.bottom() - height * len(lines) if is_bottom else inner.top()
    left = inner.right() - half if is_right else inner.left()
    # the sides are fixed, also for names in scripts that run from right to left
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    for number, line in enumerate(lines):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, half)
        _paint_line(painter, QRect(left, top + number * height, half, height), flags, shown)


def _paint_edge(painter: QPainter, metrics: QFontMetrics, text: str, at: QPoint, side: Qt.AlignmentFlag) -> None:
    width, height = metrics.horizontalAdvance("MMMM"), metrics.lineSpacing()
    left = {
        Qt.AlignmentFlag.AlignLeft: at.x(),
        Qt.AlignmentFlag.AlignRight: at.x() - width,
    }.get(side, at.x() - width // 2)
    _paint_line(painter, QRect(left, at.y() - height // 2, width, height), side | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_line(painter: QPainter, area: QRect, flags: Qt.AlignmentFlag, text: str) -> None:
    if text:
        painter.setPen(_OUTLINE)
        for offset in _AROUND:
            painter.drawText(area.translated(offset), flags, text)
        painter.setPen(_TEXT)
        painter.drawText(area, flags, text)
