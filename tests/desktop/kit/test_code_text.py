"""A long code shows in full and is copied as it is."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.code_text import CodeText
from pacsdesk.desktop.kit.theme import Theme

UID = "1.2.826.0.1.3680043.8.498.12345678901234567890123456789012345678"


def test_a_uid_breaks_until_all_of_it_shows(theme: Theme, qtbot: QtBot) -> None:
    text = CodeText(UID, "Study UID")
    qtbot.addWidget(text)
    text.resize(180, 20)
    text.show()
    qtbot.waitUntil(lambda: text.number_of_lines() > 1)
    needed = text.number_of_lines() * text.fontMetrics().lineSpacing()
    assert (text.viewport().height() >= needed, text.verticalScrollBar().maximum()) == (True, 0)


def test_a_broken_uid_is_copied_whole(theme: Theme, qtbot: QtBot) -> None:
    text = CodeText(UID, "Study UID")
    qtbot.addWidget(text)
    text.resize(180, 20)
    text.selectAll()
    text.copy()
    assert QGuiApplication.clipboard().text() == UID
