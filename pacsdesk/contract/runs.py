"""What became of a peer that is tested again and again: its runs, what changed, and how long it was out.

Bounded in memory however long it goes on: the newest runs and changes are kept, the numbers count all.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.probes import ProbeOutcome, ProbeState, ProbeStep

MOST_KEPT = 200
LATE = timedelta(seconds=10)


class RunResult(StrEnum):
    """untested: nobody asked the peer, as our engine did not answer; that says nothing of the peer."""

    WORKS = "works"
    IN_PART = "in-part"
    FAILS = "fails"
    UNTESTED = "untested"


def result_of(outcome: ProbeOutcome) -> RunResult:
    """What a ladder that was not stopped found, in one word."""
    if outcome.has_faults or outcome.step(ProbeStep.ASSOCIATION).state not in (ProbeState.DONE, ProbeState.WARNING):
        return RunResult.FAILS
    is_warned = any(one.severity is Severity.WARNING for one in outcome.findings)
    is_hurt = any(one.state in (ProbeState.WARNING, ProbeState.FAILED) for one in outcome.steps)
    return RunResult.IN_PART if is_warned or is_hurt else RunResult.WORKS


@dataclass(frozen=True, slots=True)
class Run:
    """One test. at: when it was begun. code, cause: of its first finding, "" without one; cause also says why it is
    untested."""

    at: datetime
    result: RunResult
    milliseconds: float = 0.0
    code: str = ""
    cause: str = ""

    @property
    def is_tested(self) -> bool:
        """Whether the peer was asked."""
        return self.result is not RunResult.UNTESTED

    def is_as(self, other: "Run") -> bool:
        """Whether both found the same: of what works, findings are remarks and make no difference."""
        return self.result is other.result and (self.result is RunResult.WORKS or self.code == other.code)


def run_of(outcome: ProbeOutcome, at: datetime) -> Run:
    """A ladder that came to its end."""
    spent = sum(step.milliseconds for step in outcome.steps)
    if not outcome.findings:
        return Run(at, result_of(outcome), spent)
    first = outcome.findings[0]
    return Run(at, result_of(outcome), spent, first.code, first.cause)


@dataclass(frozen=True, slots=True)
class Change:
    """A run that found something else than the one before. seen_at: when that one was begun, so the change came between
    the two. The result is the same when only the cause is another."""

    seen_at: datetime
    at: datetime
    before: RunResult
    after: RunResult
    code: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Outage:
    """Runs that failed one after the other. until: the first one after them that did not, while it lasts the last of
    them; so a single one that fails takes until the next."""

    began_at: datetime
    until: datetime
    runs: int = 1
    is_over: bool = False

    @property
    def length(self) -> timedelta:
        """Never negative, should a clock be set back."""
        return max(self.until - self.began_at, timedelta())


@dataclass(frozen=True, slots=True)
class History:
    """All runs of one peer. runs, changes: the newest, the oldest of them first.

    last_tested: the run that the next one is compared with. outage: the one that lasts.
    """

    runs: tuple[Run, ...] = ()
    changes: tuple[Change, ...] = ()
    number: int = 0
    failures: int = 0
    untested: int = 0
    number_of_changes: int = 0
    began_at: datetime | None = None
    last_tested: Run | None = None
    outage: Outage | None = None
    longest: Outage | None = None

    def with_run(self, run: Run) -> "History":
        """The same with one run more."""
        added = replace(
            self,
            runs=(*self.runs, run)[-MOST_KEPT:],
            number=self.number + 1,
            began_at=self.began_at or run.at,
            failures=self.failures + (run.result is RunResult.FAILS),
            untested=self.untested + (not run.is_tested),
        )
        return _tested(added, run) if run.is_tested else added

    def news_since(self, before: "History") -> Change | None:
        """What the newest run changed. before: the history without it."""
        return self.changes[-1] if self.number_of_changes > before.number_of_changes else None


def _tested(history: History, run: Run) -> History:
    """What a run that asked the peer means beside those before it."""
    before, outage = history.last_tested, _goes_on(history.outage, run)
    is_longer = outage is not None and (history.longest is None or outage.length >= history.longest.length)
    told = replace(
        history,
        last_tested=run,
        outage=None if outage is None or outage.is_over else outage,
        longest=outage if is_longer else history.longest,
    )
    if before is None or run.is_as(before):
        return told
    change = Change(before.at, run.at, before.result, run.result, run.code, run.cause)
    changes = (*history.changes, change)[-MOST_KEPT:]
    return replace(told, changes=changes, number_of_changes=history.number_of_changes + 1)


def _goes_on(outage: Outage | None, run: Run) -> Outage | None:
    """What a tested run makes of the outage before it; over when it ends it."""
    if run.result is not RunResult.FAILS:
        return None if outage is None else replace(outage, until=run.at, is_over=True)
    return Outage(run.at, run.at) if outage is None else replace(outage, until=run.at, runs=outage.runs + 1)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When the next run is due. What is not begun then is left out, never made up for: not after a run that took longer
    than `every`, and not after a computer slept, whose network is often back later than itself."""

    every: timedelta
    next_at: datetime

    def is_due(self, now: datetime) -> bool:
        """Whether to begin a run now."""
        return self.next_at <= now <= self.next_at + LATE

    def after(self, now: datetime) -> "Rhythm":
        """Its next moment after now, in step with those before."""
        ahead = self.next_at - now
        if ahead > self.every:  # the clock was set back
            return replace(self, next_at=now + self.every)
        if ahead > timedelta():
            return self
        return replace(self, next_at=self.next_at + self.every * (-ahead // self.every + 1))
