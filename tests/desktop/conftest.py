"""The desktop speaks English with its plural forms in every test, whatever the computer is set to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from pacsdesk.desktop.kit.language import Language


@pytest.fixture(autouse=True)
def _english(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    preferences = QSettings(str(tmp_path_factory.getbasetemp() / "language.ini"), QSettings.Format.IniFormat)
    language = Language(qapp, preferences, QLocale(QLocale.Language.English))
    language.load()
    yield
    language.unload()
    language.deleteLater()
