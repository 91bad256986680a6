"""The window remembers how it was left, marks training sites, and says what it is not for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.engine import Profile
from pacsdesk.desktop.kit.commands import to_type
from pacsdesk.desktop.kit.language import Language, LanguageChoice
from pacsdesk.desktop.kit.theme import ThemeChoice, colour, current_scheme
from pacsdesk.desktop.kit.tokens import Scheme, Token
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.shell.about import AboutDialog
from pacsdesk.desktop.shell.closing import ClosingDialog
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.desktop.shell.pages import PAGES, press, sign_in
from tests.support.desktop_window import desktop_window, open_test_preferences
from tests.support.fake_services import FakeSite


def test_the_size_is_remembered(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES) as window:
        window.resize(960, 640)
    with desktop_window(site, tmp_path, PAGES) as window:
        assert (window.width(), window.height()) == (960, 640)


def test_a_broken_memory_of_the_size_is_passed_over(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "desktop.ini").write_text("[window]\ngeometry=nonsense\n", "utf-8")
    with desktop_window(site, tmp_path, PAGES) as window:
        assert sign_in(window, qtbot).stack.current_spec() is PAGES[0]


def test_a_theme_is_chosen_from_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    window.actions_of_shell.themes[ThemeChoice.DARK].trigger()
    assert current_scheme() is Scheme.DARK


def test_a_language_is_chosen_from_the_menu_for_the_next_start(window: MainWindow, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    window.actions_of_shell.languages[LanguageChoice.GERMAN].trigger()
    assert workspace.status_line.text() == "The language changes when PACSDesk is opened the next time."


def test_the_chosen_language_is_spoken_at_the_next_start(qapp: QApplication, english: Language, tmp_path: Path) -> None:
    english.unload()
    first = Language(qapp, open_test_preferences(tmp_path), QLocale(QLocale.Language.English))
    first.choose(LanguageChoice.GERMAN)
    again = Language(qapp, open_test_preferences(tmp_path), QLocale(QLocale.Language.English))
    again.load()
    words = translate("Shell", "Sign in")
    again.unload()
    assert words == "Anmelden"


@pytest.mark.parametrize(
    ("system", "spoken"),
    [
        (QLocale.Language.German, LanguageChoice.GERMAN),
        (QLocale.Language.English, LanguageChoice.ENGLISH),
        (QLocale.Language.Icelandic, LanguageChoice.ENGLISH),
    ],
)
def test_without_a_choice_the_window_speaks_as_the_system_where_it_can(
    qapp: QApplication, tmp_path: Path, system: QLocale.Language, spoken: LanguageChoice
) -> None:
    assert Language(qapp, open_test_preferences(tmp_path), QLocale(system)).spoken() is spoken


@pytest.mark.parametrize("theme_choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_closing_words_stand_off_the_window_behind(
    site: FakeSite, tmp_path: Path, qtbot: QtBot, theme_choice: ThemeChoice
) -> None:
    with desktop_window(site, tmp_path, PAGES, has_read_the_closing_words=False) as window:
        sign_in(window, qtbot)
        window.actions_of_shell.themes[theme_choice].trigger()
        window.close()
        (dialog,) = window.findChildren(ClosingDialog)
        picture = dialog.grab().toImage()
        middle, right, bottom = picture.width() // 2, picture.width() - 1, picture.height() - 1
        places = [(middle, 0), (0, bottom // 2), (middle, bottom), (right, bottom // 2)]
        edges = {picture.pixelColor(*place).name() for place in places}
        press(dialog, "Close window")
        assert edges == {colour(Token.OUTLINE).name()}


def test_a_clinic_has_no_training_frame(window: MainWindow, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    assert not window.is_training()


def test_a_classroom_is_framed_before_and_after_sign_in(tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(FakeSite(profile=Profile.CLASSROOM), tmp_path, PAGES) as window:
        qtbot.waitUntil(window.sign_in_page.isVisible)
        before = window.is_training()
        sign_in(window, qtbot)
        assert (before, window.is_training()) == (True, True)


def test_about_says_that_it_is_not_for_diagnosis(window: MainWindow, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    window.actions_of_shell.about.trigger()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, AboutDialog) and one.isVisible()]
    words = {label.text() for label in dialog.findChildren(QLabel)}
    dialog.close()
    assert "Not for primary diagnosis" in words


def test_the_first_close_says_that_the_engine_goes_on(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES, has_read_the_closing_words=False) as window:
        sign_in(window, qtbot)
        window.close()
        (dialog,) = window.findChildren(ClosingDialog)
        words = " ".join(label.text() for label in dialog.findChildren(QLabel))
        press(dialog, "Close window")
        assert ("goes on receiving" in words, window.isVisible()) == (True, False)


def test_the_second_close_asks_nothing(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES, has_read_the_closing_words=False) as window:
        sign_in(window, qtbot)
        window.close()
        press(window.findChildren(ClosingDialog)[0], "Close window")
    with desktop_window(site, tmp_path, PAGES, has_read_the_closing_words=False) as window:
        sign_in(window, qtbot)
        window.close()
        assert not window.isVisible()


def test_the_engine_can_be_stopped_instead(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES, has_read_the_closing_words=False) as window:
        sign_in(window, qtbot)
        window.close()
        with qtbot.waitSignal(window.closed):
            press(window.findChildren(ClosingDialog)[0], "Quit and stop the engine")
        assert site.calls["engine.stop"] == 1


def test_actions_of_the_workspace_wait_for_a_person(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.sign_in_page.isVisible)
    shell = window.actions_of_shell
    assert not any(action.isEnabled() for action in (shell.palette, shell.refresh, shell.help, shell.quit_and_stop))


def test_a_closed_window_leaves_word_how_the_engine_is_stopped(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES) as window:
        sign_in(window, qtbot)
    assert to_type(f"stop --data-dir {tmp_path / 'site'}") in window.farewell


def test_a_window_that_stopped_the_engine_leaves_no_word(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES) as window:
        sign_in(window, qtbot)
        with qtbot.waitSignal(window.closed):
            window.actions_of_shell.quit_and_stop.trigger()
        assert window.farewell == ""
