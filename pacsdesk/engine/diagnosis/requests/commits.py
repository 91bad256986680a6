"""Storage commitment asked of peers by a person: each as a job that waits for the report, its outcome known afterwards.

What was asked is kept in memory, so many and no more; a report that comes late completes the outcome.
"""

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from pacsdesk.contract.errors import JobCancelled, NotFound
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.jobs import JobProblem, JobResult
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import LadderOrder
from pacsdesk.contract.records.requests import (
    CommitOrder,
    CommitOutcome,
    NotCommitted,
    ReferencedInstance,
    ReportWay,
)
from pacsdesk.contract.types import JobId
from pacsdesk.engine.diagnosis.lost_requests import finding_of_loss
from pacsdesk.engine.diagnosis.requests.reasons import meaning_of_failure, meaning_of_refusal
from pacsdesk.engine.diagnosis.requests.refused_requests import finding_of_commitment_refusal, finding_of_context
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.unanswered import findings_of_silence
from pacsdesk.engine.diagnosis.way_back import WayBack
from pacsdesk.engine.network.scu.committing import Asking, Committer
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.runtime.jobs.work import JobContext, StoppedHalfway

_MOST_REMEMBERED = 100
_HEARTBEAT_SECONDS = 0.2


@dataclass(slots=True)
class Request:
    """One that was asked for. is_over: whether nobody waits for its report any more."""

    peer: Peer
    order: CommitOrder
    target: Target
    asking: Asking
    at: datetime
    is_over: bool = False
    findings: tuple[Finding, ...] = ()


class Requested:
    """The last requests by their jobs. Safe from any thread."""

    def __init__(self) -> None:
        self._changing = Lock()
        self._requests: OrderedDict[JobId, Request] = OrderedDict()

    def queue(self, job_id: JobId, request: Request) -> None:
        """One waits for its turn, unless it had it already."""
        with self._changing:
            self._requests.setdefault(job_id, request)
            while len(self._requests) > _MOST_REMEMBERED:
                self._requests.popitem(last=False)

    def begin(self, job_id: JobId, request: Request) -> Request:
        """One begins, or begins anew; the same."""
        with self._changing:
            self._requests[job_id] = request
        return request

    def get(self, job_id: JobId) -> Request:
        """Raises NotFound."""
        with self._changing:
            request = self._requests.get(job_id)
        if request is None:
            raise NotFound(
                "There is nothing of such a request.",
                f"The last {_MOST_REMEMBERED} are kept until the engine ends.",
                "Ask again.",
            )
        return request

    def newest_first(self) -> tuple[Request, ...]:
        """All of them."""
        with self._changing:
            return tuple(reversed(self._requests.values()))


@dataclass(frozen=True, slots=True)
class Commits:
    """Does the work of the jobs."""

    committer: Committer
    bench: Bench
    way_back: WayBack

    def work(self, context: JobContext, request: Request) -> JobResult:
        """Ask, wait, and say why when nothing came. Raises StoppedHalfway when a person stops it."""
        try:
            self._ask(context, request)
            request.findings = self._findings(context, request)
        finally:
            request.is_over = True
        result = _result(outcome_of(request))
        if request.asking.is_stopped:
            raise StoppedHalfway(result)
        return result

    def _ask(self, context: JobContext, request: Request) -> None:
        stop = Stop()
        with ThreadPoolExecutor(1, thread_name_prefix="commitment-request") as pool:
            asked = pool.submit(self.committer.commit, request.target, request.asking, request.order.wait_seconds, stop)
            try:
                while not wait((asked,), _HEARTBEAT_SECONDS).done:
                    context.report(0, 0, _note(request.asking))
            except JobCancelled:
                pass  # what it came to until now is told
            finally:
                stop.ask()
            asked.result()

    def _findings(self, context: JobContext, request: Request) -> tuple[Finding, ...]:
        asking, peer = request.asking, request.peer
        if asking.is_stopped or asking.event:
            return ()
        if asking.context_result not in (None, 0):
            return tuple(finding_of_context(peer.name, "storage commitment", asking.context_result))
        if asking.lost:
            return (finding_of_loss(peer.name, "storage commitment", asking.lost, asking.problem),)
        if asking.problem:
            order = LadderOrder(request.target.calling_ae_title)
            return self.bench.climb(context.actor, peer.name, order, Stop()).findings
        if asking.status is not None and not asking.was_accepted:
            return tuple(finding_of_commitment_refusal(peer.name, asking.status, asking.comment))
        seen = self.way_back.seen(
            peer.name,
            request.target.host,
            request.target.calling_ae_title,
            request.at,
            request.order.wait_seconds,
        )
        return findings_of_silence(seen)


def outcome_of(request: Request) -> CommitOutcome:
    """How it stands now."""
    asking = request.asking
    outcome = CommitOutcome(
        peer=request.peer.name,
        order=request.order,
        transaction_uid=asking.transaction_uid,
        calling_ae_title=request.target.calling_ae_title,
        at=request.at,
        number_of_instances=len(asking.references),
        milliseconds=round(asking.milliseconds, 3),
        status=asking.status,
        comment=asking.comment,
        problem=_problem(asking),
        is_stopped=asking.is_stopped,
        is_over=request.is_over,
        findings=request.findings,
    )
    return _with_report(outcome, asking) if asking.event else outcome


def _with_report(outcome: CommitOutcome, asking: Asking) -> CommitOutcome:
    event = asking.event
    assert event is not None, "asked only when there is one"
    told = {one.sop_instance_uid for one in event.committed} | {one.sop_instance_uid for one in event.failed}
    return replace(
        outcome,
        way=asking.way,
        reported_after=round((asking.seconds_to_report or 0.0) * 1000, 3),
        retrieve_ae_title=event.retrieve_ae_title,
        committed=tuple(ReferencedInstance(one.sop_class_uid, one.sop_instance_uid) for one in event.committed),
        failed=tuple(
            NotCommitted(one.sop_class_uid, one.sop_instance_uid, one.reason, meaning_of_failure(one.reason))
            for one in event.failed
        ),
        passed_over=tuple(
            ReferencedInstance(one.sop_class_uid, one.sop_instance_uid)
            for one in asking.references
            if one.sop_instance_uid not in told
        ),
        findings=(),  # those that say why it did not come
    )


def _problem(asking: Asking) -> str:
    if asking.problem or asking.status is None or asking.was_accepted:
        return asking.problem
    return f"it refused the request: {meaning_of_refusal(asking.status)}"


def _note(asking: Asking) -> str:
    return "waiting for the report" if asking.was_accepted else "asking"


def _result(outcome: CommitOutcome) -> JobResult:
    if outcome.way is not ReportWay.NONE:
        number = len(outcome.failed) + len(outcome.passed_over)
        problems = tuple(JobProblem(one.sop_instance_uid, one.meaning) for one in outcome.failed[:_MOST_REMEMBERED])
        return JobResult(f"{len(outcome.committed)} of {outcome.number_of_instances} are safe.", problems, number)
    if outcome.is_stopped:
        return JobResult("Nothing was reported until then.")
    why = outcome.findings[0].cause if outcome.findings else outcome.problem or "It did not report in time."
    return JobResult("Nothing was reported.", (JobProblem(outcome.peer, why),), 1)
