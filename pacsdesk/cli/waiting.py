"""Waiting for a job from the command line: progress on a terminal, its end is the answer."""

from threading import Event

from pacsdesk.cli.command import Exit, Invocation
from pacsdesk.contract.events import JobChanged
from pacsdesk.contract.records.jobs import Job, JobProblem, JobState
from pacsdesk.contract.types import JobId

IMPORT_AGAIN = "import the same files again: those that are stored already are recognised."
_LOOK_AGAIN_S = 0.2


def wait_for_job(invocation: Invocation, job_id: JobId) -> Job:
    """Return the job that this command began when it is over. Ctrl+C stops the job, then the command."""
    try:
        return watch_job(invocation, job_id)
    except KeyboardInterrupt:
        job = invocation.services.jobs.cancel(job_id)
        while not job.state.is_over:
            Event().wait(_LOOK_AGAIN_S)
            job = invocation.services.jobs.get(job_id)
        if job.state is JobState.CANCELLED:
            answer_with(invocation, job)
            raise
        return job


def watch_job(invocation: Invocation, job_id: JobId) -> Job:
    """Return a job when it is over. Ctrl+C ends the watching alone."""
    stop = Event()
    try:
        job = invocation.services.jobs.get(job_id)
        while not job.state.is_over:
            show_progress(invocation, job)
            for event in invocation.client.listen(stop):
                if event is None or (isinstance(event, JobChanged) and event.job.job_id == job_id):
                    job = event.job if isinstance(event, JobChanged) else invocation.services.jobs.get(job_id)
                    show_progress(invocation, job)
                    if job.state.is_over:
                        break
    finally:
        stop.set()
        invocation.out.end_progress()
    return job


def show_progress(invocation: Invocation, job: Job) -> None:
    """One line on a terminal."""
    share = f" {job.done}/{job.total}" if job.total else ""
    invocation.out.progress(f"{job.title}: {job.state}{share} {job.note}")


def answer_with(invocation: Invocation, job: Job) -> int:
    """Say how a job ended: its summary, then each problem and each thing passed over on a line of its own.

    Exit.DONE only when all of it worked; what was passed over was nobody's business and does not count.
    """
    result = job.result
    if result is None:
        invocation.out.record(job, f"{job.title}: {job.state}. {job.error}".strip())
        return Exit.DONE if job.state is JobState.DONE else Exit.FAILED
    is_done = job.state is JobState.DONE
    invocation.out.record(job, result.summary if is_done else f"{job.title}: {job.state}. {result.summary}.")
    if not is_done and job.kind == "import":
        invocation.out.line(f"What was stored stays. To go on, {IMPORT_AGAIN}")
    _list(invocation, result.problems, result.number_of_problems)
    if result.passed_over:
        invocation.out.line("Passed over:")
        _list(invocation, result.passed_over, result.number_passed_over)
    return Exit.DONE if is_done and not result.number_of_problems else Exit.FAILED


def _list(invocation: Invocation, listed: tuple[JobProblem, ...], number: int) -> None:
    for one in listed:
        invocation.out.line(f"  {one.subject}: {one.reason}")
    if number > len(listed):
        invocation.out.line(f"  and {number - len(listed):,} more")
