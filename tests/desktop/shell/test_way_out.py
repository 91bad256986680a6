"""Who does not get in learns how an engine is stopped; one that stands in the way is stopped with a press."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Refused, Unavailable
from pacsdesk.desktop.kit.commands import to_type
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.desktop.shell.way_out import command_in, words_to_stop
from pacsdesk.engine.network.port_owner import port_taken
from tests.desktop.cut_texts import cut_texts
from tests.desktop.shell.pages import PAGES, button, press, sign_in
from tests.support.desktop_window import NoLauncher, desktop_window
from tests.support.fake_services import FakeSite
from tests.support.site_folder import make_site_folder

STOP = "stop --data-dir '/srv/demo data'"
IN_THE_WAY = Refused(
    "DICOM cannot listen: port 11112 on 127.0.0.1 is taken by another PACSDesk engine, that of /srv/demo data, "
    "process 7.",
    "An engine goes on when its window is closed.",
    f"Stop it with `pacsdesk {STOP}`, or set dicom.port to a free port in settings.toml.",
)


def failure_of(window: MainWindow) -> MessagePage:
    return window.start_page.findChildren(MessagePage)[-1]


def test_the_command_of_a_hint_is_found() -> None:
    assert (command_in(IN_THE_WAY.hint), command_in("Try again.")) == (to_type(STOP), "")


def test_words_to_stop_are_those_of_an_engine_in_the_way() -> None:
    assert words_to_stop(IN_THE_WAY) == ["stop", "--data-dir", "/srv/demo data"]


def test_another_command_is_not_one_to_stop_with() -> None:
    assert words_to_stop(Refused("It is none.", "", "Make one with `pacsdesk init --data-dir DIR`.")) == []


def test_another_program_in_the_way_cannot_be_stopped() -> None:
    assert words_to_stop(port_taken("DICOM", "127.0.0.1", 1)) == []


def fail_to_start(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.sign_in_page.isVisible)
    window._startup.attach_failed.emit(IN_THE_WAY)  # as when the engine's process says so
    qtbot.waitUntil(lambda: window.start_page.findChildren(MessagePage) != [])


@pytest.fixture
def launcher(tmp_path: Path) -> NoLauncher:
    """A folder with an engine, and no processes."""
    make_site_folder(tmp_path / "site", "http://127.0.0.1:8980")
    return NoLauncher()


def press_stop(window: MainWindow, qtbot: QtBot) -> None:
    """Press, and answer the question with yes once it can be."""
    press(window.start_page, "Stop that engine")
    qtbot.waitUntil(button(window.start_page, "Stop it").isEnabled)
    press(window.start_page, "Stop it")


def test_an_engine_in_the_way_is_not_stopped_without_a_question_that_names_its_site(
    tmp_path: Path, site: FakeSite, launcher: NoLauncher, qtbot: QtBot
) -> None:
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        fail_to_start(window, qtbot)
        press(window.start_page, "Stop that engine")
        assert "Stop the engine of /srv/demo data?" in failure_of(window).accessibleName()
        assert not button(window.start_page, "Stop it").isEnabled()  # a double click comes too soon
        press(window.start_page, "Cancel")
        qtbot.waitUntil(lambda: "is taken by another" in failure_of(window).accessibleName())
    assert launcher.runs == []


def test_an_engine_in_the_way_is_stopped_and_the_start_goes_on(
    tmp_path: Path, site: FakeSite, launcher: NoLauncher, qtbot: QtBot
) -> None:
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        fail_to_start(window, qtbot)
        press_stop(window, qtbot)
        qtbot.waitUntil(window.sign_in_page.isVisible)
    assert launcher.runs == [(["stop", "--json", "--data-dir", "/srv/demo data"], "")]


def test_an_engine_that_cannot_be_stopped_from_here_is_told_with_the_command(
    tmp_path: Path, site: FakeSite, launcher: NoLauncher, qtbot: QtBot
) -> None:
    document = {
        "error": "NotSignedIn",
        "title": "Nobody is named to sign in.",
        "detail": "",
        "hint": "Add --user NAME.",
    }
    launcher.answer = (3, json.dumps(document))
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        fail_to_start(window, qtbot)
        press_stop(window, qtbot)
        qtbot.waitUntil(lambda: "That engine was not stopped." in failure_of(window).accessibleName())
        assert "--user" not in failure_of(window).accessibleName()  # this window has no such thing
        press(window.start_page, "Copy the command")
    assert QGuiApplication.clipboard().text() == to_type(STOP)


def test_the_sign_in_page_says_how_this_engine_is_stopped(
    tmp_path: Path, site: FakeSite, launcher: NoLauncher, qtbot: QtBot
) -> None:
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        qtbot.waitUntil(window.sign_in_page.isVisible)
        press(window.sign_in_page, "Wrong engine, or no password?")
        assert window.sign_in_page.way_out.commands() == [
            to_type(f"stop --data-dir {tmp_path / 'site'}"),
            "kill 1",
        ]
        qtbot.waitUntil(lambda: cut_texts(window) == [])
        press(window.sign_in_page, "Wrong engine, or no password?")
        assert window.sign_in_page.way_out.commands() == []


def test_an_engine_that_ends_while_somebody_signs_in_is_started_and_asked_again(
    tmp_path: Path, site: FakeSite, launcher: NoLauncher, qtbot: QtBot
) -> None:
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        qtbot.waitUntil(window.sign_in_page.isVisible)
        site.fail["sessions.sign_in"] = Unavailable("No engine answers at http://127.0.0.1:8980.")
        window.sign_in_page.submitted.emit("ada", "a password")
        reason = "No engine answers at http://127.0.0.1:8980."
        qtbot.waitUntil(
            lambda: reason in [label.text() for label in window.sign_in_page.findChildren(QLabel) if label.isVisible()]
        )
        assert not button(window.sign_in_page, "Sign in").isEnabled()  # the password is to be typed
        assert sign_in(window, qtbot).session.grant.user_name == "ada"
