"""The bench: ladders to peers, each with its diagnosis; one at a time for a person, many at once as a job."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from typing import Protocol

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.records.jobs import JobProblem, JobResult, Lane
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import AS_USUAL, LadderOrder, ProbeOutcome, ProbeStep
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle, JobId
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.gathering import Gathering
from pacsdesk.engine.diagnosis.grids import Grids
from pacsdesk.engine.network.hosts import is_single
from pacsdesk.engine.network.scu.grid import climb_all
from pacsdesk.engine.network.scu.ladder import Ladder
from pacsdesk.engine.network.scu.stopping import Stop
from pacsdesk.engine.network.scu.target import HURRIED, LadderLimits, Target
from pacsdesk.engine.runtime.jobs.work import JobContext, JobOrder, JobStarter


class Registry(Protocol):
    """What the bench needs to know of peers."""

    def list(self, actor: Actor) -> tuple[Peer, ...]:
        """All of them."""
        ...

    def get(self, actor: Actor, name: str) -> Peer:
        """One. Raises NotFound."""
        ...


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
        self._changing = Lock()
        self._under_way: dict[str, list[Stop]] = defaultdict(list)

    def ladder(self, actor: Actor, name: str, order: LadderOrder = AS_USUAL) -> ProbeOutcome:
        """Climb to one peer."""
        peer = self._registry.get(actor, name)
        target = self._target(peer, order, LadderLimits())
        with self._stoppable(order.ticket) as stop:
            outcome = self._ladder.climb(target, stop)
        return self._diagnosed(outcome, peer, self._registry.list(actor))

    def stop(self, actor: Actor, ticket: str) -> bool:
        """Stop what runs under a ticket."""
        with self._changing:
            stops = tuple(self._under_way.get(ticket, ()))
        for stop in stops:
            stop.ask()
        return bool(stops)

    def start_grid(self, actor: Actor, names: tuple[str, ...] = (), order: LadderOrder = AS_USUAL) -> JobId:
        """Climb to many, as a job."""
        if names:
            peers = tuple(self._registry.get(actor, name) for name in dict.fromkeys(names))
        else:
            peers = tuple(peer for peer in self._registry.list(actor) if peer.port and is_single(peer.host))
        if not peers:
            raise NotFound("There is no peer that can be reached.", "None has a host and a port.", "Enter one first.")
        targets = tuple(self._target(peer, order, HURRIED) for peer in peers)

        def work(context: JobContext) -> JobResult:
            return self._climb_all(context, peers, targets)

        number = f"{len(peers)} peers" if len(peers) > 1 else peers[0].name
        return self._jobs.start(actor, JobOrder("ladders", f"Test of {number}", Lane.NETWORK, work))

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
        if peer.port is None or not is_single(peer.host):
            raise InvalidInput(
                f"{peer.name} cannot be called.",
                "It is entered without a port, or without a single host: it only sends.",
                "Enter both: `pacsdesk peers change NAME --host HOST --port PORT`.",
            )
        return Target(
            peer=peer.name,
            host=peer.host,
            port=peer.port,
            called_ae_title=peer.ae_title,
            calling_ae_title=order.calling_ae_title or self._own_title(),
            tls=peer.tls,
            uses=tuple(ProbeStep(one.value) for one in peer.uses),
            limits=_with_timeouts(limits, peer) if limits is not HURRIED else HURRIED,
            tries_wrong_title=order.tries_wrong_title,
        )

    @contextmanager
    def _stoppable(self, ticket: str) -> Iterator[Stop]:
        stop = Stop()
        with self._changing:
            self._under_way[ticket].append(stop)
        try:
            yield stop
        finally:
            with self._changing:
                self._under_way[ticket].remove(stop)
                if not self._under_way[ticket]:
                    del self._under_way[ticket]


def _with_timeouts(limits: LadderLimits, peer: Peer) -> LadderLimits:
    """A peer's own, as far as the whole allows."""
    own = peer.timeouts
    return replace(
        limits,
        connect=min(own.connect or limits.connect, limits.whole),
        associate=min(own.associate or limits.associate, limits.whole),
        answer=min(own.answer or limits.answer, limits.whole),
    )
