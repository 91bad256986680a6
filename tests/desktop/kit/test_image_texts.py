"""Texts over an image are readable on any ground."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from pacsdesk.desktop.kit.image_texts import ImageTexts, paint_texts

WHITE = QColor("white").rgb()
SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1))


def painted(texts: ImageTexts) -> QImage:
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, False)
    paint_texts(painter, QRect(0, 0, 200, 120), texts)
    painter.end()
    return image


def test_an_orientation_letter_on_white_is_dark_all_around(qapp: QGuiApplication) -> None:
    image = painted(ImageTexts(right="R"))
    inner = [(x, y) for x in range(1, 199) for y in range(1, 119)]
    letter = [place for place in inner if image.pixel(*place) == QColor("#e8e8e8").rgb()]
    assert letter
    assert not [1 for x, y in letter for dx, dy in SIDES if image.pixel(x + dx, y + dy) == WHITE]
