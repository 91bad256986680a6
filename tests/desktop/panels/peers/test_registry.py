"""The registry in the window: files are looked at before they are taken in, changes are taken back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Refused
from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.panels.peers.import_page import LARGEST_FILE
from pacsdesk.desktop.panels.peers.panel import CHANGES, IMPORT, PEERS, PeersPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.panels.peers.conftest import Open, names
from tests.desktop.shell.pages import press
from tests.support.demo_peers import demo_brought, demo_versions
from tests.support.fake_services import FakeSite


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Of another archive."""
    path = tmp_path / "orthanc.json"
    path.write_text('{"DicomModalities": {}}')
    return path


def look(panel: PeersPanel, file: Path, qtbot: QtBot) -> None:
    """Have the file chosen and read."""
    panel.peers.registry.file_chosen.emit(file)
    qtbot.waitUntil(lambda: panel.importing.told.text().startswith("4 entries"))


def lines(panel: PeersPanel) -> list[list[str]]:
    model = panel.importing.model
    return [[str(model.index(row, column).data()) for column in (0, 1, 4)] for row in range(model.rowCount())]


def show_changes(panel: PeersPanel, row: int, qtbot: QtBot) -> None:
    panel.peers.registry.history.trigger()
    table = panel.changes.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() > row)
    table.setCurrentIndex(table.model().index(row, 0))


def offers_undo(workspace: Workspace) -> bool:
    return any(one.text() == "Undo" and one.isVisible() for one in workspace.findChildren(QAbstractButton))


def tabs(panel: PeersPanel) -> list[str]:
    switch = panel.pages.switch
    return [switch.tabText(number) for number in range(switch.count()) if switch.isTabVisible(number)]


def test_a_file_is_looked_at_before_anything_changes(opened: Open, site: FakeSite, file: Path, qtbot: QtBot) -> None:
    site.brought = demo_brought()
    panel, _ = opened(site)
    look(panel, file, qtbot)
    assert panel.importing.told.text() == "4 entries in orthanc.json: 1 new, 1 changed, 1 as they are, 1 left out"
    assert [line[0] for line in lines(panel)] == ["New", "Changes", "As it is", "Left out"]
    assert lines(panel)[1][2] == "Host: 192.0.2.17 \u2192 192.0.2.27; Port: 0 \u2192 104"
    assert lines(panel)[3][2].startswith("It is entered as Archive 1")
    assert site.calls["registry.take_in"] == 0


def test_what_was_looked_at_is_taken_in_and_can_be_undone(
    opened: Open, site: FakeSite, file: Path, qtbot: QtBot
) -> None:
    site.brought = demo_brought()
    panel, workspace = opened(site)
    look(panel, file, qtbot)
    press(panel, "Take in")
    qtbot.waitUntil(lambda: panel.pages.number == PEERS)
    assert (site.calls["registry.take_in"], offers_undo(workspace)) == (1, True)
    press(workspace, "Undo")
    qtbot.waitUntil(lambda: site.taken_back == [(7, 8)])


@pytest.mark.thorough
def test_not_now_changes_nothing(opened: Open, site: FakeSite, file: Path, qtbot: QtBot) -> None:
    site.brought = demo_brought()
    panel, _ = opened(site)
    look(panel, file, qtbot)
    press(panel, "Not now")
    assert (panel.pages.number, site.calls["registry.take_in"]) == (PEERS, 0)


@pytest.mark.thorough
def test_a_file_that_changes_nothing_cannot_be_taken_in(opened: Open, site: FakeSite, file: Path, qtbot: QtBot) -> None:
    site.brought = demo_brought()[2:]
    panel, _ = opened(site)
    panel.peers.registry.file_chosen.emit(file)
    qtbot.waitUntil(lambda: len(lines(panel)) == 2)
    assert not panel.importing.take_in.isEnabled()


@pytest.mark.thorough
def test_a_file_that_is_no_list_of_peers_says_so(opened: Open, site: FakeSite, file: Path, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    file.write_bytes(b"\xff" * (LARGEST_FILE + 1))
    panel.peers.registry.file_chosen.emit(file)
    qtbot.waitUntil(lambda: "orthanc.json is too large." in said(panel))
    assert not panel.importing.take_in.isEnabled()
    file.unlink()
    press(panel.importing, "Retry")
    qtbot.waitUntil(lambda: "orthanc.json cannot be read." in said(panel))


def said(panel: PeersPanel) -> list[str]:
    return [label.text() for label in panel.importing.findChildren(QLabel)]


@pytest.mark.thorough
def test_a_refused_import_can_be_tried_again(opened: Open, site: FakeSite, file: Path, qtbot: QtBot) -> None:
    site.brought = demo_brought()
    panel, _ = opened(site)
    look(panel, file, qtbot)
    site.fail["registry.take_in"] = Refused("Another one has this place.", "", "")
    press(panel, "Take in")
    qtbot.waitUntil(lambda: site.calls["registry.take_in"] == 1)
    qtbot.waitUntil(panel.importing.take_in.isEnabled)
    assert panel.pages.number == IMPORT


@pytest.mark.thorough
@pytest.mark.parametrize(("name", "text"), [("peers.csv", "all as csv\n"), ("peers.toml", "all as toml\n")])
def test_all_entries_are_written_in_the_form_of_the_name(
    opened: Open, site: FakeSite, tmp_path: Path, name: str, text: str, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    target = tmp_path / name
    panel.peers.registry.write(target)
    qtbot.waitUntil(lambda: target.exists() and target.read_text() == text)


def test_the_history_of_all_shows_each_change(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.versions = demo_versions()
    panel, _ = opened(site)
    show_changes(panel, 0, qtbot)
    model = panel.changes.list.table.model()
    assert [str(model.index(0, column).data()) for column in (1, 2, 4, 6)] == [
        "ada",
        "Archive 1",
        "Changed",
        "moved to the new server",
    ]
    assert "Port: 11112 \u2192 104" in str(model.index(0, 5).data())


def test_one_change_is_taken_back_and_that_can_be_undone(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.versions = demo_versions()
    panel, workspace = opened(site)
    show_changes(panel, 1, qtbot)
    press(panel, "Take this change back")
    qtbot.waitUntil(lambda: site.taken_back == [(2,)])
    qtbot.waitUntil(lambda: offers_undo(workspace))
    press(workspace, "Undo")
    qtbot.waitUntil(lambda: site.taken_back == [(2,), (2,)])


@pytest.mark.thorough
def test_going_back_to_before_a_change_takes_the_newer_ones_along_and_says_so(
    opened: Open, site: FakeSite, qtbot: QtBot
) -> None:
    old, *_ = demo_versions()[1:]
    site.versions = [*demo_versions(), replace(old, version_id=1, changed_at=old.changed_at - timedelta(days=1))]
    panel, _ = opened(site)
    show_changes(panel, 1, qtbot)
    assert panel.changes.told.text() == "Going back to before this takes back 2 changes."
    press(panel, "Go back to before this")
    qtbot.waitUntil(lambda: site.taken_back == [(9, 2)])


@pytest.mark.thorough
def test_pages_that_are_led_to_have_a_tab_only_while_they_show(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.versions = demo_versions()
    panel, _ = opened(site)
    usual = tabs(panel)
    show_changes(panel, 0, qtbot)
    assert (panel.pages.number, tabs(panel)) == (CHANGES, [*usual, "History"])
    qtbot.waitUntil(lambda: panel.pages.switch.width() >= panel.pages.switch.sizeHint().width())  # else tabs scroll
    panel.pages.choose(PEERS)
    assert tabs(panel) == usual


@pytest.mark.thorough
def test_who_may_not_change_looks_and_exports(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.permissions = tuple(one for one in Permission if one is not Permission.PEER_CHANGE)
    site.versions = demo_versions()
    panel, _ = opened(site)
    show_changes(panel, 0, qtbot)
    assert panel.peers.registry.take_in not in panel.peers.registry.offered()
    assert (panel.changes.back.isEnabled(), panel.changes.all_back.isEnabled()) == (False, False)
    assert names(panel)
