"""A send from choosing to its end: files uploaded, planned, sent after the destination was confirmed, followed."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pacsdesk.contract.errors import JobCancelled, PacsDeskError
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.contract.records.sends import SendOutcome, SendPlan
from pacsdesk.contract.types import AETitle, JobId
from pacsdesk.desktop.kit.errors import title_of
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import LocalWork, PanelContext
from pacsdesk.desktop.panels.send.sources import Source
from pacsdesk.link.client import Client
from pacsdesk.link.sending import SendingReport, Uploaded, upload_files

FOLLOW_MS = 300
Upload = Callable[[Client, str, Sequence[Path], SendingReport], Uploaded]


class Sending(QObject):
    """planned: a plan has come. moved: what is known of the send has changed. busy: whether something is under way.
    failed: an error."""

    planned = Signal(object)
    moved = Signal(object)
    busy = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        context: PanelContext,
        parent: QObject,
        follow_ms: int = FOLLOW_MS,
        upload: Upload = upload_files,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._upload = upload
        self._source: Source | None = None
        self._batch_id = ""
        self._peer = ""
        self._calling: AETitle | None = None
        self._ticket = ""
        self._is_busy = False
        self.plan: SendPlan | None = None
        self.job_id: JobId | None = None
        self.outcome: SendOutcome | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(follow_ms)
        self._timer.timeout.connect(self._read)
        self._is_reading = False

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._is_busy

    @property
    def is_sending(self) -> bool:
        """Whether a send runs."""
        return self.job_id is not None and (self.outcome is None or not self.outcome.is_over)

    def choose(self, source: Source) -> None:
        """Something else shall be sent: what was uploaded for the last is needed no more."""
        self._drop_batch()
        self._source = source

    def make_plan(self, peer: str, calling: AETitle | None) -> None:
        """Plan what was chosen, after its files were uploaded."""
        source = self._source
        if source is None or self._is_busy:
            return
        self._peer, self._calling = peer, calling
        self.plan, self.job_id, self.outcome = None, None, None
        self._set_busy(True)
        if source.paths and not self._batch_id:
            title = translate("Send", "Upload for {peer}").format(peer=peer)
            line = self._context.jobs.begin(title)
            work = partial(self._upload, self._context.client, title, source.paths, line.report)
            self._context.calls.start(
                work, partial(self._on_uploaded, line), partial(self._on_upload_failed, line), owner=self
            )
        else:
            self._ask_for_plan()

    def send(self, looks_again: bool) -> None:
        """Send as planned; the plan's destination is what the person saw.

        looks_again: whether the peer is asked afterwards what it shows.
        """
        if self._source is None or self.plan is None or self._is_busy:
            return
        order = self._source.order(self._calling, self._batch_id, self.plan.destination, "", looks_again)
        self._begin(partial(self._context.services.sends.start, self._peer, order))
        self._batch_id = ""  # it is the send's from now on

    def send_failed(self) -> None:
        """Send again what did not arrive."""
        if self.job_id is not None and not self._is_busy:
            self._begin(partial(self._context.services.sends.start_failed, self.job_id))

    def stop(self) -> None:
        """End what is under way: a plan at once, a send with the object that is on its way."""
        services = self._context.services
        if self.is_sending and self.job_id is not None:
            work: Callable[[], object] = partial(services.jobs.cancel, self.job_id)
        elif self._ticket:
            work = partial(services.sends.stop, self._ticket)
        else:
            return
        self._context.calls.start(work, _ignore, self._on_failed_quietly, owner=self, priority=2)

    def _ask_for_plan(self) -> None:
        assert self._source is not None, "asked for only when there is one"
        self._ticket = uuid4().hex
        order = self._source.order(self._calling, self._batch_id, "", self._ticket)
        self._context.calls.start(
            partial(self._context.services.sends.plan, self._peer, order), self._on_planned, self._on_failed, owner=self
        )

    def _begin(self, start: Callable[[], JobId]) -> None:
        self._set_busy(True)
        self._context.calls.start(start, self._on_begun, self._on_failed, owner=self)

    def _on_uploaded(self, line: LocalWork, uploaded: Uploaded) -> None:
        line.finish(translate("Send", "Uploaded"))
        self._batch_id = uploaded.batch_id
        self._ask_for_plan()

    def _on_upload_failed(self, line: LocalWork, error: PacsDeskError) -> None:
        is_stopped = isinstance(error, JobCancelled)
        stopped = translate("Send", "Stopped")
        line.finish(stopped if is_stopped else title_of(error), JobState.CANCELLED if is_stopped else JobState.FAILED)
        self._on_failed(error)

    def _on_planned(self, plan: SendPlan) -> None:
        self._ticket = ""
        self.plan = plan
        self._set_busy(False)
        self.planned.emit(plan)

    def _on_begun(self, job_id: JobId) -> None:
        self.job_id, self.outcome = job_id, None
        self._timer.start()
        self._read()

    @Slot()
    def _read(self) -> None:
        if self.job_id is not None and not self._is_reading:
            self._is_reading = True
            self._context.calls.start(
                partial(self._context.services.sends.get, self.job_id), self._on_read, self._on_lost, owner=self
            )

    def _on_read(self, outcome: SendOutcome) -> None:
        self._is_reading = False
        self.outcome = outcome
        if outcome.is_over:
            self._timer.stop()
            self._set_busy(False)
        self.moved.emit(outcome)

    def _on_lost(self, error: PacsDeskError) -> None:
        self._is_reading = False
        self._timer.stop()
        self._on_failed(error)

    def _on_failed(self, error: PacsDeskError) -> None:
        self._ticket = ""
        self._set_busy(False)
        self.failed.emit(error)

    def _on_failed_quietly(self, error: PacsDeskError) -> None:
        self._context.notices.fail(error)

    def _drop_batch(self) -> None:
        if self._batch_id:
            drop = partial(self._context.services.transfer.drop_batch, self._batch_id)
            self._context.calls.start(drop, _ignore, self._on_failed_quietly, owner=self)
            self._batch_id = ""

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.busy.emit(is_busy)


def _ignore(_answer: object) -> None:
    """What there is to say is read anyway."""
