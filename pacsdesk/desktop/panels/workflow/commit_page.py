"""Storage commitment asked of a peer: are the images of this study safe there? Each request as a job, each instance
with its reason."""

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSpinBox, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.paging import Page
from pacsdesk.contract.records.requests import LONGEST_WAIT, CommitOrder, CommitOutcome
from pacsdesk.contract.types import JobId
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.forms import FormField
from pacsdesk.desktop.kit.record_list import RecordModel
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, PanelContext
from pacsdesk.desktop.panels.workflow.framing import (
    make_action,
    one_above_the_other,
    show_records,
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
        self.wait = QSpinBox()
        self._make_form()
        make = partial(make_action, self)
        self.ask = make(
            "shield-check",
            translate("Workflow", "Ask whether it is safe"),
            translate("Workflow", "Ask for storage commitment"),
        )
        self.stop = make("circle-stop", translate("Workflow", "Stop"), translate("Workflow", "Wait no longer"))
        self.again = make("refresh-cw", translate("Workflow", "Look again"), translate("Workflow", "See late reports"))
        self.copy = make("copy", translate("Workflow", "Copy in full"))
        in_words = partial(translate, "Workflow")
        self.model = RecordModel(REQUEST_COLUMNS, in_words, self)
        self.instances_model = RecordModel(INSTANCE_COLUMNS, in_words, self)
        self.table = Table(context.preferences, "workflow-requests", name=translate("Workflow", "Requests"))
        self.instances = Table(context.preferences, "workflow-kept", name=translate("Workflow", "Images"))
        self.findings = FindingsColumn(may_change=True)
        self._follow = QTimer(self)
        self._follow.setInterval(FOLLOW_MS)
        self._states = ListStates(self._build_body())
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

    def _build_body(self) -> QWidget:
        show_records(self.table, self.model, REQUEST_COLUMNS, filling=(4,))
        show_records(self.instances, self.instances_model, INSTANCE_COLUMNS, filling=(1, 2))
        for table in (self.table, self.instances):
            table.set_row_actions((self.copy,))
        detail = one_above_the_other(self.findings, self.instances, (200, 260))
        return one_above_the_other(self.table, detail, (110, 480))

    def _connect(self) -> None:
        self.form.changed.connect(self._judge)
        self.study.changed.connect(self._judge)
        self.ask.triggered.connect(self._on_ask)
        self.stop.triggered.connect(self._on_stop)
        self.again.triggered.connect(self.refresh)
        self.copy.triggered.connect(self._on_copy)
        self._follow.timeout.connect(self.follow)
        self.findings.another_title_wanted.connect(self.form.calling.ask_for_another)
        self.findings.change_wanted.connect(self._on_change_wanted)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen_changed)

    def toolbar(self) -> QWidget:
        """The actions with words."""
        return toolbar_of((self.ask, self.stop, self.again))

    @Slot()
    def refresh(self) -> None:
        """Read all requests again: a report may have come late."""
        context = self._context
        context.calls.start(context.services.requests.commits, self._on_all, context.notices.fail, owner=self)

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
        self._is_starting = True
        self._judge()
        start = partial(self._context.services.requests.start_commit, self.form.peer.name(), order)
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
        others = tuple(one for one in self.model.records if one.transaction_uid != outcome.transaction_uid)
        self._show((outcome, *others), chosen=outcome)

    def _on_all(self, outcomes: tuple[CommitOutcome, ...]) -> None:
        self._show(outcomes, chosen=self.chosen())

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
        if outcomes != self.model.records:
            self.model.start_over(Page(outcomes))
            uids = [one.transaction_uid for one in outcomes]
            row = uids.index(chosen.transaction_uid) if chosen and chosen.transaction_uid in uids else 0
            self.table.setCurrentIndex(self.model.index(row, 0))
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

    def chosen(self) -> CommitOutcome | None:
        """The one that shows in full."""
        rows = self.table.selected_rows()
        return self.model.records[rows[0].row()] if rows else None

    @Slot()
    def _on_chosen_changed(self) -> None:
        if outcome := self.chosen():
            self.findings.say(heading_of(outcome), words_of(outcome), outcome.findings)
            self.instances_model.start_over(Page(instance_lines(outcome)))

    @Slot()
    def _on_copy(self) -> None:
        if outcome := self.chosen():
            QGuiApplication.clipboard().setText(kept_text(outcome))
            self._context.notices.say(translate("Workflow", "Copied"))

    @Slot()
    def _on_change_wanted(self) -> None:
        if outcome := self.chosen():
            self._context.navigator.go(Destination("peers", words=outcome.peer))

    @Slot()
    def _judge(self) -> None:
        runs = self._is_starting or self._job_id is not None
        self.ask.setEnabled(self.form.is_complete() and self.study.uid is not None and not runs)
        self.stop.setEnabled(self._job_id is not None)
