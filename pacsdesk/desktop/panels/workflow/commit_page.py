"""Storage commitment asked of a peer: are the images of this study safe there? Each request as a job, each instance
with its reason."""

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.requests import LONGEST_WAIT, CommitOrder, CommitOutcome
from pacsdesk.contract.types import JobId, TransactionUID
from pacsdesk.desktop.kit.forms import FormField, NumberBox
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.workflow.framing import (
    make_action,
    side_by_side,
    toolbar_of,
)
from pacsdesk.desktop.panels.workflow.kept import (
    INSTANCE_COLUMNS,
    REQUEST_COLUMNS,
    heading_of,
    instance_lines,
    kept_text,
    words_of,
)
from pacsdesk.desktop.panels.workflow.outcomes import Columns, OutcomesView, Telling
from pacsdesk.desktop.panels.workflow.request_form import RequestForm
from pacsdesk.desktop.panels.workflow.study_choice import StudyChoice

FOLLOW_MS = 500


class CommitPage(QWidget):
    """One request runs at a time; those since the start of the engine stand in the list."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._job_id: JobId | None = None
        self._is_starting = self._is_reading = False
        self.form = RequestForm(translate("Workflow", "Ask as"))
        self.study = StudyChoice(context)
        self.wait = NumberBox()
        self._make_form()
        make = partial(make_action, self)
        self.ask = make(
            "shield-check",
            translate("Workflow", "Ask whether it is safe"),
            translate("Workflow", "Ask for storage commitment"),
        )
        self.stop = make("circle-stop", translate("Workflow", "Stop"), translate("Workflow", "Wait no longer"))
        self.copy = make("copy", translate("Workflow", "Copy in full"))
        self.outcomes = OutcomesView(
            context,
            Columns("workflow-requests", translate("Workflow", "Requests"), REQUEST_COLUMNS, (4,)),
            Columns("workflow-kept", translate("Workflow", "Images"), INSTANCE_COLUMNS, (1, 2)),
            Telling(heading_of, words_of, instance_lines, kept_text),
            self.copy,
            (200, 260),
        )
        self.findings = self.outcomes.findings
        self._follow = QTimer(self)
        self._follow.setInterval(FOLLOW_MS)
        self._states = ListStates(self.outcomes)
        side_by_side(self, self.form, self._states)
        self.setFocusProxy(self.form)
        self._connect()
        self._show()

    def _make_form(self) -> None:
        self.form.add_widget(self.study)
        self.wait.setRange(1, LONGEST_WAIT)
        self.wait.setValue(60)
        self.wait.setSuffix(translate("Workflow", " s"))
        self.form.add(FormField(translate("Workflow", "Wait for the report"), self.wait))
        self.form.end()

    def _connect(self) -> None:
        self.form.changed.connect(self._judge)
        self.study.changed.connect(self._judge)
        self.ask.triggered.connect(self._on_ask)
        self.stop.triggered.connect(self._on_stop)
        self._follow.timeout.connect(self.follow)
        self.findings.another_title_wanted.connect(self.form.calling.ask_for_another)
        self.findings.applied.connect(self._on_applied)

    def toolbar(self) -> QWidget:
        """The actions with words."""
        return toolbar_of((self.ask, self.stop))

    @Slot()
    def refresh(self) -> None:
        """Read all requests again."""
        context = self._context
        context.calls.start(context.services.requests.commits, self._on_all, context.notices.fail, owner=self)

    def show_report(self, uid: TransactionUID) -> None:
        """A report came; nobody may be waiting for it any more."""
        context = self._context
        context.calls.start(
            context.services.requests.commits, partial(self._on_reported, uid), context.notices.fail, owner=self
        )

    @Slot()
    def _on_ask(self) -> None:
        if self.study.uid is None:
            return
        try:
            order = CommitOrder(
                self.study.uid, calling_ae_title=self.form.calling.title(), wait_seconds=self.wait.value()
            )
        except ValueError:
            return  # the form says what is wrong
        self._start(self.form.peer.name(), order)

    @Slot()
    def _on_applied(self) -> None:
        """See at once what came of it: ask the chosen one again."""
        if (outcome := self.outcomes.chosen()) and not self._is_running():
            self._start(outcome.peer, outcome.order)

    def _start(self, peer: str, order: CommitOrder) -> None:
        self._is_starting = True
        self._judge()
        start = partial(self._context.services.requests.start_commit, peer, order)
        self._context.calls.start(start, self._on_started, self._on_failed, owner=self, priority=1)

    def _on_started(self, job_id: JobId) -> None:
        self._is_starting, self._job_id = False, job_id
        self._follow.start()
        self.follow()
        self._judge()

    @Slot()
    def follow(self) -> None:
        """See how far the request is that runs."""
        if self._job_id is not None and not self._is_reading:
            self._is_reading = True
            read = partial(self._context.services.requests.commit, self._job_id)
            self._context.calls.start(read, self._on_read, self._on_failed, owner=self)

    def _on_read(self, outcome: CommitOutcome) -> None:
        self._is_reading = False
        if outcome.is_over:
            self._end()
        others = tuple(one for one in self.outcomes.model.records if one.transaction_uid != outcome.transaction_uid)
        self._show((outcome, *others), chosen=outcome)

    def _on_all(self, outcomes: tuple[CommitOutcome, ...]) -> None:
        self._show(outcomes, chosen=self.outcomes.chosen())

    def _on_reported(self, uid: TransactionUID, outcomes: tuple[CommitOutcome, ...]) -> None:
        self._on_all(outcomes)
        for outcome in outcomes:
            if outcome.transaction_uid == uid and not self._is_running():
                self._context.notices.say(heading_of(outcome))

    @Slot()
    def _on_stop(self) -> None:
        if self._job_id is not None:
            cancel = partial(self._context.services.jobs.cancel, self._job_id)
            self._context.calls.start(cancel, self._on_cancelled, self._context.notices.fail, owner=self, priority=2)

    def _on_cancelled(self, _job: object) -> None:
        self.follow()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._is_starting = self._is_reading = False
        self._end()
        self._context.notices.fail(error)

    def _end(self) -> None:
        self._follow.stop()
        self._job_id = None
        self._judge()

    # what shows

    def _show(self, outcomes: tuple[CommitOutcome, ...] = (), chosen: CommitOutcome | None = None) -> None:
        if outcomes != self.outcomes.model.records:
            uids = [one.transaction_uid for one in outcomes]
            row = uids.index(chosen.transaction_uid) if chosen and chosen.transaction_uid in uids else 0
            self.outcomes.show_outcomes(outcomes, row)
        if outcomes:
            self._states.show_content()
        else:
            self._states.show_empty(
                "shield-check",
                translate("Workflow", "Nothing was asked yet"),
                translate(
                    "Workflow",
                    "A peer that commits itself keeps images for good, so that a device may delete its own. Choose a "
                    "study and ask; the report can take minutes, and comes by a call of the peer as a rule.",
                ),
            )
        self._judge()

    def _is_running(self) -> bool:
        return self._is_starting or self._job_id is not None

    @Slot()
    def _judge(self) -> None:
        runs = self._is_running()
        self.ask.setEnabled(self.form.is_complete() and self.study.uid is not None and not runs)
        self.stop.setEnabled(self._job_id is not None)
