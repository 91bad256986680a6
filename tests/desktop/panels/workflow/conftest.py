"""A window with the Workflow panel alone, over a site in memory with an information system and a device."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.peers import ANY_HOST, Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panels.workflow import PANEL
from pacsdesk.desktop.panels.workflow.panel import WorkflowPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import sign_in
from tests.support.demo_studies import demo_studies
from tests.support.demo_workflow import RIS, demo_commit, demo_step, demo_worklist
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite

Opened = tuple[WorkflowPanel, Workspace]
Open = Callable[[FakeSite], Opened]


@pytest.fixture
def site() -> FakeSite:
    """A peer that can be asked, one that only sends, and a few studies."""
    site = FakeSite(demo_studies(4))
    site.peers = [Peer(RIS, AETitle("RIS"), "192.0.2.7", 11112), Peer("CT", AETitle("CT01"), ANY_HOST, None)]
    site.query_outcomes[RIS] = demo_worklist()
    site.commit_outcomes[RIS], site.step_outcomes[RIS] = demo_commit(), demo_step()
    return site


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The panel of a site, once it knows the peers."""
    with ExitStack() as stack:

        def open_panel(site: FakeSite) -> Opened:
            window = stack.enter_context(desktop_window(site, tmp_path, (PANEL,)))
            workspace = sign_in(window, qtbot)
            panel = workspace.stack.current_panel()
            assert isinstance(panel, WorkflowPanel)
            qtbot.waitUntil(lambda: panel.worklist.form.peer.count() > 0)
            return panel, workspace

        yield open_panel
