"""Connect to all: a grid that fills in, is stopped, and leads to a peer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.contract.records.probes import AS_USUAL, LadderOrder, ProbeOutcome
from pacsdesk.contract.types import JobId
from pacsdesk.desktop.panels.peers.grid_model import CAUSE, FIRST_STEP, RESULT
from pacsdesk.desktop.panels.peers.panel import GRID, PeersPanel
from tests.desktop.panels.peers.conftest import MR, RIS, Open, results
from tests.desktop.shell.pages import button, press
from tests.support.fake_bench import FakeBench
from tests.support.fake_services import FakeSite
from tests.support.fake_state import make_job

JOB = JobId("ladders-1")


class SlowGrid(FakeBench):
    """A job that runs until the test ends it; `come` are the outcomes so far."""

    def __init__(self, site: FakeSite) -> None:
        super().__init__(site)
        self.come: tuple[ProbeOutcome, ...] = ()
        self.names: tuple[str, ...] = ()

    def start_grid(self, names: tuple[str, ...] = (), order: LadderOrder = AS_USUAL) -> JobId:
        super().start_grid(names, order)
        self.names = names
        self.site.put_job(make_job(JOB, "Test of 4 peers", JobState.RUNNING))
        return JOB

    def grid(self, job_id: JobId) -> tuple[ProbeOutcome, ...]:
        self.site.enter("bench.grid")
        assert job_id == JOB
        return self.come

    def end(self) -> None:
        self.site.put_job(make_job(JOB, "Test of 4 peers", JobState.DONE))


@pytest.fixture
def grid(site: FakeSite) -> SlowGrid:
    """The site's bench."""
    bench = SlowGrid(site)
    site.services = replace(site.services, bench=bench)
    site.client.services = site.services
    return bench


def begin(panel: PeersPanel, qtbot: QtBot) -> None:
    panel.pages.choose(GRID)
    panel.grid.connect_all.trigger()
    qtbot.waitUntil(lambda: panel.grid.model.rowCount() == 4)


def cells(panel: PeersPanel, column: int) -> list[str]:
    return [str(panel.grid.model.index(row, column).data() or "") for row in range(panel.grid.model.rowCount())]


@pytest.mark.thorough
def test_the_grid_fills_in_as_peers_answer(opened: Open, site: FakeSite, grid: SlowGrid, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    begin(panel, qtbot)
    assert cells(panel, RESULT) == ["Connecting"] * 4
    grid.come = (site.outcomes["MR room 2"],)
    qtbot.waitUntil(lambda: cells(panel, RESULT) == ["Connecting", "Does not work", "Connecting", "Connecting"])
    grid.come = tuple(site.outcomes.values())
    grid.end()
    qtbot.waitUntil(panel.grid.connect_all.isEnabled)
    assert cells(panel, RESULT) == ["Works", "Does not work", "Does not work", "Works in part"]
    assert cells(panel, FIRST_STEP) == ["0.4 ms", "Refused", "0.4 ms", "0.4 ms"]
    assert cells(panel, CAUSE)[1] == site.outcomes["MR room 2"].findings[0].cause


def test_only_who_can_be_called_is_called(opened: Open, site: FakeSite, grid: SlowGrid, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    begin(panel, qtbot)
    assert "CT room 1" not in grid.names
    grid.end()


@pytest.mark.thorough
def test_what_the_grid_found_stands_in_the_list(opened: Open, site: FakeSite, grid: SlowGrid, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    begin(panel, qtbot)
    grid.come = tuple(site.outcomes.values())
    grid.end()
    qtbot.waitUntil(lambda: (results(panel)[MR], results(panel)[RIS]) == ("Does not work", "Does not work"))


def test_a_row_leads_to_its_peer(opened: Open, site: FakeSite, grid: SlowGrid, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    begin(panel, qtbot)
    grid.end()
    panel.grid.table.activated.emit(panel.grid.model.index(2, 0))
    assert panel.pages.number == 0
    assert [row.peer.name for row in panel.peers.list.chosen()] == ["RIS worklist"]


def test_stop_cancels_the_job(opened: Open, site: FakeSite, grid: SlowGrid, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    begin(panel, qtbot)
    qtbot.waitUntil(panel.grid.stop.isEnabled)
    press(panel, "Stop")
    qtbot.waitUntil(lambda: site.calls["jobs.cancel"] == 1 and panel.grid.connect_all.isEnabled())


def test_no_peer_to_call_is_told(opened: Open, site: FakeSite, grid: SlowGrid, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    site.fail["bench.start_grid"] = NotFound("There is no peer that can be reached.")
    panel.pages.choose(GRID)
    press(panel.grid, "Connect to all")
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)
    assert button(panel.grid, "Connect to all").isEnabled()


def test_a_cell_says_its_state_in_words(opened: Open, site: FakeSite, grid: SlowGrid, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    begin(panel, qtbot)
    grid.come = (site.outcomes["MR room 2"],)
    grid.end()
    qtbot.waitUntil(panel.grid.connect_all.isEnabled)
    cell = panel.grid.model.index(1, FIRST_STEP)
    wanted = "TCP connection: Refused, 0.8 ms, Connection refused"
    assert {cell.data(role) for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)} == {wanted}
