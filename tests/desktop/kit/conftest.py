"""A themed application with preferences in a file of the test."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.theme import Theme
from tests.desktop.kit.dashes import Dashes


@pytest.fixture
def preferences(tmp_path: Path) -> QSettings:
    """Settings of the window."""
    return QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def theme(qtbot: QtBot, preferences: QSettings) -> Iterator[Theme]:
    """The theme in force while the test runs."""
    app = cast(QApplication, QApplication.instance())
    theme = Theme(app, preferences)
    theme.apply()
    yield theme
    app.setStyleSheet("")
    theme.deleteLater()


@pytest.fixture
def dashes(qtbot: QtBot) -> Iterator[None]:
    """The language of dashes, while the test runs."""
    app = QCoreApplication.instance()
    assert app
    translator = Dashes()
    app.installTranslator(translator)
    yield
    app.removeTranslator(translator)
