"""The list of studies as a person handles it: opening rows, sorting by header, copying, saying what is on screen."""

from collections.abc import Sequence
from itertools import chain, islice

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    QSettings,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from pacsdesk.desktop.kit.headers import ColumnHeader
from pacsdesk.desktop.kit.theme import row_height
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.kit.type_ahead import TypedWord
from pacsdesk.desktop.panels.studies.columns import COLUMNS, column_number
from pacsdesk.desktop.panels.studies.delegate import NAME_COLUMN, OPENER_COLUMN, StudyDelegate
from pacsdesk.desktop.panels.studies.models import RowKind, StudyModel

FILLING_COLUMNS = (column_number("study_description"),)
SPARE_COLUMNS = tuple(map(column_number, ("study_date", "number_of_instances", "received")))  # the details have them
TYPE_AHEAD_ROWS = 2000
MAX_COPIED_ROWS = 10_000


class StudyTable(QTableView):
    """A flat table over a StudyModel; see outline.py for why it is no tree view.

    toggled: the series of a study are to be shown or hidden. row_activated: Enter or a double click. shown_changed:
    other rows are on the screen. sort_chosen: a header was clicked, with its column and whether descending.
    typed_past: letters that no name at hand begins with.
    """

    toggled = Signal(str)
    row_activated = Signal(int)
    shown_changed = Signal()
    sort_chosen = Signal(int, bool)
    typed_past = Signal(str)

    def __init__(self, model: StudyModel, preferences: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._row_actions: tuple[QAction | None, ...] = ()
        self._typed = TypedWord()
        self._header = ColumnHeader(preferences, "studies", self)
        self._sorted_by = (column_number("received"), True)
        self.setAccessibleName(translate("Studies", "Studies"))
        self._set_up_view()
        self.setModel(model)
        # the header would ask of every row whether it is selected, to draw its columns: 70 s for a million of them
        self._header.setSelectionModel(QItemSelectionModel(model, self._header))
        self._set_up_header()
        model.layoutChanged.connect(self.shown_changed)
        model.rowsInserted.connect(self.shown_changed)
        model.rowsRemoved.connect(self.shown_changed)
        self.verticalScrollBar().valueChanged.connect(self.shown_changed)

    def _set_up_view(self) -> None:
        self.setItemDelegate(StudyDelegate(self._rows, self))
        self.setHorizontalHeader(self._header)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(row_height())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)

    def _set_up_header(self) -> None:
        widths = {number: column.width for number, column in enumerate(COLUMNS)}
        hidden = frozenset(number for number, column in enumerate(COLUMNS) if not column.is_shown)
        self._header.setMinimumSectionSize(widths[OPENER_COLUMN])
        self._header.begin(widths, hidden, frozenset({OPENER_COLUMN}), FILLING_COLUMNS, SPARE_COLUMNS)
        self._header.setSortIndicatorShown(True)
        self._show_sort()
        self._header.sortIndicatorChanged.connect(self._on_sort_indicator_changed)

    @property
    def columns_header(self) -> ColumnHeader:
        """The header with its menu of columns."""
        return self._header

    def set_row_actions(self, actions: Sequence[QAction | None]) -> None:
        """The context menu: the toolbar's own actions, None for a line between."""
        self._row_actions = tuple(actions)

    def set_sort(self, column: int, descending: bool) -> None:
        """Show by which column the list is sorted."""
        self._sorted_by = (column, descending)
        self._show_sort()

    def shown_rows(self) -> range:
        """Rows at least partly on the screen."""
        height = self.verticalHeader().defaultSectionSize()
        top = self.verticalHeader().offset() // height
        below = (self.verticalHeader().offset() + max(self.viewport().height() - 1, 0)) // height
        return range(min(top, self._rows.rowCount()), min(below + 1, self._rows.rowCount()))

    def selected_numbers(self, limit: int) -> list[int]:
        """The selected rows from top to bottom, at most `limit`; a selection of a million rows is not unrolled."""
        numbers = chain.from_iterable(range(part.top(), part.bottom() + 1) for part in self._selected_parts())
        return list(islice(numbers, limit))

    def number_selected(self) -> int:
        """How many rows are selected."""
        return sum(part.height() for part in self._selected_parts())

    def select_row(self, row: int) -> None:
        """Go to one row and select it alone, whichever keys are held: Qt's own selectRow would toggle or extend."""
        command = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._rows.index(row, NAME_COLUMN), command)

    def text_of_selection(self) -> str:
        """The selected rows as lines of tab-separated cells, under a line of titles."""
        shown = [section for section in self._header.shown_sections() if section != OPENER_COLUMN]
        lines = ["\t".join(translate("Studies", COLUMNS[section].title) for section in shown)]
        for row in self.selected_numbers(MAX_COPIED_ROWS):
            cells = (str(self._rows.index(row, section).data() or "") for section in shown)
            lines.append("\t".join(cells))
        return "\n".join(lines)

    @Slot()
    def copy_selection(self) -> None:
        """Put the selected rows into the clipboard."""
        if self.selectionModel().hasSelection():
            QGuiApplication.clipboard().setText(self.text_of_selection())

    # what Qt asks

    def event(self, event: QEvent) -> bool:
        """A space within a word that is being typed is no shortcut."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_in_word(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in a tree: right opens, left closes; Enter goes to the viewer."""
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif self._is_in_word(event):
            self.keyboardSearch(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.row_activated.emit(row)
        elif event.key() == Qt.Key.Key_Right and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(row)
        elif event.key() == Qt.Key.Key_Left and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._close(row)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows.rowCount():
            self.select_row(0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the chevron opens or closes, and selects nothing else."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == OPENER_COLUMN:
            self._toggle(index.row())
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """To the viewer, unless it was the second click on a chevron."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
        elif index.column() == OPENER_COLUMN:
            self._toggle(index.row())
        else:
            self.row_activated.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the row's actions, by mouse at the pointer, by keyboard at the current row."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft() + QPoint(Space.XL, 0))
        menu = QMenu(self)
        for action in self._row_actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def keyboardSearch(self, search: str) -> None:
        """Type-ahead by patient name, over the next rows and those held only: nothing is loaded for a key press.

        Qt gives letter by letter.
        """
        word = self._typed.grow(search)
        row = _row_by_name(self._rows, max(self.currentIndex().row(), 0), word.casefold())
        if row is not None:
            self.select_row(row)
        elif word.strip():
            self._typed.end()
            self.typed_past.emit(word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer rows are on the screen."""
        super().resizeEvent(event)
        self._header.fit(self.viewport().width())
        self.shown_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """The theme may have another row height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.verticalHeader().setDefaultSectionSize(row_height())

    # inside

    def _is_in_word(self, event: QKeyEvent) -> bool:
        is_space = event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier
        return is_space and self._typed.is_going_on()

    def _selected_parts(self) -> list[QItemSelectionRange]:
        """Stretches of selected rows from top to bottom."""
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        return sorted(parts, key=lambda part: part.top())

    def _open(self, row: int) -> None:
        study = self._rows.study_at(row) if row >= 0 else None
        if study is not None and not self._rows.is_open(study.study_instance_uid):
            self.toggled.emit(study.study_instance_uid)

    def _close(self, row: int) -> None:
        """Close the study of this row; from a series go up to its study first, as trees do."""
        study = self._rows.study_at(row) if row >= 0 else None
        if study is None or not self._rows.is_open(study.study_instance_uid):
            return
        of_study = self._rows.row_of(study.study_instance_uid)
        if of_study is not None and of_study != row:
            self.select_row(of_study)
        else:
            self.toggled.emit(study.study_instance_uid)

    def _toggle(self, row: int) -> None:
        if self._rows.kind_at(row) is RowKind.STUDY:
            study = self._rows.study_at(row)
            if study is not None:
                self.toggled.emit(study.study_instance_uid)

    def _show_sort(self) -> None:
        column, descending = self._sorted_by
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._header.blockSignals(True)
        self._header.setSortIndicator(column, order)
        self._header.blockSignals(False)

    @Slot(int, Qt.SortOrder)
    def _on_sort_indicator_changed(self, column: int, order: Qt.SortOrder) -> None:
        """A column that the engine cannot sort by leaves the order as it is."""
        if COLUMNS[column].sort is None:
            self._show_sort()
        else:
            self._sorted_by = (column, order is Qt.SortOrder.DescendingOrder)
            self.sort_chosen.emit(*self._sorted_by)


def _row_by_name(rows: StudyModel, start: int, wanted: str) -> int | None:
    """The next study whose patient's name begins so, among the rows below `start` and the first ones."""
    end = min(start + TYPE_AHEAD_ROWS, rows.rowCount())
    for row in chain(range(start, end), range(min(start, TYPE_AHEAD_ROWS))):
        name = str(rows.index(row, NAME_COLUMN).data() or "")
        if rows.kind_at(row) is RowKind.STUDY and name.casefold().startswith(wanted):
            return row
    return None
