"""The worklist of a peer as a modality sees it: asked on the left, the entries with the chosen one in full, or why
there are none."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.paging import Page
from pacsdesk.contract.records.queries import QueryOrder, QueryOutcome
from pacsdesk.desktop.kit.applying import Applying
from pacsdesk.desktop.kit.asking import Asking
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.labels import ElidedLabel
from pacsdesk.desktop.kit.record_list import RecordModel
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.kit.why_asking import WhyAsking
from pacsdesk.desktop.kit.why_view import WhyView
from pacsdesk.desktop.panel import Destination, PanelContext
from pacsdesk.desktop.panels.workflow.entries import ENTRY_COLUMNS, FILLING, SPARE, Entry, entries_of
from pacsdesk.desktop.panels.workflow.entry_view import EntryView
from pacsdesk.desktop.panels.workflow.framing import (
    foot,
    make_action,
    one_above_the_other,
    show_records,
    side_by_side,
    toolbar_of,
)
from pacsdesk.desktop.panels.workflow.words import failure_words, worklist_line
from pacsdesk.desktop.panels.workflow.worklist_form import WorklistForm

VIEW_SIZES, NOTES_SIZES = [720, 288], (400, 240)


class WorklistPage(QWidget):
    """entry_taken: an entry whose examination shall be reported."""

    entry_taken = Signal(object)

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._asked: tuple[str, QueryOrder] | None = None
        self.outcome: QueryOutcome | None = None
        self.asking = Asking(context.calls, context.services.queries.stop, context.notices.fail, self)
        self.form = WorklistForm()
        self._make_actions()
        self.model = RecordModel(ENTRY_COLUMNS, partial(translate, "Workflow"), self)
        self.table = Table(context.preferences, "workflow-entries", name=translate("Workflow", "Worklist"))
        self.view = EntryView(self.report)
        self.findings = FindingsColumn(may_change=context.may(Permission.PEER_CHANGE), applying=Applying(context))
        self.why_view = WhyView()
        self._why = WhyAsking(self.why_view, self.asking, context.services.queries, self)
        self.notes = FindingsColumn(may_change=False)
        self.status = ElidedLabel()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._states = ListStates(self._splitter)
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.show_nothing()
        self._judge()

    def _make_actions(self) -> None:
        make = partial(make_action, self)
        self.ask = make("search", translate("Workflow", "Ask"), translate("Workflow", "Ask for the worklist (Return)"))
        self.stop = make("circle-stop", translate("Workflow", "Stop"), translate("Workflow", "End it at once (Esc)"))
        self.why = make(
            "circle-help",
            translate("Workflow", "Ask why"),
            translate("Workflow", "Change one thing at a time and see which one hides the entries"),
        )
        self.report = make(
            "send",
            translate("Workflow", "Report its examination"),
            translate("Workflow", "Take it over into Performed steps; nothing is sent before you press Begin there"),
        )
        self.copy = make("copy", translate("Workflow", "Copy rows"))
        self.copy_entry = make("clipboard-list", translate("Workflow", "Copy in full"))

    def _build(self) -> None:
        show_records(self.table, self.model, ENTRY_COLUMNS, FILLING, SPARE)
        self.table.set_row_actions((self.report, None, self.copy, self.copy_entry))
        self._splitter.addWidget(one_above_the_other(self.table, self.notes, NOTES_SIZES))
        self._splitter.addWidget(self.view)
        self._splitter.setSizes(VIEW_SIZES)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for page in (self._states, self.findings, self.why_view):
            self._pages.addWidget(page)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        self._foot = foot(self.status)
        column.addWidget(self._foot)
        side_by_side(self, self.form, right)
        self.setFocusProxy(self.form)

    def _connect(self) -> None:
        self.form.asked.connect(self.start)
        self.form.changed.connect(self._judge)
        self.ask.triggered.connect(self.start)
        self.stop.triggered.connect(self.asking.stop)
        self.why.triggered.connect(self._on_why)
        self.report.triggered.connect(self._on_report)
        self.copy.triggered.connect(self.table.copy_selection)
        self.copy_entry.triggered.connect(self._on_copy_entry)
        self.asking.changed.connect(self._judge)
        self.asking.failed.connect(self._on_failed)
        self._why.shown.connect(self._on_why_shown)
        self.why_view.left.connect(self._on_why_left)
        self.why_view.way_taken.connect(self._on_way_taken)
        self.findings.another_title_wanted.connect(self.form.calling.ask_for_another)
        self.findings.change_wanted.connect(self._on_change_wanted)
        self.findings.applied.connect(self._on_applied)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen_changed)

    def toolbar(self) -> QWidget:
        """The actions with words."""
        return toolbar_of((self.ask, self.stop, self.why))

    # asking

    @Slot()
    def start(self) -> None:
        """Ask what is written."""
        if not self.form.is_complete():
            return
        try:
            order = self.form.order()
        except ValueError:
            return  # the form says what is wrong
        self._ask(self.form.peer.name(), order)

    def _ask(self, peer: str, order: QueryOrder) -> None:
        self._asked = peer, order
        self._pages.setCurrentWidget(self._states)
        self._states.show_loading()
        self._say(translate("Workflow", "Asking {peer}").format(peer=peer))
        find = self._context.services.queries.find
        self.asking.start(lambda ticket: find(peer, replace(order, ticket=ticket)), self._on_answered)

    @Slot()
    def _on_why(self) -> None:
        if self._asked is not None:
            self._why.start(*self._asked)

    @Slot()
    def _on_why_shown(self) -> None:
        self._pages.setCurrentWidget(self.why_view)

    @Slot(object)
    def _on_way_taken(self, way: QueryOrder) -> None:
        if self._asked is not None:
            self.form.show_order(way)
            self._ask(self._asked[0], way)

    @Slot()
    def _on_applied(self) -> None:
        """See at once what came of it."""
        if self._asked is not None:
            self._ask(*self._asked)

    # what came

    def _on_answered(self, outcome: QueryOutcome) -> None:
        self.outcome = outcome
        entries = entries_of(outcome)
        self.model.start_over(Page(entries))
        if entries:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_outcome(outcome)

    def _show_outcome(self, outcome: QueryOutcome) -> None:
        self._say(worklist_line(outcome))
        self.notes.say("", "", outcome.findings)
        self.notes.setVisible(bool(outcome.findings))
        if not outcome.rows and (outcome.has_failed or outcome.findings):
            heading, words = failure_words(outcome)
            self.findings.say(heading, words, outcome.findings)
            self._pages.setCurrentWidget(self.findings)
        else:
            self._pages.setCurrentWidget(self._states)
            if outcome.rows:
                self._states.show_content()
            elif outcome.is_stopped:
                words = translate("Workflow", "Stopped before an entry came")
                self._states.show_empty("circle-stop", words, "", (self.ask,))
            else:
                self._show_none(outcome)
        self._judge()

    def _show_none(self, outcome: QueryOutcome) -> None:
        words = translate("Workflow", "{peer} has no entry like this. Ask why changes one thing at a time.")
        title = translate("Workflow", "The worklist is empty")
        self._states.show_empty("clipboard-list", title, words.format(peer=outcome.peer), (self.why,))

    def show_nothing(self) -> None:
        """Nothing was asked yet."""
        if self.outcome is not None or self.asking.is_running:
            return
        has_peer = bool(self.form.peer.count())
        title = translate("Workflow", "Ask for a worklist") if has_peer else translate("Workflow", "No peer to ask")
        words = (
            translate(
                "Workflow",
                "It shows which examinations are planned, as a device sees it. Many systems answer each device its own "
                "list: then ask as the title of the device.",
            )
            if has_peer
            else translate("Workflow", "Enter one with its host and port in the Peers panel.")
        )
        self._states.show_empty("clipboard-list", title, words, (self.ask,) if has_peer else ())

    def _on_failed(self, error: PacsDeskError) -> None:
        self._say("")
        self._pages.setCurrentWidget(self._states)
        self._states.show_error(error, self.start)

    @Slot()
    def _on_why_left(self) -> None:
        if self.outcome is not None:
            self._show_outcome(self.outcome)

    # the chosen entry

    def chosen(self) -> tuple[Entry, ...]:
        """From top to bottom."""
        return tuple(self.model.records[index.row()] for index in self.table.selected_rows())

    @Slot()
    def _on_chosen_changed(self) -> None:
        self.view.show_entries(self.chosen())
        self._judge()

    @Slot()
    def _on_report(self) -> None:
        if self.view.entry is not None and self.outcome is not None:
            self.entry_taken.emit((self.outcome.peer, self.view.entry))

    @Slot()
    def _on_copy_entry(self) -> None:
        QGuiApplication.clipboard().setText(self.view.text())
        self._context.notices.say(translate("Workflow", "Copied"))

    @Slot()
    def _on_change_wanted(self) -> None:
        if self._asked is not None:
            self._context.navigator.go(Destination("peers", words=self._asked[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends what runs."""
        if event.key() == Qt.Key.Key_Escape and self.asking.is_running:
            self.asking.stop()
            return
        super().keyPressEvent(event)

    @Slot()
    def _judge(self) -> None:
        runs, outcome = self.asking.is_running, self.outcome
        self.ask.setEnabled(self.form.is_complete())
        self.stop.setEnabled(runs)
        self.why.setEnabled(not runs and outcome is not None and not outcome.rows and not outcome.problem)
        chosen = self.chosen()
        self.copy.setEnabled(bool(chosen))
        for action in (self.report, self.copy_entry):
            action.setEnabled(len(chosen) == 1)

    def _say(self, words: str) -> None:
        self.status.set_text(words)
        self._foot.setVisible(bool(words))
