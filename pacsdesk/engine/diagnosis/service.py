"""The bench: ladders to peers, each with its diagnosis; one at a time for a person, many at once as a job."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.jobs import JobProblem, JobResult, Lane
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import AS_USUAL, LadderOrder, ProbeOutcome, StepOutcome
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle, JobId
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.gathering import Gathering
from pacsdesk.engine.diagnosis.grids import Grids
from pacsdesk.engine.diagnosis.so_far import SoFar, StepHeard, nobody_hears
from pacsdesk.engine.diagnosis.targets import Registry, target_of
from pacsdesk.engine.diagnosis.tickets import Tickets
from pacsdesk.engine.network.scu.grid import climb_all
from pacsdesk.engine.network.scu.ladder import Ladder
from pacsdesk.engine.network.scu.target import HURRIED, LadderLimits, Target
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.runtime.jobs.work import JobContext, JobOrder, JobStarter


class Bench:
    """Implements contract.services.bench."""

    def __init__(
        self,
        ladder: Ladder,
        registry: Registry,
        gathering: Gathering,
        jobs: JobStarter,
        own_title: Callable[[], AETitle],
    ) -> None:
        """own_title: under which we call, unless told otherwise."""
        self._ladder = ladder
        self._registry = registry
        self._gathering = gathering
        self._jobs = jobs
        self._own_title = own_title
        self._grids = Grids()
        self._tickets = Tickets()
        self._so_far = SoFar()

    def ladder(self, actor: Actor, name: str, order: LadderOrder = AS_USUAL) -> ProbeOutcome:
        """Climb to one peer."""
        with self._tickets.stoppable(order.ticket) as stop, self._so_far.told_under(order.ticket) as on_step:
            return self.climb(actor, name, order, stop, on_step)

    def climb(
        self, actor: Actor, name: str, order: LadderOrder, stop: Stop, on_step: StepHeard = nobody_hears
    ) -> ProbeOutcome:
        """The same for whoever stops it by himself."""
        peer = self._registry.get(actor, name)
        outcome = self._ladder.climb(self._target(peer, order, LadderLimits()), stop, on_step)
        return self._diagnosed(outcome, peer, self._registry.list(actor))

    def stop(self, actor: Actor, ticket: str) -> bool:
        """Stop what runs under a ticket."""
        return self._tickets.stop(ticket)

    def steps_so_far(self, actor: Actor, ticket: str) -> tuple[StepOutcome, ...]:
        """The steps that a ladder has taken by now."""
        return self._so_far.steps(ticket)

    def start_grid(self, actor: Actor, names: tuple[str, ...] = (), order: LadderOrder = AS_USUAL) -> JobId:
        """Climb to many, as a job."""
        if names:
            peers = tuple(self._registry.get(actor, name) for name in dict.fromkeys(names))
        else:
            peers = tuple(peer for peer in self._registry.list(actor) if peer.can_be_called)
        if not peers:
            raise NotFound("There is no peer that can be reached.", "None has a host and a port.", "Enter one first.")
        targets = tuple(self._target(peer, order, HURRIED) for peer in peers)

        def work(context: JobContext) -> JobResult:
            return self._climb_all(context, peers, targets)

        title = f"Test of {len(peers)} peers" if len(peers) > 1 else f"Test of {peers[0].name}"
        return self._jobs.start(actor, JobOrder("ladders", title, Lane.NETWORK, work))

    def grid(self, actor: Actor, job_id: JobId) -> tuple[ProbeOutcome, ...]:
        """What has come of a grid."""
        return self._grids.get(job_id)

    def _climb_all(self, context: JobContext, peers: tuple[Peer, ...], targets: tuple[Target, ...]) -> JobResult:
        known = self._registry.list(context.actor)
        diagnosed: dict[int, ProbeOutcome] = {}
        self._grids.put(context.job_id, ())

        def report(come: Mapping[int, ProbeOutcome]) -> None:
            news = come.keys() - diagnosed.keys()
            for place in news:
                diagnosed[place] = self._diagnosed(come[place], peers[place], known)
            if news:
                self._grids.put(context.job_id, tuple(diagnosed[place] for place in sorted(diagnosed)))
            context.report(len(diagnosed), len(targets), "")

        climb_all(self._ladder, targets, Stop(), report)
        faulty = [one for one in self._grids.get(context.job_id) if one.has_faults]
        problems = tuple(JobProblem(one.peer, one.findings[0].cause) for one in faulty)
        well = len(targets) - len(faulty)
        return JobResult(f"{well} of {len(targets)} peers without a fault.", problems, len(problems))

    def _diagnosed(self, outcome: ProbeOutcome, peer: Peer, peers: tuple[Peer, ...]) -> ProbeOutcome:
        return replace(outcome, findings=diagnose(self._gathering.evidence(outcome, peer, peers)))

    def _target(self, peer: Peer, order: LadderOrder, limits: LadderLimits) -> Target:
        calling = order.calling_ae_title or self._own_title()
        return target_of(peer, calling, limits, tries_wrong_title=order.tries_wrong_title)
