"""Retrievals from peers, asked by a person: each a job, its outcome and its ledger known afterwards."""

from collections.abc import Callable
from dataclasses import dataclass

from pacsdesk.contract.errors import Refused
from pacsdesk.contract.records.jobs import JobResult, Lane
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.retrieves import LedgerLine, RetrieveKind, RetrieveOrder, RetrieveOutcome, Unfolded
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle, JobId
from pacsdesk.engine.diagnosis.retrieves.fetches import Fetches
from pacsdesk.engine.diagnosis.retrieves.retrievals import Retrieval, Retrievals, page_of
from pacsdesk.engine.diagnosis.retrieves.unfolding import Unfolding
from pacsdesk.engine.diagnosis.retrieves.wishes import wish_of, wishes_for
from pacsdesk.engine.diagnosis.targets import Registry, target_of
from pacsdesk.engine.diagnosis.tickets import Tickets
from pacsdesk.engine.network.scu.fetching import Wish
from pacsdesk.engine.network.scu.listing import Listed, Listing
from pacsdesk.engine.network.scu.target import LadderLimits
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.jobs.work import JobContext, JobOrder, JobStarter

# an archive that recalls images from a tape says nothing meanwhile
_LIMITS = LadderLimits(answer=300.0, whole=3600.0)


@dataclass(frozen=True, slots=True)
class _Resumed:
    """What a retrieval goes on with: requests for what was missing, and what that is."""

    job_id: JobId
    wishes: tuple[Wish, ...]
    lines: tuple[LedgerLine, ...]


class Retrieves:
    """Implements contract.services.retrieves."""

    def __init__(
        self,
        fetches: Fetches,
        unfolding: Unfolding,
        registry: Registry,
        jobs: JobStarter,
        clock: Clock,
        own_title: Callable[[], AETitle],
    ) -> None:
        """own_title: under which we call, and which objects are moved to, unless told otherwise."""
        self._fetches = fetches
        self._unfolding = unfolding
        self._registry = registry
        self._jobs = jobs
        self._clock = clock
        self._own_title = own_title
        self._kept = Retrievals()
        self._tickets = Tickets()

    def start(self, actor: Actor, name: str, order: RetrieveOrder) -> JobId:
        """Fetch from a peer."""
        return self._start(actor, self._registry.get(actor, name), order, None)

    def get(self, actor: Actor, job_id: JobId) -> RetrieveOutcome:
        """What came of one so far."""
        return self._kept.get(job_id).outcome()

    def ledger(self, actor: Actor, job_id: JobId, page: PageRequest, only_missing: bool = False) -> Page[LedgerLine]:
        """Instance by instance."""
        return page_of(self._kept.get(job_id), page, only_missing)

    def start_missing(self, actor: Actor, job_id: JobId) -> JobId:
        """Fetch what did not land."""
        before = self._kept.get(job_id)
        if not before.is_over:
            raise Refused("This retrieval is not over.", "", "Wait for its end, or cancel it.")
        missing = before.missing()
        lines = tuple(line for line in missing if line.series_instance_uid)
        wishes = wishes_for(lines, before.order, before.lines)
        if not wishes:
            raise Refused(
                "Nothing is missing." if not missing else "Nobody knows where what is missing belongs.",
                "" if not missing else f"{before.peer.name} did not list it, so its study and series are not known.",
                "" if not missing else "Fetch the whole study again: what is here already is recognised.",
            )
        peer = self._registry.get(actor, before.peer.name)
        return self._start(actor, peer, before.order, _Resumed(job_id, wishes, lines))

    def unfold(self, actor: Actor, job_id: JobId, ticket: str = "") -> Unfolded:
        """Take a move apart."""
        retrieval = self._kept.get(job_id)
        if retrieval.order.kind is RetrieveKind.GET:
            raise Refused("A C-GET has no second leg.", "Its objects come on the association of ours.", "")
        if not retrieval.is_over:
            raise Refused("This move is not over.", "", "Wait for its end, or cancel it.")
        with self._tickets.stoppable(ticket) as stop:
            return self._unfolding.unfold(actor, retrieval.peer, retrieval.outcome(), stop)

    def stop(self, actor: Actor, ticket: str) -> bool:
        """Stop the unfolding under a ticket."""
        return self._tickets.stop(ticket)

    def _start(self, actor: Actor, peer: Peer, order: RetrieveOrder, resumed: _Resumed | None) -> JobId:
        first = self._made(peer, order, resumed)

        def work(context: JobContext) -> JobResult:
            return self._fetches.work(context, self._kept.begin(context.job_id, self._made(peer, order, resumed)))

        title = f"Retrieval from {peer.name}" + (f" to {first.destination}" if first.destination else "")
        job_id = self._jobs.start(actor, JobOrder("retrieve", title, Lane.NETWORK, work))
        self._kept.queue(job_id, first)
        return job_id

    def _made(self, peer: Peer, order: RetrieveOrder, resumed: _Resumed | None) -> Retrieval:
        """Raises InvalidInput."""
        own = self._own_title()
        is_get = order.kind is RetrieveKind.GET
        destination = "" if is_get else str(order.destination or own)
        return Retrieval(
            peer=peer,
            order=order,
            wishes=resumed.wishes if resumed else (wish_of(order),),
            target=target_of(peer, order.calling_ae_title or own, _LIMITS),
            destination=destination,
            is_to_us=is_get or destination in (own, *self._fetches.own_titles()),
            at=self._clock(),
            resumes=resumed.job_id if resumed else None,
            listing=_listing(resumed.lines) if resumed else None,
        )


def _listing(lines: tuple[LedgerLine, ...]) -> Listing:
    return Listing(
        [
            Listed(one.study_instance_uid, one.series_instance_uid, one.sop_instance_uid, one.sop_class_uid)
            for one in lines
        ]
    )
