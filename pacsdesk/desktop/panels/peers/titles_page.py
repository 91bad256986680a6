"""Our own titles: the main one of the settings and further ones, where each listens; entered, changed, removed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.events import AesChanged, EventsMissed
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.remarks import OwnAEDraft, Remark
from pacsdesk.contract.services.catalog import Services
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordColumn, RecordList
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.title_form import TitleForm
from pacsdesk.desktop.panels.peers.words import services_line

NARROWEST = 400


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A title where it listens. entry: None for the main one, which is in the settings."""

    listener: Listener
    entry: OwnAE | None


def read_titles(services: Services, _request: PageRequest) -> Page[TitleRow]:
    """Blocks. Raises what the services raise."""
    entries = {str(ae.ae_title): ae for ae in services.aes.list()}
    rows = [TitleRow(one, entries.get(one.ae_title)) for one in services.engine.status().listeners]
    there = {row.listener.ae_title for row in rows}
    for title, ae in entries.items():
        if title not in there:
            aliases = tuple(map(str, ae.aliases))
            down = Listener(title, ae.host, ae.port or 0, ListenerState.DOWN, 0, aliases=aliases)
            rows.append(TitleRow(down, ae))
    return Page(tuple(rows), "", len(rows))


def _state(row: TitleRow) -> str:
    is_up = row.listener.state is ListenerState.UP
    return translate("Peers", "Listens") if is_up else translate("Peers", "Does not listen")


def _shape(row: TitleRow) -> StateShape:
    return StateShape.UP if row.listener.state is ListenerState.UP else StateShape.DOWN


def _services(row: TitleRow) -> str:
    return services_line(row.entry.allow) or NOTHING if row.entry else translate("Peers", "All; the main title")


COLUMNS: tuple[RecordColumn[TitleRow], ...] = (
    RecordColumn(marked("Peers", "AE title"), 132, lambda row: plain(row.listener.ae_title)),
    RecordColumn(marked("Peers", "State"), 124, _state, shape=_shape),
    RecordColumn(marked("Peers", "Host"), 108, lambda row: plain(row.listener.host) or NOTHING),
    RecordColumn(marked("Peers", "Port"), 60, lambda row: str(row.listener.port or NOTHING), is_number=True),
    RecordColumn(marked("Peers", "Services"), 180, _services),
    RecordColumn(
        marked("Peers", "Also called"), 120, lambda row: ", ".join(map(plain, row.listener.aliases)) or NOTHING
    ),
    RecordColumn(marked("Peers", "Problem"), 200, lambda row: in_own_words(plain(row.listener.problem)) or NOTHING),
)
SPARE_COLUMNS = (5, 4, 2)
EMPTY = EmptyWords(
    "tag",
    marked("Peers", "No title"),
    marked("Peers", "The main title is in the settings; further ones are entered here."),
)


class TitlesPage(QWidget):
    """Changes take effect at once; each can be taken back."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._aes = context.services.aes
        self._may_change = context.may(Permission.PEER_CHANGE)
        self._asked = 0
        listing = Listing(
            partial(translate, "Peers"),
            translate("Peers", "Our titles"),
            "peers-titles",
            COLUMNS,
            partial(read_titles, context.services),
            lambda row: (row.listener.ae_title, row.listener.port),
            EMPTY,
            filling=(len(COLUMNS) - 1,),
            spare=SPARE_COLUMNS,
        )
        self.list: RecordList[TitleRow] = RecordList(
            ListNeeds(context.calls, context.preferences, context.notices.fail), listing
        )
        self.form = TitleForm()
        self.add = QAction(icon("plus"), translate("Peers", "Add title"), self)
        self.change = QAction(icon("pencil"), translate("Peers", "Change title"), self)
        self.remove = QAction(icon("trash-2"), translate("Peers", "Remove title"), self)
        self._build()
        self._connect()
        self._on_chosen_changed()

    def _build(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(self.form)
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        self.form.setMinimumWidth(NARROWEST)
        self.form.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.add.triggered.connect(lambda: self._write(None))
        self.change.triggered.connect(self._on_change)
        self.remove.triggered.connect(self._on_remove)
        if self._may_change:
            self.list.table.set_row_actions([self.change, self.remove])
            self.list.table.activated.connect(self._on_change)
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.form.left.connect(self.form.hide)
        self.form.submitted.connect(self._on_submitted)
        self.form.draft_rested.connect(self._on_draft_rested)
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_found.connect(self.list.note_change)

    def toolbar(self) -> QWidget:
        """What can be done with titles."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        if self._may_change:
            row.addWidget(action_button(self.add, Rank.PRIMARY))
            row.addWidget(action_button(self.change))
            row.addWidget(action_button(self.remove))
        row.addStretch()
        return bar

    def _entry(self) -> OwnAE | None:
        chosen = self.list.chosen()
        return chosen[0].entry if len(chosen) == 1 else None

    def _write(self, before: OwnAE | None) -> None:
        self.form.write(before)
        self.form.show()

    @Slot()
    def _on_chosen_changed(self) -> None:
        is_entry = self._may_change and self._entry() is not None
        self.change.setEnabled(is_entry)
        self.remove.setEnabled(is_entry)

    @Slot()
    def _on_change(self) -> None:
        entry = self._entry()
        if entry is not None and self._may_change:
            self._write(entry)

    @Slot()
    def _on_remove(self) -> None:
        entry = self._entry()
        if entry is not None and self._may_change:
            words = translate("Peers", "{name} is no title of ours any more.").format(name=plain(entry.ae_title))
            self._start(lambda: self._aes.remove(str(entry.ae_title)), words, lambda: self._aes.add(entry), self._fail)

    @Slot(object, object)
    def _on_submitted(self, before: OwnAE | None, after: OwnAE) -> None:
        name = str(after.ae_title)
        if before is None:
            words = translate("Peers", "{name} is a title of ours.").format(name=plain(name))
            self._start(lambda: self._aes.add(after), words, lambda: self._aes.remove(name), self.form.show_failure)
            return
        words = translate("Peers", "{name} is changed.").format(name=plain(name))
        self._start(
            lambda: self._aes.change(str(before.ae_title), after),
            words,
            lambda: self._aes.change(name, before),
            self.form.show_failure,
        )

    def _start(
        self,
        work: Callable[[], object],
        words: str,
        take_back: Callable[[], object],
        on_failed: Callable[[PacsDeskError], None],
    ) -> None:
        self._context.calls.start(work, partial(self._on_done, words, take_back), on_failed, owner=self)

    def _fail(self, error: PacsDeskError) -> None:
        self._context.notices.fail(error)

    def _on_done(self, words: str, take_back: Callable[[], object], _answer: object) -> None:
        self._context.notices.say_with_undo(words, partial(self._take_back, take_back))
        self.form.hide()
        self.list.refresh()

    def _take_back(self, take_back: Callable[[], object]) -> None:
        self._context.calls.start(take_back, self._on_taken_back, self._fail, owner=self)

    def _on_taken_back(self, _answer: object) -> None:
        self._context.notices.say(translate("Peers", "Taken back."))
        self.list.refresh()

    @Slot(object)
    def _on_draft_rested(self, draft: OwnAEDraft) -> None:
        self._context.calls.drop(self._asked)
        self._asked = self._context.calls.start(
            lambda: self._aes.lint(draft), self._on_noticed, self._on_lint_failed, owner=self
        )

    def _on_noticed(self, remarks: tuple[Remark, ...]) -> None:
        self.form.show_remarks(remarks)

    def _on_lint_failed(self, _error: PacsDeskError) -> None:
        """Saving tells what is wrong, and the window that the engine is lost."""

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, AesChanged | EventsMissed):
            self.list.note_change()
