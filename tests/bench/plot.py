"""Draws figures as SVG, without a library: a bar for each median, a dot for each round, a line from least to most.

What shares a measurement and a unit shares a scale and is one panel; the stages of a measurement ("store: flush") are
one as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from tests.bench.report import UNMEASURABLE, Figure, ratio_of

WIDTH, LABEL_WIDTH, VALUE_WIDTH, MARGIN = 900, 250, 190, 16
ROW, HEADING = 26, 34
BAR_WIDTH = WIDTH - LABEL_WIDTH - VALUE_WIDTH - 2 * MARGIN
_OURS, _OTHERS, _DOT = "#2f6fb3", "#a9b4c0", "#1b2733"
_DOTS_AT_MOST = 60  # of more rounds the line alone is readable, and a few slow ones would press the others together
_LEGEND = f"bar: median; dots: rounds; line: least to most, of more than {_DOTS_AT_MOST} rounds 5 to 95 of 100"


@dataclass(frozen=True, slots=True)
class Panel:
    """Figures on one scale."""

    title: str
    unit: str
    rows: tuple[Figure, ...]

    @property
    def top(self) -> float:
        """What the scale ends with; 1 when nothing is over 0."""
        return max((spread_of(figure)[1] for figure in self.rows), default=0.0) or 1.0

    def label_of(self, figure: Figure) -> str:
        """The stage where there are several, else the program."""
        _, _, stage = figure.measurement.partition(": ")
        return stage or figure.program


def spread_of(figure: Figure) -> tuple[float, float]:
    """Where its line begins and ends."""
    if len(figure.rounds) > _DOTS_AT_MOST:
        return figure.at(0.05), figure.at(0.95)
    return min(figure.rounds), max(figure.rounds)


def panels_of(figures: list[Figure]) -> list[Panel]:
    """All figures, in the order in which their panels come up first."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.measurement.partition(": ")[0], figure.unit), []).append(figure)
    return [Panel(title, unit, tuple(rows)) for (title, unit), rows in found.items()]


def save_plot(title: str, figures: list[Figure], path: Path) -> None:
    """One picture of everything that a run measured."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(svg_of(title, figures), encoding="utf-8")


def svg_of(title: str, figures: list[Figure]) -> str:
    """The picture's text."""
    panels = panels_of(figures)
    height = HEADING + sum(HEADING + ROW * len(panel.rows) for panel in panels) + MARGIN
    lines = [_text(MARGIN, 24, title, 16, "bold"), _text(LABEL_WIDTH + MARGIN, 24, _LEGEND, 11)]
    y = HEADING
    for panel in panels:
        lines += _panel(panel, figures, y)
        y += HEADING + ROW * len(panel.rows)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
    return "\n".join([head, f'<rect width="{WIDTH}" height="{height}" fill="white"/>', *lines, "</svg>", ""])


def _panel(panel: Panel, figures: list[Figure], y: float) -> Iterator[str]:
    yield _text(MARGIN, y + 24, f"{panel.title} ({panel.unit})", 13, "bold")
    for number, figure in enumerate(panel.rows):
        yield from _row(panel, figure, ratio_of(figure, figures), y + HEADING + number * ROW)


def _row(panel: Panel, figure: Figure, ratio: float | None, y: float) -> Iterator[str]:
    left = MARGIN + LABEL_WIDTH

    def x(value: float) -> float:
        return round(left + max(value, 0.0) / panel.top * BAR_WIDTH, 1)

    middle, width = y + ROW / 2, round(x(figure.median) - left, 1)
    is_ours = bool(figure.compared_with) or len({row.program for row in panel.rows}) == 1
    yield _text(left - 8, middle + 4, panel.label_of(figure), 12, anchor="end")
    yield f'<rect class="bar" x="{left}" y="{y + 4}" width="{width}" height="{ROW - 8}" fill="{_fill(is_ours)}"/>'
    least, most = map(x, spread_of(figure))
    yield f'<line class="spread" x1="{least}" x2="{most}" y1="{middle}" y2="{middle}" stroke="{_DOT}"/>'
    if len(figure.rounds) <= _DOTS_AT_MOST:
        for value in figure.rounds:
            yield f'<circle cx="{x(value)}" cy="{middle}" r="2.2" fill="{_DOT}"/>'
    said = f"{figure.median:.4g}" if figure.is_measurable else UNMEASURABLE
    against = "" if ratio is None else f"  ({ratio:.2f} × {figure.compared_with})"
    yield _text(left + BAR_WIDTH + 8, middle + 4, said + against, 12)


def _fill(is_ours: bool) -> str:
    return _OURS if is_ours else _OTHERS


def _text(x: float, y: float, text: str, size: int, weight: str = "normal", anchor: str = "start") -> str:
    font = f'font-family="sans-serif" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}"'
    return f'<text x="{x}" y="{y}" {font}>{escape(text)}</text>'
