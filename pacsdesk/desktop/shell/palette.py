"""Ctrl+K: one field that goes to panels, runs actions, finds studies and names peers, without the mouse.

Panels and actions are matched here at once; studies and peers come from the engine as one types, never blocking.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import colour, row_height, set_look
from pacsdesk.desktop.kit.tokens import Space, Token
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.shell.fuzzy import match_score

WIDTH = 600
MOST_ENTRIES = 12
SEARCH_AFTER_MS = 150
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One thing that can be gone to or done."""

    title: str
    detail: str
    icon: QIcon
    run: Callable[[], None]


def entries_of_actions(actions: Sequence[QAction], detail: str) -> list[PaletteEntry]:
    """Actions that can be used now, with their shortcuts."""
    return [
        PaletteEntry(
            action.text().replace("&", "").rstrip("."),
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or detail,
            action.icon() if not action.icon().isNull() else icon("command"),
            action.trigger,
        )
        for action in actions
        if action.isEnabled() and action.text()
    ]


class PaletteModel(QAbstractListModel):
    """The entries that fit, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[PaletteEntry] = []

    def show_entries(self, entries: list[PaletteEntry]) -> None:
        """Replace all."""
        self.beginResetModel()
        self._entries = entries[:MOST_ENTRIES]
        self.endResetModel()

    def entry(self, row: int) -> PaletteEntry:
        """The entry of a row."""
        return self._entries[row]

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """A flat list."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, detail and icon."""
        entry = self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.title
        if role == DETAIL_ROLE:
            return entry.detail
        if role == Qt.ItemDataRole.DecorationRole:
            return entry.icon
        return None


class _EntryDelegate(QStyledItemDelegate):
    """Draws an entry with its detail at the right, fainter."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Title by the style, detail on top of it."""
        detail = str(index.data(DETAIL_ROLE) or "")
        room = option.rect
        width = min(option.fontMetrics.horizontalAdvance(detail) + 2 * Space.M, room.width() // 2)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        text = drawn.text
        drawn.text = drawn.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - width - 40)
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, option.widget)
        painter.setPen(colour(Token.TEXT_2))
        painter.drawText(
            room.adjusted(0, 0, -Space.M, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            option.fontMetrics.elidedText(detail, Qt.TextElideMode.ElideRight, width),
        )


class CommandPalette(QFrame):
    """Floats over the top of its parent while open; Esc, a click elsewhere or a choice closes it."""

    closed = Signal()

    def __init__(self, calls: Calls, search: Callable[[str], list[PaletteEntry]], parent: QWidget) -> None:
        """search: finds studies and peers for the words typed; blocks, runs on a worker thread."""
        super().__init__(parent)
        self._ground = parent
        self._calls = calls
        self._search = search
        self._fixed: list[PaletteEntry] = []
        self._call_number = 0
        self._is_searching = False
        self._field = QLineEdit()
        self._model = PaletteModel(self)
        self._list = QListView()
        self._nothing = TextLabel(tone=Tone.MUTED)
        self._timer = QTimer(self)
        set_look(self, role="floating")
        self._build()
        self.hide()

    def _build(self) -> None:
        self._field.setPlaceholderText(translate("Shell", "Go to a panel, do something, find a study or a peer"))
        self._field.setAccessibleName(translate("Shell", "Command palette"))
        self._field.textChanged.connect(self._on_text_changed)
        self._field.installEventFilter(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_EntryDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(translate("Shell", "Matches"))
        self._list.clicked.connect(self._on_clicked)
        self._nothing.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._on_waited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        layout.addWidget(self._nothing)

    def open(self, entries: list[PaletteEntry]) -> None:
        """Show, with these entries before any study."""
        self._fixed = entries
        self._field.clear()
        self._show_matches([])
        self.show()
        self.raise_()
        self._field.setFocus()

    def close_palette(self) -> None:
        """Hide; the focus goes back to where it was."""
        self._timer.stop()
        self._calls.drop(self._call_number)
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def titles(self) -> list[str]:
        """What is offered now."""
        return [self._model.entry(row).title for row in range(self._model.rowCount())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list, Enter runs, Esc and losing the focus close."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._handle_key(event.key())
        if watched is self._field and event.type() == QEvent.Type.FocusOut:
            self.close_palette()
        return super().eventFilter(watched, event)

    def _handle_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self._list.currentIndex().row() + step
            self._list.setCurrentIndex(self._model.index(row % max(self._model.rowCount(), 1), 0))
        else:
            return False
        return True

    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            entry = self._model.entry(index.row())
            self.close_palette()
            entry.run()

    def _show_matches(self, found: list[PaletteEntry]) -> None:
        typed = self._field.text()
        scored = [(match_score(typed, f"{entry.title} {entry.detail}"), entry) for entry in self._fixed]
        fitting = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        self._model.show_entries([entry for _score, entry in fitting] + found)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._show_rows_or_word()
        self.setFixedWidth(min(WIDTH, self._ground.width() - 2 * Space.XL))
        self.adjustSize()
        self.move((self._ground.width() - self.width()) // 2, Space.XL * 2)

    def _show_rows_or_word(self) -> None:
        rows = self._model.rowCount()
        self._list.setVisible(rows > 0)
        self._list.setFixedHeight(rows * row_height() + 2)
        self._nothing.setVisible(not rows)
        word = translate("Shell", "Searching") if self._is_searching else translate("Shell", "Nothing found")
        self._nothing.setText(word)

    def _on_text_changed(self) -> None:
        self._calls.drop(self._call_number)
        self._is_searching = len(self._field.text().strip()) >= 2
        self._show_matches([])
        if self._is_searching:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_waited(self) -> None:
        words = self._field.text().strip()
        self._call_number = self._calls.start(
            lambda: self._search(words), self._on_found, self._on_search_failed, owner=self, priority=1
        )

    def _on_found(self, found: list[PaletteEntry]) -> None:
        self._is_searching = False
        self._show_matches(found)

    def _on_search_failed(self, _error: PacsDeskError) -> None:
        """Panels and actions are still offered; the header says that the engine does not answer."""
        self._on_found([])

    def _on_clicked(self, index: QModelIndex) -> None:
        self._run(index)
