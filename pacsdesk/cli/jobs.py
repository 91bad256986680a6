"""Jobs: what the engine is busy with."""

from argparse import ArgumentParser
from contextlib import AbstractContextManager

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import moment
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.waiting import answer_with, wait_for_job, watch_job
from pacsdesk.contract.types import JobId


def list_jobs(invocation: Invocation) -> int:
    """`pacsdesk jobs list`"""
    invocation.out.records(
        invocation.services.jobs.list(),
        (
            ("Job", lambda job: job.job_id),
            ("State", lambda job: job.state),
            ("Title", lambda job: job.title),
            ("Done", lambda job: f"{job.done}/{job.total}" if job.total else ""),
            ("Started", lambda job: moment(job.created_at)),
        ),
        "No jobs within a week.",
    )
    return Exit.DONE


def cancel(invocation: Invocation) -> int:
    """`pacsdesk jobs cancel JOB`"""
    with _suggesting(invocation):
        job = invocation.services.jobs.cancel(invocation.args.job_id)
    invocation.out.record(job, f"“{job.title}” is asked to stop.")
    return Exit.DONE


def wait(invocation: Invocation) -> int:
    """`pacsdesk jobs wait JOB`"""
    with _suggesting(invocation):
        job = watch_job(invocation, invocation.args.job_id)
    return answer_with(invocation, job)


def retry(invocation: Invocation) -> int:
    """`pacsdesk jobs retry JOB`"""
    with _suggesting(invocation):
        job_id = invocation.services.jobs.retry(invocation.args.job_id)
    return answer_with(invocation, wait_for_job(invocation, job_id))


def _suggesting(invocation: Invocation) -> AbstractContextManager[None]:
    return suggesting(
        invocation.args.job_id, lambda: [job.job_id for job in invocation.services.jobs.list()], "jobs list"
    )


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("job_id", metavar="JOB", type=JobId, help="its id, as in `pacsdesk jobs list`")


LIST = Command("jobs list", "List jobs of the last week.", list_jobs, example="jobs list")
CANCEL = Command("jobs cancel", "Ask a job to stop.", cancel, _arguments, example="jobs cancel JOB")
WAIT = Command("jobs wait", "Wait until a job is over.", wait, _arguments, example="jobs wait JOB")
RETRY = Command(
    "jobs retry", "Run a job that failed again, and wait until it is over.", retry, _arguments, example="jobs retry JOB"
)
