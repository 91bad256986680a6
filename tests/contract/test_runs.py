"""Runs over time: what is kept, what counts as a change, how long a peer was out, and when the next run is due."""

from datetime import UTC, datetime, timedelta
from functools import reduce
from itertools import groupby, pairwise, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import ProbeOutcome, ProbeState, ProbeStep, StepOutcome
from pacsdesk.contract.runs import LATE, MOST_KEPT, History, Outage, Rhythm, Run, RunResult, result_of, run_of
from pacsdesk.contract.types import AETitle

BEGIN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FAILS, WORKS, IN_PART, UNTESTED = RunResult.FAILS, RunResult.WORKS, RunResult.IN_PART, RunResult.UNTESTED
_RUNS = st.lists(st.tuples(st.sampled_from(RunResult), st.sampled_from(("", "no-answer", "slow-peer"))), max_size=60)
_DURATIONS = st.timedeltas(timedelta(seconds=1), timedelta(hours=2))
_MOMENTS = st.timedeltas(timedelta(days=-3), timedelta(days=3))


def runs_of(found: list[tuple[RunResult, str]]) -> list[Run]:
    """One a minute."""
    return [Run(BEGIN + number * MINUTE, result, 1.0, code) for number, (result, code) in enumerate(found)]


def history_of(runs: list[Run]) -> History:
    return reduce(History.with_run, runs, History())


def outages_of(runs: list[Run]) -> list[Outage]:
    """Worked out from the whole list at once."""
    tested = [run for run in runs if run.is_tested]
    groups = [list(group) for _, group in groupby(tested, lambda run: run.result is FAILS)]
    outages = []
    for group, after in zip_longest(groups, groups[1:]):
        if group[0].result is FAILS:
            until = after[0].at if after else group[-1].at
            outages.append(Outage(group[0].at, until, len(group), after is not None))
    return outages


def outcome(*severities: Severity, step: ProbeState = ProbeState.DONE) -> ProbeOutcome:
    finding = [Finding(FindingCode.SLOW_PEER, one, "It is slow.", Confidence.LIKELY, (), ()) for one in severities]
    steps = (StepOutcome(ProbeStep.ASSOCIATION, ProbeState.DONE, 2.0), StepOutcome(ProbeStep.ECHO, step, 3.0))
    title = AETitle("CT01")
    return ProbeOutcome("CT 1", title, "192.0.2.1", 104, title, BEGIN, steps, findings=tuple(finding))


@pytest.mark.parametrize(
    ("found", "result"),
    [
        (outcome(), WORKS),
        (outcome(Severity.REMARK), WORKS),
        (outcome(Severity.REMARK, Severity.WARNING), IN_PART),
        (outcome(step=ProbeState.FAILED), IN_PART),
        (outcome(Severity.WARNING, Severity.FAULT), FAILS),
    ],
)
def test_a_ladder_in_one_word(found: ProbeOutcome, result: RunResult) -> None:
    assert result_of(found) is result


def test_no_association_is_a_failure_even_without_a_finding() -> None:
    failed = StepOutcome(ProbeStep.ASSOCIATION, ProbeState.FAILED)
    title = AETitle("CT01")
    assert result_of(ProbeOutcome("CT 1", title, "192.0.2.1", 104, title, BEGIN, (failed,))) is FAILS


def test_a_run_has_the_time_of_all_steps_and_the_first_finding() -> None:
    assert run_of(outcome(Severity.WARNING), BEGIN) == Run(BEGIN, IN_PART, 5.0, "slow-peer", "It is slow.")


@given(_RUNS)
def test_the_numbers_count_all_runs(found: list[tuple[RunResult, str]]) -> None:
    history, results = history_of(runs_of(found)), [result for result, _ in found]
    counted = (history.number, history.failures, history.untested)
    assert counted == (len(results), results.count(FAILS), results.count(UNTESTED))


@given(_RUNS)
def test_changes_are_where_two_tested_runs_differ(found: list[tuple[RunResult, str]]) -> None:
    runs = runs_of(found)
    tested = [run for run in runs if run.is_tested]
    wanted = [(one.at, two.at, one.result, two.result) for one, two in pairwise(tested) if not two.is_as(one)]
    changes = history_of(runs).changes
    assert [(one.seen_at, one.at, one.before, one.after) for one in changes] == wanted


@given(_RUNS)
def test_the_longest_outage_is_that_of_the_whole_list(found: list[tuple[RunResult, str]]) -> None:
    runs = runs_of(found)
    outages, history = outages_of(runs), history_of(runs)
    assert (history.longest.length if history.longest else None) == max((one.length for one in outages), default=None)
    assert history.longest is None or history.longest in outages
    assert history.outage == (outages[-1] if outages and not outages[-1].is_over else None)


@given(_RUNS)
def test_news_come_with_the_run_that_brought_them(found: list[tuple[RunResult, str]]) -> None:
    history = History()
    news = []
    for run in runs_of(found):
        before, history = history, history.with_run(run)
        if change := history.news_since(before):
            news.append(change)
    assert tuple(news) == history.changes


@pytest.mark.parametrize("number", [0, 1, MOST_KEPT, MOST_KEPT + 1, 2 * MOST_KEPT + 7])
def test_what_is_kept_is_bounded_and_newest(number: int) -> None:
    runs = runs_of([(FAILS if place % 2 else WORKS, "") for place in range(number)])
    history = history_of(runs)
    assert history.runs == tuple(runs[-MOST_KEPT:])
    assert (len(history.changes), history.number_of_changes) == (
        min(max(number - 1, 0), MOST_KEPT),
        max(number - 1, 0),
    )


def test_another_cause_is_a_change_too_yet_another_remark_is_none() -> None:
    failing = history_of(runs_of([(FAILS, "no-answer"), (FAILS, "connection-refused")]))
    working = history_of(runs_of([(WORKS, "any-called-ae-accepted"), (WORKS, "")]))
    assert (len(failing.changes), len(working.changes)) == (1, 0)


def test_a_clock_that_is_set_back_gives_no_negative_outage() -> None:
    assert Outage(BEGIN, BEGIN - MINUTE).length == timedelta()


@given(_DURATIONS, _MOMENTS)
def test_the_next_run_is_ahead_and_at_most_one_round_away(every: timedelta, passed: timedelta) -> None:
    now = BEGIN + passed
    following = Rhythm(every, BEGIN).after(now)
    assert now < following.next_at <= now + every
    assert following.every == every


@given(_DURATIONS, st.timedeltas(timedelta(), timedelta(days=3)))
def test_it_stays_in_step_whatever_was_left_out(every: timedelta, passed: timedelta) -> None:
    following = Rhythm(every, BEGIN).after(BEGIN + passed)
    assert (following.next_at - BEGIN) % every == timedelta()


@given(_DURATIONS, _MOMENTS)
def test_a_sleep_brings_at_most_one_run(every: timedelta, passed: timedelta) -> None:
    rhythm, now = Rhythm(every, BEGIN), BEGIN + passed
    assert rhythm.is_due(now) == (timedelta() <= passed <= LATE)
    assert not rhythm.after(now).is_due(now)
