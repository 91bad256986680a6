"""The desktop speaks English with its plural forms in every test that asks for no other, whatever the computer does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from pacsdesk.desktop.kit.language import Language, LanguageChoice


@pytest.fixture(autouse=True)
def english(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Language]:
    """The language in force while the test runs."""
    preferences = QSettings(str(tmp_path_factory.mktemp("language") / "desktop.ini"), QSettings.Format.IniFormat)
    language = Language(qapp, preferences, QLocale(QLocale.Language.English))
    language.load()
    yield language
    language.unload()
    language.deleteLater()


@pytest.fixture
def german(english: Language) -> None:
    """German instead, for widgets that are made after this."""
    english.choose(LanguageChoice.GERMAN)
    english.load()
