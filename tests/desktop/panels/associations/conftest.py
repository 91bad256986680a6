"""A window with the Associations panel alone, over a site in memory."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.panels.associations import PANEL
from pacsdesk.desktop.panels.associations.panel import PAST, AssociationsPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import sign_in
from tests.support.demo_associations import open_associations, past_associations
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite

OFTEN_MS = 20
Opened = tuple[AssociationsPanel, Workspace]
Open = Callable[[FakeSite], Opened]
QUICK = replace(PANEL, build=lambda context: AssociationsPanel(context, OFTEN_MS, OFTEN_MS))


@pytest.fixture
def site() -> FakeSite:
    """A busy morning."""
    site = FakeSite()
    site.open_associations, site.past_associations = open_associations(), past_associations()
    return site


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The panel of a site, once it has looked who is connected."""
    with ExitStack() as stack:

        def open_panel(site: FakeSite) -> Opened:
            window = stack.enter_context(desktop_window(site, tmp_path, (QUICK,)))
            workspace = sign_in(window, qtbot)
            panel = workspace.stack.current_panel()
            assert isinstance(panel, AssociationsPanel)
            qtbot.waitUntil(lambda: site.calls["associations.live"] > 0 and site.listen_tries > 0)
            qtbot.waitUntil(lambda: panel.live.model.rowCount() == len(site.open_associations))
            return panel, workspace

        yield open_panel


@pytest.fixture
def past(opened: Open, qtbot: QtBot) -> Open:
    """The same, on its second page."""

    def open_past(site: FakeSite) -> Opened:
        panel, workspace = opened(site)
        panel.pages.choose(PAST)
        rows = min(len(site.past_associations), 200)
        qtbot.waitUntil(lambda: panel.past.list.table.model().rowCount() == rows)
        return panel, workspace

    return open_past


def choose(table: Table, *rows: int) -> None:
    """Select these rows."""
    table.clearSelection()
    selection = table.selectionModel()
    for row in rows:
        index = table.model().index(row, 0)
        selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
        selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)


def cells(table: Table, title: str) -> list[str]:
    """What a column says."""
    model = table.model()
    titles = [str(model.headerData(column, table.header().orientation())) for column in range(model.columnCount())]
    return [str(model.index(row, titles.index(title)).data()) for row in range(model.rowCount())]


def message(parent: QWidget) -> str:
    """The page that stands in place of content."""
    return next((page.accessibleName() for page in parent.findChildren(MessagePage) if page.isVisible()), "")
