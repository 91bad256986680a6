"""A ratio is worth printing only when it compares what was measured alike."""

import json
from pathlib import Path

from tests.bench.report import Figure, ratio_of, save_figures

OURS = Figure("store", "PACSDesk", "instances/s", (90.0, 300.0, 310.0), compared_with="Orthanc")
THEIRS = Figure("store", "Orthanc", "instances/s", (140.0, 150.0, 1.0))


def test_the_ratio_is_that_of_the_medians() -> None:
    assert ratio_of(OURS, [OURS, THEIRS]) == 300.0 / 140.0


def test_a_figure_of_another_measurement_is_no_measure() -> None:
    other = Figure("find", "Orthanc", "queries/s", (1.0,))
    assert ratio_of(OURS, [OURS, other]) is None


def test_every_round_is_saved(tmp_path: Path) -> None:
    save_figures([OURS, THEIRS], tmp_path / "bench" / "store.json")
    saved = json.loads((tmp_path / "bench" / "store.json").read_text("utf-8"))
    assert [figure["rounds"] for figure in saved["figures"]] == [list(OURS.rounds), list(THEIRS.rounds)]
