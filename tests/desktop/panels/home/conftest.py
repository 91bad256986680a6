"""A busy site, the window over it, and how tests read what Home says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.panel import Destination, Panel, PanelContext, PanelSpec, Section
from pacsdesk.desktop.panels.home import PANEL
from pacsdesk.desktop.panels.home.panel import HomePanel
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.desktop.shell.pages import sign_in
from tests.support.demo_studies import demo_sources, demo_studies
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite


class Elsewhere(Panel):
    """Where Home leads to; remembers what for."""

    def __init__(self, _context: PanelContext) -> None:
        super().__init__()
        self.visited: list[Destination] = []

    def show_destination(self, destination: Destination) -> None:
        self.visited.append(destination)


PANELS = (
    PANEL,
    PanelSpec("studies", "Studies", Section.ARCHIVE, "layout-list", Permission.STUDY_SEARCH, Elsewhere),
    PanelSpec("viewer", "Viewer", Section.ARCHIVE, "image", Permission.STUDY_VIEW, Elsewhere),
)


@pytest.fixture
def site() -> FakeSite:
    """A day's work."""
    site = FakeSite(demo_studies(20))
    site.sources = demo_sources()
    return site


@pytest.fixture
def window(qtbot: QtBot, site: FakeSite, tmp_path: Path) -> Iterator[MainWindow]:
    """The window at its sign-in page."""
    with desktop_window(site, tmp_path, PANELS) as window:
        yield window


def words(panel: HomePanel) -> str:
    """All that Home says now."""
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def shown(window: MainWindow, site: FakeSite, qtbot: QtBot, *texts: str) -> HomePanel:
    """Sign in and wait until Home says all of this."""
    panel = sign_in(window, qtbot).stack.current_panel()
    assert isinstance(panel, HomePanel)
    qtbot.waitUntil(lambda: site.listen_tries == 1 and all(text in words(panel) for text in texts))
    return panel
