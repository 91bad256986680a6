"""A list of records that grows by key as it is scrolled, for lists of hundreds to thousands: conflicts, the trash.

It shows the four states, keeps what is selected over a refresh, and gathers changes into one reading.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSettings,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.paging import DEFAULT_PAGE, MAX_PAGE, Page, PageRequest
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.labels import StateShape, state_icon
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table

R = TypeVar("R")
AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
GATHER_MS = 400


@dataclass(frozen=True, slots=True)
class RecordColumn(Generic[R]):
    """One column of such a list. shape: stands before the text."""

    title: str
    width: int
    text: Callable[[R], str]
    is_number: bool = False
    shape: Callable[[R], StateShape] | None = None


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """What the list says when there is nothing in it, and what can be done about it. command: to be typed elsewhere."""

    icon_name: str
    title: str
    text: str
    actions: tuple[QAction, ...] = ()
    command: str = ""


@dataclass(frozen=True, slots=True)
class Listing(Generic[R]):
    """What a list shows and where it comes from.

    in_words: translates the titles of columns and the words of an empty list. identity: what makes a record the
    same after a refresh. filling, spare: as ColumnHeader has them.
    """

    in_words: Callable[[str], str]
    name: str
    key: str
    columns: tuple[RecordColumn[R], ...]
    read: Callable[[PageRequest], Page[R]]
    identity: Callable[[R], object]
    empty: EmptyWords
    filling: tuple[int, ...] = ()
    spare: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ListNeeds:
    """What such a list uses of the panel in which it stands. fail: says an error while records show."""

    calls: Calls
    preferences: QSettings
    fail: Callable[[PacsDeskError], None]


class RecordModel(QAbstractTableModel, Generic[R]):
    """The records read so far. more_wanted: the view has come near the end of them."""

    more_wanted = Signal()

    def __init__(
        self, columns: tuple[RecordColumn[R], ...], in_words: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._in_words = in_words
        self._records: tuple[R, ...] = ()
        self.next_key = ""

    @property
    def records(self) -> tuple[R, ...]:
        """All that were read."""
        return self._records

    def start_over(self, page: Page[R]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._records, self.next_key = page.items, page.next_key
        self.endResetModel()

    def append(self, page: Page[R]) -> None:
        """Show these as well."""
        self.next_key = page.next_key
        if page.items:
            start = len(self._records)
            self.beginInsertRows(ROOT, start, start + len(page.items) - 1)
            self._records += page.items
            self.endInsertRows()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._in_words(self._columns[section].title)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[index.column()].text(self._records[index.row()])
        if index.isValid() and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if index.isValid() and role == Qt.ItemDataRole.DecorationRole:
            shape = self._columns[index.column()].shape
            return state_icon(shape(self._records[index.row()])) if shape is not None else None
        return None

    def canFetchMore(self, parent: AnyIndex = ROOT) -> bool:
        return not parent.isValid() and bool(self.next_key)

    def fetchMore(self, _parent: AnyIndex = ROOT) -> None:
        self.more_wanted.emit()

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._columns[section].is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class RecordList(QWidget, Generic[R]):
    """The list itself. chosen_changed: other records are selected. counted: how many there are in all."""

    chosen_changed = Signal()
    counted = Signal(int)

    def __init__(self, needs: ListNeeds, listing: Listing[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._listing = listing
        self._model: RecordModel[R] = RecordModel(listing.columns, listing.in_words, self)
        self.table = Table(needs.preferences, listing.key, name=listing.name)
        self._states = ListStates(self.table)
        self._is_reading = self._is_outdated = self._is_more_wanted = False
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(GATHER_MS)
        self._gathering.timeout.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._states)
        widths = {number: column.width for number, column in enumerate(listing.columns)}
        self.table.set_default_columns(widths, filling=listing.filling, spare=listing.spare)
        self.table.set_model(self._model)
        self._model.more_wanted.connect(self._on_more_wanted)
        self.table.selectionModel().selectionChanged.connect(self.chosen_changed)

    def chosen(self) -> tuple[R, ...]:
        """The selected records from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows(0))
        return tuple(self._model.records[row] for row in rows)

    def show_other(self, read: Callable[[PageRequest], Page[R]], empty: EmptyWords) -> None:
        """Show from now on what `read` gives; empty: what is said when that is nothing."""
        self._listing = replace(self._listing, read=read, empty=empty)
        self.refresh()

    @Slot()
    def note_change(self) -> None:
        """Something in the list has changed; it is read again soon, however often this is said."""
        if not self._gathering.isActive():
            self._gathering.start()

    @Slot()
    def refresh(self) -> None:
        """Read again as much as is shown now."""
        if self._is_reading:
            self._is_outdated = True
            return
        self._is_reading = True
        if not self._model.records:
            self._states.show_loading()
        self._needs.calls.start(
            partial(_read_rows, self._listing.read, len(self._model.records)),
            self._on_read,
            self._on_failed,
            owner=self,
        )

    def _on_read(self, page: Page[R]) -> None:
        self._is_reading = False
        if page.items != self._model.records or page.next_key != self._model.next_key:
            kept = {self._listing.identity(record) for record in self.chosen()}
            scrolled = self.table.verticalScrollBar().value()
            self._model.start_over(page)
            for row, record in enumerate(page.items):
                if self._listing.identity(record) in kept:
                    self._select(row)
            self.table.verticalScrollBar().setValue(scrolled)
        if page.items:
            self._states.show_content()
        else:
            words, say = self._listing.empty, self._listing.in_words
            title, text = say(words.title), say(words.text)
            self._states.show_empty(words.icon_name, title, text, words.actions, words.command)
        self.counted.emit(page.total if page.total is not None else len(page.items))
        self.chosen_changed.emit()
        self._go_on()

    def _go_on(self) -> None:
        """What was asked for while something was read."""
        if self._is_outdated:
            self._is_outdated = self._is_more_wanted = False
            self.note_change()
        elif self._is_more_wanted:
            self._on_more_wanted()

    def _select(self, row: int) -> None:
        selection = self.table.selectionModel()
        index = self._model.index(row, 0)
        selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
        selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)

    def _on_failed(self, error: PacsDeskError) -> None:
        self._is_reading = False
        if self._model.records:
            self._needs.fail(error)
        else:
            self._states.show_error(error, self.refresh)
        self._is_more_wanted = False
        self._go_on()

    @Slot()
    def _on_more_wanted(self) -> None:
        self._is_more_wanted = self._is_reading and bool(self._model.next_key)
        if not self._is_reading and self._model.next_key:
            self._is_reading = True
            request = PageRequest(after_key=self._model.next_key)
            listing = self._listing
            self._needs.calls.start(
                partial(listing.read, request), partial(self._on_more_read, listing), self._on_failed, owner=self
            )

    def _on_more_read(self, listing: Listing[R], page: Page[R]) -> None:
        self._is_reading = False
        if listing is self._listing:  # else it goes on a list that is not wanted any more
            self._model.append(page)
        self._go_on()


def _read_rows(read: Callable[[PageRequest], Page[R]], number: int) -> Page[R]:
    """The first rows, at least so many as far as there are; blocks."""
    page = read(PageRequest(limit=min(max(DEFAULT_PAGE, number), MAX_PAGE), count=True))
    records, total = page.items, page.total
    while page.next_key and len(records) < number:
        page = read(PageRequest(after_key=page.next_key, limit=min(max(DEFAULT_PAGE, number - len(records)), MAX_PAGE)))
        records += page.items
    return Page(records, page.next_key, total)
