"""Callers that were turned away since the engine started: who, from where, why, and the way to let them in."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.events import AesChanged, CallerRefused, EventsMissed, PeersChanged
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.services.catalog import Services
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, format_moment, plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordColumn, RecordList
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.callers import Refused, entry_to_block, read_refused
from pacsdesk.desktop.panels.peers.turning_away import TurningAway
from pacsdesk.desktop.panels.peers.words import State


def _state(one: Refused) -> State:
    if one.blocked is not None:
        return StateShape.UNKNOWN, marked("Peers", "Blocked")
    if one.is_entered:
        return StateShape.UP, marked("Peers", "Entered since")
    return StateShape.SLOW, marked("Peers", "Refused")


def _why(one: Refused) -> str:
    if not one.own_titles:
        return in_own_words(plain(one.caller.reason))
    words = translate("Peers", "It called {called}; this archive is {own}. Change the called AE title at the sender.")
    called = plain(one.caller.called_ae_title) or "\u201c\u201d"
    return words.format(called=called, own=", ".join(one.own_titles))


COLUMNS: tuple[RecordColumn[Refused], ...] = (
    RecordColumn(
        marked("Peers", "State"), 116, lambda one: translate("Peers", _state(one)[1]), shape=lambda one: _state(one)[0]
    ),
    RecordColumn(marked("Peers", "AE title"), 124, lambda one: plain(one.caller.calling_ae_title) or NOTHING),
    RecordColumn(marked("Peers", "From"), 112, lambda one: plain(one.caller.address)),
    RecordColumn(marked("Peers", "Called"), 120, lambda one: plain(one.caller.called_ae_title) or NOTHING),
    RecordColumn(marked("Peers", "Times"), 60, lambda one: format_count(one.caller.times), is_number=True),
    RecordColumn(marked("Peers", "Last"), 124, lambda one: format_moment(one.caller.last_at)),
    RecordColumn(marked("Peers", "Why"), 240, _why),
)
WHY_COLUMN = len(COLUMNS) - 1
SPARE_COLUMNS = (4, 5)  # how often, when
EMPTY = EmptyWords(
    "shield-check",
    marked("Peers", "Nobody was turned away since the engine started"),
    marked(
        "Peers",
        "Who calls and is not entered, or asks for what it may not, stands here with the reason. What was refused "
        "before is among the past associations.",
    ),
)


class RefusedPage(QWidget):
    """entry_wanted: the entry that would let a caller in, to be looked at and saved. another_wanted: the same caller
    as one that is entered already, under another title or address, and further_wanted: beside that."""

    entry_wanted = Signal(object)
    another_wanted = Signal(object)
    further_wanted = Signal(object)

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._may_change = context.may(Permission.PEER_CHANGE)
        services = context.services
        listing = Listing(
            _in_words,
            translate("Peers", "Refused callers"),
            "peers-refused",
            COLUMNS,
            lambda request: _read(services, request),
            lambda one: (one.caller.calling_ae_title, one.caller.address, one.caller.reason),
            EMPTY,
            filling=(WHY_COLUMN,),
            spare=SPARE_COLUMNS,
        )
        needs = ListNeeds(context.calls, context.preferences, context.notices.fail)
        self.list: RecordList[Refused] = RecordList(needs, listing)
        self.let_in = QAction(icon("log-in"), translate("Peers", "Let in"), self)
        self.rename = QAction(icon("pencil"), translate("Peers", "It is a known peer"), self)
        self.let_in.setToolTip(translate("Peers", "Write an entry for this caller; look it over, then save it (Enter)"))
        self.rename.setToolTip(translate("Peers", "Change the title and address of the peer that it is most like"))
        self.further = QAction(icon("plus"), translate("Peers", "A known peer's further title"), self)
        self.block = QAction(icon("ban"), translate("Peers", "Block"), self)
        self.answer = QAction(icon("tag"), translate("Peers", "Answer to the title that it called"), self)
        self.further.setToolTip(translate("Peers", "Write a second entry for the peer that it is most like"))
        self.answer.setToolTip(translate("Peers", "Take the title that it called as a further one of ours"))
        self._turning_away = TurningAway(context, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self._connect()

    def _connect(self) -> None:
        self.let_in.triggered.connect(self._on_let_in)
        self.rename.triggered.connect(self._on_rename)
        self.further.triggered.connect(self._on_further)
        self.block.triggered.connect(self._on_block)
        self.answer.triggered.connect(self._on_answer)
        self._turning_away.done.connect(self.list.refresh)
        self.list.chosen_changed.connect(self._on_chosen_changed)
        if self._may_change:
            self.list.table.activated.connect(self._on_let_in)
            self.list.table.set_row_actions([self.let_in, self.rename, self.further, self.answer, self.block])
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_found.connect(self.list.note_change)
        self._on_chosen_changed()

    def toolbar(self) -> QWidget:
        """What can be done about one."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        if self._may_change:
            row.addWidget(action_button(self.let_in, Rank.PRIMARY))
            for action in (self.rename, self.block):  # the others stand in the row's menu
                row.addWidget(action_button(action))
        row.addStretch()
        return bar

    def _chosen(self) -> Refused | None:
        chosen = self.list.chosen()
        return chosen[0] if len(chosen) == 1 else None

    @Slot()
    def _on_chosen_changed(self) -> None:
        caller = self._chosen()
        can_be_entered = self._may_change and caller is not None and caller.entry is not None
        self.let_in.setEnabled(can_be_entered)
        self.rename.setEnabled(can_be_entered)
        self.further.setEnabled(can_be_entered)
        is_blocked = caller is not None and caller.blocked is not None
        self.block.setText(translate("Peers", "Unblock") if is_blocked else translate("Peers", "Block"))
        self.block.setToolTip(
            translate("Peers", "Make it a stranger again, who is refused with the reason")
            if is_blocked
            else translate("Peers", "Refuse it from now on without a word; this can be undone")
        )
        self.block.setEnabled(self._may_change and caller is not None and self._can_be_blocked(caller))
        self.answer.setEnabled(self._may_change and caller is not None and caller.other_title is not None)

    def _can_be_blocked(self, caller: Refused) -> bool:
        """Or unblocked. Whoever is entered is removed or changed instead."""
        return caller.blocked is not None or (not caller.is_entered and entry_to_block(caller.caller) is not None)

    @Slot()
    def _on_let_in(self) -> None:
        caller = self._chosen()
        entry = caller.entry if caller is not None and self._may_change else None
        if entry is not None:
            self.entry_wanted.emit(entry)

    @Slot()
    def _on_rename(self) -> None:
        caller = self._chosen()
        entry = caller.entry if caller is not None and self._may_change else None
        if entry is not None:
            self.another_wanted.emit(entry)

    @Slot()
    def _on_further(self) -> None:
        caller = self._chosen()
        entry = caller.entry if caller is not None and self._may_change else None
        if entry is not None:
            self.further_wanted.emit(entry)

    @Slot()
    def _on_block(self) -> None:
        caller = self._chosen()
        if caller is None or not self._may_change:
            return
        entry = entry_to_block(caller.caller)
        if caller.blocked is not None:
            self._turning_away.unblock(caller.blocked)
        elif entry is not None:
            self._turning_away.block(entry)

    @Slot()
    def _on_answer(self) -> None:
        caller = self._chosen()
        if caller is not None and caller.other_title is not None and self._may_change:
            self._turning_away.answer_to(caller.other_title)

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, CallerRefused | PeersChanged | AesChanged | EventsMissed):
            self.list.note_change()


def _read(services: Services, _request: PageRequest) -> Page[Refused]:
    callers = read_refused(services)
    return Page(callers, "", len(callers))


def _in_words(text: str) -> str:
    return translate("Peers", text)
