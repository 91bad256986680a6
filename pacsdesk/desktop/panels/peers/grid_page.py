"""Connect to all peers at once: a grid that fills in as they answer; the dead ones take no longer than one."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.services.catalog import Services
from pacsdesk.contract.types import JobId
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.formatting import format_count
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone, hairline
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.climbs import Climbs
from pacsdesk.desktop.panels.peers.grid_model import CAUSE, SPARE, WIDTHS, GridModel
from pacsdesk.desktop.panels.peers.repeat_bar import RepeatBar
from pacsdesk.desktop.panels.peers.repeats import Repeats

READ_AGAIN_MS = 200


@dataclass(frozen=True, slots=True)
class _Begun:
    job_id: JobId
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    outcomes: tuple[ProbeOutcome, ...]
    is_over: bool


class GridPage(QWidget):
    """peer_wanted: the name of a peer that shall be looked at in full."""

    peer_wanted = Signal(str)

    def __init__(
        self, context: PanelContext, climbs: Climbs, repeats: Repeats, read_again_ms: int = READ_AGAIN_MS
    ) -> None:
        """read_again_ms: how often it is asked what has come."""
        super().__init__()
        self._context = context
        self._climbs = climbs
        self._repeats = repeats
        self._job_id: JobId | None = None
        self._is_beginning = False
        self.model = GridModel(self)
        self.table = Table(context.preferences, "peers-grid", name=translate("Peers", "All peers"))
        self._states = ListStates(self.table)
        self._amount = ElidedLabel(tone=Tone.MUTED)
        self.repeating = RepeatBar(repeats)
        self.connect_all = QAction(icon("plug-zap"), translate("Peers", "Connect to all"), self)
        self.stop = QAction(icon("circle-stop"), translate("Peers", "Stop"), self)
        self.copy = QAction(icon("copy"), translate("Peers", "Copy rows"), self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(read_again_ms)
        self._may_probe = context.may(Permission.PEER_PROBE)
        self._build()
        self._connect()
        self._show_begin()
        self._judge()

    def _build(self) -> None:
        self.connect_all.setToolTip(
            translate("Peers", "Climb to every peer that has a host and a port; nothing is stored, moved or changed")
        )
        self.stop.setToolTip(translate("Peers", "End it at once, and what would come again"))
        self.repeating.box.setToolTip(
            translate("Peers", "Test the chosen peers, or all, again and again while this window is open")
        )
        self.table.set_default_columns(WIDTHS, filling=(CAUSE,), spare=SPARE)
        self.table.set_model(self.model)
        self.table.set_row_actions([self.copy])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if self._may_probe:
            layout.addWidget(self._repeat_row())
            layout.addWidget(hairline())
        layout.addWidget(self._states)

    def _repeat_row(self) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.addWidget(self.repeating)
        set_look(row, surface="0")
        return row

    def _connect(self) -> None:
        self.connect_all.triggered.connect(self.begin)
        self.stop.triggered.connect(self._on_stop)
        self.copy.triggered.connect(self.table.copy_selection)
        self.table.activated.connect(self._on_activated)
        self._timer.timeout.connect(self._read)
        self.repeating.wanted.connect(self._on_repeat_wanted)
        self.table.selectionModel().selectionChanged.connect(self._judge)
        self._repeats.changed.connect(self._judge)
        self._climbs.changed.connect(self._on_climb_changed)
        self.setFocusProxy(self.table)

    def toolbar(self) -> QWidget:
        """Beginning and stopping."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        if self._may_probe:
            row.addWidget(action_button(self.connect_all, Rank.PRIMARY))
            row.addWidget(action_button(self.stop))
        row.addWidget(self._amount, 1)
        return bar

    def _show_begin(self) -> None:
        self._states.show_empty(
            "grid-3x3",
            translate("Peers", "All peers at once"),
            translate(
                "Peers",
                "Each peer is a row, each step of the way to it a column. Those that are dead take no longer than one.",
            ),
            (self.connect_all,) if self._may_probe else (),
        )

    @property
    def is_running(self) -> bool:
        """Whether outcomes are awaited."""
        return self._is_beginning or self._job_id is not None

    @Slot()
    def begin(self) -> None:
        """Climb to all, unless that is under way."""
        if self.is_running or not self._may_probe:
            return
        self._is_beginning = True
        self._judge()
        self._context.calls.start(partial(_begin, self._context.services), self._on_begun, self._on_failed, owner=self)

    def _on_begun(self, begun: _Begun) -> None:
        self._is_beginning, self._job_id = False, begun.job_id
        self.model.begin(begun.names)
        self._states.show_content()
        self._judge()
        self._read()

    @Slot()
    def _read(self) -> None:
        if self._job_id is not None:
            self._context.calls.start(
                partial(_read, self._context.services, self._job_id), self._on_read, self._on_failed, owner=self
            )

    def _on_read(self, reading: _Reading) -> None:
        self.model.fill(reading.outcomes)
        self._climbs.keep(reading.outcomes)
        if reading.is_over:
            self._job_id = None
        else:
            self._timer.start()
        self._judge()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._is_beginning, self._job_id = False, None
        self._context.notices.fail(error)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        self.connect_all.setEnabled(self._may_probe and not self.is_running)
        repeated = [name for name in self.model.names if self._repeats.every(name) is not None]
        self.stop.setEnabled(self._job_id is not None or bool(repeated))
        self.repeating.show_peers(self._meant())
        total, known = self.model.rowCount(), self.model.number_known()
        if not total:
            self._amount.set_text("")
        elif self.is_running:
            words = counted("Peers", "{known} of %Ln peers", total)
            self._amount.set_text(words.format(known=format_count(known)))
        else:
            self._amount.set_text(counted("Peers", "%Ln peers", total))

    @Slot()
    def _on_stop(self) -> None:
        self._repeats.stop(self.model.names)
        job_id, jobs = self._job_id, self._context.services.jobs
        if job_id is not None:
            self._context.calls.start(
                lambda: jobs.cancel(job_id), _ignore, self._context.notices.fail, owner=self, priority=2
            )

    def _meant(self) -> tuple[str, ...]:
        """The chosen peers, or all when none is."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows(0))
        return tuple(self.model.name(row) for row in rows) or self.model.names

    @Slot(object)
    def _on_repeat_wanted(self, every: timedelta | None) -> None:
        names = self._meant()
        if every is None:
            self._repeats.stop(names)
        elif names:
            self._repeats.start(names, every)
        else:  # none was called yet: all are
            services = self._context.services
            self._context.calls.start(
                lambda: _who_can_be_called(services), partial(self._on_named, every), self._on_failed, owner=self
            )

    def _on_named(self, every: timedelta, names: tuple[str, ...]) -> None:
        if not self.model.names:
            self.model.begin(names)
            if names:
                self._states.show_content()
        self._repeats.start(names, every)
        self._judge()

    @Slot(str)
    def _on_climb_changed(self, name: str) -> None:
        outcome = self._climbs.outcome(name)
        if outcome is not None and not self.is_running:
            self.model.fill((outcome,))
            self._judge()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.peer_wanted.emit(self.model.name(index.row()))


def _who_can_be_called(services: Services) -> tuple[str, ...]:
    """Blocks."""
    return tuple(peer.name for peer in services.peers.list() if peer.can_be_called)


def _begin(services: Services) -> _Begun:
    """Blocks. Raises what the bench raises."""
    names = _who_can_be_called(services)
    return _Begun(services.bench.start_grid(names), names)


def _read(services: Services, job_id: JobId) -> _Reading:
    """Blocks. The job is asked first: what ends meanwhile is read once more."""
    is_over = services.jobs.get(job_id).state.is_over
    return _Reading(services.bench.grid(job_id), is_over)


def _ignore(_answer: object) -> None:
    """The job's end comes with the next reading."""
