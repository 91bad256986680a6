"""The jobs service: a thin face over the runner."""

from pacsdesk.contract.records.jobs import Job
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import JobId
from pacsdesk.engine.runtime.jobs.runner import JobRunner


class JobsServiceImplementation:
    """Implements contract.services.jobs."""

    def __init__(self, runner: JobRunner) -> None:
        self._runner = runner

    def list(self, actor: Actor) -> tuple[Job, ...]:
        """Open jobs and those of the last week, newest first."""
        return self._runner.recent()

    def get(self, actor: Actor, job_id: JobId) -> Job:
        """One job."""
        return self._runner.get(job_id)

    def cancel(self, actor: Actor, job_id: JobId) -> Job:
        """Ask a job to stop."""
        return self._runner.cancel(job_id)

    def retry(self, actor: Actor, job_id: JobId) -> JobId:
        """Run a job again."""
        return self._runner.retry(actor, job_id)
