"""A mistake of ours is told once, without patient data, and the window goes on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.shell.crash import CrashDialog, CrashReports, describe_mistake
from tests.desktop.shell.pages import press


def mistake(text: str = "DOE^JANE 19700101") -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """An exception as the hooks get it, with data in its message."""
    try:
        raise KeyError(text)
    except KeyError as error:
        return type(error), error, error.__traceback__


@pytest.fixture
def reports(qtbot: QtBot, tmp_path: Path) -> Iterator[CrashReports]:
    """Holds the hooks until the test ends."""
    reports = CrashReports()
    reports.install(tmp_path)
    yield reports
    reports.uninstall()


def test_details_name_type_and_place() -> None:
    kind, _error, trace = mistake()
    assert "builtins.KeyError" in describe_mistake(kind, trace, "MainThread")
    assert "in mistake" in describe_mistake(kind, trace, "MainThread")


def test_details_hold_no_message() -> None:
    kind, _error, trace = mistake()
    assert "DOE" not in describe_mistake(kind, trace, "MainThread")


def test_details_hold_no_folder_of_a_person() -> None:
    kind, _error, trace = mistake()
    assert str(Path(__file__).parent) not in describe_mistake(kind, trace, "MainThread")


def test_an_exception_of_a_slot_is_reported(reports: CrashReports, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reports.reported) as heard:
        sys.excepthook(*mistake())
    assert "KeyError" in str(heard.args)


def test_an_exception_of_a_thread_is_reported_in_the_gui_thread(reports: CrashReports, qtbot: QtBot) -> None:
    heard: list[threading.Thread] = []
    reports.reported.connect(lambda _details: heard.append(threading.current_thread()))
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: heard == [threading.main_thread()])


def test_the_hooks_are_given_back(qtbot: QtBot, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    reports = CrashReports()
    reports.install(tmp_path)
    reports.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_warnings_of_qt_go_to_the_log(reports: CrashReports, caplog: pytest.LogCaptureFixture, qtbot: QtBot) -> None:
    qWarning("a remark of the toolkit")
    assert "a remark of the toolkit" in caplog.text


def test_the_dialog_shows_the_first_and_counts_the_rest(qtbot: QtBot) -> None:
    dialog = CrashDialog()
    qtbot.addWidget(dialog)
    dialog.report("first")
    dialog.report("second")
    dialog.report("third")
    assert (dialog.details(), dialog.more()) == ("first", "and 2 more")


def test_details_can_be_copied_for_whoever_mends_it(qtbot: QtBot) -> None:
    dialog = CrashDialog()
    qtbot.addWidget(dialog)
    dialog.report("first")
    press(dialog, "Copy details")
    assert QGuiApplication.clipboard().text() == "first"


def test_one_goes_on_working(qtbot: QtBot) -> None:
    dialog = CrashDialog()
    qtbot.addWidget(dialog)
    dialog.report("first")
    press(dialog, "Go on working")
    assert not dialog.isVisible()
