"""What goes to a peer: the plan before, the objects one by one after, and why something does not arrive."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.paging import Page
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.sends import SendOutcome, SendPlan
from pacsdesk.contract.types import JobId
from pacsdesk.desktop.kit.applying import Applying
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.record_list import RecordModel
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.send.choosing import Choosing
from pacsdesk.desktop.panels.send.lists import PLANNED, make_lines, show_lines
from pacsdesk.desktop.panels.send.sending import FOLLOW_MS, Sending
from pacsdesk.desktop.panels.send.sources import Source
from pacsdesk.desktop.panels.send.words import destination_words, outcome_words, plan_words

LIST_HEIGHT, FINDINGS_HEIGHT = 360, 260


class SendPage(QWidget):
    """A plan is made as soon as peer and thing are chosen; nothing is sent before Send."""

    def __init__(self, context: PanelContext, follow_ms: int = FOLLOW_MS) -> None:
        super().__init__()
        self._context = context
        self._source: Source | None = None
        self._shown_job: JobId | None = None
        self.sending = Sending(context, self, follow_ms)
        self.choosing = Choosing(context.preferences)
        self.send = QAction(icon("send"), translate("Send", "Send"), self)
        self.again = QAction(icon("refresh-cw"), translate("Send", "Plan again"), self)
        self.stop = QAction(icon("circle-stop"), translate("Send", "Stop"), self)
        self.send_failed = QAction(icon("repeat"), translate("Send", "Send again what failed"), self)
        self.only_failed = QCheckBox(translate("Send", "Only what did not arrive"))
        self.summary = TextLabel(strong=True, wrap=True, selectable=True)
        self.detail = TextLabel(tone=Tone.MUTED, wrap=True, selectable=True)
        self.model = RecordModel(PLANNED, partial(translate, "Send"), self)
        self.table = Table(context.preferences, "send-plan", name=translate("Send", "Plan"))
        self.lines = make_lines(context)
        self.findings = FindingsColumn(may_change=False, applying=Applying(context))
        self.findings.hide()
        self._lists = QStackedWidget()
        self._states = ListStates(self._build_body())
        self._build()
        self._connect()
        self._show_empty()
        self._enable()

    def _build_body(self) -> QWidget:
        self.table.set_default_columns(
            {number: one.width for number, one in enumerate(PLANNED)}, filling=(1, 6), spare=(5,)
        )
        self.table.set_model(self.model)
        self._lists.addWidget(self.table)
        self._lists.addWidget(self.lines)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._lists)
        splitter.addWidget(self.findings)
        splitter.setSizes([LIST_HEIGHT, FINDINGS_HEIGHT])
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        said = QVBoxLayout()
        said.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        said.setSpacing(Space.XS)
        said.addWidget(self.summary)
        said.addWidget(self.detail)
        said.addWidget(self.only_failed)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(said)
        column.addWidget(splitter, 1)
        return body

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.choosing)
        layout.addWidget(self._states, 1)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.choosing.peer)
        self.send.setToolTip(translate("Send", "Send to the destination that stands above, as planned"))
        self.send.setShortcut("Ctrl+Return")
        self.send.setVisible(self._context.may(Permission.STUDY_EXPORT))
        self.send_failed.setVisible(self._context.may(Permission.STUDY_EXPORT))
        may_upload = self._context.may(Permission.STUDY_IMPORT)
        for button in (self.choosing.files, self.choosing.folder):
            button.setVisible(may_upload)

    def _connect(self) -> None:
        self.choosing.chosen.connect(self.choose)
        self.choosing.changed.connect(self.plan)
        self.send.triggered.connect(self._on_send)
        self.again.triggered.connect(self.plan)
        self.stop.triggered.connect(self.sending.stop)
        self.send_failed.triggered.connect(self.sending.send_failed)
        self.only_failed.toggled.connect(self._on_only_failed)
        self.sending.planned.connect(self._on_planned)
        self.sending.moved.connect(self._on_moved)
        self.sending.busy.connect(self._enable)
        self.sending.failed.connect(self._on_failed)
        self.findings.applied.connect(self.plan)

    def toolbar(self) -> QWidget:
        """The actions with words."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(action_button(self.send, Rank.PRIMARY))
        for action in (self.again, self.stop, self.send_failed):
            row.addWidget(action_button(action))
        self._passing = ElidedLabel(tone=Tone.MUTED)
        row.addWidget(self._passing, 1)
        return bar

    def show_peers(self, peers: Sequence[Peer]) -> None:
        """Those that one can send to."""
        self.choosing.peer.show_peers(peers)
        self._enable()
        if self._source is None:
            self._show_empty()
        if self._source is not None and self.sending.plan is None and not self.sending.is_busy:
            self.plan()

    @Slot(object)
    def choose(self, source: Source) -> None:
        """This shall be sent."""
        if self.sending.is_busy:
            self._context.notices.say(translate("Send", "Stop what runs here first."))
            return
        self._source = source
        self.sending.choose(source)
        self.choosing.show_source(source)
        self.plan()

    @Slot()
    def plan(self) -> None:
        """Ask how it would go."""
        name = self.choosing.peer.name()
        try:
            calling = self.choosing.calling_title()
        except ValueError:
            return
        if name and self._source is not None and not self.sending.is_busy:
            self._states.show_loading()
            self.choosing.show_destination("")
            self.sending.make_plan(name, calling)

    # what happened

    @Slot()
    def _on_send(self) -> None:
        self.sending.send(self.choosing.look_again.isChecked())

    @Slot(object)
    def _on_planned(self, plan: SendPlan) -> None:
        self.choosing.show_destination(destination_words(plan))
        self.summary.setText(plan_words(plan))
        self._say_detail(
            plan.problem, [f"{one.subject}: {one.reason}" for one in plan.left_out[:3]], plan.number_left_out
        )
        self.model.start_over(Page(plan.kinds))
        self.findings.show_alone(plan.findings)
        self._lists.setCurrentWidget(self.table)
        self.only_failed.hide()
        self._states.show_content()
        self._enable()

    @Slot(object)
    def _on_moved(self, outcome: SendOutcome) -> None:
        self.summary.setText(outcome_words(outcome))
        notes = [f"{one.subject}: {one.reason}" for one in outcome.left_out[:3]]
        if outcome.test_object and outcome.sent + outcome.warning:
            notes.append(_removal(outcome))
        self._say_detail(outcome.problem, notes, outcome.number_left_out)
        self.findings.show_alone(outcome.findings)
        self._lists.setCurrentWidget(self.lines)
        self.only_failed.setVisible(outcome.is_over and bool(outcome.failed))
        self._states.show_content()
        if self.sending.job_id != self._shown_job:
            self._shown_job = self.sending.job_id
            self._on_only_failed()
        else:
            self.lines.note_change()
        if outcome.is_over:
            self.lines.refresh()
        self._enable()

    @Slot(object)
    def _on_failed(self, error: PacsDeskError) -> None:
        if self.sending.plan is None:
            self._states.show_error(error, self.plan)
        else:
            self._context.notices.fail(error)

    @Slot()
    def _on_only_failed(self) -> None:
        if self._shown_job is not None:
            show_lines(self.lines, self._context, self._shown_job, only_failed=self.only_failed.isChecked())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()) and self._context.may(Permission.STUDY_IMPORT):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """They shall be sent."""
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.choose(Source(paths=paths))

    @Slot()
    def _enable(self) -> None:
        sending, outcome = self.sending, self.sending.outcome
        is_planned = sending.plan is not None and sending.plan.number_of_instances > 0 and not sending.plan.problem
        self.send.setEnabled(is_planned and not sending.is_busy and sending.job_id is None)
        self.again.setEnabled(bool(self._source) and bool(self.choosing.peer.name()) and not sending.is_busy)
        self.stop.setEnabled(sending.is_busy)
        left = outcome is not None and outcome.is_over and bool(outcome.failed or outcome.unsent)
        self.send_failed.setEnabled(left and not sending.is_busy)
        self.choosing.setEnabled(not sending.is_busy)

    def _show_empty(self) -> None:
        if not self.choosing.peer.count():
            self._states.show_empty(
                "send",
                translate("Send", "No peer to send to"),
                translate("Send", "Enter one with its host and port in the Peers panel."),
            )
            return
        self._states.show_empty(
            "send",
            translate("Send", "Nothing to send yet"),
            translate(
                "Send",
                "Choose studies in the Studies panel and Send to peer, drop files here, or take the test object. The "
                "plan shows what would go and how; nothing is sent before that.",
            ),
        )

    def _say_detail(self, problem: str, notes: list[str], number_left_out: int) -> None:
        parts = [in_own_words(plain(problem))] if problem else []
        parts += [in_own_words(plain(one)) for one in notes]
        if number_left_out > 3:
            parts.append(counted("Send", "%Ln files are no objects", number_left_out))
        self.detail.setText("\n".join(parts))
        self.detail.setVisible(bool(parts))


def _removal(outcome: SendOutcome) -> str:
    uids = outcome.test_object
    assert uids is not None, "asked only for a test object"
    words = translate("Send", "To remove it there: patient {patient}, study {study}, instance {instance}")
    return words.format(patient=uids.patient_id, study=uids.study_instance_uid, instance=uids.sop_instance_uid)
