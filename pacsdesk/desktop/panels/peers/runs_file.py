"""Writes runs over time, or what changed between them, into a file: CSV, a line each, moments in UTC."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from pacsdesk.contract.errors import StorageFull
from pacsdesk.contract.runs import Change, Run

CHANGE_COLUMNS = ("peer", "seen_at", "at", "before", "after", "code", "cause")
RUN_COLUMNS = ("peer", "at", "result", "milliseconds", "code", "cause")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would carry out what a stranger calls itself


def write_changes(changes: Iterable[tuple[str, Change]], file: Path) -> int:
    """How many are in `file`, which is whole or as it was before. Raises StorageFull."""
    rows = [
        (peer, one.seen_at.isoformat(), one.at.isoformat(), one.before, one.after, one.code, one.cause)
        for peer, one in changes
    ]
    return _write(CHANGE_COLUMNS, rows, file)


def write_runs(runs: Iterable[tuple[str, Run]], file: Path) -> int:
    """The same of runs."""
    rows = [
        (peer, one.at.isoformat(), one.result, f"{one.milliseconds:.1f}", one.code, one.cause) for peer, one in runs
    ]
    return _write(RUN_COLUMNS, rows, file)


def _write(columns: Sequence[str], rows: Sequence[Sequence[str]], file: Path) -> int:
    beside = file.with_name(f".{file.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns)
            writer.writerows([_cell(text) for text in row] for row in rows)
        beside.replace(file)
    except OSError as error:
        raise StorageFull(f"{file} cannot be written.", error.strerror or "", "Choose another place.") from error
    finally:
        beside.unlink(missing_ok=True)
    return len(rows)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
