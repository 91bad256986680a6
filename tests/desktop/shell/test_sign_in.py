"""A person comes in with name and password, hears in words why not, and finds the name remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import NotSignedIn
from pacsdesk.contract.records.engine import Profile
from pacsdesk.desktop.kit.labels import ElidedLabel
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.link.finding import SECRET_NAME
from tests.desktop.cut_texts import cut_texts
from tests.desktop.shell.pages import PAGES, press, shown_panel, sign_in
from tests.support.desktop_window import NoLauncher, desktop_window
from tests.support.fake_services import FakeSite
from tests.support.fake_state import SECRET
from tests.support.site_folder import make_site_folder


def words_of(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.sign_in_page.findChildren(QLabel) if label.isVisible())


def test_the_right_password_opens_the_workspace(window: MainWindow, qtbot: QtBot) -> None:
    assert sign_in(window, qtbot).session.grant.user_name == "ada"


def test_a_wrong_password_is_told_in_words(window: MainWindow, qtbot: QtBot) -> None:
    page = window.sign_in_page
    qtbot.waitUntil(page.isVisible)
    QTest.keyClicks(page.name_field, "ada")
    QTest.keyClicks(page.password_field, "wrong")
    press(page, "Sign in")
    qtbot.waitUntil(lambda: "The name or the password is wrong." in words_of(window))


def test_nothing_is_cut_when_the_refusal_shows(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(960, 600)
    test_a_wrong_password_is_told_in_words(window, qtbot)
    window.sign_in_page.show_failure(NotSignedIn("The name or the password is wrong.", "", "Check it. " * 12))
    qtbot.waitUntil(lambda: cut_texts(window) == [] and "Check it." in words_of(window))
    fields = (window.sign_in_page.name_field, window.sign_in_page.password_field)
    assert all(field.height() >= field.sizeHint().height() for field in fields)


@pytest.mark.usefixtures("german")
def test_a_wrong_password_is_told_in_the_language_of_the_window(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES) as window:
        qtbot.waitUntil(window.sign_in_page.isVisible)
        window.sign_in_page.submitted.emit("ada", "wrong")
        qtbot.waitUntil(lambda: "Der Name oder das Passwort ist falsch." in words_of(window))


def test_the_page_names_the_site(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(window.sign_in_page.isVisible)
    assert [one.text() for one in window.sign_in_page.findChildren(ElidedLabel)] == [str(tmp_path / "site")]


def test_typing_again_takes_the_refusal_away(window: MainWindow, qtbot: QtBot) -> None:
    test_a_wrong_password_is_told_in_words(window, qtbot)
    QTest.keyClicks(window.sign_in_page.password_field, "x")
    assert "wrong" not in words_of(window)


def test_nothing_can_be_pressed_before_both_are_typed(window: MainWindow, qtbot: QtBot, site: FakeSite) -> None:
    page = window.sign_in_page
    qtbot.waitUntil(page.isVisible)
    QTest.keyClicks(page.name_field, "ada")
    QTest.keyClick(page.name_field, Qt.Key.Key_Return)
    assert site.calls["sessions.sign_in"] == 0


def test_the_password_is_never_shown(window: MainWindow, qtbot: QtBot) -> None:
    assert window.sign_in_page.password_field.echoMode() is window.sign_in_page.password_field.EchoMode.Password


def test_the_name_is_remembered(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES) as window:
        sign_in(window, qtbot)
    with desktop_window(site, tmp_path, PAGES) as window:
        qtbot.waitUntil(window.sign_in_page.isVisible)
        assert window.sign_in_page.name_field.text() == "ada"


def test_the_name_of_one_site_says_nothing_about_another(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES) as window:
        sign_in(window, qtbot)
        window.sign_in_page.show_site("/srv/other")
        assert window.sign_in_page.name_field.text() == ""


def test_the_password_is_forgotten_after_sign_in(window: MainWindow, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    assert window.sign_in_page.password_field.text() == ""


def test_a_bench_signs_its_owner_in_by_itself(tmp_path: Path, qtbot: QtBot) -> None:
    site = FakeSite(profile=Profile.BENCH)
    make_site_folder(tmp_path / "site", "http://127.0.0.1:8980")
    (tmp_path / "site" / SECRET_NAME).write_text(SECRET, encoding="ascii")
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=NoLauncher()) as window:
        qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.isVisible())


def test_a_bench_that_refuses_the_secret_asks_for_a_name(tmp_path: Path, qtbot: QtBot) -> None:
    site = FakeSite(profile=Profile.BENCH)
    make_site_folder(tmp_path / "site", "http://127.0.0.1:8980")
    (tmp_path / "site" / SECRET_NAME).write_text("another", encoding="ascii")
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=NoLauncher()) as window:
        qtbot.waitUntil(lambda: "The secret is wrong." in words_of(window))


def test_signing_out_ends_the_session_and_asks_again(window: MainWindow, qtbot: QtBot, site: FakeSite) -> None:
    sign_in(window, qtbot)
    window.actions_of_shell.sign_out.trigger()
    qtbot.waitUntil(lambda: window.sign_in_page.isVisible() and site.calls["sessions.sign_out"] == 1)
    assert "Enter your password." not in words_of(window)


def test_a_session_that_ends_keeps_what_was_typed(window: MainWindow, qtbot: QtBot, site: FakeSite) -> None:
    workspace = sign_in(window, qtbot)
    qtbot.waitUntil(lambda: site.listen_tries == 1)
    QTest.keyClicks(shown_panel(workspace).line, "half a sentence")
    site.is_token_valid = False
    site.cut_streams()
    qtbot.waitUntil(window.sign_in_page.isVisible)
    sign_in(window, qtbot)
    assert window.workspace is workspace
    assert shown_panel(workspace).line.text() == "half a sentence"


def test_another_person_does_not_find_the_work_of_the_first(window: MainWindow, qtbot: QtBot, site: FakeSite) -> None:
    workspace = sign_in(window, qtbot)
    qtbot.waitUntil(lambda: site.listen_tries == 1)
    QTest.keyClicks(shown_panel(workspace).line, "half a sentence")
    site.is_token_valid = False
    site.cut_streams()
    qtbot.waitUntil(window.sign_in_page.isVisible)
    site.permissions = site.permissions[:-1]
    assert shown_panel(sign_in(window, qtbot)).line.text() == ""
