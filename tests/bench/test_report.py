"""A ratio is worth printing only when it compares what was measured alike and stands out of the noise."""

import json
from pathlib import Path

from tests.bench.report import UNMEASURABLE, Figure, line_of, load_figures, ratio_of, save_figures, saved_figures

OURS = Figure("store", "PACSDesk", "instances/s", (90.0, 300.0, 310.0), compared_with="Orthanc")
THEIRS = Figure("store", "Orthanc", "instances/s", (140.0, 150.0, 1.0))
LOST = Figure("store", "Orthanc", "ms", (0.0, -0.2, 0.3))


def test_the_ratio_is_that_of_the_medians() -> None:
    assert ratio_of(OURS, [OURS, THEIRS]) == 300.0 / 140.0


def test_a_figure_of_another_measurement_is_no_measure() -> None:
    other = Figure("find", "Orthanc", "queries/s", (1.0,))
    assert ratio_of(OURS, [OURS, other]) is None


def test_nothing_is_divided_by_what_is_lost_in_noise() -> None:
    assert ratio_of(OURS, [OURS, LOST]) is None


def test_what_is_lost_in_noise_has_no_ratio_either() -> None:
    lost = Figure("store", "PACSDesk", "ms", (0.0, 0.0, 0.3), compared_with="Orthanc")
    assert ratio_of(lost, [lost, THEIRS]) is None


def test_the_line_says_what_is_lost_in_noise() -> None:
    assert (UNMEASURABLE in line_of(LOST, [LOST]), UNMEASURABLE in line_of(THEIRS, [THEIRS])) == (True, False)


def test_one_round_of_twenty_may_be_slower_than_the_ninety_five() -> None:
    figure = Figure("index", "PACSDesk", "ms", tuple(float(number) for number in range(20, 0, -1)))
    assert (figure.at(0.95), figure.at(0.25), figure.at(1.0)) == (19.0, 5.0, 20.0)


def test_every_round_is_saved(tmp_path: Path) -> None:
    save_figures([OURS, THEIRS], tmp_path / "bench" / "store.json")
    saved = json.loads((tmp_path / "bench" / "store.json").read_text("utf-8"))
    assert [figure["rounds"] for figure in saved["figures"]] == [list(OURS.rounds), list(THEIRS.rounds)]


def test_what_was_saved_is_loaded_alike(tmp_path: Path) -> None:
    save_figures([OURS, THEIRS], tmp_path / "store.json")
    assert load_figures(tmp_path / "store.json") == [OURS, THEIRS]


def test_what_was_never_run_is_left_out(tmp_path: Path) -> None:
    save_figures([THEIRS], tmp_path / "store.json")
    assert list(saved_figures(tmp_path, ("find", "store"))) == [THEIRS]
