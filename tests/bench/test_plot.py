"""A picture shows what was measured: bars as long as medians are large, lines from the least round to the most."""

from pathlib import Path
from xml.etree import ElementTree

from tests.bench.plot import BAR_WIDTH, panels_of, save_plot, svg_of
from tests.bench.report import UNMEASURABLE, Figure

SVG = "{http://www.w3.org/2000/svg}"
OURS = Figure("store", "PACSDesk", "instances/s", (250.0, 300.0, 400.0), compared_with="Orthanc")
THEIRS = Figure("store", "Orthanc", "instances/s", (90.0, 100.0, 200.0))


def drawn(*figures: Figure) -> ElementTree.Element:
    return ElementTree.fromstring(svg_of("store", list(figures)))


def test_bars_are_as_long_as_medians_are_large_on_one_scale() -> None:
    widths = [float(bar.get("width", "")) for bar in drawn(OURS, THEIRS).iter(f"{SVG}rect") if bar.get("class")]
    assert widths == [round(300 / 400 * BAR_WIDTH, 1), round(100 / 400 * BAR_WIDTH, 1)]


def test_the_spread_goes_from_the_least_round_to_the_most() -> None:
    line = next(drawn(OURS, THEIRS).iter(f"{SVG}line"))
    assert float(line.get("x2", "")) - float(line.get("x1", "")) == round((400 - 250) / 400 * BAR_WIDTH, 1)


def test_one_slow_round_of_many_does_not_press_the_others_together() -> None:
    many = Figure("index", "PACSDesk", "ms", (*[1.0] * 99, 500.0))
    assert [float(bar.get("width", "")) for bar in drawn(many).iter(f"{SVG}rect") if bar.get("class")] == [BAR_WIDTH]


def test_every_round_is_a_dot() -> None:
    assert len(list(drawn(OURS, THEIRS).iter(f"{SVG}circle"))) == 6


def test_the_ratio_stands_beside_the_bar() -> None:
    assert "3.00 × Orthanc" in "".join(drawn(OURS, THEIRS).itertext())


def test_what_is_lost_in_noise_is_said_to_be() -> None:
    assert UNMEASURABLE in "".join(drawn(Figure("find", "Orthanc", "ms", (-0.1, 0.0))).itertext())


def test_names_are_text_and_not_markup() -> None:
    assert "<b> & co" in "".join(drawn(Figure("store", "<b> & co", "ms", (1.0,))).itertext())


def test_stages_share_a_panel_with_each_other_and_not_with_the_rates() -> None:
    stages = [Figure(f"store: {name}", "PACSDesk", "ms each", (1.0,)) for name in ("flush", "commit")]
    assert [len(panel.rows) for panel in panels_of([OURS, *stages, THEIRS])] == [2, 2]


def test_the_picture_is_saved(tmp_path: Path) -> None:
    save_plot("store", [OURS], tmp_path / "bench" / "store.svg")
    assert ElementTree.parse(tmp_path / "bench" / "store.svg").getroot().tag == f"{SVG}svg"
