"""The Exercises panel: shown in a classroom alone; one is started, its cause hidden until asked for, ended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Refused
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.engine import Profile
from pacsdesk.desktop.panels.exercises import PANEL
from pacsdesk.desktop.panels.exercises.panel import ExercisesPanel
from pacsdesk.desktop.panels.peers import PANEL as PEERS
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import press, sign_in
from tests.support.desktop_window import desktop_window
from tests.support.fake_exercises import SOLUTIONS
from tests.support.fake_services import FakeSite

STATE, PEER = 1, 4


@pytest.fixture
def site() -> FakeSite:
    """A classroom."""
    return FakeSite(profile=Profile.CLASSROOM)


@pytest.fixture
def workspace(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> Iterator[Workspace]:
    """Its window with this panel and that of the peers."""
    with desktop_window(site, tmp_path, (PANEL, PEERS)) as window:
        yield sign_in(window, qtbot)


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> ExercisesPanel:
    """The panel, its second exercise chosen."""
    panel = workspace.stack.current_panel()
    assert isinstance(panel, ExercisesPanel)
    table = panel.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == len(SOLUTIONS))
    table.setCurrentIndex(table.model().index(1, 0))
    return panel


def cell(panel: ExercisesPanel, column: int) -> str:
    return str(panel.list.table.model().index(1, column).data())


def test_one_is_started_and_ended(panel: ExercisesPanel, qtbot: QtBot) -> None:
    press(panel, "Start")
    qtbot.waitUntil(lambda: (cell(panel, STATE), cell(panel, PEER)) == ("Runs", "Exercise 2"))
    press(panel, "End")
    qtbot.waitUntil(lambda: cell(panel, STATE) != "Runs")


def test_the_cause_is_hidden_until_it_is_asked_for(panel: ExercisesPanel, qtbot: QtBot) -> None:
    assert not panel.solution.isVisible()
    press(panel, "Show the cause")
    qtbot.waitUntil(panel.solution.isVisible)
    assert SOLUTIONS[1].cause in panel.solution.text()
    table = panel.list.table
    table.setCurrentIndex(table.model().index(0, 0))
    assert not panel.solution.isVisible()


def test_return_starts_it_and_leads_to_its_peer(panel: ExercisesPanel, workspace: Workspace, qtbot: QtBot) -> None:
    QTest.keyClick(panel.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(panel, STATE) == "Runs" and panel.test.isEnabled())
    QTest.keyClick(panel.list.table, Qt.Key.Key_Return)
    assert workspace.stack.current_panel() is not panel


def test_a_refusal_is_told(panel: ExercisesPanel, site: FakeSite, workspace: Workspace, qtbot: QtBot) -> None:
    site.fail["exercises.start"] = Refused("8 exercises run already.")
    press(panel, "Start")
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)


def test_who_may_only_look_is_offered_no_start(tmp_path: Path, site: FakeSite, qtbot: QtBot) -> None:
    site.permissions = (Permission.PEER_VIEW,)
    with desktop_window(site, tmp_path, (PANEL,)) as window:
        panel = sign_in(window, qtbot).stack.current_panel()
        assert isinstance(panel, ExercisesPanel)
        qtbot.waitUntil(lambda: panel.list.table.model().rowCount() == len(SOLUTIONS))
        assert panel.panel_actions() == (panel.test,)


def test_a_clinic_has_no_such_panel(tmp_path: Path, qtbot: QtBot) -> None:
    with desktop_window(FakeSite(profile=Profile.CLINIC), tmp_path, (PEERS, PANEL)) as window:
        workspace = sign_in(window, qtbot)
        assert list(workspace.navigation._buttons) == ["peers"]
