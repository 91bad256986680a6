"""Traces: begun, ended, opened, saved and removed on the left, read on the right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.traces import Trace
from pacsdesk.desktop.kit.buttons import Rank, action_button, make_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordList
from pacsdesk.desktop.kit.saving import AskWhere, ask_where
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.relay.reading_view import ReadingView
from pacsdesk.desktop.panels.relay.start_bar import duration_box
from pacsdesk.desktop.panels.relay.words import TRACE_COLUMNS

FOLLOW_MS = 1_000
_WIDTHS = (328, 768)
_EMPTY = EmptyWords(
    "scroll-text",
    marked("Relay", "No traces yet"),
    marked(
        "Relay",
        "A trace records what passes with one peer, PDU by PDU; patient data is replaced before it is written. Choose "
        "the peer above, or type an address.",
    ),
)


class TracesPage(QWidget):
    """Looked at anew every second while it shows and one of them runs."""

    def __init__(self, context: PanelContext, ask_where: AskWhere = ask_where) -> None:
        """ask_where: where to write a file; a test answers itself."""
        super().__init__()
        self._context = context
        self._ask_where = ask_where
        self._may_record = context.may(Permission.TRACE_RECORD)
        self.whom = QComboBox()
        self.duration = duration_box(600)
        self.keeps_patients = QCheckBox(translate("Relay", "Keep patient data"))
        self.start = make_button(translate("Relay", "Start trace"), Rank.PRIMARY)
        self.stop = self._action("circle-stop", translate("Relay", "Stop"))
        self.open = self._action("folder-open", translate("Relay", "Open a file"))
        self.save = self._action("save", translate("Relay", "Save as"))
        self.remove = self._action("trash-2", translate("Relay", "Remove"))
        self.list: RecordList[Trace] = RecordList(
            ListNeeds(context.calls, context.preferences, context.notices.fail),
            Listing(
                partial(translate, "Relay"),
                translate("Relay", "Traces"),
                "relay-traces",
                TRACE_COLUMNS,
                self._read,
                lambda one: one.trace_id,
                _EMPTY,
                filling=(1,),
                spare=(3, 4),
            ),
        )
        self.reading = ReadingView(context)
        self._timer = QTimer(self)
        self._timer.setInterval(FOLLOW_MS)
        self._build()
        self._connect()

    def _action(self, icon_name: str, words: str) -> QAction:
        return QAction(icon(icon_name), words, self)

    def _build(self) -> None:
        self.whom.setEditable(True)
        self.whom.setMinimumContentsLength(18)
        self.whom.setAccessibleName(translate("Relay", "Peer or address to trace"))
        self.whom.setToolTip(self.whom.accessibleName())
        self.keeps_patients.setVisible(self._context.may(Permission.TRACE_UNMASKED))
        self.keeps_patients.setToolTip(
            translate("Relay", "The trace then holds names and images; the audit notes who recorded it.")
        )
        for action in (self.stop, self.save, self.remove):
            action.setEnabled(False)
        recording = [self.stop, self.remove] if self._may_record else []
        self.list.table.set_row_actions([self.save, *recording])
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(self.reading)
        splitter.setSizes(list(_WIDTHS))
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.setFocusProxy(self.list.table)

    def toolbar(self) -> QWidget:
        """What begins one, and what can be done with those there are."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        if self._may_record:
            for widget in (self.whom, self.duration, self.keeps_patients, self.start):
                row.addWidget(widget)
            row.addWidget(action_button(self.stop))
            row.addWidget(action_button(self.open, words=False))
        row.addWidget(action_button(self.save, words=False))
        row.addStretch(1)
        return bar

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_time)
        self.start.clicked.connect(self._on_start)
        if line := self.whom.lineEdit():
            line.returnPressed.connect(self._on_start)
        self.whom.editTextChanged.connect(self._judge)
        self.stop.triggered.connect(self._on_stop)
        self.open.triggered.connect(self._on_open)
        self.save.triggered.connect(self._on_save)
        self.remove.triggered.connect(self._on_remove)
        self.list.chosen_changed.connect(self._on_chosen)
        self._context.events.engine_found.connect(self.refresh)
        self._judge()

    def show_peers(self, names: list[str]) -> None:
        """Those that can be traced; what was typed stays."""
        typed = self.whom.currentText()
        self.whom.clear()
        self.whom.addItems(names)
        self.whom.setEditText(typed or (names[0] if names else ""))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow."""
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: ask nothing."""
        super().hideEvent(event)
        self._timer.stop()

    @Slot()
    def refresh(self) -> None:
        """Look now."""
        if self.isVisible():
            self.list.refresh()

    def _read(self, _page: PageRequest) -> Page[Trace]:
        traces = self._context.services.traces.list()
        return Page(traces, "", len(traces))

    @Slot()
    def _on_time(self) -> None:
        self.refresh()
        if any(one.is_running for one in self.list.chosen()):
            self.reading.follow()

    @Slot()
    def _judge(self) -> None:
        self.start.setEnabled(bool(self.whom.currentText().strip()))

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.list.chosen()
        self.stop.setEnabled(self._may_record and any(one.is_running for one in chosen))
        self.remove.setEnabled(self._may_record and any(not one.is_running for one in chosen))
        self.save.setEnabled(len(chosen) == 1)
        self.reading.read(chosen[0].trace_id if len(chosen) == 1 else "")

    @Slot()
    def _on_start(self) -> None:
        typed = self.whom.currentText().strip()
        if not typed:
            return
        is_peer = self.whom.findText(typed, Qt.MatchFlag.MatchFixedString) >= 0
        traces = self._context.services.traces
        begin = traces.start_unmasked if self.keeps_patients.isChecked() else traces.start
        name, address = (typed, "") if is_peer else ("", typed)
        self._do(partial(begin, name, address, int(self.duration.currentData())))

    @Slot()
    def _on_stop(self) -> None:
        traces = self._context.services.traces
        running = [one.trace_id for one in self.list.chosen() if one.is_running]
        self._do(lambda: [traces.stop(one) for one in running])

    @Slot()
    def _on_remove(self) -> None:
        traces = self._context.services.traces
        ended = [one.trace_id for one in self.list.chosen() if not one.is_running]
        self._do(lambda: [traces.remove(one) for one in ended])

    @Slot()
    def _on_open(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, translate("Relay", "Open a trace"))
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a trace that was saved before."""
        client, trace_id = self._context.client, uuid4().hex
        self._do(lambda: client.upload(f"uploads/traces/{trace_id}", path.name, path))

    @Slot()
    def _on_save(self) -> None:
        chosen = self.list.chosen()
        if len(chosen) != 1:
            return
        path = self._ask_where(self, translate("Relay", "Save the trace"), "trace.jsonl")
        if path is None:
            return
        kind = "trace" if chosen[0].is_masked else "unmasked-trace"
        client, words = self._context.client, translate("Relay", "The trace is in {file}.").format(file=path.name)
        self._context.calls.start(
            partial(client.download, f"{kind}/{chosen[0].trace_id}", path),
            lambda _done: self._context.notices.say(words),
            self._context.notices.fail,
            owner=self,
        )

    def _do(self, work: Callable[[], object]) -> None:
        self._context.calls.start(work, self._on_done, self._context.notices.fail, owner=self)

    def _on_done(self, _answer: object) -> None:
        self.refresh()
