"""A window with the Peers panel alone, over a site in memory whose ladders wait until they may end."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.probes import AS_USUAL, LadderOrder, ProbeOutcome, StepOutcome
from pacsdesk.desktop.panels.peers import PANEL
from pacsdesk.desktop.panels.peers.panel import PeersPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import sign_in
from tests.support.demo_peers import demo_outcomes, demo_peers
from tests.support.desktop_window import desktop_window
from tests.support.fake_bench import FakeBench
from tests.support.fake_services import FakeSite

Opened = tuple[PeersPanel, Workspace]
Open = Callable[[FakeSite], Opened]
MAIN, CT, MR, RIS, SECOND = range(5)  # rows of the demonstration
PATIENCE_S = 10


class WaitingBench(FakeBench):
    """Remembers how ladders were ordered; each ends once `may_end` is set or it is stopped."""

    def __init__(self, site: FakeSite) -> None:
        super().__init__(site)
        self.orders: list[LadderOrder] = []
        self.may_end = Event()
        self.may_end.set()
        self._is_stopped = Event()
        self.steps: tuple[StepOutcome, ...] = ()  # of whatever ladder runs

    def ladder(self, name: str, order: LadderOrder = AS_USUAL) -> ProbeOutcome:
        self.orders.append(order)
        outcome = super().ladder(name, order)
        assert self.may_end.wait(PATIENCE_S)
        return replace(outcome, is_stopped=self._is_stopped.is_set())

    def steps_so_far(self, ticket: str) -> tuple[StepOutcome, ...]:
        super().steps_so_far(ticket)
        return self.steps if ticket == self.orders[-1].ticket else ()

    def stop(self, ticket: str) -> bool:
        super().stop(ticket)
        is_known = ticket == self.orders[-1].ticket
        self._is_stopped.set()
        self.may_end.set()
        return is_known


@pytest.fixture
def site() -> FakeSite:
    """A site with five peers."""
    site = FakeSite()
    site.peers, site.outcomes = demo_peers(), demo_outcomes()
    return site


@pytest.fixture
def bench(site: FakeSite) -> Iterator[WaitingBench]:
    """Its bench, with ladders that wait."""
    bench = WaitingBench(site)
    site.services = replace(site.services, bench=bench)
    site.client.services = site.services
    yield bench
    bench.may_end.set()


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The panel of a site, once it has read its lists."""
    with ExitStack() as stack:

        def open_panel(site: FakeSite) -> Opened:
            window = stack.enter_context(desktop_window(site, tmp_path, (PANEL,)))
            window.resize(1280, 800)
            workspace = sign_in(window, qtbot)
            panel = workspace.stack.current_panel()
            assert isinstance(panel, PeersPanel)
            qtbot.waitUntil(lambda: site.calls["peers.list"] > 0 and site.listen_tries > 0)
            qtbot.waitUntil(lambda: len(panel.peers.rows()) == len(site.peers))
            window.activateWindow()  # else shortcuts and focus wait for it
            qtbot.waitUntil(window.isActiveWindow)
            return panel, workspace

        yield open_panel


def choose(panel: PeersPanel, *rows: int) -> None:
    """Choose these peers."""
    table = panel.peers.list.table
    table.clearSelection()
    selection = table.selectionModel()
    for row in rows:
        index = table.model().index(row, 0)
        selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
        selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)


def results(panel: PeersPanel) -> list[str]:
    """What the list says of each."""
    model = panel.peers.list.table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def names(panel: PeersPanel) -> list[str]:
    """The names in the list."""
    return [row.peer.name for row in panel.peers.rows()]


def type_over(field: QLineEdit, text: str) -> None:
    """As a person does."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
