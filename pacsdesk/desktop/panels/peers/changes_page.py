"""All changes of peers and of our titles: who, when, what and why; one of them, or all down to it, are taken back."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.events import AesChanged, EventsMissed, PeersChanged
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.registry import RegistryVersion
from pacsdesk.contract.services.registry import RegistryService
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.formatting import NOTHING, format_moment, plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordColumn, RecordList, RecordModel
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.registry_words import change_word, fields_line, kind_word
from pacsdesk.desktop.panels.peers.taking_back import TakingBack

COLUMNS: tuple[RecordColumn[RegistryVersion], ...] = (
    RecordColumn(marked("Peers", "When"), 132, lambda one: format_moment(one.changed_at)),
    RecordColumn(marked("Peers", "Who"), 88, lambda one: plain(one.actor_name)),
    RecordColumn(marked("Peers", "Entry"), 124, lambda one: plain(one.name)),
    RecordColumn(marked("Peers", "Kind"), 84, lambda one: kind_word(one.kind)),
    RecordColumn(marked("Peers", "What"), 100, lambda one: change_word(one.change)),
    RecordColumn(marked("Peers", "Fields"), 280, lambda one: fields_line(one.fields) or NOTHING),
    RecordColumn(marked("Peers", "Why"), 160, lambda one: plain(one.reason) or NOTHING),
)
FILLING, SPARE = (5, 6), (3,)
EMPTY = EmptyWords(
    "history",
    marked("Peers", "Nothing was changed yet"),
    marked("Peers", "Each change of a peer or of a title of ours stands here, with who made it, when and why."),
)


class ChangesPage(QWidget):
    """Read when it is first shown."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._may_change = context.may(Permission.PEER_CHANGE)
        registry = context.services.registry
        listing = Listing(
            lambda text: translate("Peers", text),
            translate("Peers", "Changes of all entries"),
            "peers-changes",
            COLUMNS,
            lambda request: _read(registry, request),
            lambda one: one.version_id,
            EMPTY,
            filling=FILLING,
            spare=SPARE,
        )
        needs = ListNeeds(context.calls, context.preferences, context.notices.fail)
        self.list: RecordList[RegistryVersion] = RecordList(needs, listing)
        self.back = QAction(icon("undo-2"), translate("Peers", "Take this change back"), self)
        self.all_back = QAction(icon("history"), translate("Peers", "Go back to before this"), self)
        self.copy = QAction(icon("copy"), translate("Peers", "Copy rows"), self)
        self.told = ElidedLabel(tone=Tone.MUTED)
        self._taking_back = TakingBack(context, self)
        self._is_wanted = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list.table)
        self._connect()
        self._judge()

    def _connect(self) -> None:
        self.back.setToolTip(translate("Peers", "Bring the entries of the chosen changes back to what they were"))
        self.all_back.setToolTip(
            translate("Peers", "Take back the chosen change and all newer ones, of all entries; this can be undone")
        )
        self.copy.setShortcut("Ctrl+C")
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.back.triggered.connect(self._on_back)
        self.all_back.triggered.connect(self._on_all_back)
        self.copy.triggered.connect(self.list.table.copy_selection)
        changing = [self.back, self.all_back, None] if self._may_change else []
        self.list.table.set_row_actions([*changing, self.copy])
        self.list.chosen_changed.connect(self._judge)
        self._taking_back.done.connect(self.list.refresh)
        self._context.events.happened.connect(self._on_happened)

    def toolbar(self) -> QWidget:
        """The ways back, and how much the wider one takes along."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        if self._may_change:
            row.addWidget(action_button(self.back, Rank.PRIMARY))
            row.addWidget(action_button(self.all_back))
        row.addWidget(self.told, 1)
        return bar

    def show_all(self) -> None:
        """Read them, from now on at every change."""
        self._is_wanted = True
        self.list.refresh()

    def _down_to_chosen(self) -> tuple[int, ...]:
        """The oldest chosen change and all newer ones."""
        chosen, model = self.list.chosen(), self.list.table.model()
        if not chosen or not isinstance(model, RecordModel):
            return ()
        oldest = min(one.version_id for one in chosen)
        return tuple(one.version_id for one in model.records if one.version_id >= oldest)

    @Slot()
    def _judge(self) -> None:
        number = len(self._down_to_chosen())
        self.back.setEnabled(self._may_change and number > 0)
        self.all_back.setEnabled(self._may_change and number > 0)
        self.copy.setEnabled(number > 0)
        words = counted("Peers", "Going back to before this takes back %Ln changes.", number)
        self.told.set_text(words if number and self._may_change else "")

    @Slot()
    def _on_back(self) -> None:
        chosen = tuple(one.version_id for one in self.list.chosen())
        if chosen and self._may_change:
            self._taking_back.take_back(chosen)

    @Slot()
    def _on_all_back(self) -> None:
        chosen = self._down_to_chosen()
        if chosen and self._may_change:
            self._taking_back.take_back(chosen)

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if self._is_wanted and isinstance(event, PeersChanged | AesChanged | EventsMissed):
            self.list.note_change()


def _read(registry: RegistryService, _request: PageRequest) -> Page[RegistryVersion]:
    """Blocks. Raises what the registry raises."""
    versions = registry.history()
    return Page(versions, "", len(versions))
