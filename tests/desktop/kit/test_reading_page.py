"""A page of Markdown follows the theme, tables included."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.reading_page import ReadingPage
from pacsdesk.desktop.kit.theme import Theme, ThemeChoice
from pacsdesk.desktop.kit.tokens import PALETTES, Scheme, Token

TEXT = "# Services\n\n| class | uid |\n|---|---|\n| <b>CT</b> | 1.2 |\n"


@pytest.fixture
def theme(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theme]:
    """A theme of the application, taken off at the end."""
    file = tmp_path_factory.mktemp("theme") / "desktop.ini"
    theme = Theme(qapp, QSettings(str(file), QSettings.Format.IniFormat))
    yield theme
    theme.choose(ThemeChoice.LIGHT)
    theme.deleteLater()
    qapp.setStyleSheet("")


def test_tables_have_the_hairlines_of_the_theme(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(ThemeChoice.LIGHT)
    page = ReadingPage(16)
    qtbot.addWidget(page)
    page.show_markdown(TEXT)
    page.show()
    seen = []
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        theme.choose(choice)
        seen += [table.format().borderBrush().color().name() for table in page.tables()]
    assert seen == [PALETTES[scheme][Token.LINE] for scheme in (Scheme.LIGHT, Scheme.DARK)]


def test_markup_is_shown_as_it_stands(qtbot: QtBot) -> None:
    page = ReadingPage(16)
    qtbot.addWidget(page)
    page.show_markdown(TEXT)
    assert "<b>CT</b>" in page.toPlainText()


def test_a_long_text_begins_at_its_beginning(qtbot: QtBot) -> None:
    page = ReadingPage(16)
    qtbot.addWidget(page)
    page.resize(300, 100)
    page.show_markdown(TEXT + "\n\nAnother line.\n" * 40)
    page.show()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    page.ensureCursorVisible()
    assert (page.verticalScrollBar().value(), page.verticalScrollBar().maximum() > 0) == (0, True)
