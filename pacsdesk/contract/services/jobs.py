"""What the engine is busy with."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.jobs import Job
from pacsdesk.contract.types import JobId


class JobsService(Protocol):
    """Raises NotFound for an unknown job."""

    @requires(Permission.JOB_VIEW)
    def list(self) -> tuple[Job, ...]:
        """Waiting and running jobs and those that ended within a week (at most 500), newest first."""
        ...

    @requires(Permission.JOB_VIEW)
    def get(self, job_id: JobId) -> Job:
        """One job."""
        ...

    @requires(Permission.JOB_CONTROL)
    def cancel(self, job_id: JobId) -> Job:
        """Ask a job to stop; it stops at its next report of progress."""
        ...

    @requires(Permission.JOB_CONTROL)
    def retry(self, job_id: JobId) -> JobId:
        """Run a job that ended without success again, as a new job. Raises Refused when it cannot be repeated."""
        ...
