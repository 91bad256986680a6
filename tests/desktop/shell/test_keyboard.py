"""Everything is reached with keys: panels by number, palette, help, shortcuts, search, refresh, and out again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.desktop.shell.navigation import Navigation
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import PAGES, NotePanel, shown_panel, sign_in
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(window: MainWindow, qtbot: QtBot) -> Workspace:
    """Signed in, at the first panel."""
    workspace = sign_in(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return workspace


def palette_field(workspace: Workspace) -> QLineEdit:
    (field,) = workspace.palette_box.findChildren(QLineEdit)
    return field


def open_palette(window: MainWindow, workspace: Workspace, typed: str) -> QLineEdit:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    field = palette_field(workspace)
    QTest.keyClicks(field, typed)
    return field


def test_a_number_goes_to_its_panel(window: MainWindow, workspace: Workspace) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    spec = workspace.stack.current_spec()
    assert spec is not None and spec.panel_id == "studies"


def test_a_number_without_a_panel_does_nothing(window: MainWindow, workspace: Workspace) -> None:
    QTest.keyClick(window, Qt.Key.Key_9, CTRL)
    spec = workspace.stack.current_spec()
    assert spec is not None and spec.panel_id == "notes"


def test_a_panel_is_built_when_it_is_first_opened(window: MainWindow, workspace: Workspace) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert len(workspace.stack.built()) == 2


def test_a_panel_keeps_what_was_typed_while_another_shows(window: MainWindow, workspace: Workspace) -> None:
    QTest.keyClicks(shown_panel(workspace).line, "a note")
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    assert shown_panel(workspace).line.text() == "a note"


@pytest.mark.parametrize("way", ["click", "number"])
def test_what_is_typed_after_choosing_a_panel_is_meant_for_it(
    window: MainWindow, workspace: Workspace, way: str
) -> None:
    if way == "click":
        (studies,) = [
            one for one in workspace.navigation.findChildren(QAbstractButton) if one.objectName() == "studies"
        ]
        QTest.mouseClick(studies, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    panel = workspace.stack.current_panel()
    focused = QApplication.focusWidget()
    assert panel is not None and focused is not None
    assert panel is focused or panel.isAncestorOf(focused)


def test_f5_refreshes_the_panel(window: MainWindow, workspace: Workspace) -> None:
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert shown_panel(workspace).refreshes == 1


def test_ctrl_f_searches_in_the_panel(window: MainWindow, workspace: Workspace) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert shown_panel(workspace).searches == 1


def test_the_panels_field_stands_in_the_header(workspace: Workspace) -> None:
    assert workspace.header.isAncestorOf(shown_panel(workspace).search)


def test_a_question_mark_lists_the_shortcuts(window: MainWindow, workspace: Workspace) -> None:
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    words = {label.text() for label in workspace.sheet.findChildren(QLabel)}
    assert {"Shortcuts", "Refresh", "F5", "Copy the note", "Ctrl+Shift+C"} <= words


def test_a_question_mark_in_a_field_is_typed(window: MainWindow, workspace: Workspace) -> None:
    line = shown_panel(workspace).line
    line.setFocus()
    QTest.keyClicks(line, "why?")
    assert (line.text(), workspace.sheet.title()) == ("why?", "")


def test_escape_closes_the_sheet(window: MainWindow, workspace: Workspace) -> None:
    workspace.guidance.show_shortcuts()
    QTest.keyClick(shown_panel(workspace).line, Qt.Key.Key_Escape)
    assert workspace.sheet.title() == ""


def test_the_palette_goes_to_a_panel(window: MainWindow, workspace: Workspace) -> None:
    field = open_palette(window, workspace, "stud")
    QTest.keyClick(field, Qt.Key.Key_Return)
    spec = workspace.stack.current_spec()
    assert spec is not None and spec.panel_id == "studies"


def test_the_palette_runs_an_action_of_the_panel(window: MainWindow, workspace: Workspace) -> None:
    field = open_palette(window, workspace, "copy note")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown_panel(workspace).copies == 1


def test_the_palette_finds_a_study_and_goes_there(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    field = open_palette(window, workspace, "featherstone")
    qtbot.waitUntil(lambda: any(title.startswith("FEATHERSTONE") for title in workspace.palette_box.titles()))
    QTest.keyClick(field, Qt.Key.Key_Return)
    panel = workspace.stack.current_panel()
    assert isinstance(panel, NotePanel)
    assert [place.panel_id for place in panel.visited] == ["studies"]


def test_arrows_choose_in_the_palette(window: MainWindow, workspace: Workspace) -> None:
    field = open_palette(window, workspace, "")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    spec = workspace.stack.current_spec()
    assert spec is not None and spec.panel_id == "studies"


def test_escape_closes_the_palette_and_nothing_else(window: MainWindow, workspace: Workspace) -> None:
    workspace.guidance.show_shortcuts()
    field = open_palette(window, workspace, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (workspace.palette_box.isVisible(), workspace.sheet.title()) == (False, "Shortcuts")


def test_the_palette_closes_when_the_work_gets_the_focus(window: MainWindow, workspace: Workspace) -> None:
    open_palette(window, workspace, "x")
    shown_panel(workspace).line.setFocus()
    assert not workspace.palette_box.isVisible()


def test_an_open_sheet_takes_its_room_from_the_words_of_the_navigation(
    window: MainWindow, workspace: Workspace
) -> None:
    window.resize(1280, 800)
    wide = workspace.navigation.width()
    workspace.guidance.show_shortcuts()
    narrow = workspace.navigation.width()
    workspace.guidance.show_shortcuts()
    assert (narrow < wide, workspace.navigation.width()) == (True, wide)


@pytest.mark.parametrize("word", ["peers", "users", "settings"])
def test_the_palette_says_where_things_without_a_page_are(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path, word: str
) -> None:
    field = open_palette(window, workspace, word)
    row = workspace.palette_box.titles().index("Peers, users and settings")
    for _ in range(row):
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    (page,) = workspace.sheet.findChildren(QTextBrowser)
    text = page.toPlainText()
    assert (f"pacsdesk {word}" in text, f"--data-dir {tmp_path / 'site'}" in text) == (True, True)


def test_a_palette_that_finds_nothing_says_so(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    open_palette(window, workspace, "xyzzy")
    labels = workspace.palette_box.findChildren(QLabel)
    qtbot.waitUntil(lambda: [one.text() for one in labels if one.isVisible()] == ["Nothing found"])


def test_the_palette_offers_no_language_for_theme(window: MainWindow, workspace: Workspace) -> None:
    open_palette(window, workspace, "theme")
    titles = workspace.palette_box.titles()
    assert ("Dark" in titles, "Deutsch" in titles, titles.count("As the system")) == (True, False, 1)


def test_a_palette_without_an_engine_still_offers_panels(
    window: MainWindow, workspace: Workspace, site: FakeSite, qtbot: QtBot
) -> None:
    site.is_up = False
    open_palette(window, workspace, "studies")
    qtbot.waitUntil(lambda: site.calls["studies.search"] == 1)
    assert workspace.palette_box.titles()[0] == "Studies"


def test_the_panel_that_showed_last_shows_again(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(site, tmp_path, PAGES) as window:
        sign_in(window, qtbot).stack.go(Destination("users"))
    with desktop_window(site, tmp_path, PAGES) as window:
        spec = sign_in(window, qtbot).stack.current_spec()
        assert spec is not None and spec.panel_id == "users"


def test_folding_the_navigation_is_remembered(window: MainWindow, workspace: Workspace) -> None:
    width = workspace.navigation.width()
    (fold,) = [one for one in workspace.navigation.findChildren(QAbstractButton) if one.text() == "Fold"]
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    again = Navigation(workspace.specs(), shown_panel(workspace).context.preferences)
    assert again.width() < width
    again.deleteLater()


def test_a_panel_without_permission_is_not_offered(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.permissions = tuple(one for one in Permission if one is not Permission.USER_VIEW)
    assert [spec.panel_id for spec in sign_in(window, qtbot).specs()] == ["notes", "studies"]


def test_every_button_has_a_name(workspace: Workspace) -> None:
    nameless = [one for one in workspace.findChildren(QAbstractButton) if not (one.text() or one.accessibleName())]
    assert nameless == []


def test_tab_reaches_the_panel(window: MainWindow, workspace: Workspace) -> None:
    window.setFocus()
    reached = set()
    for _ in range(30):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert shown_panel(workspace).line in reached


def test_the_keyboard_stays_in_the_panel_when_its_place_goes_grey(workspace: Workspace) -> None:
    panel = shown_panel(workspace)
    button = QPushButton("Begin", panel)
    button.show()
    QWidget.setTabOrder(panel.line, button)
    button.setFocus()
    button.setEnabled(False)
    assert QApplication.focusWidget() is panel.line


def test_a_person_who_leaves_the_panel_is_let_go(window: MainWindow, workspace: Workspace) -> None:
    shown_panel(workspace).line.setFocus()
    open_palette(window, workspace, "")
    assert QApplication.focusWidget() is palette_field(workspace)
