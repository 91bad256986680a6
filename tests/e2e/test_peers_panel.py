"""The window over a real engine: a peer is added, seen red, its port mended, seen green."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.panels.peers import PANEL
from pacsdesk.desktop.panels.peers.grid_model import RESULT
from pacsdesk.desktop.panels.peers.panel import GRID, PEERS, PeersPanel
from pacsdesk.link.client import Client
from tests.desktop.panels.peers.conftest import type_over
from tests.desktop.shell.pages import press
from tests.support.desktop_window import desktop_window
from tests.support.engine import ADMINISTRATOR, EngineProcess
from tests.support.fake_services import FakeSite
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.peers import ORTHANC_AE_TITLE, orthanc, peer_environment, system_program
from tests.support.processes import ServerProcess

HISTORY = 3  # among the tabs of a peer

pytestmark = [pytest.mark.e2e, pytest.mark.gui]


@dataclass(frozen=True, slots=True)
class RealSite:
    """What the window takes of a site."""

    client: Client


@pytest.fixture
def storescp(tmp_path: Path) -> Iterator[int]:
    """DCMTK's receiver, which answers echoes; the port on which it listens."""
    port = free_port()
    with ServerProcess([system_program("storescp"), "-od", str(tmp_path), str(port)], peer_environment()):
        wait_until_accepting(port)
        yield port


@pytest.fixture
def panel(engine: EngineProcess, tmp_path: Path, qtbot: QtBot) -> Iterator[PeersPanel]:
    """The Peers panel of the engine's administrator."""
    with Client(engine.http_address) as client:
        site = cast(FakeSite, RealSite(client))
        with desktop_window(site, tmp_path / "desktop", (PANEL,), engine_url=engine.http_address) as window:
            qtbot.waitUntil(window.sign_in_page.isVisible)
            password = engine.site.password_file.read_text(encoding="ascii")
            window.sign_in_page.submitted.emit(ADMINISTRATOR, password)
            qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.isVisible())
            assert window.workspace is not None
            panel = window.workspace.stack.current_panel()
            assert isinstance(panel, PeersPanel)
            yield panel


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[int]:
    """An Orthanc that minds the title it is called by; its port."""
    with orthanc(tmp_path / "orthanc", DicomCheckCalledAet=True) as peer:
        yield peer.dicom_port


def test_a_called_title_is_mended_as_proposed_and_taken_back(
    panel: PeersPanel, engine: EngineProcess, archive: int, qtbot: QtBot
) -> None:
    # given an archive that sends to us under its title, and whose title was misspelt where it is called
    engine.cli("peers", "add", "Sender", "--ae-title", ORTHANC_AE_TITLE, "--host", LOOPBACK)
    place = ("--host", LOOPBACK, "--port", str(archive))
    engine.cli("peers", "add", "Archive", "--ae-title", "ORTANC", "--use", "echo,store", *place)
    view = panel.peers.view
    qtbot.waitUntil(lambda: "Archive" in [row.peer.name for row in panel.peers.rows()])
    panel.peers.show_peer("Archive")
    # when I connect, then it is red and the right title is proposed
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.word() == "Does not work", timeout=20_000)
    qtbot.waitUntil(lambda: [card.isVisible() for card in view.result.cards()][:1] == [True])
    # and when I look at the change and apply it, then it is tested again by itself and green
    (proposal,) = view.result.cards()[0].proposals
    press(proposal, "Apply\u2026")
    press(proposal, "Apply this change")
    qtbot.waitUntil(lambda: view.word() == "Works", timeout=20_000)
    assert engine.cli("peers", "show", "Archive")["ae_title"] == ORTHANC_AE_TITLE
    # and when I take it back, then it is red again
    press(panel.window(), "Undo")
    qtbot.waitUntil(lambda: view.word() == "Does not work", timeout=20_000)


def test_a_peer_is_added_seen_red_mended_and_seen_green(panel: PeersPanel, storescp: int, qtbot: QtBot) -> None:
    view, form = panel.peers.view, panel.peers.form
    # given a peer whose port was entered wrongly
    press(panel, "Add peer")
    for name, text in (("name", "Sink"), ("ae_title", "SINK"), ("host", LOOPBACK), ("port", str(free_port()))):
        type_over(getattr(form.fields, name), text)
    press(form, "Save")
    qtbot.waitUntil(lambda: [row.peer.name for row in panel.peers.list.chosen()] == ["Sink"])
    # when I connect, then it is red, and the finding says why
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.word() == "Does not work", timeout=20_000)
    qtbot.waitUntil(lambda: [card.isVisible() for card in view.result.cards()] == [True])
    # and when I mend the port from there and connect again
    press(view, "Change the entry")
    type_over(form.fields.port, str(storescp))
    press(form, "Save")
    qtbot.waitUntil(lambda: view.isVisible() and view.word() == "Not tried")
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_Return)
    # then it is green
    qtbot.waitUntil(lambda: view.word() == "Works", timeout=20_000)
    # and so it is in the grid of all peers
    panel.pages.choose(GRID)
    press(panel.grid, "Connect to all")
    grid = panel.grid.model
    qtbot.waitUntil(lambda: grid.rowCount() > 0 and panel.grid.connect_all.isEnabled(), timeout=20_000)
    states = {grid.name(row): grid.index(row, RESULT).data() for row in range(grid.rowCount())}
    assert states["Sink"] == "Works"
    # and the history says what was mended
    panel.pages.choose(PEERS)
    view.switch.setCurrentIndex(HISTORY)
    qtbot.waitUntil(lambda: any("Changed by admin" in one.text() for one in view.history.findChildren(QLabel)))


def entered(panel: PeersPanel) -> set[str]:
    """The titles of the file that are entered."""
    return {str(row.peer.ae_title) for row in panel.peers.rows()} & {"US07", "MR07"}


def test_a_file_is_looked_at_taken_in_and_taken_back(panel: PeersPanel, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "acrnema.map"
    file.write_text("US07 192.0.2.7 104 un\nMR07 192.0.2.8 104 un\n")
    panel.peers.registry.file_chosen.emit(file)
    qtbot.waitUntil(panel.importing.take_in.isEnabled)
    assert (panel.importing.model.rowCount(), entered(panel)) == (2, set())
    press(panel, "Take in")
    qtbot.waitUntil(lambda: len(entered(panel)) == 2)
    press(panel.window(), "Undo")
    qtbot.waitUntil(lambda: not entered(panel))

    panel.peers.registry.history.trigger()
    table = panel.changes.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() >= 4)  # two added, two taken back
    table.setCurrentIndex(table.model().index(1, 0))
    press(panel, "Go back to before this")
    qtbot.waitUntil(lambda: len(entered(panel)) == 2)
