"""How runs are told: a line or a document for each, what changed marked, and what came of all of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pacsdesk.cli.formatting import amount
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.runs import Change, History, Outage, Run, RunResult

_MINUTE, _HOUR = 60, 3600
_WORDS = {
    RunResult.WORKS: "works",
    RunResult.IN_PART: "works in part",
    RunResult.FAILS: "does not work",
    RunResult.UNTESTED: "not tested",
}


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run of one peer, as a document. outcome: None when it was not tested."""

    peer: str
    run: Run
    change: Change | None
    outcome: ProbeOutcome | None
    kind: str = "run"


@dataclass(frozen=True, slots=True)
class Total:
    """All runs of one peer. seconds: of the longest outage."""

    peer: str
    runs: int
    failures: int
    untested: int
    changes: int
    longest_outage: Outage | None
    seconds: float


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """The last document. left_out: runs that were due while one still ran, or while the computer slept."""

    peers: tuple[Total, ...]
    left_out: int
    kind: str = "summary"


def run_line(name: str, run: Run, change: Change | None, *, is_first: bool) -> str:
    """One run. Its cause is told in full where it is news."""
    mark = "*" if change else " "
    line = f"{mark} {_time(run.at)}  {name}  {_WORDS[run.result]:<13}  {run.milliseconds:6,.0f} ms"
    if run.result is RunResult.UNTESTED:
        return f"{mark} {_time(run.at)}  {name}  {_WORDS[run.result]}: {run.cause}"
    if change is not None:
        line += f"  it was: {_WORDS[change.before]}, at {_time(change.seen_at)}."
    if run.code and run.result is not RunResult.WORKS:
        line += f"  {run.code}"
        line += f": {run.cause}" if change or is_first else ""
    return line


def summary_of(history: History) -> str:
    """All runs of one peer, as a sentence."""
    parts = [amount(history.number, "run"), f"{history.failures:,} failed"]
    if history.untested:
        parts.append(f"{history.untested:,} not tested")
    parts.append(amount(history.number_of_changes, "change"))
    longest = history.longest
    if longest is None:
        return f"{', '.join(parts)}."
    end = f"to {_time(longest.until)}" if longest.is_over else "and it lasts"
    return f"{', '.join(parts)}; longest outage {_length(longest.length)}, from {_time(longest.began_at)} {end}."


def total_of(name: str, one: History) -> Total:
    """The same as a record."""
    seconds = one.longest.length.total_seconds() if one.longest else 0.0
    return Total(name, one.number, one.failures, one.untested, one.number_of_changes, one.longest, seconds)


def _time(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _length(length: timedelta) -> str:
    """In at most two units: "48 s", "4 min 58 s", "3 h 20 min"."""
    whole = round(length.total_seconds())
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE} s"
    return f"{whole // _HOUR:,} h {whole % _HOUR // _MINUTE} min"
