"""Jobs report, stop when asked, are remembered over a restart, and never take their lane along."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from queue import Queue
from threading import Event

import pytest

from pacsdesk.contract.errors import NotFound, Refused, StorageFull, Unavailable
from pacsdesk.contract.events import JobChanged
from pacsdesk.contract.records.jobs import Job, JobProblem, JobResult, JobState, Lane
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.types import JobId
from pacsdesk.engine.runtime.clock import now
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.jobs.runner import JobRunner
from pacsdesk.engine.runtime.jobs.store import KEPT_FOR, JobStore
from pacsdesk.engine.runtime.jobs.tables import JobRow
from pacsdesk.engine.runtime.jobs.work import JobContext, JobOrder, StoppedHalfway, Work

SOMEBODY = Actor(ActorKind.PERSON, "ann", frozenset())
AT_ONCE = dict.fromkeys(Lane, 1)


class Site:
    """A runner over a real database, and the events it told."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path, lambda reason: None)
        JobRow.metadata.tables["jobs"].create(self.database.engine, checkfirst=True)
        self.store = JobStore(self.database)
        self.events: Queue[Job] = Queue()
        self.runner = JobRunner(self.store, self._tell, now, AT_ONCE)

    def _tell(self, event: object) -> None:
        assert isinstance(event, JobChanged)
        self.events.put(event.job)

    def run(self, work: Work, can_retry: bool = True) -> JobId:
        return self.runner.start(SOMEBODY, JobOrder("test", "Test", Lane.ARCHIVE, work, can_retry))

    def wait(self, job_id: JobId, *states: JobState) -> Job:
        """The job when the events say that it is in one of these states."""
        while True:
            job = self.events.get(timeout=10)
            if job.job_id == job_id and job.state in states:
                return job


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """One site per test."""
    made = Site(tmp_path / "index.db")
    yield made
    made.runner.close(5)
    made.database.close()


def until_stopped(started: Event) -> Work:
    """Work that reports until it is asked to stop."""

    def work(context: JobContext) -> JobResult:
        started.set()
        turn = Event()
        while True:
            context.report(1, 2)
            turn.wait(0.005)

    return work


def raising(error: Exception) -> Callable[[JobContext], JobResult]:
    """Work that fails."""

    def work(context: JobContext) -> JobResult:
        raise error

    return work


def test_a_job_that_is_stopped_halfway_tells_what_stays(site: Site) -> None:
    stays = JobResult("3 instances stored, 4 left out")
    job_id = site.run(raising(StoppedHalfway(stays)))
    site.wait(job_id, JobState.CANCELLED)
    assert site.runner.get(job_id).result == stays


def test_a_job_ends_with_its_result(site: Site) -> None:
    aside = (JobProblem("README", "no DICOM"),)
    result = JobResult("All of it.", (JobProblem("a.dcm", "no image"),), 1, "export/x", aside, 1)
    job_id = site.run(lambda context: result)
    site.wait(job_id, JobState.DONE)
    assert site.runner.get(job_id).result == result


def test_a_stopped_job_is_cancelled(site: Site) -> None:
    started = Event()
    job_id = site.run(until_stopped(started))
    assert started.wait(10)
    site.runner.cancel(job_id)
    assert site.wait(job_id, *JobState).state in (JobState.WAITING, JobState.RUNNING, JobState.CANCELLED)
    assert site.runner.get(site.wait(job_id, JobState.CANCELLED).job_id).state is JobState.CANCELLED


def test_a_waiting_job_can_be_stopped_before_it_begins(site: Site) -> None:
    started = Event()
    first = site.run(until_stopped(started))
    assert started.wait(10)
    second = site.run(until_stopped(Event()))
    site.runner.cancel(second)
    site.runner.cancel(first)
    assert site.wait(second, JobState.CANCELLED).done == 0


def test_a_failed_job_says_why(site: Site) -> None:
    job_id = site.run(raising(StorageFull("There is no room.", "", "Make some.")))
    assert site.wait(job_id, JobState.FAILED).error == "There is no room. Make some."


def test_a_fault_of_our_own_does_not_take_the_lane_along(site: Site) -> None:
    site.wait(site.run(raising(ZeroDivisionError())), JobState.FAILED)
    site.wait(site.run(lambda context: JobResult("fine")), JobState.DONE)


def test_a_failed_job_can_be_run_again(site: Site) -> None:
    job_id = site.run(raising(StorageFull("There is no room.")))
    assert site.wait(job_id, JobState.FAILED).can_retry
    again = site.runner.retry(SOMEBODY, job_id)
    site.wait(again, JobState.FAILED)
    assert again != job_id


def test_a_done_job_is_not_run_again(site: Site) -> None:
    job_id = site.run(lambda context: JobResult("fine"))
    site.wait(job_id, JobState.DONE)
    with pytest.raises(Refused):
        site.runner.retry(SOMEBODY, job_id)


def test_an_unknown_job_is_not_found(site: Site) -> None:
    with pytest.raises(NotFound):
        site.runner.get(JobId("nothing"))


class FullStore(JobStore):
    """A store on a full disk, from the moment when a job has a state that it does not take."""

    def __init__(self, database: Database, refused: JobState) -> None:
        super().__init__(database)
        self._refused = refused

    def save(self, job: Job) -> None:
        if job.state is self._refused:
            raise StorageFull("The index cannot be written now.")
        super().save(job)


def test_a_job_that_cannot_be_written_down_is_none(site: Site) -> None:
    runner = JobRunner(FullStore(site.database, JobState.WAITING), site._tell, now, AT_ONCE)
    with pytest.raises(StorageFull):
        runner.start(SOMEBODY, JobOrder("test", "Test", Lane.ARCHIVE, lambda context: JobResult("")))
    assert (runner.recent(), runner.close(5)) == ((), True)


def test_a_job_whose_end_cannot_be_written_down_has_ended_all_the_same(site: Site) -> None:
    site.runner = JobRunner(FullStore(site.database, JobState.DONE), site._tell, now, AT_ONCE)
    job_id = site.run(lambda context: JobResult("seven stored"))
    site.wait(job_id, JobState.DONE)
    (listed,) = site.runner.recent()
    assert (site.runner.get(job_id).state, listed.state) == (JobState.DONE, JobState.DONE)


def test_closing_interrupts_what_runs_and_takes_nothing_more(site: Site) -> None:
    started = Event()
    job_id = site.run(until_stopped(started))
    assert started.wait(10)
    assert site.runner.close(5)
    assert site.runner.get(job_id).state is JobState.INTERRUPTED
    with pytest.raises(Unavailable):
        site.run(lambda context: JobResult(""))


def test_what_ran_when_the_engine_was_killed_shows_as_interrupted(site: Site) -> None:
    started = Event()
    job_id = site.run(until_stopped(started))
    assert started.wait(10)
    site.store.settle(now())  # what the next engine does first
    job = site.store.find(job_id)
    assert job is not None
    assert job.state is JobState.INTERRUPTED


def test_progress_is_told_at_most_ten_times_a_second(site: Site) -> None:
    def work(context: JobContext) -> JobResult:
        for done in range(5000):
            context.report(done, 5000)
        return JobResult("")

    site.wait(site.run(work), JobState.DONE)
    assert site.events.qsize() < 50


def test_jobs_are_forgotten_a_week_after_their_end_while_the_engine_runs(site: Site) -> None:
    old = site.wait(site.run(lambda context: JobResult("Done.")), JobState.DONE)
    assert old.ended_at is not None
    site.store.save(replace(old, ended_at=old.ended_at - KEPT_FOR - timedelta(minutes=1)))
    assert site.store.find(old.job_id) is not None

    site.wait(site.run(lambda context: JobResult("Done.")), JobState.DONE)

    assert site.store.find(old.job_id) is None
