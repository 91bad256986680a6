"""Retrievals that were begun from this window: started, followed while they run, taken apart when they failed."""

from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pacsdesk.contract.errors import NotFound, PacsDeskError
from pacsdesk.contract.records.retrieves import RetrieveKind, RetrieveOrder, RetrieveOutcome, Unfolded
from pacsdesk.contract.services.retrieves import RetrievesService
from pacsdesk.contract.types import JobId
from pacsdesk.desktop.panel import PanelContext

READ_AGAIN_MS = 300


@dataclass(frozen=True, slots=True)
class Retrieval:
    """One of them. ticket: of the unfolding that runs, "" for none. is_lost: the engine does not know it any more."""

    job_id: JobId
    outcome: RetrieveOutcome
    unfolded: Unfolded | None = None
    ticket: str = ""
    is_lost: bool = False

    @property
    def is_running(self) -> bool:
        """Whether more will come of it."""
        return not self.outcome.is_over and not self.is_lost

    @property
    def lacks_something(self) -> bool:
        """Whether what is missing can be fetched: something came to be known as missing, and it should be here."""
        ledger = self.outcome.ledger
        return not self.is_running and not self.is_lost and ledger.missing + ledger.refused > 0

    @property
    def can_unfold(self) -> bool:
        """Whether it has two legs, and failed."""
        is_move = self.outcome.order.kind is RetrieveKind.MOVE
        return is_move and not self.is_running and not self.is_lost and self.outcome.has_failed and not self.ticket


class Retrievals(QObject):
    """The newest first. changed: one moved on, or there is another. begun: the job of one that has just begun."""

    changed = Signal()
    begun = Signal(object)

    def __init__(
        self, context: PanelContext, parent: QObject | None = None, read_again_ms: int = READ_AGAIN_MS
    ) -> None:
        """read_again_ms: how often it is asked what has come."""
        super().__init__(parent)
        self._context = context
        self._retrievals: dict[JobId, Retrieval] = {}
        self._is_reading = False
        self._timer = QTimer(self)
        self._timer.setInterval(read_again_ms)
        self._timer.timeout.connect(self._read)

    def all(self) -> tuple[Retrieval, ...]:
        """The newest first."""
        return tuple(reversed(self._retrievals.values()))

    def find(self, job_id: JobId) -> Retrieval | None:
        """One of them."""
        return self._retrievals.get(job_id)

    @property
    def service(self) -> RetrievesService:
        """Blocks: to be used off the GUI thread."""
        return self._context.services.retrieves

    def start(self, peer: str, orders: tuple[RetrieveOrder, ...]) -> None:
        """Begin these, one after the other."""
        service = self.service
        for order in orders:
            self._start(partial(_started, service, peer, order))

    def start_missing(self, job_id: JobId) -> None:
        """Fetch what did not land."""
        self._start(partial(_resumed, self.service, job_id))

    def cancel(self, job_id: JobId) -> None:
        """Ask the peer to stop."""
        jobs = self._context.services.jobs
        self._context.calls.start(
            lambda: jobs.cancel(job_id), _ignore, self._context.notices.fail, owner=self, priority=2
        )

    def unfold(self, job_id: JobId) -> None:
        """See which leg broke."""
        retrieval, ticket = self._retrievals[job_id], uuid4().hex
        if retrieval.can_unfold:
            self._change(replace(retrieval, ticket=ticket))
            service = self.service
            self._context.calls.start(
                lambda: service.unfold(job_id, ticket),
                partial(self._on_unfolded, job_id),
                partial(self._on_unfolding_failed, job_id),
                owner=self,
                priority=1,
            )

    def stop_unfolding(self, job_id: JobId) -> None:
        """End it at once."""
        ticket, service = self._retrievals[job_id].ticket, self.service
        if ticket:
            self._context.calls.start(
                lambda: service.stop(ticket), _ignore, self._context.notices.fail, owner=self, priority=2
            )

    def _start(self, work: "partial[Retrieval]") -> None:
        self._context.calls.start(work, self._on_started, self._context.notices.fail, owner=self, priority=1)

    def _on_started(self, retrieval: Retrieval) -> None:
        self._change(retrieval)
        self.begun.emit(retrieval.job_id)
        self._timer.start()

    @Slot()
    def _read(self) -> None:
        running = tuple(one.job_id for one in self._retrievals.values() if one.is_running)
        if not running:
            self._timer.stop()
        elif not self._is_reading:
            self._is_reading = True
            self._context.calls.start(partial(_read, self.service, running), self._on_read, self._on_lost, owner=self)

    def _on_read(self, outcomes: dict[JobId, RetrieveOutcome | None]) -> None:
        self._is_reading = False
        for job_id, outcome in outcomes.items():
            retrieval = self._retrievals[job_id]
            if outcome is None:
                self._change(replace(retrieval, is_lost=True))
            elif outcome != retrieval.outcome:
                self._change(replace(retrieval, outcome=outcome))

    def _on_lost(self, _error: PacsDeskError) -> None:
        """The engine is away: asked again until it is back, or does not know them any more."""
        self._is_reading = False

    def _on_unfolded(self, job_id: JobId, unfolded: Unfolded) -> None:
        self._change(replace(self._retrievals[job_id], unfolded=unfolded, ticket=""))

    def _on_unfolding_failed(self, job_id: JobId, error: PacsDeskError) -> None:
        self._context.notices.fail(error)
        self._change(replace(self._retrievals[job_id], ticket=""))

    def _change(self, retrieval: Retrieval) -> None:
        self._retrievals[retrieval.job_id] = retrieval
        self.changed.emit()


def _started(service: RetrievesService, peer: str, order: RetrieveOrder) -> Retrieval:
    job_id = service.start(peer, order)
    return Retrieval(job_id, service.get(job_id))


def _resumed(service: RetrievesService, before: JobId) -> Retrieval:
    job_id = service.start_missing(before)
    return Retrieval(job_id, service.get(job_id))


def _read(service: RetrievesService, job_ids: tuple[JobId, ...]) -> dict[JobId, RetrieveOutcome | None]:
    """What is known of each now, None for what the engine does not know any more; blocks."""
    return {job_id: _outcome(service, job_id) for job_id in job_ids}


def _outcome(service: RetrievesService, job_id: JobId) -> RetrieveOutcome | None:
    try:
        return service.get(job_id)
    except NotFound:
        return None


def _ignore(_answer: object) -> None:
    """Its end comes with the next reading."""
