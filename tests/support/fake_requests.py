"""Requests to peers in memory: a test puts what comes into the site."""

from dataclasses import replace

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.performed_steps import PerformedOutcome, StepBegun, StepChange
from pacsdesk.contract.records.requests import CommitOrder, CommitOutcome
from pacsdesk.contract.types import JobId
from tests.support.fake_state import FakeService


class FakeRequests(FakeService):
    def start_commit(self, name: str, order: CommitOrder) -> JobId:
        self.site.enter("requests.start_commit")
        if name not in self.site.commit_outcomes:
            raise NotFound(f"There is no peer {name!r}.")
        self.site.commits.append(replace(self.site.commit_outcomes[name], order=order))
        job_id = self.site.start_job("commitment", f"Commitment by {name}")
        self.site.commits_by_job[job_id] = self.site.commits[-1]
        return job_id

    def commit(self, job_id: JobId) -> CommitOutcome:
        self.site.enter("requests.commit")
        if job_id not in self.site.commits_by_job:
            raise NotFound("There is no such request.")
        return self.site.commits_by_job[job_id]

    def commits(self) -> tuple[CommitOutcome, ...]:
        self.site.enter("requests.commits")
        return tuple(reversed(self.site.commits))

    def begin_step(self, name: str, order: StepBegun) -> PerformedOutcome:
        self.site.enter("requests.begin_step")
        self.site.steps_begun.append(order)
        return self._step(name)

    def change_step(self, name: str, order: StepChange) -> PerformedOutcome:
        self.site.enter("requests.change_step")
        self.site.steps_changed.append(order)
        return self._step(name)

    def _step(self, name: str) -> PerformedOutcome:
        if name not in self.site.step_outcomes:
            raise NotFound(f"There is no peer {name!r}.")
        return self.site.step_outcomes[name]
