"""`python -m tests.bench [NAME ...]`: measures, prints medians and ratios, saves rounds and pictures under build/bench.

Ends with every requirement beside what was measured last, met or not; `table` prints that alone.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import find, held, index, memory, retrieve, store, window
from tests.bench.plot import save_plot
from tests.bench.report import REPORT_FOLDER, Figure, print_figures, save_figures, saved_figures
from tests.bench.requirements import table_of

MEASUREMENTS: dict[str, Callable[[Path], list[Figure]]] = {
    "store": store.measure,
    "find": find.measure,
    "retrieve": retrieve.measure,
    "index": index.measure,
    "memory": memory.measure,
    "held": held.measure,
    "window": window.measure,
}
TABLE = "table"


def main(names: list[str]) -> int:
    """Run the named measurements, or all; 2 for a name that does not exist."""
    unknown = set(names) - set(MEASUREMENTS) - {TABLE}
    if unknown:
        print(f"There is no measurement {', '.join(sorted(unknown))}. There are: {', '.join(MEASUREMENTS)}, {TABLE}.")
        return 2
    for name in names or MEASUREMENTS:
        if name != TABLE:
            _run(name)
    table = table_of(list(saved_figures(REPORT_FOLDER, MEASUREMENTS)))
    print(f"\n{table}")
    REPORT_FOLDER.mkdir(parents=True, exist_ok=True)
    (REPORT_FOLDER / "requirements.txt").write_text(f"{table}\n", encoding="utf-8")
    return 0


def _run(name: str) -> None:
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="pacsdesk-bench-") as folder:
        figures = MEASUREMENTS[name](Path(folder))
    print_figures(figures)
    save_figures(figures, REPORT_FOLDER / f"{name}.json", load)
    save_plot(name, figures, REPORT_FOLDER / f"{name}.svg")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
