"""What came over time of the peers that are repeated: how each stands, and below what changed, or each run."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pacsdesk.contract.records.paging import Page
from pacsdesk.desktop.kit.buttons import action_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone, hairline
from pacsdesk.desktop.kit.record_list import RecordModel
from pacsdesk.desktop.kit.saving import ask_where
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.over_time_lists import (
    CHANGE_COLUMNS,
    RUN_COLUMNS,
    PeersTable,
    Standing,
    Told,
    changes_of,
    runs_of,
    told_table,
)
from pacsdesk.desktop.panels.peers.repeats import Repeats
from pacsdesk.desktop.panels.peers.runs_file import write_changes, write_runs

GATHER_MS = 100
CHANGES, RUNS = range(2)


class OverTimePage(QWidget):
    """peer_wanted: the name of a peer that shall be looked at in full. repeated: how many are."""

    peer_wanted = Signal(str)
    repeated = Signal(int)

    def __init__(self, context: PanelContext, repeats: Repeats) -> None:
        super().__init__()
        self._context = context
        self._repeats = repeats
        self.stop = QAction(icon("circle-stop"), translate("Peers", "Stop repeating"), self)
        self.save = QAction(icon("download"), translate("Peers", "Save as CSV"), self)
        self.copy = QAction(icon("copy"), translate("Peers", "Copy rows"), self)
        preferences = context.preferences
        self.table = PeersTable(preferences, (self.stop, self.copy))
        name = translate("Peers", "What changed")
        self.changes, self._changes_model = told_table(preferences, "peers-over-time-changes", name, CHANGE_COLUMNS)
        name = translate("Peers", "Runs")
        self.runs, self._runs_model = told_table(preferences, "peers-over-time-runs", name, RUN_COLUMNS)
        self.switch = QTabBar()
        self._pages = QStackedWidget()
        self._no_change = ListStates(self.changes)
        self._amount = ElidedLabel(tone=Tone.MUTED)
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(GATHER_MS)
        self._states = ListStates(self._build())
        self._set_up()
        self._connect()
        self._show()

    def _build(self) -> QWidget:
        self.switch.addTab(translate("Peers", "What changed"))
        self.switch.addTab(translate("Peers", "Runs"))
        self.switch.setAccessibleName(translate("Peers", "Changes or runs"))
        self.switch.setDrawBase(False)
        self.switch.setExpanding(False)
        self._pages.addWidget(self._no_change)
        self._pages.addWidget(self.runs)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(Space.S, Space.XS, Space.L, 0)
        tabs.addWidget(self.switch)
        tabs.addStretch()
        column.addWidget(hairline())
        column.addLayout(tabs)
        column.addWidget(self._pages, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        return splitter

    def _set_up(self) -> None:
        self.stop.setToolTip(translate("Peers", "End the runs of the chosen peers, or of all; what was found stays"))
        self.save.setToolTip(translate("Peers", "Write the list below, of the chosen peers or of all"))
        self.copy.setShortcut(QKeySequence("Ctrl+C"))
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for table in (self.changes, self.runs):
            table.set_row_actions([self.copy])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._states)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.stop.triggered.connect(self.end)
        self.save.triggered.connect(self._on_save)
        self.copy.triggered.connect(self._on_copy)
        self.switch.currentChanged.connect(self._pages.setCurrentIndex)
        self.table.activated.connect(self._on_activated)
        self.table.selectionModel().selectionChanged.connect(self._show_told)
        self._gathering.timeout.connect(self._show)
        self._repeats.changed.connect(self._on_changed)

    def toolbar(self) -> QWidget:
        """Ending, and taking along."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(action_button(self.stop))
        row.addWidget(action_button(self.save))
        row.addWidget(self._amount, 1)
        return bar

    def told(self) -> tuple[Told, ...]:
        """What the list below shows."""
        return (self._runs_model if self.switch.currentIndex() == RUNS else self._changes_model).records

    @Slot()
    def end(self) -> None:
        """Stop the chosen ones, or all when none is chosen."""
        self._repeats.stop([one.name for one in self._meant()])

    def write(self, file: Path) -> None:
        """Write what the list below shows."""
        told, is_runs = self.told(), self.switch.currentIndex() == RUNS

        def work() -> int:
            if is_runs:
                return write_runs([(one.name, one.run) for one in told if one.run is not None], file)
            return write_changes([(one.name, one.change) for one in told if one.change is not None], file)

        def done(number: int) -> None:
            words = counted("Peers", "%Ln lines in {path}", number)
            self._context.notices.say(words.format(path=file))

        self._context.calls.start(work, done, self._context.notices.fail, owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the runs, as everywhere in this panel."""
        if event.key() == Qt.Key.Key_Escape and self.stop.isEnabled():
            self.end()
            return
        super().keyPressEvent(event)

    def _meant(self) -> tuple[Standing, ...]:
        return self.table.chosen() or self.table.rows.records

    @Slot(str)
    def _on_changed(self, _name: str) -> None:
        if not self._gathering.isActive():
            self._gathering.start()

    @Slot()
    def _show(self) -> None:
        repeats = self._repeats
        standings = tuple(
            Standing(name, repeats.every(name), repeats.next_at(name), repeats.history(name))
            for name in repeats.names()
        )
        self.table.show_standings(standings)
        if standings:
            self._states.show_content()
        else:
            self._states.show_empty(
                "repeat",
                translate("Peers", "No peer is repeated"),
                translate(
                    "Peers",
                    "For a peer that fails now and then: choose beside Repeat, at a peer or at all at once, how often "
                    "it is tested. Each run and each change is listed here while this window is open.",
                ),
            )
        number = sum(one.every is not None for one in standings)
        self._amount.set_text(counted("Peers", "%Ln peers repeated", number) if standings else "")
        self.repeated.emit(number)
        self._show_told()

    @Slot()
    def _show_told(self) -> None:
        meant = self._meant()
        _fill(self._changes_model, changes_of(meant))
        _fill(self._runs_model, runs_of(meant))
        if self._changes_model.records:
            self._no_change.show_content()
        else:
            self._no_change.show_empty(
                "check",
                translate("Peers", "Nothing changed yet"),
                translate("Peers", "A run that finds something else than the one before stands here, with its cause."),
            )
        self.stop.setEnabled(any(one.every is not None for one in meant))
        self.save.setEnabled(bool(meant))

    @Slot()
    def _on_copy(self) -> None:
        table = self.runs if self.runs.hasFocus() else self.changes if self.changes.hasFocus() else self.table
        table.copy_selection()

    @Slot()
    def _on_save(self) -> None:
        name = "runs.csv" if self.switch.currentIndex() == RUNS else "changes.csv"
        file = ask_where(self, translate("Peers", "Save as CSV"), name)
        if file is not None:
            self.write(file)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.peer_wanted.emit(self.table.rows.records[index.row()].name)


def _fill(model: RecordModel[Told], told: tuple[Told, ...]) -> None:
    if told != model.records:
        model.start_over(Page(told, "", len(told)))
