"""`python -m tests.bench [NAME ...]`: measures, prints medians and ratios, saves every round under build/bench."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import find, retrieve, store, window
from tests.bench.report import REPORT_FOLDER, Figure, print_figures, save_figures

MEASUREMENTS: dict[str, Callable[[Path], list[Figure]]] = {
    "store": store.measure,
    "find": find.measure,
    "retrieve": retrieve.measure,
    "window": window.measure,
}


def main(names: list[str]) -> int:
    """Run the named measurements, or all; 2 for a name that does not exist."""
    unknown = set(names) - set(MEASUREMENTS)
    if unknown:
        print(f"There is no measurement {', '.join(sorted(unknown))}. There are: {', '.join(MEASUREMENTS)}.")
        return 2
    for name in names or MEASUREMENTS:
        with tempfile.TemporaryDirectory(prefix="pacsdesk-bench-") as folder:
            figures = MEASUREMENTS[name](Path(folder))
        print_figures(figures)
        save_figures(figures, REPORT_FOLDER / f"{name}.json")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
