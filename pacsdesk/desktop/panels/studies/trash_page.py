"""What was deleted, by whom and why, and the way back."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.events import EventsMissed, TrashChanged
from pacsdesk.contract.records.archive import TrashEntry
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.formatting import (
    format_count,
    format_date,
    format_moment,
    format_person_name,
    format_size,
    plain,
)
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordColumn, RecordList
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.studies.deleting import Deletion

COLUMNS: tuple[RecordColumn[TrashEntry], ...] = (
    RecordColumn(marked("Studies", "Patient name"), 190, lambda entry: format_person_name(entry.patient_name)),
    RecordColumn(marked("Studies", "Patient ID"), 90, lambda entry: plain(entry.patient_id)),
    RecordColumn(marked("Studies", "Study date"), 92, lambda entry: format_date(entry.study_date)),
    RecordColumn(marked("Studies", "Description"), 160, lambda entry: plain(entry.study_description)),
    RecordColumn(
        marked("Studies", "Images"), 66, lambda entry: format_count(entry.number_of_instances), is_number=True
    ),
    RecordColumn(marked("Studies", "Size"), 72, lambda entry: format_size(entry.size_bytes), is_number=True),
    RecordColumn(marked("Studies", "Deleted"), 132, lambda entry: format_moment(entry.deleted_at)),
    RecordColumn(marked("Studies", "By"), 80, lambda entry: plain(entry.deleted_by)),
    RecordColumn(marked("Studies", "Reason"), 120, lambda entry: plain(entry.reason)),
)
EMPTY = EmptyWords(
    "trash-2",
    marked("Studies", "The trash is empty"),
    marked("Studies", "A deleted study waits here, and can be taken back with everything that was in it."),
)


class TrashPage(QWidget):
    """The trash as a list; taking back is one click, for it can be undone by deleting again."""

    def __init__(self, context: PanelContext, deletion: Deletion) -> None:
        super().__init__()
        self._context = context
        self._deletion = deletion
        read = context.services.trash.entries
        listing = Listing(
            _in_words, translate("Studies", "Trash"), "trash", COLUMNS, read, lambda entry: entry.trash_id, EMPTY
        )
        needs = ListNeeds(context.calls, context.preferences, context.notices.fail)
        self.list: RecordList[TrashEntry] = RecordList(needs, listing)
        self.take_back = QAction(icon("undo-2"), translate("Studies", "Take back"), self)
        self.take_back.setToolTip(translate("Studies", "Put the selected studies back into the archive (Enter)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self._connect()

    def _connect(self) -> None:
        self.take_back.triggered.connect(self._on_take_back)
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.list.table.activated.connect(self._on_take_back)
        self.list.table.set_row_actions([self.take_back])
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_found.connect(self.list.note_change)
        self._on_chosen_changed()

    def toolbar(self) -> QWidget:
        """The page's one action."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(action_button(self.take_back, Rank.PRIMARY))
        row.addStretch()
        return bar

    @Slot()
    def _on_chosen_changed(self) -> None:
        self.take_back.setEnabled(bool(self.list.chosen()))

    @Slot()
    def _on_take_back(self) -> None:
        chosen = self.list.chosen()
        if chosen:
            self._deletion.take_back(tuple(entry.trash_id for entry in chosen))

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if self.isVisible() and isinstance(event, TrashChanged | EventsMissed):  # hidden, it is read when it is shown
            self.list.note_change()


def _in_words(text: str) -> str:
    return translate("Studies", text)
