"""Says at the end of a long log what the test runner said: `python -m tests.support.closing FOLDER` with a log per run.

Prints each run's closing line, then one line with the sum of all, which is always the last; it also says what could not
be run on this computer, as a log says in lines that begin with "not run: ".
"""

import re
import sys
from collections import Counter
from pathlib import Path

_NOT_RUN = re.compile(r"^not run: .+$", re.MULTILINE)
_CLOSING = re.compile(r"^=* ?((?:\d+ [a-z]+, )*\d+ [a-z]+) in (\d+\.\d+)s(?: \([\d:]+\))?(?: =*)?$", re.MULTILINE)


def closing_line(log: str) -> str:
    """The runner's last word in a log, without its rulers; "" when it never came to it."""
    found = list(_CLOSING.finditer(log))
    return found[-1][0].strip("= ") if found else ""


def sum_of(lines: list[str]) -> str:
    """One closing line for several: counts by outcome in the order they first came, seconds added."""
    counts: Counter[str] = Counter()
    seconds = 0.0
    for line in lines:
        found = _CLOSING.match(line)
        if found is None:
            counts["unfinished"] += 1
            continue
        seconds += float(found[2])
        for part in found[1].split(", "):
            number, outcome = part.split()
            counts[{"errors": "error", "warnings": "warning"}.get(outcome, outcome)] += int(number)
    return f"{', '.join(f'{count} {outcome}' for outcome, count in counts.items())} in {seconds:.2f}s"


def not_run(log: str) -> list[str]:
    """What a log says could not be tried on this computer."""
    return _NOT_RUN.findall(log)


def main(folder: Path) -> None:
    """Print the closing lines of all logs in a folder, oldest first."""
    logs = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime)
    texts = [path.read_text("utf-8", "replace") for path in logs]
    lines = [closing_line(text) for text in texts]
    for path, line in zip(logs, lines, strict=True):
        sys.stdout.write(f"{path.stem + ':':12} {line or 'did not come to its end'}\n")
    left_out = dict.fromkeys(line for text in texts for line in not_run(text))
    sys.stdout.write(", ".join([sum_of(lines), *left_out]) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
