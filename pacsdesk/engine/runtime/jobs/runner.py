"""Runs jobs in lanes, tells how far they are, stops them when asked; every end is written down before it is told."""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from threading import Event, Lock
from uuid import uuid4

from pacsdesk.contract.errors import JobCancelled, NotFound, PacsDeskError, Refused, Unavailable
from pacsdesk.contract.events import JobChanged
from pacsdesk.contract.records.jobs import Job, JobResult, JobState, Lane
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.types import JobId
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.jobs.store import JobStore
from pacsdesk.engine.runtime.jobs.work import JobOrder, StoppedHalfway

log = logging.getLogger(__name__)
TOLD_EVERY = timedelta(milliseconds=100)
_ORDERS_REMEMBERED = 200


@dataclass(slots=True)
class _Running:
    """A job's changing side; guarded by the runner's lock."""

    job: Job
    order: JobOrder
    actor: Actor
    stop: Event
    told_at: datetime


class JobRunner:
    """The engine's one place where long work runs."""

    def __init__(
        self, store: JobStore, publish: Callable[[object], None], clock: Clock, at_once: Mapping[Lane, int]
    ) -> None:
        """at_once: how many jobs of each lane run at the same time."""
        self._store = store
        self._publish = publish
        self._clock = clock
        self._lock = Lock()
        self._open: dict[JobId, _Running] = {}
        self._orders: dict[JobId, JobOrder] = {}
        self._futures: dict[JobId, Future[None]] = {}
        self._is_closing = False
        self._lanes = {lane: ThreadPoolExecutor(at_once[lane], thread_name_prefix=f"job-{lane}") for lane in Lane}

    def start(self, actor: Actor, order: JobOrder) -> JobId:
        """Queue a job. Raises Unavailable while the engine drains, StorageFull, StorageBroken: then there is none."""
        job_id = JobId(uuid4().hex)
        job = Job(
            job_id=job_id,
            kind=order.kind,
            title=order.title,
            lane=order.lane,
            state=JobState.WAITING,
            done=0,
            total=0,
            note="",
            started_by=actor.name,
            created_at=self._clock(),
            ended_at=None,
            result=None,
            error="",
            can_retry=False,
        )
        running = _Running(job, order, replace(actor, kind=ActorKind.JOB), Event(), self._clock() - TOLD_EVERY)
        with self._lock:
            if self._is_closing:
                raise Unavailable("The engine is stopping.", "No new jobs are taken.", "Try again when it is back.")
            self._open[job_id] = running
            self._remember(job_id, order)
        try:
            self._store.save(job)
            self._publish(JobChanged(job))
            future = self._lanes[order.lane].submit(self._run, running)
        except BaseException:
            with self._lock:
                self._open.pop(job_id, None)
            raise
        with self._lock:
            if not running.job.state.is_over:
                self._futures[job_id] = future
        return job_id

    def cancel(self, job_id: JobId) -> Job:
        """Ask a job to stop. Raises NotFound."""
        with self._lock:
            running = self._open.get(job_id)
        if running is not None:
            running.stop.set()
            return running.job
        return self.get(job_id)

    def retry(self, actor: Actor, job_id: JobId) -> JobId:
        """Run an ended job again as a new one. Raises NotFound, Refused."""
        job = self.get(job_id)
        order = self._orders.get(job_id)
        if order is None or not job.can_retry:
            raise Refused(f"“{job.title}” cannot be run again.", "", "Start it anew where it was started.")
        return self.start(actor, order)

    def get(self, job_id: JobId) -> Job:
        """One job. Raises NotFound."""
        with self._lock:
            running = self._open.get(job_id)
        job = running.job if running is not None else self._store.find(job_id)
        if job is None:
            raise NotFound("There is no such job.", f"{job_id} is unknown or ended over a week ago.")
        return self._with_retry(job)

    def recent(self) -> tuple[Job, ...]:
        """Open jobs and those of the last week, newest first."""
        with self._lock:
            live = {job_id: running.job for job_id, running in self._open.items()}
        return tuple(self._with_retry(live.get(job.job_id, job)) for job in self._store.recent(self._clock()))

    def close(self, seconds: float) -> bool:
        """Stop all jobs, wait so long, mark what is left as interrupted. True when all had ended."""
        with self._lock:
            self._is_closing = True
            for running in self._open.values():
                running.stop.set()
            futures = list(self._futures.values())
        wait(futures, timeout=seconds)
        for lane in self._lanes.values():
            lane.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            left = [running for running in self._open.values() if not running.job.state.is_over]
        for running in left:
            self._end(running, JobState.INTERRUPTED, error="The engine was stopped.")
        return not left

    def _run(self, running: _Running) -> None:
        context = _Context(running.job.job_id, running.actor, partial(self._report, running))
        try:
            if running.stop.is_set():
                raise JobCancelled("It was stopped before it began.")
            running.job = replace(running.job, state=JobState.RUNNING)
            self._store.save(running.job)
            self._publish(JobChanged(running.job))
            result = running.order.work(context)
        except JobCancelled:
            self._end(running, self._stopped())
        except StoppedHalfway as stopped:
            self._end(running, self._stopped(), result=stopped.result)
        except PacsDeskError as error:
            self._end(running, JobState.FAILED, error=str(error))
        except Exception as error:  # the job runner's edge: a fault of one job must not take its lane along
            log.exception("job %s (%s) failed", running.job.job_id, running.job.kind)
            self._end(running, JobState.FAILED, error=f"PACSDesk made a mistake ({type(error).__name__}). See the log.")
        else:
            self._end(running, JobState.DONE, result=result)

    def _stopped(self) -> JobState:
        return JobState.INTERRUPTED if self._is_closing else JobState.CANCELLED

    def _end(self, running: _Running, state: JobState, *, result: JobResult | None = None, error: str = "") -> None:
        with self._lock:
            if running.job.state.is_over:
                return  # marked as interrupted while it was still ending
            job = replace(running.job, state=state, ended_at=self._clock(), result=result, error=error)
            running.job = job
        try:
            self._store.save(job)
            is_noted = True
        except PacsDeskError:
            log.exception("the end of job %s could not be written", job.job_id)
            is_noted = False
        with self._lock:
            self._futures.pop(job.job_id, None)
            if is_noted:  # else only here it is known that the job has ended
                self._open.pop(job.job_id, None)
        self._publish(JobChanged(self._with_retry(job)))

    def _remember(self, job_id: JobId, order: JobOrder) -> None:
        self._orders[job_id] = order
        while len(self._orders) > _ORDERS_REMEMBERED:
            self._orders.pop(next(iter(self._orders)))

    def _with_retry(self, job: Job) -> Job:
        order = self._orders.get(job.job_id)
        has_failed = job.state.is_over and job.state is not JobState.DONE
        return replace(job, can_retry=has_failed and order is not None and order.can_retry)

    def _report(self, running: _Running, done: int, total: int, note: str) -> None:
        if running.stop.is_set():
            raise JobCancelled(f"“{running.job.title}” was stopped.")
        running.job = replace(running.job, done=done, total=total, note=note)
        now = self._clock()
        if now - running.told_at >= TOLD_EVERY:
            running.told_at = now
            self._publish(JobChanged(running.job))


@dataclass(frozen=True, slots=True)
class _Context:
    """What running work sees: implements work.JobContext."""

    job_id: JobId
    actor: Actor
    report_to: Callable[[int, int, str], None]

    def report(self, done: int, total: int, note: str = "") -> None:
        """Say how far it is. Raises JobCancelled."""
        self.report_to(done, total, note)
