"""The list of every panel: columns that remember, rows copied as text, type-ahead, a context menu of the same actions.

One view for flat lists and trees, over any item model. It asks the model only for what is visible.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSettings,
    Qt,
    Slot,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from pacsdesk.desktop.kit.headers import NARROWEST, ColumnHeader
from pacsdesk.desktop.kit.labels import as_tool_tip
from pacsdesk.desktop.kit.theme import tabular
from pacsdesk.desktop.kit.type_ahead import TypedWord

AnyIndex = QModelIndex | QPersistentModelIndex
TYPE_AHEAD_ROWS = 2000
MAX_COPIED_ROWS = 10_000


class CellDelegate(QStyledItemDelegate):
    """Draws cells: right-aligned ones in figures of one width; cut ones explain themselves in a tool tip, as text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Choose the font and the place of the ellipsis."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
        if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
            option.font = tabular(option.font)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Show the model's tool tip, or the whole text of a cell that is cut; never as markup."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = index.data(Qt.ItemDataRole.ToolTipRole)
        if not text and self.sizeHint(option, index).width() > view.visualRect(index).width():
            text = index.data(Qt.ItemDataRole.DisplayRole)
        QToolTip.showText(event.globalPos(), as_tool_tip(str(text or "")), view)
        return True


class Table(QTreeView):
    """A list or tree of rows.

    preferences, key: where widths, order and choice of columns are remembered. Call `set_model` once the model has its
    columns; `set_default_columns` before it, for a first look that is not all of them.
    """

    def __init__(self, preferences: QSettings, key: str, *, name: str, parent: QWidget | None = None) -> None:
        """name: what a screen reader calls the list."""
        super().__init__(parent)
        self._columns = ColumnHeader(preferences, key, self)
        self._default_widths: dict[int, int] = {}
        self._default_hidden: frozenset[int] = frozenset()
        self._filling: tuple[int, ...] = ()
        self._spare: tuple[int, ...] = ()
        self._row_actions: tuple[QAction | None, ...] = ()
        self._typed = TypedWord()
        self.setAccessibleName(name)
        self._set_up_view()
        self._set_up_header()

    def _set_up_view(self) -> None:
        self.setItemDelegate(CellDelegate(self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)

    def _set_up_header(self) -> None:
        self.setHeader(self._columns)
        self._columns.setFirstSectionMovable(True)
        self._columns.setStretchLastSection(True)
        self._columns.setMinimumSectionSize(NARROWEST)

    def set_default_columns(
        self,
        widths: dict[int, int],
        hidden: frozenset[int] = frozenset(),
        filling: tuple[int, ...] = (),
        spare: tuple[int, ...] = (),
    ) -> None:
        """Widths in pixels by column, and which columns wait in the header's menu; the rest as ColumnHeader has it.

        Without a filling column the last one takes the room that is left over.
        """
        self._default_widths = widths
        self._default_hidden = hidden
        self._filling, self._spare = filling, spare
        self._columns.setStretchLastSection(not filling)

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show a model, with its columns as they were left."""
        self.setModel(model)
        self._columns.begin(self._default_widths, self._default_hidden, filling=self._filling, spare=self._spare)

    def set_row_actions(self, actions: Sequence[QAction | None]) -> None:
        """The context menu: the toolbar's own actions, None for a line between. They get their shortcuts here too."""
        self._row_actions = tuple(actions)
        for action in actions:
            if action is not None:
                self.addAction(action)

    @Slot()
    def reset_columns(self) -> None:
        """All columns as at the first start."""
        self._columns.reset_columns()

    def columns_menu(self) -> QMenu:
        """A menu that shows and hides columns."""
        return self._columns.columns_menu()

    def selected_rows(self) -> list[QModelIndex]:
        """The selected rows from top to bottom, by their first column."""
        return sorted(self.selectionModel().selectedRows(0), key=lambda index: self.visualRect(index).top())

    def text_of_selection(self) -> str:
        """The selected rows as lines of tab-separated cells in the order of the columns, under a line of titles."""
        model, shown = self.model(), self._columns.shown_sections()
        titles = [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in shown]
        lines = ["\t".join(titles)]
        for row in self.selected_rows()[:MAX_COPIED_ROWS]:
            cells = (row.siblingAtColumn(column).data(Qt.ItemDataRole.DisplayRole) for column in shown)
            lines.append("\t".join(" ".join(str(cell or "").split()) for cell in cells))
        return "\n".join(lines)

    @Slot()
    def copy_selection(self) -> None:
        """Put the selected rows into the clipboard."""
        if self.selectionModel() is not None and self.selectionModel().hasSelection():
            QGuiApplication.clipboard().setText(self.text_of_selection())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room for the columns, or less."""
        super().resizeEvent(event)
        self._columns.fit(self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy rows as text instead of one cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Type-ahead in the first visible column, over the next rows only, so that no long list is loaded.

        search: the key just typed.
        """
        word = self._typed.grow(search)
        start = self.currentIndex() if self.currentIndex().isValid() else self.model().index(0, 0)
        column = self.header().logicalIndex(0)
        index, wanted = start.siblingAtColumn(column), word.casefold()
        for _ in range(TYPE_AHEAD_ROWS):
            if not index.isValid():
                return
            if str(index.data(Qt.ItemDataRole.DisplayRole) or "").casefold().startswith(wanted):
                self.setCurrentIndex(index)
                return
            index = self.indexBelow(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the row's actions."""
        if not self._row_actions:
            return
        menu = QMenu(self)
        for action in self._row_actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
