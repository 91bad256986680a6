"""Figures with every round that they come from, for people on the terminal and for machines under build/bench."""

import json
import os
import platform
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

REPORT_FOLDER = Path(__file__).resolve().parents[2] / "build" / "bench"


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


def ratio_of(figure: Figure, figures: list[Figure]) -> float | None:
    """The figure's median over that of the program it is compared with; None when it stands alone."""
    for other in figures:
        if other.measurement == figure.measurement and other.program == figure.compared_with:
            return figure.median / other.median
    return None


def print_figures(figures: list[Figure]) -> None:
    """A line per program: median, spread, ratio."""
    for figure in figures:
        ratio = ratio_of(figure, figures)
        against = "" if ratio is None else f"   {ratio:.2f} times {figure.compared_with}"
        spread = f"{min(figure.rounds):.1f} to {max(figure.rounds):.1f}, {len(figure.rounds)} rounds"
        print(f"{figure.measurement:22} {figure.program:10} {figure.median:8.1f} {figure.unit} ({spread}){against}")


def save_figures(figures: list[Figure], path: Path) -> None:
    """All rounds and what they were measured on."""
    machine = {"system": platform.platform(), "cores": os.cpu_count(), "python": platform.python_version()}
    lines = [{**asdict(figure), "median": figure.median, "ratio": ratio_of(figure, figures)} for figure in figures]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": machine, "figures": lines}, indent=1) + "\n", encoding="utf-8")
