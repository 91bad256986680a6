"""The bench of the engine in memory: outcomes are those that a test put into `site.outcomes`, by the peer's name."""

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.probes import AS_USUAL, LadderOrder, ProbeOutcome, StepOutcome
from pacsdesk.contract.types import JobId
from tests.support.fake_state import FakeService


class FakeBench(FakeService):
    def ladder(self, name: str, order: LadderOrder = AS_USUAL) -> ProbeOutcome:
        self.site.enter("bench.ladder")
        if name not in self.site.outcomes:
            raise NotFound(f"There is no peer {name!r}.")
        return self.site.outcomes[name]

    def stop(self, ticket: str) -> bool:
        self.site.enter("bench.stop")
        return False

    def steps_so_far(self, ticket: str) -> tuple[StepOutcome, ...]:
        self.site.enter("bench.steps_so_far")
        return ()

    def start_grid(self, names: tuple[str, ...] = (), order: LadderOrder = AS_USUAL) -> JobId:
        self.site.enter("bench.start_grid")
        return self.site.start_job("ladders", "Test of all peers")

    def grid(self, job_id: JobId) -> tuple[ProbeOutcome, ...]:
        self.site.enter("bench.grid")
        return tuple(self.site.outcomes.values())
