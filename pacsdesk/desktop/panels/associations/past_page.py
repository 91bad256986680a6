"""Associations that are over, refused callers among them, the newest first; read by key as the list is scrolled."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.events import CallerRefused, EventsMissed
from pacsdesk.contract.records.associations import AssociationFilter, AssociationSummary, Direction
from pacsdesk.contract.records.paging import DEFAULT_PAGE
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordList
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.associations.leaving import JournalExport
from pacsdesk.desktop.panels.associations.question import Question
from pacsdesk.desktop.panels.associations.words import PAST_COLUMNS, PAST_FILLING, PAST_SPARE

REFRESH_MS = 5_000
_NONE_YET = (
    "history",
    marked("Associations", "No association yet"),
    marked(
        "Associations",
        "Each stays here once it is over, with what was agreed and done and how it ended; callers that were turned "
        "away too. Home has the AE title and port to call.",
    ),
)
_DIRECTIONS = (
    (None, marked("Associations", "All directions")),
    (Direction.INCOMING, marked("Associations", "Calls to us")),
    (Direction.OUTGOING, marked("Associations", "Our calls")),
    (Direction.RELAYED, marked("Associations", "Passed on by relays")),
    (Direction.SINK, marked("Associations", "Taken by sinks")),
)
_NONE_MATCHES = (
    "search",
    marked("Associations", "No past association matches"),
    marked("Associations", "Words are looked for in AE titles, addresses and names of peers."),
)


class PastPage(QWidget):
    """Read anew every few seconds while it shows and is not scrolled far, and when a caller is refused."""

    def __init__(
        self, context: PanelContext, copy: QAction, home: QAction, let_in: QAction, pack: QAction, refresh_ms: int
    ) -> None:
        super().__init__()
        self._context = context
        self._which = AssociationFilter()
        self._let_in = let_in
        self._pack = pack
        self.export = JournalExport(context, self)
        self.clear = QAction(icon("filter-x"), translate("Associations", "Clear search"), self)
        self.only_failed = QCheckBox(translate("Associations", "Only what failed"))
        self.only_failed.setToolTip(
            translate("Associations", "Refused, aborted, lost, or with a request that was answered with a failure")
        )
        self.direction = QComboBox()
        self.direction.setAccessibleName(translate("Associations", "Direction"))
        for direction, words in _DIRECTIONS:
            self.direction.addItem(translate("Associations", words), direction)
        self._none_yet = EmptyWords(*_NONE_YET, (home,))
        self._none_matches = EmptyWords(*_NONE_MATCHES, (self.clear,))
        self.list: RecordList[AssociationSummary] = self._make_list()
        self.list.table.set_row_actions([*([let_in] if let_in.isVisible() else []), pack, None, copy])
        self._amount = ElidedLabel(tone=Tone.MUTED)
        self.question = Question(translate("Associations", "Let in"), Rank.PLAIN)
        self._timer = QTimer(self)
        self._timer.setInterval(refresh_ms)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._narrowing())
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list.table)
        self._connect()

    def _make_list(self) -> RecordList[AssociationSummary]:
        context = self._context
        listing = Listing(
            partial(translate, "Associations"),
            translate("Associations", "Past associations"),
            "associations-past",
            PAST_COLUMNS,
            partial(context.services.associations.past, self._which),
            lambda one: one.association_id,
            self._none_yet,
            filling=PAST_FILLING,
            spare=PAST_SPARE,
        )
        return RecordList(ListNeeds(context.calls, context.preferences, context.notices.fail), listing)

    def _narrowing(self) -> QWidget:
        """What narrows the list, and how many it leaves."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.L)
        row.addWidget(self.direction)
        row.addWidget(self.only_failed)
        row.addWidget(self._amount, 1)
        return bar

    def toolbar(self) -> QWidget:
        """What lets a refused caller in, and what leaves this window."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        if self._let_in.isVisible():
            row.addWidget(action_button(self._let_in))
        row.addWidget(action_button(self._pack))
        row.addWidget(action_button(self.export.action))
        row.addStretch(1)
        return bar

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_time)
        self.only_failed.toggled.connect(self._on_only_failed)
        self.direction.currentIndexChanged.connect(self._on_direction)
        self.list.counted.connect(self._on_counted)
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_found.connect(self.list.note_change)

    def search(self, words: str) -> None:
        """Show what has these words."""
        self._show(replace(self._which, text=words))

    def show_all(self) -> None:
        """Narrow the list by nothing but words."""
        self.only_failed.setChecked(False)
        self.direction.setCurrentIndex(0)

    def _show(self, which: AssociationFilter) -> None:
        self._which = self.export.which = which
        empty = self._none_yet if which == AssociationFilter() else self._none_matches
        self.list.show_other(partial(self._context.services.associations.past, which), empty)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow."""
        super().showEvent(event)
        self._timer.start()
        self.list.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: ask nothing."""
        super().hideEvent(event)
        self._timer.stop()
        self.question.leave()

    @Slot(bool)
    def _on_only_failed(self, is_wanted: bool) -> None:
        self._show(replace(self._which, only_failed=is_wanted))

    @Slot(int)
    def _on_direction(self, _place: int) -> None:
        self._show(replace(self._which, direction=self.direction.currentData()))

    @Slot()
    def _on_time(self) -> None:
        if self.list.table.model().rowCount() <= DEFAULT_PAGE:
            self.list.refresh()

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self._amount.set_text(counted("Associations", "%Ln associations", count) if count else "")

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, CallerRefused | EventsMissed) and self.isVisible():
            self.list.note_change()
