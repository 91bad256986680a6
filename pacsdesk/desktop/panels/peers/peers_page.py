"""The peers as a list; beside it the chosen one, or the form in which an entry is written."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from pacsdesk.contract.events import EventsMissed, PeersChanged
from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.buttons import action_button
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordList, RecordModel
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.actions import PeerActions
from pacsdesk.desktop.panels.peers.callers import also_known, calling_as, most_like
from pacsdesk.desktop.panels.peers.climbs import Climbs
from pacsdesk.desktop.panels.peers.editing import Editing
from pacsdesk.desktop.panels.peers.entry_form import EntryForm
from pacsdesk.desktop.panels.peers.linting import Linting
from pacsdesk.desktop.panels.peers.peer_view import PeerView
from pacsdesk.desktop.panels.peers.registry_actions import RegistryActions
from pacsdesk.desktop.panels.peers.repeats import Repeats
from pacsdesk.desktop.panels.peers.rows import COLUMNS, EMPTY, NAME_COLUMN, SPARE_COLUMNS, PeerRow, read_rows, row_of

LIST_WIDTH, SIDE_WIDTH = 520, 560
SIDE_NARROWEST = 400


class PeersPage(QWidget):
    """form_opened: an entry is being written here."""

    form_opened = Signal()

    def __init__(self, context: PanelContext, climbs: Climbs, repeats: Repeats) -> None:
        super().__init__()
        self._context = context
        self._climbs = climbs
        self._wanted = ""  # a peer to be chosen once it is listed
        self.actions_of_peers = PeerActions(context, self)
        self.registry = RegistryActions(context, self)
        self.list: RecordList[PeerRow] = self._make_list()
        self.view = PeerView(context, climbs, repeats)
        self.form = EntryForm()
        self._editing = Editing(context, self)
        Linting(context, self.form)
        self._amount = ElidedLabel(tone=Tone.MUTED)
        self._side = QStackedWidget()
        self._build()
        self._connect()
        self._on_chosen_changed()
        self.list.refresh()

    def _make_list(self) -> RecordList[PeerRow]:
        context, actions = self._context, self.actions_of_peers.changing()[:1]
        listing = Listing(
            partial(translate, "Peers"),
            translate("Peers", "Peers"),
            "peers",
            COLUMNS,
            partial(read_rows, context.services.peers, self._climbs),
            lambda row: row.peer.name,
            EmptyWords(EMPTY.icon_name, EMPTY.title, EMPTY.text, actions),
            filling=(NAME_COLUMN,),
            spare=SPARE_COLUMNS,
        )
        return RecordList(ListNeeds(context.calls, context.preferences, context.notices.fail), listing)

    def _build(self) -> None:
        hint = MessagePage(
            "radio-tower",
            translate("Peers", "Choose a peer"),
            translate("Peers", "Then Connect shows each step of the way to it, and what stands in the way."),
        )
        for page in (hint, self.view, self.form):
            self._side.addWidget(page)
        self._side.setMinimumWidth(SIDE_NARROWEST)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(self._side)
        splitter.setSizes([LIST_WIDTH, SIDE_WIDTH])
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self._side.hide()

    def toolbar(self) -> QWidget:
        """What can be done with entries."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for action in self.actions_of_peers.changing():
            row.addWidget(action_button(action))
        row.addWidget(self.registry.button())
        row.addWidget(self._amount, 1)
        return bar

    def _connect(self) -> None:
        actions = self.actions_of_peers
        for action, slot in (
            (actions.add, self._on_add),
            (actions.change, self._on_change),
            (actions.remove, self._on_remove),
            (actions.connect_now, self._on_connect),
            (actions.try_titles, lambda: self._on_connect(tries_wrong_title=True)),
            (actions.copy, self.list.table.copy_selection),
        ):
            action.triggered.connect(slot)
        self.addActions([action for action in (actions.add, actions.change) if action in actions.changing()])
        self.list.table.set_row_actions(actions.offered())
        self.list.table.activated.connect(self._on_connect)
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.list.counted.connect(self._on_counted)
        self.view.change_wanted.connect(self._on_change)
        self.view.history.back_wanted.connect(self._editing.go_back)
        self.form.submitted.connect(self._editing.save)
        self.form.left.connect(self._on_form_left)
        self._editing.saved.connect(self._on_saved)
        self._editing.failed.connect(self.form.show_failure)
        self._climbs.changed.connect(self._on_climb_changed)
        self._climbs.stepped.connect(self.view.show_steps)
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_found.connect(self.list.note_change)
        self.setFocusProxy(self.list.table)

    # choosing

    def show_peer(self, name: str) -> None:
        """Choose a peer, now or once it is listed."""
        self._wanted = name
        self._choose_wanted()

    def rows(self) -> tuple[PeerRow, ...]:
        """All that are listed."""
        model = self.list.table.model()
        return model.records if isinstance(model, RecordModel) else ()

    def _chosen(self) -> tuple[PeerRow, ...]:
        """The chosen ones as they are now: the list may have been read before a ladder ended."""
        return tuple(row_of(row.peer, self._climbs) for row in self.list.chosen())

    def _choose_wanted(self) -> None:
        for number, row in enumerate(self.rows()):
            if row.peer.name == self._wanted:
                self._wanted = ""
                self.list.table.setCurrentIndex(self.list.table.model().index(number, 0))
                return

    @Slot()
    def _on_chosen_changed(self) -> None:
        chosen = self._chosen()
        self.actions_of_peers.judge(chosen)
        if len(chosen) == 1:
            self.view.show_row(chosen[0])
        if not self._is_writing():
            self._side.setCurrentIndex(1 if len(chosen) == 1 else 0)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self._amount.set_text(counted("Peers", "%Ln peers", count) if count else "")
        self._side.setVisible(count > 0 or self._is_writing())
        if self._wanted:
            self._choose_wanted()

    # connecting

    @Slot()
    def _on_connect(self, *, tries_wrong_title: bool = False) -> None:
        if len(self.list.chosen()) == 1:
            self._on_form_left()
            self.view.begin(tries_wrong_title=tries_wrong_title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops the ladder that shows."""
        if event.key() == Qt.Key.Key_Escape and self._side.currentWidget() is self.view:
            self.view.end()
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _on_climb_changed(self, name: str) -> None:
        chosen = self._chosen()
        self.actions_of_peers.judge(chosen)
        if [row.peer.name for row in chosen] == [name]:
            self.view.show_row(chosen[0])
            self.list.refresh()
        else:
            self.list.note_change()

    # entries

    def write_entry(self, draft: Peer | None) -> None:
        """A new entry, begun with what is known."""
        if self._open_form():
            self.form.write(draft, self._names())

    def change_entry(self, before: Peer, draft: Peer) -> None:
        """Another entry in the place of one. draft: what it begins with."""
        if self._open_form():
            self.form.change(before, draft, self._names())

    def change_nearest(self, caller: Peer) -> None:
        """A caller is one that is entered already: change the peer that it is most like."""
        before = most_like(caller, self._peers())
        if before is not None:
            self.change_entry(before, calling_as(before, caller))

    def write_further(self, caller: Peer) -> None:
        """The same caller: a second entry of that peer."""
        known = most_like(caller, self._peers())
        self.write_entry(caller if known is None else also_known(caller, known, self._names()))

    @Slot()
    def _on_add(self) -> None:
        self.write_entry(None)

    @Slot()
    def _on_change(self) -> None:
        chosen = self.list.chosen()
        if len(chosen) == 1 and self.actions_of_peers.may_change:
            self.change_entry(chosen[0].peer, chosen[0].peer)

    @Slot()
    def _on_remove(self) -> None:
        chosen = tuple(row.peer for row in self.list.chosen())
        if chosen and self.actions_of_peers.may_change:
            self._editing.remove(chosen)

    def _peers(self) -> tuple[Peer, ...]:
        return tuple(row.peer for row in self.rows())

    def _names(self) -> frozenset[str]:
        return frozenset(peer.name for peer in self._peers())

    def _open_form(self) -> bool:
        """Whether it is free: what is written there and not saved stays."""
        is_taken = self._is_writing() and self.form.is_touched
        self._side.setCurrentWidget(self.form)
        self._side.show()
        self.form_opened.emit()
        if is_taken:
            self._context.notices.say(translate("Peers", "Save this entry first, or cancel it."))
        return not is_taken

    def _is_writing(self) -> bool:
        return self._side.currentWidget() is self.form

    def _close_form(self) -> None:
        if self._is_writing():
            self._side.setCurrentIndex(1 if len(self.list.chosen()) == 1 else 0)
            self._side.setVisible(bool(self.rows()))
            self.list.table.setFocus()

    @Slot()
    def _on_form_left(self) -> None:
        if self._is_writing() and self.form.is_touched:
            words = translate("Peers", "The entry was left without saving it.")
            self._context.notices.say_with_undo(words, self._write_on)
        self._close_form()

    def _write_on(self) -> None:
        self._open_form()

    @Slot(object, str)
    def _on_saved(self, peer: Peer, name_before: str) -> None:
        self._climbs.forget(name_before or peer.name)
        self._wanted = peer.name
        self._close_form()
        self.list.refresh()

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, PeersChanged | EventsMissed):
            self.list.note_change()
