"""A window with the Trace and relay panel alone, over a site in memory."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panels.relay import PANEL
from pacsdesk.desktop.panels.relay.panel import RelayPanel
from tests.desktop.shell.pages import sign_in
from tests.support.demo_traces import add_demo_trace
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite

Open = Callable[[FakeSite], RelayPanel]


@pytest.fixture
def site() -> FakeSite:
    """A site with a peer and a trace of it."""
    site = FakeSite()
    site.peers.append(Peer("PACS", AETitle("PACS"), "10.1.2.3", 104))
    site.peers.append(Peer("CT 1", AETitle("CT01"), "10.1.2.4", None))
    add_demo_trace(site)
    return site


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The panel of a site, once it has read its list."""
    with ExitStack() as stack:

        def open_panel(site: FakeSite) -> RelayPanel:
            window = stack.enter_context(desktop_window(site, tmp_path, (PANEL,)))
            workspace = sign_in(window, qtbot)
            panel = workspace.stack.current_panel()
            assert isinstance(panel, RelayPanel)
            qtbot.waitUntil(lambda: panel.traces.whom.count() > 0 and site.calls["traces.list"] > 0)
            return panel

        yield open_panel
