"""Jobs: what the engine is busy with."""

from argparse import ArgumentParser
from contextlib import AbstractContextManager

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, moment
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.waiting import IMPORT_AGAIN, answer_with, wait_for_job, watch_job
from pacsdesk.contract.errors import Refused
from pacsdesk.contract.records.jobs import Job, JobState
from pacsdesk.contract.types import JobId


def list_jobs(invocation: Invocation) -> int:
    """`pacsdesk jobs list`"""
    invocation.out.records(
        invocation.services.jobs.list(),
        (
            ("Job", lambda job: job.job_id),
            ("State", _state_text),
            ("Title", lambda job: job.title),
            ("Done", lambda job: f"{job.done}/{job.total}" if job.total else ""),
            ("Started", lambda job: moment(job.created_at)),
            ("What came of it", lambda job: job.result.summary if job.result else job.error),
        ),
        "No jobs within a week.",
    )
    return Exit.DONE


def cancel(invocation: Invocation) -> int:
    """`pacsdesk jobs cancel JOB`"""
    with _suggesting(invocation):
        job = invocation.services.jobs.cancel(invocation.args.job_id)
    word = "is asked to stop"
    if job.state.is_over:
        word = "is cancelled" if job.state is JobState.CANCELLED else f"was over already: {job.state}"
    invocation.out.record(job, f"“{job.title}” {word}.")
    return Exit.DONE


def wait(invocation: Invocation) -> int:
    """`pacsdesk jobs wait JOB`"""
    with _suggesting(invocation):
        job = watch_job(invocation, invocation.args.job_id)
    return answer_with(invocation, job)


def retry(invocation: Invocation) -> int:
    """`pacsdesk jobs retry JOB`"""
    with _suggesting(invocation):
        try:
            job_id = invocation.services.jobs.retry(invocation.args.job_id)
        except Refused as error:
            if invocation.services.jobs.get(invocation.args.job_id).kind != "import":
                raise
            raise Refused(error.title, "Its files were not kept.", f"Instead {IMPORT_AGAIN}") from error
    return answer_with(invocation, wait_for_job(invocation, job_id))


def _state_text(job: Job) -> str:
    """An import that refused every file is done all the same: the number says that it was not all well."""
    problems = job.result.number_of_problems if job.result else 0
    return f"{job.state}, {amount(problems, 'problem')}" if problems else str(job.state)


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
