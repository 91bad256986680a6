"""Sends to peers and what peers accept: asked by a person, planned before, explained after."""

from collections.abc import Callable
from dataclasses import replace

from pacsdesk.contract.errors import InvalidInput, PacsDeskError, Refused
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.jobs import JobResult, Lane
from pacsdesk.contract.records.matrices import MatrixOrder, NegotiationMatrix
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import LadderOrder
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.records.sends import SendOrder, SendOutcome, SendPlan, SentLine, SentState
from pacsdesk.contract.types import AETitle, JobId
from pacsdesk.engine.archive.transfer.uploads import UploadBatches
from pacsdesk.engine.diagnosis.sends.evidence import SendEvidence
from pacsdesk.engine.diagnosis.sends.findings import findings_of_send
from pacsdesk.engine.diagnosis.sends.matrices import cells_of, pairs_of, proposals_of
from pacsdesk.engine.diagnosis.sends.plans import kinds_refused, planned_kinds
from pacsdesk.engine.diagnosis.sends.second_look import SecondLook
from pacsdesk.engine.diagnosis.sends.sendable import But, Gathered
from pacsdesk.engine.diagnosis.sends.sent import Send, Sends
from pacsdesk.engine.diagnosis.sends.work import SendWork
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.targets import Registry, target_of
from pacsdesk.engine.diagnosis.tickets import Tickets
from pacsdesk.engine.network.scu.sop_classes import named
from pacsdesk.engine.network.scu.target import LadderLimits, Target
from pacsdesk.engine.network.scu.used import UsedServices
from pacsdesk.engine.network.sending.contexts import proposals_for
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.jobs.work import JobContext, JobOrder, JobStarter

_LIMITS = LadderLimits(answer=60.0, whole=120.0)  # an archive may think long over a large object
_SOON = LadderLimits()


class PeerSends:
    """Implements contract.services.sends."""

    def __init__(
        self,
        used: UsedServices,
        registry: Registry,
        bench: Bench,
        gathered: Gathered,
        batches: UploadBatches,
        jobs: JobStarter,
        clock: Clock,
        own_title: Callable[[], AETitle],
    ) -> None:
        """bench: says why a peer cannot be reached at all. own_title: under which we call, unless told otherwise."""
        self._negotiator = used.negotiator
        self._work = SendWork(used.storer, bench, SecondLook(used.querier))
        self._registry = registry
        self._bench = bench
        self._gathered = gathered
        self._batches = batches
        self._jobs = jobs
        self._clock = clock
        self._own_title = own_title
        self._tickets = Tickets()
        self._sends = Sends(self._let_go)

    def matrix(self, actor: Actor, name: str, order: MatrixOrder) -> NegotiationMatrix:
        """What a peer accepts."""
        rows, columns = pairs_of(order)
        proposals = proposals_of(rows, columns)
        target = self._target(self._registry.get(actor, name), order.calling_ae_title, _SOON)
        at = self._clock()
        with self._tickets.stoppable(order.ticket) as stop:
            found = self._negotiator.negotiate(target, proposals, stop)
            findings = self._why_not(actor, target, found.problem, stop)
        return NegotiationMatrix(
            peer=target.peer,
            calling_ae_title=target.calling_ae_title,
            at=at,
            milliseconds=round(found.milliseconds, 3),
            rows=named(rows),
            columns=named(columns),
            cells=tuple(cells_of(proposals, found.accepts)),
            ours=self._negotiator.ours,
            theirs=found.theirs,
            associations=len(found.accepts),
            problem=found.problem,
            is_stopped=found.is_stopped,
            findings=findings,
        )

    def plan(self, actor: Actor, name: str, order: SendOrder) -> SendPlan:
        """What a send would do."""
        target = self._target(self._registry.get(actor, name), order.calling_ae_title, _SOON)
        sendable = self._gathered.of(order)
        if order.is_test_object:
            self._batches.drop(sendable.batch_id)
        measured = sendable.measured()
        proposals = proposals_for(sendable.selection.kinds)
        at = self._clock()
        with self._tickets.stoppable(order.ticket) as stop:
            found = self._negotiator.negotiate(target, [one.contexts for one in proposals], stop)
            findings = self._why_not(actor, target, found.problem, stop)
        answered = tuple(zip(proposals, found.accepts, strict=False))
        evidence = SendEvidence(
            target.peer,
            target.calling_ae_title,
            sendable.number,
            refused=tuple(kinds_refused(measured, answered)),
        )
        return SendPlan(
            peer=target.peer,
            ae_title=target.called_ae_title,
            host=target.host,
            port=target.port,
            calling_ae_title=target.calling_ae_title,
            at=at,
            milliseconds=round(found.milliseconds, 3),
            kinds=planned_kinds(measured, answered),
            associations=len(found.accepts),
            left_out=sendable.left_out,
            number_left_out=sendable.number_left_out,
            problem=found.problem,
            is_stopped=found.is_stopped,
            findings=findings or findings_of_send(evidence),
        )

    def start(self, actor: Actor, name: str, order: SendOrder) -> JobId:
        """Send, as a job."""
        peer = self._registry.get(actor, name)
        target = self._confirmed_target(peer, order)
        sendable = self._gathered.of(order)
        if not sendable.number:
            why = "; ".join(f"{one.subject}: {one.reason}" for one in sendable.left_out[:3])
            raise InvalidInput("There is nothing to send.", why, "Choose DICOM files.")
        if sendable.batch_id:
            self._batches.seal(sendable.batch_id)
        return self._begin(actor, Send(peer, order, target, sendable, self._clock()))

    def start_failed(self, actor: Actor, job_id: JobId) -> JobId:
        """Send again what did not arrive."""
        before = self._sends.get(job_id)
        if not before.is_over:
            raise Refused("It is still being sent.", "", "Wait until it is over, or stop it.")
        if before.resumed_by:
            raise Refused("What had failed was sent again already.", "", "Go on from the later send.")
        left = before.sendable.number - len(before.arrived)
        if left <= 0:
            raise Refused("Everything arrived, so there is nothing to send again.")
        peer = self._registry.get(actor, before.peer.name)
        target = self._confirmed_target(peer, before.order)
        selection = But(before.sendable.selection, frozenset(before.arrived))
        sendable = replace(before.sendable, selection=selection, number=left, left_out=(), number_left_out=0)
        again = Send(peer, before.order, target, sendable, self._clock(), resumes=job_id)
        before.resumed_by = self._begin(actor, again)
        return before.resumed_by

    def get(self, actor: Actor, job_id: JobId) -> SendOutcome:
        """What came of one so far."""
        return self._sends.get(job_id).outcome()

    def lines(self, actor: Actor, job_id: JobId, page: PageRequest, only_failed: bool = False) -> Page[SentLine]:
        """Instance by instance; a key is a place in the whole list."""
        lines = self._sends.get(job_id).lines
        if page.after_key and not page.after_key.isdecimal():
            raise InvalidInput("This is no key of a page.", page.after_key[:100])
        wanted = [one for one in tuple(lines) if not only_failed or one.state in _NOT_ARRIVED]
        start = int(page.after_key or 0) + page.skip
        items = tuple(wanted[start : start + page.limit])
        end = start + len(items)
        return Page(items, str(end) if end < len(wanted) else "", len(wanted) if page.count else None)

    def stop(self, actor: Actor, ticket: str) -> bool:
        """Stop a plan or a matrix."""
        return self._tickets.stop(ticket)

    def _confirmed_target(self, peer: Peer, order: SendOrder) -> Target:
        """Raises Refused when the person saw another destination than the entry has now, or none."""
        target = self._target(peer, order.calling_ae_title, _LIMITS)
        if order.confirmed != f"{target.host}:{target.port}":
            raise Refused(
                f"Nothing was sent: the destination {target.host}:{target.port} of {peer.name} was not confirmed.",
                f"Confirmed was {order.confirmed}." if order.confirmed else "",
                "Look at the plan: it names the destination, which is confirmed with the send.",
            )
        return target

    def _target(self, peer: Peer, calling_ae_title: AETitle | None, limits: LadderLimits) -> Target:
        return target_of(peer, calling_ae_title or self._own_title(), limits)

    def _begin(self, actor: Actor, send: Send) -> JobId:
        def work(context: JobContext) -> JobResult:
            self._sends.put(context.job_id, send)
            try:
                return self._work.run(context, send)
            finally:
                if len(send.arrived) >= send.sendable.number:
                    self._let_go(send)

        title = f"Send to {send.peer.name}"
        # not to be run again as it is: `start_failed` sends what is missing and no more
        try:
            job_id = self._jobs.start(actor, JobOrder("send", title, Lane.NETWORK, work, can_retry=False))
        except PacsDeskError:
            self._let_go(send)
            raise
        self._sends.put(job_id, send)
        return job_id

    def _why_not(self, actor: Actor, target: Target, problem: str, stop: Stop) -> tuple[Finding, ...]:
        if not problem:
            return ()
        return self._bench.climb(actor, target.peer, LadderOrder(target.calling_ae_title), stop).findings

    def _let_go(self, send: Send) -> None:
        """Its files are needed no more, unless another send goes on with them."""
        if send.sendable.batch_id and not send.resumed_by:
            self._batches.remove(send.sendable.batch_id)


_NOT_ARRIVED = (SentState.FAILED, SentState.UNSENT)
