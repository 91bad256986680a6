"""Tests of peers again and again: a line for each run, what changed marked, a summary at the end.

A run that is due while one still runs is left out. Once the first has come off, an engine that does not answer makes a
run untested and ends nothing: who waits for a fault of the night must not lose it to a restart.
"""

from argparse import ArgumentTypeError
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Protocol
from uuid import uuid4

from pacsdesk.cli.command import Exit, Invocation
from pacsdesk.cli.connection import connection_from
from pacsdesk.cli.formatting import amount
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.telling_runs import RunLine, SummaryLine, run_line, summary_of, total_of
from pacsdesk.contract.errors import NotFound, PacsDeskError
from pacsdesk.contract.records.probes import LadderOrder, ProbeOutcome
from pacsdesk.contract.runs import History, Rhythm, Run, RunResult, run_of
from pacsdesk.contract.services.catalog import Services

_AT_ONCE = 8
_STOP_AGAIN_S = 0.1
_LOOK_AGAIN_S = 0.5  # a computer that slept is noticed within
_UNITS = {"s": 1, "m": 60, "h": 3600}
_LONGEST_S = 24 * 3600


class Pace(Protocol):
    """The clock on the wall, and waiting."""

    def now(self) -> datetime:
        """Aware."""
        ...

    def wait(self, seconds: float) -> None:
        """Raises KeyboardInterrupt when the person has seen enough."""
        ...


class RealPace:
    """That of this computer."""

    def now(self) -> datetime:
        """See Pace."""
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        """See Pace."""
        Event().wait(seconds)


def interval(word: str) -> timedelta:
    """As in 30s, 5m or 1h."""
    number, unit = word[:-1], word[-1:].lower()
    seconds = int(number) * _UNITS[unit] if unit in _UNITS and number.isascii() and number.isdigit() else 0
    if not 1 <= seconds <= _LONGEST_S:
        raise ArgumentTypeError(f"it takes a time from 1s to 24h, as in 30s, 5m or 1h, not {word!r}")
    return timedelta(seconds=seconds)


class Repeating:
    """One call of `pacsdesk echo ... --every`."""

    def __init__(self, invocation: Invocation, pace: Pace) -> None:
        self._invocation = invocation
        self._pace = pace
        self._connection = invocation.connection
        self._histories: dict[str, History] = {}
        self._left_out = 0
        self._is_first = True
        self._is_lost = False

    def run(self, every: timedelta, times: int | None) -> int:
        """Until so many rounds have been, or Ctrl+C. Raises what the first round raises."""
        rhythm, done = Rhythm(every, self._pace.now()), 0
        try:
            while True:
                self._round()
                done += 1
                if done == times:
                    break
                rhythm = self._wait(rhythm)
        except KeyboardInterrupt:
            if not self._histories:
                raise
        finally:
            self._leave()
        self._sum_up()
        is_well = all(one.failures == one.untested == 0 for one in self._histories.values())
        return Exit.DONE if is_well else Exit.FAILED

    def _wait(self, rhythm: Rhythm) -> Rhythm:
        """Until the next run is due."""
        while True:
            following = rhythm.after(self._pace.now())
            self._left_out += max((following.next_at - rhythm.next_at) // rhythm.every - 1, 0)
            rhythm = following
            while (now := self._pace.now()) < rhythm.next_at and rhythm.after(now) == rhythm:
                self._pace.wait(min((rhythm.next_at - now).total_seconds(), _LOOK_AGAIN_S))
            if rhythm.is_due(now):
                return rhythm
            self._left_out += now > rhythm.next_at

    def _round(self) -> None:
        """All peers once, told in their order. Raises KeyboardInterrupt once those that run have stopped."""
        ticket = uuid4().hex
        if self._is_lost:
            self._connect_anew()
        try:
            names = self._names()
            services = self._connection.client().services
        except PacsDeskError as error:
            if self._is_first:
                raise
            self._tell_untested(tuple(self._histories), error)
            return
        with ThreadPoolExecutor(min(_AT_ONCE, len(names))) as pool:
            tests = [(name, pool.submit(self._test, services, name, ticket)) for name in names]
            try:
                for name, test in tests:
                    at, outcome = test.result()
                    self._take(name, at, outcome)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                while not all(test.done() for _, test in tests):  # one may just have been on its way
                    with suppress(PacsDeskError):
                        services.bench.stop(ticket)
                    wait([test for _, test in tests], timeout=_STOP_AGAIN_S)
                raise
        self._is_first = False

    def _names(self) -> tuple[str, ...]:
        args = self._invocation.args
        if not args.all:
            return tuple(dict.fromkeys(args.names))
        services = self._connection.client().services
        names = tuple(peer.name for peer in services.peers.list() if peer.can_be_called)
        if not names:
            raise NotFound("There is no peer that can be reached.", "None has a host and a port.", "Enter one first.")
        return names

    def _test(self, services: Services, name: str, ticket: str) -> tuple[datetime, ProbeOutcome | PacsDeskError]:
        """On a thread of its own."""
        args, at = self._invocation.args, self._pace.now()
        order = LadderOrder(args.calling, args.wrong_title, ticket=ticket)
        try:
            with suggesting(name, lambda: [peer.name for peer in services.peers.list()], "peers list"):
                return at, services.bench.ladder(name, order)
        except PacsDeskError as error:
            return at, error

    def _take(self, name: str, at: datetime, outcome: ProbeOutcome | PacsDeskError) -> None:
        if isinstance(outcome, PacsDeskError):
            if self._is_first:
                raise outcome
            self._tell_untested((name,), outcome)
        elif not outcome.is_stopped:
            self._tell(name, run_of(outcome, at), outcome)

    def _tell_untested(self, names: tuple[str, ...], error: PacsDeskError) -> None:
        self._is_lost = True
        run = Run(self._pace.now(), RunResult.UNTESTED, cause=error.title)
        for name in names:
            self._tell(name, run, None)

    def _connect_anew(self) -> None:
        """Ask anew where the engine is, and sign in again."""
        self._leave()
        self._connection, self._is_lost = connection_from(self._invocation.args), False

    def _leave(self) -> None:
        """The invocation's own connection is closed by whoever made it."""
        if self._connection is not self._invocation.connection:
            with suppress(PacsDeskError):
                self._connection.close()

    def _tell(self, name: str, run: Run, outcome: ProbeOutcome | None) -> None:
        before = self._histories.get(name, History())
        history = self._histories[name] = before.with_run(run)
        change, out = history.news_since(before), self._invocation.out
        if out.is_json:
            out.document_line(RunLine(name, run, change, outcome))
            return
        out.line(run_line(name, run, change, is_first=before.number == 0))
        out.finish()

    def _sum_up(self) -> None:
        out = self._invocation.out
        if out.is_json:
            totals = tuple(total_of(name, one) for name, one in self._histories.items())
            out.document_line(SummaryLine(totals, self._left_out))
            return
        out.line("")
        for name, history in self._histories.items():
            out.line(f"{name}: {summary_of(history)}")
        if self._left_out:
            out.line(f"Left out: {amount(self._left_out, 'run')}, due while one still ran or the computer slept.")
