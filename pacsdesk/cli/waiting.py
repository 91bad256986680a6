"""Waiting for a job from the command line: progress on a terminal, Ctrl+C stops the job, its end is the answer."""

from threading import Event

from pacsdesk.cli.command import Exit, Invocation
from pacsdesk.contract.events import JobChanged
from pacsdesk.contract.records.jobs import Job, JobState
from pacsdesk.contract.types import JobId

_LOOK_AGAIN_S = 0.2


def wait_for_job(invocation: Invocation, job_id: JobId) -> Job:
    """Return the job when it is over."""
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
    except KeyboardInterrupt:
        job = invocation.services.jobs.cancel(job_id)
        while not job.state.is_over:
            stop.wait(_LOOK_AGAIN_S)
            job = invocation.services.jobs.get(job_id)
    finally:
        stop.set()
        invocation.out.end_progress()
    return job


def show_progress(invocation: Invocation, job: Job) -> None:
    """One line on a terminal."""
    share = f" {job.done}/{job.total}" if job.total else ""
    invocation.out.progress(f"{job.title}: {job.state}{share} {job.note}")


def answer_with(invocation: Invocation, job: Job) -> int:
    """Say how a job ended: its summary, then each problem on a line; Exit.DONE only when all of it worked."""
    lines = [job.result.summary if job.result else f"{job.title}: {job.state}. {job.error}".strip()]
    if job.result is not None:
        lines += [f"  {problem.subject}: {problem.reason}" for problem in job.result.problems]
        left_out = job.result.number_of_problems - len(job.result.problems)
        if left_out > 0:
            lines.append(f"  and {left_out} more")
    invocation.out.record(job, lines[0])
    for line in lines[1:]:
        invocation.out.line(line)
    has_problems = job.result is not None and job.result.number_of_problems > 0
    return Exit.DONE if job.state is JobState.DONE and not has_problems else Exit.FAILED
