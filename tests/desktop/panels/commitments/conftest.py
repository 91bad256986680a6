"""A window with the Commitments panel alone, over a site in memory."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.panels.commitments import PANEL
from pacsdesk.desktop.panels.commitments.panel import CommitmentsPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import sign_in
from tests.support.demo_commitments import demo_commitments, demo_uncommitted
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite

Opened = tuple[CommitmentsPanel, Workspace]
Open = Callable[[FakeSite], Opened]


@pytest.fixture
def site() -> FakeSite:
    """A site with a request in each state."""
    site = FakeSite()
    site.commitments, site.uncommitted = demo_commitments(), demo_uncommitted()
    return site


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The panel of a site, once it has read its list."""
    with ExitStack() as stack:

        def open_panel(site: FakeSite) -> Opened:
            window = stack.enter_context(desktop_window(site, tmp_path, (PANEL,)))
            workspace = sign_in(window, qtbot)
            panel = workspace.stack.current_panel()
            assert isinstance(panel, CommitmentsPanel)
            qtbot.waitUntil(lambda: site.calls["commitments.list"] > 0 and site.listen_tries > 0)
            rows = min(len(site.commitments), 200)
            qtbot.waitUntil(lambda: panel.list.table.model().rowCount() == rows)
            return panel, workspace

        yield open_panel


def choose(panel: CommitmentsPanel, *rows: int) -> None:
    """Select these rows."""
    table = panel.list.table
    table.clearSelection()
    selection = table.selectionModel()
    for row in rows:
        index = table.model().index(row, 0)
        selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
        selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)


def cells(panel: CommitmentsPanel, column: int) -> list[str]:
    """What a column says."""
    model = panel.list.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]
