"""The desktop speaks English with its plural forms in every test that asks for no other, whatever the computer does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.language import Language, LanguageChoice
from pacsdesk.desktop.shell.catalog import PANELS
from tests.desktop.shell.pages import sign_in
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite
from tests.support.window_views import View, WatchedCalls, walk

SMALLEST_SCREEN = (1280, 800)
LAYOUTS_DEEP = 4  # widgets in widgets that learn of a new size one after the other
Views = Callable[[FakeSite], Iterator[View]]


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


@pytest.fixture
def views(qtbot: QtBot, tmp_path: Path) -> Views:
    """Every view of a site, on the smallest screen."""

    def of_site(site: FakeSite) -> Iterator[View]:
        calls = WatchedCalls()

        def settle() -> None:
            qtbot.waitUntil(lambda: calls.is_idle)
            for _ in range(LAYOUTS_DEEP):
                QApplication.processEvents()

        with desktop_window(site, tmp_path, PANELS, calls=calls) as window:
            window.resize(*SMALLEST_SCREEN)
            qtbot.waitUntil(window.sign_in_page.isVisible)
            yield View("sign-in", window)
            sign_in(window, qtbot)
            yield from walk(window, site, settle)

    return of_site
