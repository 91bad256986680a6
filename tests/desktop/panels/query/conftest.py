"""A window with the Query panel alone, over a site in memory whose answers wait until they may come."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.queries import Explanation, QueryOrder, QueryOutcome
from pacsdesk.desktop.panels.query import PANEL
from pacsdesk.desktop.panels.query.panel import QueryPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import sign_in
from tests.support.demo_peers import demo_peers
from tests.support.demo_queries import ARCHIVE, answers, demo_explanation, demo_relaxations, study_rows
from tests.support.desktop_window import desktop_window
from tests.support.fake_queries import FakeQueries
from tests.support.fake_services import FakeSite

Opened = tuple[QueryPanel, Workspace]
Open = Callable[[FakeSite], Opened]
PATIENCE_S = 10


class WaitingQueries(FakeQueries):
    """Remembers what was asked; each answer comes once `may_end` is set or it is stopped."""

    def __init__(self, site: FakeSite) -> None:
        super().__init__(site)
        self.asked: list[tuple[str, QueryOrder]] = []
        self.may_end = Event()
        self.may_end.set()
        self._is_stopped = Event()

    @property
    def last(self) -> QueryOrder:
        """What was asked last."""
        return self.asked[-1][1]

    def find(self, name: str, order: QueryOrder) -> QueryOutcome:
        self.asked.append((name, order))
        self._is_stopped.clear()
        outcome = super().find(name, order)
        assert self.may_end.wait(PATIENCE_S)
        return replace(outcome, is_stopped=self._is_stopped.is_set())

    def explain(self, name: str, order: QueryOrder) -> Explanation:
        self.asked.append((name, order))
        return super().explain(name, order)

    def stop(self, ticket: str) -> bool:
        super().stop(ticket)
        self._is_stopped.set()
        self.may_end.set()
        return ticket == self.last.ticket


@pytest.fixture
def site() -> FakeSite:
    """A site with five peers, of which one answers queries."""
    site = FakeSite()
    site.peers = demo_peers()
    site.query_outcomes[ARCHIVE] = answers(study_rows())
    site.relaxations, site.explanation = demo_relaxations(), demo_explanation()
    return site


@pytest.fixture
def queries(site: FakeSite) -> Iterator[WaitingQueries]:
    """Its queries, with answers that wait."""
    queries = WaitingQueries(site)
    site.services = replace(site.services, queries=queries)
    site.client.services = site.services
    yield queries
    queries.may_end.set()


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The panel of a site, once it knows its peers."""
    with ExitStack() as stack:

        def open_panel(site: FakeSite) -> Opened:
            window = stack.enter_context(desktop_window(site, tmp_path, (PANEL,)))
            window.resize(1280, 800)
            workspace = sign_in(window, qtbot)
            panel = workspace.stack.current_panel()
            assert isinstance(panel, QueryPanel)
            qtbot.waitUntil(lambda: site.calls["engine.status"] > 0 and site.listen_tries > 0)
            if site.peers:
                qtbot.waitUntil(lambda: panel.query.form.peer.count() > 0)
            window.activateWindow()  # else shortcuts and focus wait for it
            qtbot.waitUntil(window.isActiveWindow)
            return panel, workspace

        yield open_panel


@pytest.fixture
def panel(opened: Open, site: FakeSite, queries: WaitingQueries) -> QueryPanel:
    """The panel of the site with its queries."""
    assert site.services.queries is queries
    return opened(site)[0]


def type_over(field: QLineEdit, text: str) -> None:
    """As a person does."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def edit_of(panel: QueryPanel, name: str) -> QLineEdit:
    """The field of a key."""
    return panel.query.form.keys.fields[name].edit


def column(panel: QueryPanel, name: str) -> list[str]:
    """What the table shows of a key, from top to bottom."""
    model = panel.query.table.model
    place = [one.name for one in model.columns].index(name)
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def ask(panel: QueryPanel, qtbot: QtBot) -> None:
    """Press Ask, and wait for what comes."""
    panel.query.actions_of_query.ask.trigger()
    qtbot.waitUntil(lambda: not panel.query.asking.is_running)
