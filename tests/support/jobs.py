"""Stands in for the job runner where a test only wants the work done."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pacsdesk.contract.records.jobs import JobResult
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import JobId
from pacsdesk.engine.runtime.jobs.work import JobOrder
from tests.support.actors import ANN


@dataclass(slots=True)
class Context:
    """A JobContext that remembers reports. stop: called with what is done, may raise as a cancelled job does."""

    job_id: JobId = JobId("job1")
    actor: Actor = ANN
    stop: Callable[[int], None] = lambda done: None
    reports: list[tuple[int, int]] = field(default_factory=list)

    def report(self, done: int, total: int, note: str = "") -> None:
        self.reports.append((done, total))
        self.stop(done)


class JobsAtOnce:
    """A JobStarter that runs each order before it answers."""

    def __init__(self) -> None:
        self.orders: list[JobOrder] = []
        self.results: list[JobResult] = []

    def start(self, actor: Actor, order: JobOrder) -> JobId:
        job_id = JobId(f"job{len(self.orders) + 1}")
        self.orders.append(order)
        self.results.append(order.work(Context(job_id, actor)))
        return job_id
