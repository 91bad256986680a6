"""The pace of a job is told once it is known, and never guessed."""

import pytest

from pacsdesk.desktop.shell.job_pace import JobPace


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    """At zero."""
    return Watch()


def run(pace: JobPace, watch: Watch, per_second: int, seconds: int, start: int = 0) -> None:
    for second in range(seconds + 1):
        watch.now = float(second)
        pace.note(start + per_second * second)


def test_an_even_pace_is_told(watch: Watch) -> None:
    pace = JobPace(watch)
    run(pace, watch, 50, 5)
    assert pace.per_second() == pytest.approx(50)


def test_the_time_left_follows_the_pace(watch: Watch) -> None:
    pace = JobPace(watch)
    run(pace, watch, 50, 5)
    assert pace.seconds_left(500) == pytest.approx(5)


def test_nothing_is_told_in_the_first_moments(watch: Watch) -> None:
    pace = JobPace(watch)
    run(pace, watch, 50, 1)
    assert pace.per_second() is None


def test_nothing_is_told_of_a_job_that_stands(watch: Watch) -> None:
    pace = JobPace(watch)
    run(pace, watch, 0, 10)
    assert pace.seconds_left(100) is None


def test_no_total_gives_no_time_left(watch: Watch) -> None:
    pace = JobPace(watch)
    run(pace, watch, 50, 5)
    assert pace.seconds_left(0) is None


def test_an_old_pace_is_forgotten(watch: Watch) -> None:
    pace = JobPace(watch)
    run(pace, watch, 1, 30)
    for second in range(31, 60):
        watch.now = float(second)
        pace.note(30 + 100 * (second - 30))
    assert pace.per_second() == pytest.approx(100)


def test_going_back_starts_anew(watch: Watch) -> None:
    pace = JobPace(watch)
    run(pace, watch, 50, 5)
    pace.note(0)
    assert pace.per_second() is None


def test_many_reports_keep_the_whole_window(watch: Watch) -> None:
    pace = JobPace(watch)
    for tick in range(1000):
        watch.now = tick / 100
        pace.note(tick)
    assert pace.per_second() == pytest.approx(100, rel=0.1)
