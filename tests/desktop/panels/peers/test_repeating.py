"""Repeat: peers are tested again and again at a clock that the test turns; what changes is told, listed and saved."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import NotFound, Unavailable
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.runs import RunResult
from pacsdesk.desktop.panels.peers.over_time_lists import STRIP
from pacsdesk.desktop.panels.peers.over_time_page import RUNS
from pacsdesk.desktop.panels.peers.panel import GRID, OVER_TIME, PEERS, PeersPanel
from pacsdesk.desktop.panels.peers.repeat_bar import RepeatBar
from pacsdesk.desktop.panels.peers.repeats import AT_ONCE
from tests.desktop.panels.peers.conftest import CT, MAIN, MR, Open, Opened, WaitingBench, choose
from tests.desktop.shell.pages import press
from tests.support.demo_peers import ARCHIVE, refused_tcp, works
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

MINUTE = timedelta(minutes=1)
NAME = ARCHIVE.name
CALLED = [NAME, "MR room 2", "RIS worklist", "Second archive"]


class Clock:
    """Stands still until it is turned."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def panel(opened: Open, site: FakeSite, bench: WaitingBench, clock: Clock) -> Opened:
    """The panel at that clock."""
    panel, workspace = opened(site)
    panel.repeats.clock = clock
    return panel, workspace


def every_minute(bar: RepeatBar) -> None:
    """Choose it by the keyboard."""
    bar.box.setFocus()
    QTest.keyClick(bar.box, Qt.Key.Key_Down)


def results(panel: PeersPanel, name: str = NAME) -> list[RunResult]:
    return [run.result for run in panel.repeats.history(name).runs]


def turn(panel: PeersPanel, clock: Clock, passed: timedelta = MINUTE) -> None:
    """So much later the window looks again."""
    clock.time += passed
    panel.repeats.look()


def repeat_main(panel: PeersPanel, qtbot: QtBot) -> None:
    choose(panel, MAIN)
    every_minute(panel.peers.view.repeating)
    qtbot.waitUntil(lambda: len(results(panel)) == 1)


def fail(site: FakeSite) -> None:
    """From now on nothing listens there."""
    site.outcomes[NAME] = refused_tcp(ARCHIVE)


def change_twice(panel: PeersPanel, site: FakeSite, clock: Clock, qtbot: QtBot) -> None:
    """It fails a minute later, and works again after another one."""
    repeat_main(panel, qtbot)
    fail(site)
    turn(panel, clock)
    qtbot.waitUntil(lambda: len(results(panel)) == 2)
    site.outcomes[NAME] = works(ARCHIVE)
    turn(panel, clock)
    qtbot.waitUntil(lambda: len(results(panel)) == 3)


def test_the_first_run_begins_at_once_and_the_next_is_named(panel: Opened, qtbot: QtBot) -> None:
    peers, _ = panel
    repeat_main(peers, qtbot)
    view = peers.peers.view
    due = (NOW + MINUTE).astimezone().strftime("%H:%M")
    assert view.repeating.next_label.text() == f"Next at {due}"
    assert view.strip.accessibleName().startswith(f"{NOW.astimezone():%H:%M:%S}: Works, ")
    assert view.stop_button.isVisible()


@pytest.mark.thorough
def test_a_run_comes_when_it_is_due_and_not_before(panel: Opened, clock: Clock, qtbot: QtBot) -> None:
    peers, _ = panel
    repeat_main(peers, qtbot)
    turn(peers, clock, MINUTE / 2)
    assert peers.climbs.running(NAME) is None
    turn(peers, clock, MINUTE / 2)
    qtbot.waitUntil(lambda: len(results(peers)) == 2)


def test_a_change_is_told_with_its_cause_and_the_way_back_quietly(
    panel: Opened, site: FakeSite, clock: Clock, qtbot: QtBot
) -> None:
    peers, workspace = panel
    change_twice(peers, site, clock, qtbot)
    (bar,) = workspace.notice_area.bars()
    assert bar.title == "Archive 1: Works \u2192 Does not work"
    assert "no program listens at" in bar.accessibleName()
    assert workspace.status_line.text() == "Archive 1: Does not work \u2192 Works"


def test_a_run_that_is_due_while_one_runs_is_left_out(
    panel: Opened, bench: WaitingBench, clock: Clock, qtbot: QtBot
) -> None:
    peers, _ = panel
    bench.may_end.clear()
    choose(peers, MAIN)
    every_minute(peers.peers.view.repeating)
    qtbot.waitUntil(lambda: len(bench.orders) == 1)
    for _ in range(3):
        turn(peers, clock)
    bench.may_end.set()
    qtbot.waitUntil(lambda: len(results(peers)) == 1)
    peers.repeats.look()
    assert (len(bench.orders), peers.climbs.running(NAME)) == (1, None)


def test_a_sleep_brings_no_burst(panel: Opened, bench: WaitingBench, clock: Clock, qtbot: QtBot) -> None:
    peers, _ = panel
    repeat_main(peers, qtbot)
    turn(peers, clock, 7.5 * MINUTE)
    assert (len(bench.orders), peers.repeats.next_at(NAME)) == (1, NOW + 8 * MINUTE)
    turn(peers, clock, MINUTE / 2)
    qtbot.waitUntil(lambda: len(results(peers)) == 2)


@pytest.mark.parametrize(
    "way", ["button", *(pytest.param(way, marks=pytest.mark.thorough) for way in ("escape", "off"))]
)
def test_it_is_stopped_at_once(way: str, panel: Opened, bench: WaitingBench, clock: Clock, qtbot: QtBot) -> None:
    peers, _ = panel
    view = peers.peers.view
    bench.may_end.clear()
    choose(peers, MAIN)
    every_minute(view.repeating)
    qtbot.waitUntil(lambda: len(bench.orders) == 1)
    if way == "button":
        press(view, "Stop")
    elif way == "escape":
        QTest.keyClick(peers.peers.list.table, Qt.Key.Key_Escape)
    else:
        QTest.keyClick(view.repeating.box, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: peers.climbs.running(NAME) is None)
    turn(peers, clock)
    assert (results(peers), len(bench.orders), view.repeating.box.currentText()) == ([], 1, "Off")
    assert not view.stop_button.isVisible()


@pytest.mark.thorough
def test_the_wheel_repeats_nobody(panel: Opened, qtbot: QtBot) -> None:
    peers, _ = panel
    choose(peers, MAIN)
    box = peers.peers.view.repeating.box
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    middle, down = QPointF(box.rect().center()), QPoint(0, -120)
    QApplication.sendEvent(
        box, QWheelEvent(middle, middle, QPoint(), down, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)
    )
    assert (box.currentText(), peers.repeats.names()) == ("Off", ())


@pytest.mark.thorough
def test_it_is_asked_as_the_other_title_each_time(
    panel: Opened, bench: WaitingBench, clock: Clock, qtbot: QtBot
) -> None:
    peers, _ = panel
    choose(peers, MAIN)
    QTest.keyClicks(peers.peers.view.as_title, "CT01")
    every_minute(peers.peers.view.repeating)
    qtbot.waitUntil(lambda: len(results(peers)) == 1)
    turn(peers, clock)
    qtbot.waitUntil(lambda: len(results(peers)) == 2)
    assert [order.calling_ae_title for order in bench.orders] == ["CT01", "CT01"]


@pytest.mark.thorough
def test_who_cannot_be_called_has_no_repeat(panel: Opened) -> None:
    peers, _ = panel
    choose(peers, CT)
    assert not peers.peers.view.repeating.isVisible()


@pytest.mark.thorough
def test_whoever_may_not_probe_is_offered_none(opened: Open, site: FakeSite, bench: WaitingBench) -> None:
    site.permissions = (Permission.PEER_VIEW,)
    peers, _ = opened(site)
    choose(peers, MAIN)
    peers.pages.choose(GRID)
    assert not (peers.peers.view.repeating.isVisible() or peers.grid.repeating.isVisible())


@pytest.mark.thorough
def test_an_engine_that_is_away_makes_a_run_untested_without_a_notice(
    panel: Opened, site: FakeSite, clock: Clock, qtbot: QtBot
) -> None:
    peers, workspace = panel
    repeat_main(peers, qtbot)
    site.fail["bench.ladder"] = Unavailable("The engine is gone.")
    turn(peers, clock)
    qtbot.waitUntil(lambda: len(results(peers)) == 2)
    turn(peers, clock)
    qtbot.waitUntil(lambda: len(results(peers)) == 3)
    assert results(peers) == [RunResult.WORKS, RunResult.UNTESTED, RunResult.WORKS]
    assert workspace.notice_area.bars() == ()


@pytest.mark.thorough
def test_a_peer_that_is_entered_no_more_is_not_asked_again(
    panel: Opened, site: FakeSite, clock: Clock, qtbot: QtBot
) -> None:
    peers, workspace = panel
    repeat_main(peers, qtbot)
    site.fail["bench.ladder"] = NotFound("There is no peer 'Archive 1'.")
    turn(peers, clock)
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)
    assert (peers.repeats.every(NAME), len(results(peers))) == (None, 1)


def test_all_peers_of_the_grid_are_repeated_a_few_at_once(panel: Opened, bench: WaitingBench, qtbot: QtBot) -> None:
    peers, _ = panel
    bench.may_end.clear()
    peers.pages.choose(GRID)
    every_minute(peers.grid.repeating)
    qtbot.waitUntil(lambda: len(bench.orders) == AT_ONCE)
    assert sum(peers.climbs.running(name) is not None for name in CALLED) == AT_ONCE
    bench.may_end.set()
    qtbot.waitUntil(lambda: all(len(results(peers, name)) == 1 for name in CALLED))
    shown = [str(peers.grid.model.index(row, 1).data()) for row in range(4)]
    assert shown == ["Works", "Does not work", "Does not work", "Works in part"]


def test_the_chosen_rows_of_the_grid_are_repeated_alone_until_stop(panel: Opened, qtbot: QtBot) -> None:
    peers, _ = panel
    peers.pages.choose(GRID)
    peers.grid.model.begin(tuple(CALLED))
    peers.grid.table.setCurrentIndex(peers.grid.model.index(1, 0))
    every_minute(peers.grid.repeating)
    qtbot.waitUntil(lambda: len(results(peers, CALLED[1])) == 1)
    assert peers.repeats.names() == (CALLED[1],)
    peers.grid.table.selectAll()
    assert peers.grid.repeating.box.currentIndex() == -1  # they differ
    peers.grid.stop.trigger()
    assert peers.repeats.every(CALLED[1]) is None


def over_time(panel: PeersPanel, qtbot: QtBot, number: int) -> None:
    """Its page, once it lists so many changes."""
    panel.pages.choose(OVER_TIME)
    qtbot.waitUntil(lambda: len(panel.over_time.told()) == number)


def test_changes_are_listed_with_their_cause_and_the_outage(
    panel: Opened, site: FakeSite, clock: Clock, qtbot: QtBot
) -> None:
    peers, _ = panel
    change_twice(peers, site, clock, qtbot)
    over_time(peers, qtbot, 2)
    page, model = peers.over_time, peers.over_time.changes.model()
    changes = [model.index(row, 2).data() for row in range(2)]
    assert changes == ["Does not work \u2192 Works", "Works \u2192 Does not work"]
    assert "no program listens at" in str(model.index(1, 3).data())
    row = [str(page.table.rows.index(0, column).data()) for column in (0, 1, 3, 5, 6, 7, 8)]
    assert row == [NAME, "Works", "Every minute", "3", "1", "2", "1 min"]
    told = str(page.table.rows.index(0, STRIP).data(Qt.ItemDataRole.AccessibleTextRole))
    assert [part.split(": ")[1].split(",")[0] for part in told.split("; ")] == ["Works", "Does not work", "Works"]
    page.switch.setCurrentIndex(RUNS)
    assert [page.runs.model().index(row, 2).data() for row in range(3)] == ["Works", "Does not work", "Works"]


@pytest.mark.thorough
def test_the_list_is_narrowed_to_the_chosen_peer_which_stays_chosen(
    panel: Opened, site: FakeSite, clock: Clock, qtbot: QtBot
) -> None:
    peers, _ = panel
    change_twice(peers, site, clock, qtbot)
    peers.repeats.start([CALLED[1]], MINUTE)
    over_time(peers, qtbot, 2)
    page = peers.over_time
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2)
    page.table.setCurrentIndex(page.table.rows.index(1, 0))
    qtbot.waitUntil(lambda: page.told() == ())
    turn(peers, clock)
    qtbot.waitUntil(lambda: page.table.rows.records[1].history.number == 2)
    assert [one.name for one in page.table.chosen()] == [CALLED[1]]
    page.stop.trigger()
    assert (peers.repeats.every(CALLED[1]), peers.repeats.every(NAME)) == (None, MINUTE)
    page.table.activated.emit(page.table.rows.index(1, 0))
    assert (peers.pages.number, [row.peer.name for row in peers.peers.list.chosen()]) == (PEERS, [CALLED[1]])


@pytest.mark.thorough
def test_changes_and_runs_are_saved_as_csv(
    panel: Opened, site: FakeSite, clock: Clock, tmp_path: Path, qtbot: QtBot
) -> None:
    peers, workspace = panel
    change_twice(peers, site, clock, qtbot)
    over_time(peers, qtbot, 2)
    page, file = peers.over_time, tmp_path / "list.csv"
    page.write(file)
    qtbot.waitUntil(lambda: workspace.status_line.text() == f"2 lines in {file}")
    with file.open(newline="") as stream:
        newest, oldest = csv.DictReader(stream)
    assert (newest["after"], oldest["after"], oldest["code"]) == ("works", "fails", "connection-refused")
    assert (oldest["peer"], oldest["seen_at"], oldest["at"]) == (NAME, NOW.isoformat(), (NOW + MINUTE).isoformat())
    page.switch.setCurrentIndex(RUNS)
    page.write(file)
    qtbot.waitUntil(lambda: workspace.status_line.text() == f"3 lines in {file}")
    with file.open(newline="") as stream:
        assert [row["result"] for row in csv.DictReader(stream)] == ["works", "fails", "works"]
    page.write(tmp_path / "none" / "list.csv")
    qtbot.waitUntil(lambda: "cannot be written" in "".join(bar.title for bar in workspace.notice_area.bars()))


@pytest.mark.thorough
def test_a_peer_that_is_chosen_shows_its_own_plan(panel: Opened, qtbot: QtBot) -> None:
    peers, _ = panel
    repeat_main(peers, qtbot)
    view = peers.peers.view
    choose(peers, MR)
    assert (view.repeating.box.currentText(), view.strip.accessibleName()) == ("Off", "")
    choose(peers, MAIN)
    assert view.repeating.box.currentText() == "Every minute"


@pytest.mark.thorough
def test_a_changed_entry_does_not_hold_up_the_runs(
    panel: Opened, bench: WaitingBench, clock: Clock, qtbot: QtBot
) -> None:
    peers, _ = panel
    bench.may_end.clear()
    choose(peers, MAIN)
    every_minute(peers.peers.view.repeating)
    qtbot.waitUntil(lambda: len(bench.orders) == 1)
    peers.climbs.forget(NAME)
    bench.may_end.set()
    turn(peers, clock)
    qtbot.waitUntil(lambda: len(bench.orders) == 2)
