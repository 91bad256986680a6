"""The Associations panel over a real engine: who calls shows while connected, can be ended, and is in the journal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.associations.panel import PAST, AssociationsPanel
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.bench.window import open_window
from tests.e2e.callers import small_ct
from tests.engine.network.listening import KNOWN
from tests.engine.network.sending import sender
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]

CT = small_ct()
WAIT_MS = 20_000


def panel_of(window: MainWindow) -> AssociationsPanel:
    assert window.workspace is not None
    window.workspace.stack.go(Destination("associations"))
    panel = window.workspace.stack.current_panel()
    assert isinstance(panel, AssociationsPanel)
    return panel


def wait(qtbot: QtBot, is_so: Callable[[], bool]) -> None:
    qtbot.waitUntil(is_so, timeout=WAIT_MS)


def titles(panel: AssociationsPanel) -> list[str]:
    """The calling AE titles in the journal as it shows, newest first."""
    model = panel.past.list.table.model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_a_sender_shows_while_it_is_connected_and_is_ended_from_here(
    engine: EngineProcess, tmp_path: Path, qtbot: QtBot
) -> None:
    # given a window that shows who is connected, when a CT opens an association and stores an image
    with open_window(engine, tmp_path) as window:
        panel = panel_of(window)
        with sender(engine.dicom_port, [(CT.sop_class_uid, CT.transfer_syntax_uid)], KNOWN) as scanner:
            # then it shows by itself
            wait(qtbot, lambda: panel.live.model.rowCount() == 1)
            panel.live.table.setCurrentIndex(panel.live.model.index(0, 0))
            wait(qtbot, lambda: f"{KNOWN} \u2192 PACSDESK: Open" in panel.details.text())
            wait(qtbot, lambda: "CT Image Storage" in panel.details.text())
            # and when I end it and confirm, the scanner is cut off and the end stands beside the list
            panel.live.end.trigger()
            panel.live.question.confirm.click()
            wait(qtbot, lambda: panel.live.model.rowCount() == 0)
            wait(qtbot, lambda: not scanner.association.is_established)
            wait(qtbot, lambda: "This archive ended it" in panel.details.story.text())


def test_a_stranger_is_in_the_journal_and_let_in_from_there(
    engine: EngineProcess, tmp_path: Path, qtbot: QtBot
) -> None:
    echo = ("echoscu", "-aet", "WALKED_IN", "-aec", "PACSDESK", LOOPBACK, str(engine.dicom_port))
    assert dcmtk(*echo).returncode != 0
    with open_window(engine, tmp_path) as window:
        panel = panel_of(window)
        panel.pages.choose(PAST)
        wait(qtbot, lambda: "WALKED_IN" in titles(panel))
        place = titles(panel).index("WALKED_IN")
        panel.past.list.table.setCurrentIndex(panel.past.list.table.model().index(place, 0))
        wait(qtbot, panel.let_in.isEnabled)
        panel.let_in.trigger()
        panel.past.question.confirm.click()
        wait(qtbot, lambda: not panel.let_in.isEnabled())
    assert dcmtk(*echo).returncode == 0
