"""Runs as CSV: nothing in a cell is carried out by a spreadsheet, and the strip's shapes are found under the mouse."""

from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from pacsdesk.contract.runs import Run, RunResult
from pacsdesk.desktop.panels.peers.run_strip import MOST_SHOWN, SIDE, STEP, run_at, shown_in
from pacsdesk.desktop.panels.peers.runs_file import write_runs
from tests.support.fake_state import NOW

RUNS = tuple(Run(NOW + number * timedelta(minutes=1), RunResult.WORKS) for number in range(30))


def test_a_name_that_begins_like_a_formula_is_text(tmp_path: Path) -> None:
    file = tmp_path / "runs.csv"
    assert write_runs([("=cmd|' /C calc'!A0", RUNS[0])], file) == 1
    assert "'=cmd" in file.read_text()


@given(st.integers(0, 40), st.integers(0, 30))
def test_each_shape_is_the_run_that_it_stands_for(room: int, number: int) -> None:
    area, runs = QRectF(7, 0, room * STEP, 20), RUNS[:number]
    shown = shown_in(area, runs)
    assert len(shown) == min(room, number, MOST_SHOWN)
    assert tuple(shown) == runs[len(runs) - len(shown) :]
    middles = [QPointF(area.left() + place * STEP + SIDE / 2, 10) for place in range(len(shown))]
    assert [run_at(middle, area, runs) for middle in middles] == list(shown)
    assert run_at(QPointF(area.left() + len(shown) * STEP + SIDE, 10), area, runs) is None
