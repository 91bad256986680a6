"""Figures with every round that they come from, for people on the terminal and for machines under build/bench."""

import json
import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from statistics import median

REPORT_FOLDER = Path(__file__).resolve().parents[2] / "build" / "bench"
UNMEASURABLE = "below what can be measured"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured for one program: `rounds` in `unit`. compared_with: the program whose median divides ours."""

    measurement: str
    program: str
    unit: str
    rounds: tuple[float, ...]
    compared_with: str = ""

    @property
    def median(self) -> float:
        """The middle round, which one slow round does not move."""
        return median(self.rounds)

    @property
    def is_measurable(self) -> bool:
        """Whether it stands out of the noise: a difference of two times does when three rounds of four are over 0."""
        return self.at(0.25) > 0

    def at(self, fraction: float) -> float:
        """The least round that so many of all do not exceed: 0.95 for what one in twenty is slower than."""
        ranked = sorted(self.rounds)
        return ranked[max(ceil(fraction * len(ranked)) - 1, 0)]


def peer_of(figure: Figure, figures: list[Figure]) -> Figure | None:
    """The figure that this one is compared with; None when it stands alone."""
    for other in figures:
        if other.measurement == figure.measurement and other.program == figure.compared_with:
            return other
    return None


def ratio_of(figure: Figure, figures: list[Figure]) -> float | None:
    """The figure's median over that of its peer; None when it stands alone, or when one of them is lost in noise."""
    peer = peer_of(figure, figures)
    if peer is None or not (peer.is_measurable and figure.is_measurable):
        return None
    return figure.median / peer.median


def line_of(figure: Figure, figures: list[Figure]) -> str:
    """Median, spread and ratio of one program, on one line."""
    ratio = ratio_of(figure, figures)
    against = "" if ratio is None else f"   {ratio:.2f} times {figure.compared_with}"
    if not figure.is_measurable:
        against = f"   {UNMEASURABLE}"
    spread = f"{_short(min(figure.rounds))} to {_short(max(figure.rounds))}, {len(figure.rounds)} rounds"
    return f"{figure.measurement:40} {figure.program:18} {_short(figure.median):>9} {figure.unit} ({spread}){against}"


def _short(value: float) -> str:
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def print_figures(figures: list[Figure]) -> None:
    """A line per program."""
    for figure in figures:
        print(line_of(figure, figures))


def save_figures(figures: list[Figure], path: Path, load_before: float = 0.0) -> None:
    """All rounds, what they were measured on, when, and how busy it was: load_before, that of the last minute."""
    machine = {
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "load_before": round(load_before, 2),
    }
    lines = [{**asdict(figure), "median": figure.median, "ratio": ratio_of(figure, figures)} for figure in figures]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": machine, "figures": lines}, indent=1) + "\n", encoding="utf-8")


def load_figures(path: Path) -> list[Figure]:
    """What `save_figures` wrote."""
    names = [field.name for field in fields(Figure)]
    saved = json.loads(path.read_text("utf-8"))["figures"]
    return [Figure(**{**{name: line[name] for name in names}, "rounds": tuple(line["rounds"])}) for line in saved]


def saved_figures(folder: Path, names: Iterable[str]) -> Iterator[Figure]:
    """Of each of these measurements that was ever run, what it measured last."""
    for name in names:
        path = folder / f"{name}.json"
        if path.exists():
            yield from load_figures(path)
