"""Success passes quietly, an undo can be taken, warnings and errors wait until they were seen."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import NotSignedIn, StorageFull
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.desktop.shell.pages import press, sign_in

FULL = StorageFull("The disk of the archive is full.", "412 images were refused.", "Free some room.")


def test_success_is_one_quiet_line(window: MainWindow, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    workspace.notices.say("3 studies exported.")
    assert (workspace.status_line.text(), workspace.notice_area.isVisible()) == ("3 studies exported.", False)


def test_undo_does_what_it_promises_once(window: MainWindow, qtbot: QtBot) -> None:
    workspace, undone = sign_in(window, qtbot), []
    workspace.notices.say_with_undo("3 studies deleted.", lambda: undone.append(True))
    press(workspace.status_line, "Undo")
    assert (undone, workspace.status_line.text()) == ([True], "")


def test_an_error_says_what_why_and_what_next(window: MainWindow, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    workspace.notices.fail(FULL)
    (bar,) = workspace.notice_area.bars()
    assert bar.accessibleName() == "The disk of the archive is full. 412 images were refused. Free some room."


def test_details_of_an_error_can_be_copied(window: MainWindow, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    workspace.notices.fail(FULL)
    press(workspace.notice_area, "Copy details")
    assert QGuiApplication.clipboard().text().splitlines()[0] == "StorageFull"


def test_a_notice_stays_until_it_is_dismissed(window: MainWindow, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    workspace.notices.warn("The archive is read-only.")
    workspace.notices.say("Something else.")
    assert len(workspace.notice_area.bars()) == 1
    workspace.notice_area.bars()[0].dismissed.emit()
    assert workspace.notice_area.bars() == ()


def test_the_same_error_again_does_not_pile_up(window: MainWindow, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    for _ in range(5):
        workspace.notices.fail(FULL)
    assert len(workspace.notice_area.bars()) == 1


def test_many_errors_leave_room_for_the_work(window: MainWindow, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    for number in range(20):
        workspace.notices.warn(f"Warning {number}")
    assert [bar.title for bar in workspace.notice_area.bars()] == ["Warning 19", "Warning 18", "Warning 17"]


def test_an_ended_session_is_no_notice_but_a_sign_in(window: MainWindow, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    workspace.notices.fail(NotSignedIn("The session has ended."))
    qtbot.waitUntil(window.sign_in_page.isVisible)
    assert workspace.notice_area.bars() == ()


def test_markup_in_an_error_is_shown_as_text(window: MainWindow, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    workspace.notices.fail(StorageFull("<b>DOE</b>"))
    assert workspace.notice_area.bars()[0].title == "<b>DOE</b>"
