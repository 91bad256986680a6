"""The tag list beside the image, with a search that hides what does not match."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from pacsdesk.desktop.kit.formatting import format_count
from pacsdesk.desktop.kit.labels import TextLabel, Tone, as_tool_tip
from pacsdesk.desktop.kit.theme import mono_font, row_height
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.imaging.tags import TagList, TagRow

SIDE_WIDTH = 420
MIN_WIDTH = 240
_COLUMNS = (marked("Viewer", "Tag"), marked("Viewer", "Name"), marked("Viewer", "Value"))
_Index = QModelIndex | QPersistentModelIndex
NO_TAGS = TagList((), True)


class TagModel(QAbstractTableModel):
    """Rows of a tag list that match the search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list = NO_TAGS
        self._words = ""
        self._shown: tuple[TagRow, ...] = ()
        self._mono: QFont = mono_font(TypeSize.SMALL)

    @property
    def summary(self) -> str:
        """How many rows there are and how many match."""
        total = len(self._list.rows)
        words = (
            counted("Viewer", "{shown} of %Ln elements", total)
            if self._words
            else counted("Viewer", "%Ln elements", total)
        ).format(shown=format_count(len(self._shown)))
        if self._list.is_complete:
            return words
        return translate("Viewer", "{elements}, the first ones of more").format(elements=words)

    def show_tags(self, tags: TagList) -> None:
        """Show another object's elements, with the same search."""
        self._list = tags
        self._filter()

    def search(self, words: str) -> None:
        """Keep rows in which every word occurs."""
        self._words = words.strip()
        self._filter()

    def rowCount(self, parent: _Index | None = None) -> int:
        """One row per matching element."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Tag, name, value."""
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, indented by depth; the whole value as tool tip."""
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.tag, "   " * row.depth + row.name, row.value)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            parts = (row.tag, row.vr, row.name, row.value)
            return as_tool_tip("  ".join(part for part in parts if part))
        if role == Qt.ItemDataRole.FontRole and index.column() == 0:
            return self._mono
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Column names."""
        is_name = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return translate("Viewer", _COLUMNS[section]) if is_name else None

    def _filter(self) -> None:
        self.beginResetModel()
        rows = self._list.rows
        self._shown = tuple(row for row in rows if row.matches(self._words)) if self._words else rows
        self.endResetModel()


class TagsSide(QWidget):
    """Search field, table, count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TagModel(self)
        self._search = QLineEdit()
        self._search.setPlaceholderText(translate("Viewer", "Search tags, names, values"))
        self._search.setToolTip(self._search.placeholderText())  # in full where the field is narrow
        self._search.setAccessibleName(translate("Viewer", "Search in the tag list"))
        self._search.setClearButtonEnabled(True)
        self._count = TextLabel(tone=Tone.MUTED, size=TypeSize.SMALL)
        self._table = QTableView()
        self._build_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(self._search)
        layout.addWidget(self._table)
        layout.addWidget(self._count)
        self.setMinimumWidth(MIN_WIDTH)
        self._search.textChanged.connect(self._on_searched)

    def sizeHint(self) -> QSize:
        """Wide enough for names; a person can drag it wider."""
        return QSize(SIDE_WIDTH, super().sizeHint().height())

    def show_tags(self, tags: TagList) -> None:
        """Show an object's elements; place and search stay."""
        place = self._table.verticalScrollBar().value()
        self.model.show_tags(tags)
        self._count.setText(self.model.summary)
        self._table.verticalScrollBar().setValue(place)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _build_table(self) -> None:
        table = self._table
        table.setModel(self.model)
        table.setAccessibleName(translate("Viewer", "Elements of the object"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height())
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        table.setColumnWidth(0, 88)
        table.setColumnWidth(1, 144)

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self.model.search(words)
        self._count.setText(self.model.summary)
