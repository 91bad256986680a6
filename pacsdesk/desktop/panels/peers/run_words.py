"""What runs over time say of themselves: when, what came, how long it took, what changed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from pacsdesk.contract.runs import Change, Outage, Run, RunResult
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_duration, format_milliseconds, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.peers.words import RESULTS

_HOUR = timedelta(hours=1)
INTERVALS: tuple[tuple[timedelta | None, str], ...] = (
    (None, marked("Peers", "Off")),
    (timedelta(minutes=1), marked("Peers", "Every minute")),
    (timedelta(minutes=5), marked("Peers", "Every 5 minutes")),
    (timedelta(minutes=15), marked("Peers", "Every 15 minutes")),
    (_HOUR, marked("Peers", "Every hour")),
)


def every_word(every: timedelta | None) -> str:
    """How often, as it was chosen."""
    return translate("Peers", next(words for known, words in INTERVALS if known == every))


def result_shape(result: RunResult) -> StateShape:
    """What a run found, as a shape."""
    return RESULTS[result][0]


def result_word(result: RunResult) -> str:
    """The same as a word."""
    return translate("Peers", RESULTS[result][1])


def clock_time(at: datetime | None) -> str:
    """An aware moment in this computer's time zone, "10:42:07"."""
    return at.astimezone().strftime("%H:%M:%S") if at is not None else NOTHING


def day_and_time(at: datetime) -> str:
    """The same for a list that may go over midnight, "2026-11-24 10:42:07"."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def time_taken(run: Run) -> str:
    """How long all its steps took."""
    return format_milliseconds(run.milliseconds) if run.is_tested else NOTHING


def cause_words(cause: str) -> str:
    """A finding's cause in the language of the window."""
    return in_own_words(plain(cause))


def run_line(run: Run) -> str:
    """All of one run on a line."""
    parts = (result_word(run.result), time_taken(run) if run.is_tested else "", cause_words(run.cause))
    return f"{clock_time(run.at)}: {', '.join(part for part in parts if part)}"


def runs_line(runs: Sequence[Run]) -> str:
    """Several of them for who cannot see their shapes, the newest first."""
    return "; ".join(run_line(run) for run in reversed(runs))


def change_word(change: Change) -> str:
    """From what to what."""
    if change.before is change.after:
        return translate("Peers", "{result}, for another cause").format(result=result_word(change.after))
    words = translate("Peers", "{before} \u2192 {after}")
    return words.format(before=result_word(change.before), after=result_word(change.after))


def change_notice(name: str, change: Change) -> tuple[str, str]:
    """What is said at once, and its detail."""
    words = translate("Peers", "{peer}: {change}").format(peer=plain(name), change=change_word(change))
    cause = cause_words(change.cause)
    return words, f"{clock_time(change.at)}: {cause}" if cause else clock_time(change.at)


def outage_words(outage: Outage | None) -> str:
    """How long, and whether it lasts."""
    if outage is None:
        return NOTHING
    length = format_duration(outage.length.total_seconds())
    return length if outage.is_over else translate("Peers", "{length}, lasts").format(length=length)
