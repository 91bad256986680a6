"""What modalities ask of archives and information systems, asked for a person: commitment and performed steps."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from threading import Lock
from typing import Protocol
from uuid import UUID

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.events import CommitmentReported
from pacsdesk.contract.records.archive import Instance, Series
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.jobs import JobResult, Lane
from pacsdesk.contract.records.paging import MAX_PAGE, Page, PageRequest
from pacsdesk.contract.records.performed_steps import (
    PerformedOutcome,
    PerformedStatus,
    StepBegun,
    StepChange,
    StepOperation,
)
from pacsdesk.contract.records.probes import LadderOrder
from pacsdesk.contract.records.requests import CommitOrder, CommitOutcome
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import (
    AETitle,
    JobId,
    SeriesInstanceUID,
    SOPInstanceUID,
    StudyInstanceUID,
    TransactionUID,
)
from pacsdesk.engine.diagnosis.lost_requests import finding_of_loss
from pacsdesk.engine.diagnosis.requests.commits import Commits, Request, Requested, outcome_of
from pacsdesk.engine.diagnosis.requests.refused_requests import finding_of_context
from pacsdesk.engine.diagnosis.requests.refused_steps import findings_of_refusal
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.targets import Registry, target_of
from pacsdesk.engine.diagnosis.way_back import WayBack
from pacsdesk.engine.network.commitments.information import MOST_REFERENCES, Reference
from pacsdesk.engine.network.scu.committing import Asking
from pacsdesk.engine.network.scu.identifiers import invented_uid
from pacsdesk.engine.network.scu.performed_steps import MadeSeries, Said, encoded, step_begun, step_changed, told
from pacsdesk.engine.network.scu.performing import Performed
from pacsdesk.engine.network.scu.proposing import SYNTAXES
from pacsdesk.engine.network.scu.target import LadderLimits, Target
from pacsdesk.engine.network.scu.used import UsedServices
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.jobs.work import JobContext, JobOrder, JobStarter

_STEPS = "performed procedure steps (MPPS)"
_LIMITS = LadderLimits(answer=30.0)  # a link's call lasts a minute at most
_MOST_STEPS = 1000
_NO_IMAGES = ("1.2.840.10008.5.1.4.1.1.88.", "1.2.840.10008.5.1.4.1.1.104.", "1.2.840.10008.5.1.4.1.1.11.")


class HeldStudies(Protocol):
    """What the archive knows of a study."""

    def series(self, actor: Actor, study_instance_uid: StudyInstanceUID) -> tuple[Series, ...]:
        """Raises NotFound."""
        ...

    def instances(self, actor: Actor, series_instance_uid: SeriesInstanceUID, page: PageRequest) -> Page[Instance]:
        """Raises NotFound."""
        ...


class Requests:
    """Implements contract.services.requests."""

    def __init__(
        self,
        used: UsedServices,
        registry: Registry,
        bench: Bench,
        way_back: WayBack,
        studies: HeldStudies,
        jobs: JobStarter,
        clock: Clock,
        new_id: Callable[[], UUID],
        own_title: Callable[[], AETitle],
        publish: Callable[[object], None],
    ) -> None:
        """bench: says why a peer cannot be asked at all. own_title: under which we call, unless told otherwise.
        publish: hears of each report that came."""
        self._reporter = used.step_reporter
        self._commits = Commits(used.committer, bench, way_back)
        self._requested = Requested()
        self._registry = registry
        self._bench = bench
        self._studies = studies
        self._jobs = jobs
        self._clock = clock
        self._new_id = new_id
        self._own_title = own_title
        self._publish = publish
        self._changing = Lock()
        self._steps: OrderedDict[tuple[str, str], PerformedStatus] = OrderedDict()

    def start_commit(self, actor: Actor, name: str, order: CommitOrder) -> JobId:
        """Ask a peer, as a job."""
        peer = self._registry.get(actor, name)
        target = target_of(peer, order.calling_ae_title or self._own_title(), _LIMITS)
        references = tuple(dict.fromkeys(self._references(actor, order)))
        if not 1 <= len(references) <= MOST_REFERENCES:
            raise InvalidInput(
                f"A request names 1 to {MOST_REFERENCES} instances, not {len(references)}.",
                "",
                "Ask for a smaller study, or for its instances in parts.",
            )

        def request() -> Request:
            uid = TransactionUID(invented_uid(self._new_id()))
            asking = Asking(uid, references, partial(self._publish, CommitmentReported(uid)))
            return Request(peer, order, target, asking, self._clock())

        def work(context: JobContext) -> JobResult:
            return self._commits.work(context, self._requested.begin(context.job_id, request()))

        title = f"Storage commitment by {peer.name}"
        job_id = self._jobs.start(actor, JobOrder("commitment", title, Lane.NETWORK, work))
        self._requested.queue(job_id, request())
        return job_id

    def commit(self, actor: Actor, job_id: JobId) -> CommitOutcome:
        """What came of one."""
        return outcome_of(self._requested.get(job_id))

    def commits(self, actor: Actor) -> tuple[CommitOutcome, ...]:
        """All that are remembered."""
        return tuple(map(outcome_of, self._requested.newest_first()))

    def begin_step(self, actor: Actor, name: str, order: StepBegun) -> PerformedOutcome:
        """N-CREATE."""
        target = self._target(actor, name, order.calling_ae_title)
        uid = order.sop_instance_uid or SOPInstanceUID(invented_uid(self._new_id()))
        study = order.study_instance_uid or invented_uid(self._new_id())
        began_at = order.began_at or self._clock()
        said = step_begun(order, study, target.calling_ae_title, f"PD{began_at:%H%M%S}", began_at.astimezone())
        return self._report(actor, target, StepOperation.CREATE, uid, PerformedStatus.IN_PROGRESS, said)

    def change_step(self, actor: Actor, name: str, order: StepChange) -> PerformedOutcome:
        """N-SET."""
        target = self._target(actor, name, order.calling_ae_title)
        made = tuple(self._made(actor, order)) if order.status is not PerformedStatus.IN_PROGRESS else ()
        said = step_changed(order, made, (order.ended_at or self._clock()).astimezone())
        return self._report(actor, target, StepOperation.SET, order.sop_instance_uid, order.status, said)

    def _target(self, actor: Actor, name: str, calling: AETitle | None) -> Target:
        return target_of(self._registry.get(actor, name), calling or self._own_title(), _LIMITS)

    def _report(
        self,
        actor: Actor,
        target: Target,
        operation: StepOperation,
        uid: SOPInstanceUID,
        step_status: PerformedStatus,
        said: tuple[Said, ...],
    ) -> PerformedOutcome:
        at, datasets = self._clock(), {syntax: encoded(said, syntax) for syntax in SYNTAXES}
        tell = self._reporter.create if operation is StepOperation.CREATE else self._reporter.set
        performed = tell(target, uid, datasets)
        outcome = PerformedOutcome(
            peer=target.peer,
            operation=operation,
            sop_instance_uid=uid,
            step_status=step_status,
            calling_ae_title=target.calling_ae_title,
            at=at,
            milliseconds=round(performed.milliseconds, 3),
            status=performed.status,
            comment=performed.comment,
            sent=told(datasets[SYNTAXES[0]], SYNTAXES[0]),
            received=told(performed.dataset, performed.transfer_syntax),
            problem=performed.problem,
        )
        before = self._steps.get((target.peer, uid))
        if outcome.is_done:
            self._remember(target.peer, uid, step_status)
        return replace(outcome, findings=self._findings(actor, target, outcome, performed, before))

    def _findings(
        self,
        actor: Actor,
        target: Target,
        outcome: PerformedOutcome,
        performed: Performed,
        before: PerformedStatus | None,
    ) -> tuple[Finding, ...]:
        if performed.context_result not in (None, 0):
            return tuple(finding_of_context(target.peer, _STEPS, performed.context_result))
        if performed.lost:
            return (finding_of_loss(target.peer, _STEPS, performed.lost, outcome.problem),)
        if outcome.problem:
            return self._bench.climb(actor, target.peer, LadderOrder(target.calling_ae_title), Stop()).findings
        return findings_of_refusal(outcome, before)

    def _remember(self, peer: str, uid: str, step_status: PerformedStatus) -> None:
        with self._changing:
            self._steps[peer, uid] = step_status
            while len(self._steps) > _MOST_STEPS:
                self._steps.popitem(last=False)

    def _references(self, actor: Actor, order: CommitOrder) -> Iterator[Reference]:
        for one in order.instances:
            yield Reference(one.sop_class_uid, one.sop_instance_uid)
        if order.study_instance_uid:
            for series in self._studies.series(actor, order.study_instance_uid):
                for instance in self._instances(actor, series):
                    yield Reference(instance.sop_class_uid, instance.sop_instance_uid)

    def _made(self, actor: Actor, order: StepChange) -> Iterator[MadeSeries]:
        if order.study_instance_uid is None:
            yield MadeSeries(invented_uid(self._new_id()), "Test by PACSDesk", "Test")
            return
        for series in self._studies.series(actor, order.study_instance_uid):
            pairs = [(str(one.sop_class_uid), str(one.sop_instance_uid)) for one in self._instances(actor, series)]
            yield MadeSeries(
                series.series_instance_uid,
                series.series_description,
                series.protocol_name or series.series_description,
                tuple(pair for pair in pairs if not pair[0].startswith(_NO_IMAGES)),
                tuple(pair for pair in pairs if pair[0].startswith(_NO_IMAGES)),
            )

    def _instances(self, actor: Actor, series: Series) -> Iterator[Instance]:
        page = PageRequest(limit=MAX_PAGE)
        while True:
            found = self._studies.instances(actor, series.series_instance_uid, page)
            yield from found.items
            if not found.next_key:
                return
            page = replace(page, after_key=found.next_key)
