"""What the archive has to reach, beside what was measured: each requirement a row, met or not, never guessed.

A new one: a row in REQUIREMENTS, with the name that its measurement gives its figure.
"""

from dataclasses import dataclass
from enum import StrEnum

from tests.bench.peers import PACSDESK
from tests.bench.report import UNMEASURABLE, Figure, ratio_of

ENGINE = "engine"
FLAT = 1.5  # times the smallest index's median: within it a figure does not grow with the index


class Reading(StrEnum):
    """Which number of a figure counts."""

    RATIO = "times the peer's"
    NINETY_FIFTH = "for 95 of 100"
    MOST = "at most"


class Verdict(StrEnum):
    """How a requirement stands."""

    GOAL = "goal met"
    MET = "met"
    FLOOR = "floor met, goal not"
    MISSED = "NOT MET"
    UNMEASURABLE = UNMEASURABLE
    ABSENT = "not measured"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A bound for one figure. goal: a further one, None for none. is_least: whether more is better."""

    what: str
    measurement: str
    reading: Reading
    floor: float
    goal: float | None = None
    is_least: bool = True
    program: str = PACSDESK

    def value(self, figures: list[Figure]) -> float | None:
        """What was measured for it; None when nothing was, or only noise."""
        figure = self._figure(figures)
        if figure is None:
            return None
        if self.reading is Reading.RATIO:
            return ratio_of(figure, figures)
        return figure.at(0.95 if self.reading is Reading.NINETY_FIFTH else 1.0)

    def verdict(self, figures: list[Figure]) -> Verdict:
        """Met or not; noise proves neither."""
        if self._figure(figures) is None:
            return Verdict.ABSENT
        value = self.value(figures)
        if value is None:
            return Verdict.UNMEASURABLE
        if not self._holds(value, self.floor):
            return Verdict.MISSED
        if self.goal is None:
            return Verdict.MET
        return Verdict.GOAL if self._holds(value, self.goal) else Verdict.FLOOR

    def _holds(self, value: float, bound: float) -> bool:
        return value >= bound if self.is_least else value <= bound

    def _figure(self, figures: list[Figure]) -> Figure | None:
        return next(
            (one for one in figures if (one.measurement, one.program) == (self.measurement, self.program)), None
        )


SIZES = ("10,000 instances", "100,000 instances", "1,000,000 instances")
INDEX_KEYS = ("StudyInstanceUID", "PatientID", "AccessionNumber", "SOPInstanceUID")


def _index(key: str) -> tuple[Requirement, ...]:
    measurement = f"index, {key}"
    quick = tuple(
        Requirement(f"{key} of {size}, ms", measurement, Reading.NINETY_FIFTH, 10.0, is_least=False, program=size)
        for size in SIZES
    )
    flat = Requirement(f"{key}: flat", measurement, Reading.RATIO, FLAT, is_least=False, program=SIZES[-1])
    return *quick, flat


REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("1,000 CT, one association", "store 1,000 CT", Reading.RATIO, 2.0, 2.5),
    Requirement("20,000 tiny new studies", "store 20,000 studies", Reading.RATIO, 2.0, 2.5),
    Requirement("4,000 CT over four associations", "store 4,000 CT over 4", Reading.RATIO, 1.4, 2.0),
    *(
        Requirement(f"{query}: half the time", query, Reading.RATIO, 0.5, is_least=False)
        for query in ("find, exact key", "find, prefix", "find, date range", "find, all studies")
    ),
    Requirement("C-MOVE", "C-MOVE of 1,000 CT", Reading.RATIO, 1.5),
    Requirement("C-GET", "C-GET of 1,000 CT", Reading.RATIO, 1.5),
    *(requirement for key in INDEX_KEYS for requirement in _index(key)),
    Requirement(
        "one instance of 2 GiB: growth, MiB",
        "memory, more for 2 GiB",
        Reading.MOST,
        64.0,
        is_least=False,
        program=ENGINE,
    ),
    Requirement("200 associations held", "held, store 1,000 CT", Reading.RATIO, 0.8, program="200 held"),
)


def table_of(figures: list[Figure]) -> str:
    """Every requirement on a line."""
    rows = [("requirement", "reading", "floor", "goal", "measured", "")]
    for one in REQUIREMENTS:
        value, sign = one.value(figures), ">=" if one.is_least else "<="
        goal = "" if one.goal is None else f"{sign} {one.goal:g}"
        measured = "" if value is None else f"{value:.2f}"
        rows.append((one.what, one.reading, f"{sign} {one.floor:g}", goal, measured, one.verdict(figures)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
