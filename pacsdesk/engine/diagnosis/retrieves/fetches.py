"""The work of a retrieval's job: what should come, the retrieval itself, what landed, and what was wrong.

Each part runs on a thread of its own while the job tells how far it is, so that a stop is heard whatever the peer does:
first the peer is asked to stop (C-CANCEL), after some seconds the association is cut.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from typing import TypeVar

from pacsdesk.contract.errors import JobCancelled
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.jobs import JobProblem, JobResult
from pacsdesk.contract.records.probes import LadderOrder
from pacsdesk.contract.records.retrieves import MOST_LISTED, RetrieveKind, RetrieveOutcome
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.archive.integrity.landings import Landed, Landings
from pacsdesk.engine.diagnosis.catalog import diagnose_retrieval
from pacsdesk.engine.diagnosis.evidence import KnownPeer
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence
from pacsdesk.engine.diagnosis.retrieves.ledgers import Found, ledger_of
from pacsdesk.engine.diagnosis.retrieves.retrievals import Retrieval
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.targets import Registry
from pacsdesk.engine.diagnosis.way_back import WayBack
from pacsdesk.engine.network.scu.getting import USUAL_KINDS, Intake
from pacsdesk.engine.network.scu.listing import PATIENT_ID, STUDY, Listing
from pacsdesk.engine.network.scu.used import UsedServices
from pacsdesk.engine.network.stopping import Stop, Stopped
from pacsdesk.engine.network.storage import TakesObjects
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.jobs.work import JobContext, StoppedHalfway

_HEARTBEAT_SECONDS = 0.1
_LISTING_SECONDS = 60.0  # for an answer; what a retrieval brings may have to be recalled from media, a list has not
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fetches:
    """What it stands on. bench: says why a peer cannot be reached at all. archive: where a C-GET's objects go.
    own_titles: under which we are called. grace_seconds: for a peer to end what was cancelled."""

    used: UsedServices
    bench: Bench
    registry: Registry
    archive: TakesObjects
    landings: Landings
    way_back: WayBack
    clock: Clock
    own_titles: Callable[[], tuple[str, ...]]
    grace_seconds: float = 5.0

    def work(self, context: JobContext, retrieval: Retrieval) -> JobResult:
        """All of it. Raises StoppedHalfway when a person stops it."""
        try:
            listing = retrieval.listing or self._list(context, retrieval)
            retrieval.listing = listing
            if not retrieval.is_stopped:
                self._fetch(context, retrieval, listing)
            self._compare(retrieval, listing)
            if not retrieval.is_stopped:
                retrieval.findings = self._findings(context.actor, retrieval)
        finally:
            retrieval.is_over = True
        result = _result(retrieval.outcome())
        if retrieval.is_stopped:
            raise StoppedHalfway(result)
        return result

    def _list(self, context: JobContext, retrieval: Retrieval) -> Listing:
        stop, listed = Stop(), [0]
        limits = retrieval.target.limits
        target = replace(retrieval.target, limits=replace(limits, answer=min(limits.answer, _LISTING_SECONDS)))

        def report(number: int) -> None:
            listed[0] = number

        def ask() -> Listing:
            try:
                return self.used.lister.list(target, retrieval.order.model, retrieval.wishes[0], report, stop)
            except Stopped:
                return Listing(problem="it was stopped")

        return self._beside(
            context,
            retrieval,
            ask,
            lambda: (0, listed[0], "asking what there is"),
            (stop.ask,),
        )

    def _fetch(self, context: JobContext, retrieval: Retrieval, listing: Listing) -> None:
        stop, following = Stop(), retrieval.following
        order, target, wishes = retrieval.order, retrieval.target, retrieval.wishes

        def ask() -> None:
            if order.kind is RetrieveKind.MOVE:
                destination = AETitle(retrieval.destination)
                self.used.mover.move(target, order.model, wishes, destination, following, stop)
            else:
                intake = Intake(self.archive, retrieval.peer, self.clock, retrieval.taken)
                kinds = listing.kinds() or USUAL_KINDS
                self.used.getter.get(target, order.model, wishes, kinds, intake, following, stop)

        self._beside(context, retrieval, ask, lambda: _progress(retrieval, listing), (following.cancel, stop.ask))
        if following.fetched.status == 0 and len(wishes) == 1:
            retrieval.is_stopped = False  # it was quicker than the person

    def _beside(
        self,
        context: JobContext,
        retrieval: Retrieval,
        work: Callable[[], T],
        progress: Callable[[], tuple[int, int, str]],
        stops: tuple[Callable[[], None], ...],
    ) -> T:
        """Run it on another thread until it ends; stopped, call each of the stops, the next when one did not help."""
        with ThreadPoolExecutor(1, thread_name_prefix="retrieval") as pool:
            running = pool.submit(work)
            while not retrieval.is_stopped and not wait((running,), _HEARTBEAT_SECONDS).done:
                try:
                    context.report(*progress())
                except JobCancelled:
                    retrieval.is_stopped = True
            if retrieval.is_stopped:
                for stop in stops:
                    stop()
                    if wait((running,), self.grace_seconds).done:
                        break
            return running.result()

    def _compare(self, retrieval: Retrieval, listing: Listing) -> None:
        here = self._here(retrieval, listing) if retrieval.is_to_us else None
        retrieval.lines = ledger_of(Found(listing, retrieval.following.fetched, here, retrieval.taken))

    def _here(self, retrieval: Retrieval, listing: Listing) -> dict[str, Landed]:
        wanted = [one.sop_instance_uid for one in listing.instances]
        wanted += [*retrieval.following.fetched.failed_uids, *(one.sop_instance_uid for one in retrieval.taken)]
        here = self.landings.of(list(dict.fromkeys(wanted)), retrieval.at)
        given = {key.path[0]: key.value for wish in retrieval.wishes for key in wish.keys if len(key.path) == 1}
        studies = list(dict.fromkeys(one.study_instance_uid for one in listing.instances))
        studies = studies or [uid for uid in given.get(STUDY, "").split("\\") if uid]
        if studies or given.get(PATIENT_ID):
            here |= self.landings.since(studies, given.get(PATIENT_ID, ""), retrieval.at, MOST_LISTED)
        return here

    def _findings(self, actor: Actor, retrieval: Retrieval) -> tuple[Finding, ...]:
        fetched, outcome = retrieval.following.fetched, retrieval.outcome()
        if fetched.context_result is None and fetched.problem:
            order = LadderOrder(retrieval.order.calling_ae_title)
            return self.bench.climb(actor, retrieval.peer.name, order, Stop()).findings
        return diagnose_retrieval(
            RetrieveEvidence(
                outcome,
                context_result=fetched.context_result,
                lost=fetched.lost,
                is_counted=fetched.is_counted,
                kinds_refused=fetched.kinds_refused,
                roles_refused=fetched.roles_refused,
                number_of_kinds=len(fetched.kinds),
                refusals=_refusals(retrieval),
                called_us=self._called_us(retrieval),
                own_titles=self.own_titles(),
                peers=tuple(
                    KnownPeer(one.name, one.ae_title, one.host, one.port or 0) for one in self.registry.list(actor)
                ),
            )
        )

    def _called_us(self, retrieval: Retrieval) -> bool | None:
        if retrieval.order.kind is RetrieveKind.GET or not retrieval.is_to_us:
            return None
        peer = retrieval.peer
        seen = self.way_back.seen(peer.name, peer.host, retrieval.destination, retrieval.at, 0.0)
        return bool(seen.refused or seen.came)


def _refusals(retrieval: Retrieval) -> tuple[str, ...]:
    details = [line.detail for line in retrieval.lines if line.landing == "refused" and line.detail]
    return tuple(sorted(dict.fromkeys(details), key=lambda one: -details.count(one)))


def _progress(retrieval: Retrieval, listing: Listing) -> tuple[int, int, str]:
    fetched = retrieval.following.fetched
    finished = max(fetched.finished, len(retrieval.taken))
    total = max(finished + fetched.remaining, len(listing.instances))
    seconds = fetched.milliseconds / 1000
    rate = f"{finished / seconds:.1f} a second" if finished and seconds else ""
    failed = f"{fetched.failed} failed" if fetched.failed else ""
    return finished, total, ", ".join(filter(None, (rate, failed)))


def _result(outcome: RetrieveOutcome) -> JobResult:
    ledger = outcome.ledger
    if not outcome.is_to_us:
        told = f"{outcome.completed + outcome.warning} objects sent to {outcome.destination}, {outcome.failed} failed."
    else:
        came = ledger.stored + ledger.conflicts
        told = f"{came} objects came, {ledger.held} were here before, {ledger.missing + ledger.refused} are missing."
    problems = tuple(JobProblem(outcome.peer, one.cause) for one in outcome.findings)
    return JobResult(told, problems, len(problems))
