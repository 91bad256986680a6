"""The finder of cut texts finds them, and leaves alone what has room."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.labels import TextLabel
from tests.desktop.cut_texts import cut_texts

WORDS = "The archive is read-only: nothing is stored or changed."


def wrapped() -> TextLabel:
    return TextLabel(WORDS, wrap=True)


def field() -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(WORDS)
    return line


def tabs() -> QTabBar:
    bar = QTabBar()
    bar.addTab(WORDS)
    return bar


MAKERS: list[Callable[[], QWidget]] = [lambda: TextLabel(WORDS), wrapped, lambda: QPushButton(WORDS), field]


def held(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    """A window with the widget in it at this size."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 400)
    widget.setParent(window)
    widget.setGeometry(0, 0, width, height)
    window.show()
    return window


@pytest.mark.parametrize("make", MAKERS)
def test_a_text_without_room_is_found(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    assert cut_texts(held(qtbot, make(), 60, 20))


@pytest.mark.parametrize("make", [*MAKERS, tabs])
def test_a_text_with_room_is_left_alone(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    assert cut_texts(held(qtbot, make(), 800, 60)) == []


def test_a_text_pushed_over_the_edge_is_found(qtbot: QtBot) -> None:
    label = TextLabel(WORDS)
    window = held(qtbot, label, 800, 20)
    label.move(400, 0)
    assert cut_texts(window)


def test_a_text_squeezed_by_a_layout_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(TextLabel(WORDS))
    window.setMinimumSize(1, 1)  # as the main window has: what it holds does not widen it
    window.resize(100, 60)
    window.show()
    assert cut_texts(window)
