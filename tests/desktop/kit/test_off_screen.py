"""Pictures of pages that nobody sees: whole, with image panes blank, and nothing of them is left."""

import pytest
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.image_texts import ImageTexts
from pacsdesk.desktop.kit.image_view import ImageView
from pacsdesk.desktop.kit.off_screen import HEIGHT, WIDTH, picture_of, png_of
from pacsdesk.desktop.kit.theme import Theme

RED = QColor("#ff0000")


def colours(picture: QPixmap) -> set[int]:
    image = picture.toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.mark.usefixtures("theme")
def test_image_panes_are_blank(qtbot: QtBot) -> None:
    page, pane = QWidget(), ImageView()
    red = QImage(64, 64, QImage.Format.Format_RGB32)
    red.fill(RED)
    pane.show_image(red)
    pane.show_texts(ImageTexts(top_left=("DOE^JANE",)))
    QVBoxLayout(page).addWidget(pane)
    assert RED.rgb() in colours(page.grab())
    assert RED.rgb() not in colours(picture_of(page))
    assert pane.image.isNull()


def test_what_would_be_scrolled_is_in_it(qtbot: QtBot, theme: Theme) -> None:
    area, column = QScrollArea(), QWidget()
    lines = QVBoxLayout(column)
    for number in range(100):
        lines.addWidget(QLabel(f"Line {number}"))
    area.setWidget(column)
    area.setWidgetResizable(True)
    wanted = column.sizeHint().height()
    picture = picture_of(area)
    assert wanted > HEIGHT
    assert (picture.width(), picture.height() >= wanted) == (WIDTH, True)
    assert png_of(picture).startswith(b"\x89PNG")
