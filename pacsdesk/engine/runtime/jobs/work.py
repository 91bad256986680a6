"""What a job is to the feature that brings it: a plain function of a context."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pacsdesk.contract.records.jobs import JobResult, Lane
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import JobId


class JobContext(Protocol):
    """What running work is given."""

    @property
    def job_id(self) -> JobId:
        """The job's own id."""
        ...

    @property
    def actor(self) -> Actor:
        """For whom it runs."""
        ...

    def report(self, done: int, total: int, note: str = "") -> None:
        """Say how far it is (total 0: unknown). Raises JobCancelled when a person asked to stop."""
        ...


class StoppedHalfway(Exception):
    """Raised by work in place of JobCancelled when what it did until then stays and should be told."""

    def __init__(self, result: JobResult) -> None:
        super().__init__(result.summary)
        self.result = result


Work = Callable[[JobContext], JobResult]


@dataclass(frozen=True, slots=True)
class JobOrder:
    """What to run. title: for people, without patient data; work may run again when the job is retried."""

    kind: str
    title: str
    lane: Lane
    work: Work
    can_retry: bool = True


class JobStarter(Protocol):
    """The door of the runner that features use."""

    def start(self, actor: Actor, order: JobOrder) -> JobId:
        """Queue a job; it runs when its lane has room."""
        ...
