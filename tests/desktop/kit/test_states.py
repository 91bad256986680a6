"""A list shows its rows or exactly one of the four states, each with its way out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Unavailable
from pacsdesk.desktop.kit.states import ListStates, MessagePage, Skeleton
from pacsdesk.desktop.kit.theme import Theme
from tests.desktop.cut_texts import cut_texts


def make_states(qtbot: QtBot) -> ListStates:
    states = ListStates(QLabel("rows"))
    qtbot.addWidget(states)
    states.resize(600, 400)
    states.show()
    return states


def press(page: QWidget | None, text: str) -> None:
    assert page is not None
    (button,) = [button for button in page.findChildren(QAbstractButton) if button.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_quick_answer_shows_no_skeleton(theme: Theme, qtbot: QtBot) -> None:
    states = make_states(qtbot)
    states.show_loading()
    states.show_content()
    assert isinstance(states.currentWidget(), QLabel)


def test_a_slow_answer_shows_a_skeleton(theme: Theme, qtbot: QtBot) -> None:
    states = make_states(qtbot)
    states.show_loading()
    qtbot.waitUntil(lambda: isinstance(states.currentWidget(), Skeleton))


def test_an_empty_list_offers_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    states = make_states(qtbot)
    action = QAction("Add peer", states)
    states.show_empty("radio-tower", "No peers yet", "A peer is another DICOM system.", [action])
    with qtbot.waitSignal(action.triggered):
        press(states.currentWidget(), "Add peer")


def test_a_filter_that_hides_all_offers_to_clear(theme: Theme, qtbot: QtBot) -> None:
    states, cleared = make_states(qtbot), []
    states.show_filtered("No study matches", lambda: cleared.append(True))
    press(states.currentWidget(), "Clear search")
    assert cleared == [True]


def test_an_error_offers_another_try(theme: Theme, qtbot: QtBot) -> None:
    states, tries = make_states(qtbot), []
    states.show_error(Unavailable("No engine answers.", "", "Start it."), lambda: tries.append(True))
    press(states.currentWidget(), "Retry")
    assert tries == [True]


def test_an_error_says_what_and_what_next(theme: Theme, qtbot: QtBot) -> None:
    states = make_states(qtbot)
    states.show_error(Unavailable("No engine answers.", "Port 8980 is closed.", "Start it."), lambda: None)
    page = states.currentWidget()
    assert isinstance(page, MessagePage)
    assert page.accessibleName() == "No engine answers. Port 8980 is closed. Start it."


def test_content_replaces_any_state(theme: Theme, qtbot: QtBot) -> None:
    states = make_states(qtbot)
    states.show_filtered("No study matches", lambda: None)
    states.show_content()
    assert isinstance(states.currentWidget(), QLabel)


def test_a_message_has_room_for_all_its_lines_in_a_larger_font(theme: Theme, qtbot: QtBot) -> None:
    page = MessagePage("inbox", "Nothing here", "What would stand here if anything had ever come, and how. " * 4)
    for label in page.findChildren(QLabel):
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        label.setFont(font)
    qtbot.addWidget(page)
    page.resize(600, 600)
    page.show()
    qtbot.waitUntil(lambda: cut_texts(page) == [])
