"""A window with the Send panel alone, over a site in memory with two peers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.peers import ANY_HOST, Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panels.send import PANEL
from pacsdesk.desktop.panels.send.panel import SendPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import sign_in
from tests.support.demo_sends import demo_lines, demo_plan
from tests.support.desktop_window import desktop_window
from tests.support.fake_sends import FakeSends
from tests.support.fake_services import FakeSite

OFTEN_MS = 20
Opened = tuple[SendPanel, Workspace]
Open = Callable[[FakeSite], Opened]
QUICK = replace(PANEL, build=lambda context: SendPanel(context, OFTEN_MS))


@pytest.fixture
def site() -> FakeSite:
    """Two peers that can be called, one that only sends."""
    site = FakeSite()
    site.peers = [
        Peer("Archive", AETitle("ARCHIVE"), "192.0.2.7", 11112),
        Peer("Backup", AETitle("BACKUP"), "192.0.2.8", 104),
        Peer("CT", AETitle("CT01"), ANY_HOST, None),
    ]
    sends = sends_of(site)
    sends.next_plan, sends.sent_lines = demo_plan(), demo_lines()
    return site


def sends_of(site: FakeSite) -> FakeSends:
    """The service, to be told what to answer."""
    sends = site.services.sends
    assert isinstance(sends, FakeSends)
    return sends


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The panel of a site, once it knows the peers."""
    with ExitStack() as stack:

        def open_panel(site: FakeSite) -> Opened:
            window = stack.enter_context(desktop_window(site, tmp_path, (QUICK,)))
            workspace = sign_in(window, qtbot)
            panel = workspace.stack.current_panel()
            assert isinstance(panel, SendPanel)
            qtbot.waitUntil(lambda: panel.page.choosing.peer.count() > 0)
            return panel, workspace

        yield open_panel
