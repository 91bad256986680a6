"""The first start of a folder: a kind of site is chosen, an administrator made, and the person is in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.engine import Profile
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.desktop.shell.setup_assistant import SetupAssistant
from pacsdesk.desktop.shell.site_folder import remember_folder, usual_folder
from pacsdesk.link.finding import SECRET_NAME, default_data_dir, is_site
from tests.desktop.shell.pages import PAGES, button, press
from tests.support.desktop_window import NoLauncher, desktop_window, open_test_preferences
from tests.support.fake_services import FakeSite
from tests.support.fake_state import PASSWORD, SECRET
from tests.support.site_folder import make_site_folder


@dataclass
class FirstRun:
    """A window on a folder that is no site, and the processes it asked for."""

    window: MainWindow
    assistant: SetupAssistant
    launcher: NoLauncher
    site: FakeSite

    def words(self) -> str:
        return " ".join(label.text() for label in self.assistant.findChildren(QLabel) if label.isVisible())

    def choose(self, profile: Profile) -> None:
        radio = self.assistant.findChild(QRadioButton, f"profile-{profile}")
        assert isinstance(radio, QRadioButton)
        QTest.keyClick(radio, Qt.Key.Key_Space)
        self.site.profile = profile

    def type_account(self, password: str = PASSWORD, repeated: str = PASSWORD) -> None:
        QTest.keyClicks(self.assistant.name_field, "ada")
        QTest.keyClicks(self.assistant.password_field, password)
        QTest.keyClicks(self.assistant.repeat_field, repeated)

    def can_go_on(self) -> bool:
        return button(self.assistant, "Make the site").isEnabled()

    def go_on(self) -> None:
        press(self.assistant, "Make the site")


@pytest.fixture
def first_run(qtbot: QtBot, tmp_path: Path) -> Iterator[FirstRun]:
    """The assistant shows; `init` makes the folder a site, `serve` brings the engine up."""
    launcher = NoLauncher()

    def make() -> None:
        folder = Path(launcher.runs[-1][0][2])
        if launcher.answer[0] == 0:
            make_site_folder(folder)
            (folder / SECRET_NAME).write_text(SECRET, encoding="ascii")
            if "--admin" in launcher.runs[-1][0]:
                (folder / SECRET_NAME).unlink()

    launcher.on_run = make
    launcher.on_start = lambda: make_site_folder(Path(launcher.started[-1][-1]), "http://127.0.0.1:8980")
    site = FakeSite()

    def choose(_parent: QWidget, _begin_at: Path, on_chosen: Callable[[Path], None]) -> None:
        on_chosen(tmp_path / "elsewhere")

    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher, ask_folder=choose) as window:
        qtbot.waitUntil(lambda: window.assistant is not None and window.assistant.isVisible())
        assert window.assistant is not None
        yield FirstRun(window, window.assistant, launcher, site)


def test_each_kind_of_site_is_explained(first_run: FirstRun) -> None:
    words = first_run.words()
    assert all(part in words for part in ("Real patients", "for you alone", "Invented patients"))


def test_the_folder_is_named(first_run: FirstRun, tmp_path: Path) -> None:
    assert str(tmp_path / "site") in first_run.words()


def test_a_clinic_is_made_and_its_administrator_signed_in(first_run: FirstRun, qtbot: QtBot) -> None:
    first_run.type_account()
    first_run.go_on()
    qtbot.waitUntil(lambda: first_run.window.workspace is not None)
    ((arguments, _standard_input),) = first_run.launcher.runs
    assert arguments[3:] == ["--profile", "clinic", "--admin", "ada", "--password-stdin", "--json"]


def test_a_bench_asks_for_no_account(first_run: FirstRun, qtbot: QtBot) -> None:
    first_run.choose(Profile.BENCH)
    assert (first_run.assistant.name_field.isVisible(), first_run.can_go_on()) == (False, True)


def test_a_bench_is_made_and_its_owner_is_in(first_run: FirstRun, qtbot: QtBot) -> None:
    first_run.choose(Profile.BENCH)
    first_run.go_on()
    qtbot.waitUntil(lambda: first_run.window.workspace is not None)


def test_a_classroom_comes_with_its_frame(first_run: FirstRun, qtbot: QtBot) -> None:
    first_run.choose(Profile.CLASSROOM)
    first_run.type_account()
    first_run.go_on()
    qtbot.waitUntil(first_run.window.is_training)


def test_a_short_password_is_refused_while_typing(first_run: FirstRun) -> None:
    first_run.type_account("short", "short")
    assert ("7 more characters needed" in first_run.words(), first_run.can_go_on()) == (True, False)


def test_two_passwords_that_differ_are_told(first_run: FirstRun) -> None:
    first_run.type_account(PASSWORD, PASSWORD + "x")
    assert ("The two passwords differ." in first_run.words(), first_run.can_go_on()) == (True, False)


def test_the_strength_is_shown_with_the_length(first_run: FirstRun) -> None:
    first_run.type_account()
    assert "21 characters: good." in first_run.words()


def test_a_refusal_keeps_what_was_typed(first_run: FirstRun, qtbot: QtBot) -> None:
    first_run.launcher.answer = (1, "The folder is not empty.")
    first_run.type_account()
    first_run.go_on()
    qtbot.waitUntil(lambda: first_run.assistant.isVisible() and "The folder is not empty." in first_run.words())
    assert first_run.assistant.name_field.text() == "ada"


def test_enter_in_the_last_field_goes_on(first_run: FirstRun, qtbot: QtBot) -> None:
    first_run.type_account()
    QTest.keyClick(first_run.assistant.repeat_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first_run.window.workspace is not None)


def test_another_folder_can_be_chosen_and_everything_typed_stays(
    first_run: FirstRun, qtbot: QtBot, tmp_path: Path
) -> None:
    first_run.type_account()
    press(first_run.assistant, "Choose another folder...")
    assert (str(tmp_path / "elsewhere") in first_run.words(), first_run.can_go_on()) == (True, True)
    first_run.go_on()
    qtbot.waitUntil(lambda: first_run.window.workspace is not None)
    assert is_site(tmp_path / "elsewhere")


def test_the_chosen_folder_is_the_usual_one_from_then_on(
    first_run: FirstRun, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PACSDESK_DATA_DIR", raising=False)
    press(first_run.assistant, "Choose another folder...")
    first_run.type_account()
    first_run.go_on()
    qtbot.waitUntil(lambda: first_run.window.workspace is not None)
    assert usual_folder(open_test_preferences(tmp_path)) == tmp_path / "elsewhere"


def test_a_chosen_folder_that_is_a_site_already_is_opened(first_run: FirstRun, qtbot: QtBot, tmp_path: Path) -> None:
    make_site_folder(tmp_path / "elsewhere", "http://127.0.0.1:8980")
    press(first_run.assistant, "Choose another folder...")
    qtbot.waitUntil(first_run.window.sign_in_page.isVisible)
    assert first_run.launcher.runs == []


def test_a_folder_that_is_no_site_any_more_is_not_the_usual_one(tmp_path: Path) -> None:
    preferences = open_test_preferences(tmp_path)
    remember_folder(preferences, tmp_path / "gone")
    assert usual_folder(preferences) == default_data_dir()
