"""Relays or sinks: those that listen above, what one of them saw below, and one association in full beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.relays import Listening, ListenOrder
from pacsdesk.contract.services.associations import AssociationsService
from pacsdesk.desktop.kit.buttons import action_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordColumn, RecordList
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.kit.uid_names import Names, read_names, uids_of
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.relay.seen_text import SeenText
from pacsdesk.desktop.panels.relay.start_bar import StartBar
from pacsdesk.desktop.panels.relay.words import SEEN_COLUMNS, SEEN_FILLING, SEEN_SPARE

L = TypeVar("L")
FOLLOW_MS = 1_000
_NOTHING_SEEN = EmptyWords(
    "network",
    marked("Relay", "Nobody has called"),
    marked("Relay", "Each association shows here as it comes, with what was proposed and how it was answered."),
)
_HEIGHTS, _WIDTHS = (160, 400), (640, 360)


@dataclass(frozen=True, slots=True)
class Listeners(Generic[L]):
    """What a page shows and asks; what asks blocks and is called on worker threads. key: for what is remembered.
    filling: columns that take the room that is left."""

    key: str
    name: str
    columns: tuple[RecordColumn[L], ...]
    empty: EmptyWords
    read: Callable[[], tuple[L, ...]]
    start: Callable[[str, ListenOrder], L]
    stop: Callable[[str], L]
    seen: Callable[[str], tuple[AssociationDetail, ...]]
    identity: Callable[[L], str]
    listening: Callable[[L], Listening]
    filling: tuple[int, ...]


class ListenPage(QWidget, Generic[L]):
    """Looked at anew every second while it shows."""

    def __init__(self, context: PanelContext, listeners: Listeners[L], bar: StartBar, may_run: bool) -> None:
        super().__init__()
        self._context = context
        self._listeners = listeners
        self._may_run = may_run
        self._shown = ""
        self._is_told = False  # that nothing is chosen
        self.bar = bar
        self.stop = QAction(icon("circle-stop"), translate("Relay", "Stop"), self)
        self.stop.setEnabled(False)
        needs = ListNeeds(context.calls, context.preferences, context.notices.fail)
        say = partial(translate, "Relay")
        self.list: RecordList[L] = RecordList(
            needs,
            Listing(
                say,
                listeners.name,
                f"{listeners.key}-listeners",
                listeners.columns,
                lambda _page: _whole(listeners.read()),
                listeners.identity,
                listeners.empty,
                filling=listeners.filling,
            ),
        )
        self.seen: RecordList[AssociationDetail] = RecordList(
            needs,
            Listing(
                say,
                translate("Relay", "What came"),
                f"{listeners.key}-seen",
                SEEN_COLUMNS,
                self._read_seen,
                lambda one: one.summary.association_id,
                _NOTHING_SEEN,
                filling=SEEN_FILLING,
                spare=SEEN_SPARE,
            ),
        )
        self.text = SeenText()
        self._timer = QTimer(self)
        self._timer.setInterval(FOLLOW_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(self.seen)
        below.addWidget(self.text)
        below.setSizes(list(_WIDTHS))
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.addWidget(self.list)
        whole.addWidget(below)
        whole.setSizes(list(_HEIGHTS))
        for splitter in (below, whole):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        if self._may_run:
            self.list.table.set_row_actions([self.stop])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(whole)
        self.setFocusProxy(self.list.table)

    def toolbar(self) -> QWidget:
        """What begins and ends one."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        if self._may_run:
            row.addWidget(self.bar)
            row.addWidget(action_button(self.stop))
        row.addStretch(1)
        return bar

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self.bar.started.connect(self._on_start)
        self.stop.triggered.connect(self._on_stop)
        self.list.chosen_changed.connect(self._on_chosen)
        self.seen.chosen_changed.connect(self._on_seen_chosen)
        self._context.events.engine_found.connect(self.refresh)

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
            if self._shown or not self._is_told:
                self._is_told = True
                self.seen.refresh()

    def _read_seen(self, _page: PageRequest) -> Page[AssociationDetail]:
        return _whole(self._listeners.seen(self._shown)) if self._shown else Page(())

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.list.chosen()
        shown = self._listeners.identity(chosen[0]) if len(chosen) == 1 else ""
        self.stop.setEnabled(any(self._listeners.listening(one).is_running for one in chosen))
        if shown != self._shown:
            self._shown = shown
            self.text.show_nothing()
            self.seen.show_other(self._read_seen, _NOTHING_SEEN)

    @Slot()
    def _on_seen_chosen(self) -> None:
        chosen = self.seen.chosen()
        if len(chosen) != 1 or not self._shown:
            self.text.show_nothing()
            return
        associations, wanted = self._context.services.associations, chosen[0].summary.association_id
        self._context.calls.start(
            lambda: _read_whole(associations, wanted),
            lambda read: self.text.tell(*read),
            self._on_failed_quietly,
            owner=self,
        )

    @Slot()
    def _on_start(self) -> None:
        start = partial(self._listeners.start, self.bar.peer.currentText(), self.bar.order())
        self._context.calls.start(start, self._on_started, self._context.notices.fail, owner=self)

    def _on_started(self, one: L) -> None:
        listening = self._listeners.listening(one)
        words = translate("Relay", "Listens at {host} port {port}.")
        self._context.notices.say(words.format(host=listening.host, port=listening.port))
        self.refresh()

    @Slot()
    def _on_stop(self) -> None:
        wanted = [
            self._listeners.identity(one) for one in self.list.chosen() if self._listeners.listening(one).is_running
        ]
        stop = self._listeners.stop
        self._context.calls.start(
            lambda: [stop(one) for one in wanted], self._on_stopped, self._context.notices.fail, owner=self
        )

    def _on_stopped(self, _stopped: list[L]) -> None:
        self.refresh()

    def _on_failed_quietly(self, _error: PacsDeskError) -> None:
        """It was forgotten meanwhile; the list shows that."""
        self.text.show_nothing()


def _read_whole(associations: AssociationsService, wanted: str) -> tuple[AssociationDetail, Names, tuple[Finding, ...]]:
    detail = associations.get(wanted)
    return detail, read_names(uids_of(detail)), associations.explain(wanted)


R = TypeVar("R")


def _whole(records: tuple[R, ...]) -> Page[R]:
    return Page(records, "", len(records))
