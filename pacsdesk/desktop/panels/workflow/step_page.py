"""Performed steps told to a peer as a device does: begun, then completed or discontinued, each with what was sent."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.performed_steps import PerformedOutcome, PerformedStatus, StepOperation
from pacsdesk.desktop.kit.asking import Asking
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.workflow.entries import Entry
from pacsdesk.desktop.panels.workflow.framing import (
    make_action,
    side_by_side,
    toolbar_of,
)
from pacsdesk.desktop.panels.workflow.outcomes import Columns, OutcomesView, Telling
from pacsdesk.desktop.panels.workflow.step_form import StepForm
from pacsdesk.desktop.panels.workflow.told import (
    OUTCOME_COLUMNS,
    TOLD_COLUMNS,
    heading_of,
    told_lines,
    told_text,
    words_of,
)


class StepPage(QWidget):
    """What was told stays in the list while the window is open, newest first."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self.asking = Asking(context.calls, context.services.queries.stop, context.notices.fail, self)
        self.form = StepForm()
        self._make_actions()
        self.outcomes = OutcomesView(
            context,
            Columns("workflow-steps", translate("Workflow", "Performed steps"), OUTCOME_COLUMNS, (4,)),
            Columns("workflow-told", translate("Workflow", "What was sent"), TOLD_COLUMNS, (0, 1)),
            Telling(heading_of, words_of, told_lines, told_text),
            self.copy,
            (230, 230),
        )
        self.findings = self.outcomes.findings
        self._states = ListStates(self.outcomes)
        side_by_side(self, self.form, self._states)
        self.setFocusProxy(self.form)
        self._connect()
        self._show_empty()
        self._judge()

    def _make_actions(self) -> None:
        make = partial(make_action, self)
        self.begin = make(
            "send", translate("Workflow", "Begin"), translate("Workflow", "Tell that it began (N-CREATE)")
        )
        self.complete = make(
            "circle-check", translate("Workflow", "Complete"), translate("Workflow", "Tell that it is done (N-SET)")
        )
        self.discontinue = make(
            "circle-x",
            translate("Workflow", "Discontinue"),
            translate("Workflow", "Tell that it was broken off (N-SET)"),
        )
        self.stop = make(
            "circle-stop",
            translate("Workflow", "Stop waiting"),
            translate("Workflow", "Wait no longer; the peer may have taken it"),
        )
        self.invented = make("user", translate("Workflow", "Invented patient"))
        self.copy = make("copy", translate("Workflow", "Copy what was sent"))

    def _connect(self) -> None:
        self.form.changed.connect(self._judge)
        self.begin.triggered.connect(self._on_begin)
        self.complete.triggered.connect(partial(self._on_end, PerformedStatus.COMPLETED))
        self.discontinue.triggered.connect(partial(self._on_end, PerformedStatus.DISCONTINUED))
        self.stop.triggered.connect(self._on_stop)
        self.invented.triggered.connect(self.form.start_over)
        self.asking.changed.connect(self._judge)
        self.asking.failed.connect(self._on_failed)
        self.findings.another_title_wanted.connect(self.form.calling.ask_for_another)

    def toolbar(self) -> QWidget:
        """The actions with words."""
        return toolbar_of((self.begin, self.complete, self.discontinue, self.stop, self.invented))

    def show_entry(self, peer: str, entry: Entry) -> None:
        """The examination of this entry shall be told."""
        self.form.show_entry(peer, entry)

    @Slot()
    def _on_begin(self) -> None:
        if not self.begin.isEnabled():
            return
        try:
            order = self.form.beginning()
        except ValueError:
            return  # the form says what is wrong
        begin = partial(self._context.services.requests.begin_step, self.form.peer.name(), order)
        self._tell(begin)

    def _on_end(self, status: PerformedStatus, _checked: bool = False) -> None:
        try:
            order = self.form.change(status)
        except ValueError:
            return  # the form says what is wrong
        self._tell(partial(self._context.services.requests.change_step, self.form.peer.name(), order))

    def _tell(self, work: partial[PerformedOutcome]) -> None:
        if not self.outcomes.model.records:
            self._states.show_loading()
        self.asking.start(lambda _ticket: work(), self._on_told)

    def _on_told(self, outcome: PerformedOutcome) -> None:
        self.outcomes.show_outcomes((outcome, *self.outcomes.model.records))
        self._states.show_content()
        if outcome.is_done and outcome.operation is StepOperation.CREATE:
            self.form.step.setText(outcome.sop_instance_uid)
        self._judge()

    def _on_failed(self, error: PacsDeskError) -> None:
        if self.outcomes.model.records:
            self._context.notices.fail(error)
        else:
            self._states.show_error(error, self._show_empty)

    @Slot()
    def _on_stop(self) -> None:
        self.asking.leave()
        if not self.outcomes.model.records:
            self._show_empty()
        self._context.notices.say(translate("Workflow", "Not waited for any longer; the peer may have taken it."))

    def _show_empty(self) -> None:
        self._states.show_empty(
            "send",
            translate("Workflow", "Nothing was told yet"),
            translate(
                "Workflow",
                "A device tells the RIS that an examination began and how it ended (MPPS). Begin tells it of the one "
                "on the left; then it can be completed or discontinued.",
            ),
        )

    @Slot()
    def _judge(self) -> None:
        is_ready = self.form.is_complete() and not self.asking.is_running
        self.begin.setEnabled(is_ready)
        for action in (self.complete, self.discontinue):
            action.setEnabled(is_ready and self.form.has_step())
        self.stop.setEnabled(self.asking.is_running)
