"""The study list as Qt sees it: a flat table of a million rows of which only those shown are held.

A study that was opened has its series in rows below it. Whatever changes place (arrivals, deletions, opening) goes
through `_rearrange`, which carries selection and current row along by UID, so they never slip to another study.
"""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    SignalInstance,
)

from pacsdesk.contract.records.archive import Series, Study
from pacsdesk.contract.records.paging import Page
from pacsdesk.contract.types import SeriesInstanceUID, StudyInstanceUID
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.studies.columns import OPENER, StudyColumn
from pacsdesk.desktop.panels.studies.outline import Outline, Place
from pacsdesk.desktop.panels.studies.pages import PAGE_ROWS, PageBook

AnyIndex = QModelIndex | QPersistentModelIndex
RowIdentity = tuple[StudyInstanceUID, SeriesInstanceUID | None]
ROOT = QModelIndex()
LAYOUT_SIGNATURE = ("QList<QPersistentModelIndex>", "QAbstractItemModel::LayoutChangeHint")


class RowKind(StrEnum):
    """What a row shows."""

    STUDY = "study"
    SERIES = "series"
    AWAITED_STUDY = "awaited study"
    AWAITED_SERIES = "awaited series"


class StudyModel(QAbstractTableModel):
    """Studies in the engine's order with the series of opened ones; the loader fills it."""

    def __init__(self, columns: tuple[StudyColumn, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._book = PageBook()
        self._outline = Outline()
        self._opened: dict[StudyInstanceUID, tuple[Series, ...] | None] = {}
        self._row_count = 0

    # what a row is

    def study_at(self, row: int) -> Study | None:
        """The study that a row shows or belongs to; None while it is not loaded."""
        return self._book.study_at(self._outline.place_at(row).position)

    def series_at(self, row: int) -> Series | None:
        """The series that a row shows; None on a study's row."""
        return self._series_in(self._outline.place_at(row))

    def kind_at(self, row: int) -> RowKind:
        """What a row shows."""
        place = self._outline.place_at(row)
        if place.child is None:
            return RowKind.STUDY if self._book.study_at(place.position) is not None else RowKind.AWAITED_STUDY
        return RowKind.SERIES if self._series_in(place) is not None else RowKind.AWAITED_SERIES

    def text_at(self, row: int, number: int) -> str:
        """What a cell says; nothing while it is not loaded."""
        column = self.columns[number]
        place = self._outline.place_at(row)
        study = self._book.study_at(place.position)
        if study is None:
            return ""
        if place.child is None:
            return column.of_study(study)
        series = self._series_in(place)
        return column.of_series(series) if series is not None else translate("Studies", column.of_awaited_series)

    def position_at(self, row: int) -> int:
        """The place in the sorted list of the study that a row shows or belongs to."""
        return self._outline.place_at(row).position

    def row_of(self, study_instance_uid: StudyInstanceUID) -> int | None:
        """The row of a study, None when its page is not held."""
        position = self._book.position_of(study_instance_uid)
        return None if position is None else self._outline.row_of(position)

    def row_of_series(self, study_instance_uid: StudyInstanceUID, series_instance_uid: SeriesInstanceUID) -> int | None:
        """The row of a series of an opened study, None while it is not shown."""
        row = self.row_of(study_instance_uid)
        series_list = self._opened.get(study_instance_uid)
        if row is None or series_list is None:
            return None
        uids = [series.series_instance_uid for series in series_list]
        return row + 1 + uids.index(series_instance_uid) if series_instance_uid in uids else None

    def is_open(self, study_instance_uid: StudyInstanceUID) -> bool:
        """Whether the series of a study are shown below it."""
        return study_instance_uid in self._opened

    def opened_studies(self) -> tuple[StudyInstanceUID, ...]:
        """Studies whose series are shown, or will be once their page is loaded."""
        return tuple(self._opened)

    @property
    def book(self) -> PageBook:
        """The pages held; for reading."""
        return self._book

    # what the loader does

    def start_over(self, first_page: Page[Study]) -> None:
        """Another query was answered: everything before is forgotten but which studies were opened."""
        self.beginResetModel()
        self._book = PageBook()
        self._book.put(0, first_page)
        self._outline = _laid_out(self._book, self._opened)
        self._row_count = self._book.total + self._outline.extra
        self.endResetModel()

    def put_page(self, number: int, page: Page[Study]) -> None:
        """A page came in that was not held."""
        self._book.put(number, page)
        if any(study.study_instance_uid in self._opened for study in page.items):
            self._rearrange(self._book, self._opened)
            return
        self._announce(self._book.total + self._outline.extra)
        start = number * PAGE_ROWS
        self._tell_changed(self._outline.row_of(start), self._outline.row_of(start + len(page.items)) - 1)

    def set_total(self, total: int) -> None:
        """How many studies match was counted."""
        self._book.total = total
        self._announce(self._book.total + self._outline.extra)

    def replace(self, pages: Mapping[int, Page[Study]]) -> None:
        """The list has moved: only these pages are true now. What was selected or open goes with its study."""
        book = PageBook()
        book.total = self._book.total
        for number, page in sorted(pages.items()):
            book.put(number, page)
        self._rearrange(book, self._opened)

    def update_study(self, study: Study) -> None:
        """A study has new values; it keeps its place until the person asks for the newer order."""
        position = self._book.update(study)
        if position is not None:
            row = self._outline.row_of(position)
            self._tell_changed(row, row)

    def open_study(self, study_instance_uid: StudyInstanceUID, series_list: tuple[Series, ...] | None) -> None:
        """Show the series of a study below it; None while they are being asked for."""
        self._rearrange(self._book, {**self._opened, study_instance_uid: series_list})

    def close_study(self, study_instance_uid: StudyInstanceUID) -> None:
        """Show the study alone."""
        self._rearrange(self._book, {uid: series for uid, series in self._opened.items() if uid != study_instance_uid})

    # what Qt asks

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else self._row_count

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return translate("Studies", column.title)
            case Qt.ItemDataRole.ToolTipRole:
                return translate("Studies", column.hint)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
            case Qt.ItemDataRole.InitialSortOrderRole:
                return column.first_order
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text_at(index.row(), index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.columns[index.column()].alignment
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), index.column())
        return None

    # inside

    def _series_in(self, place: Place) -> Series | None:
        study = self._book.study_at(place.position)
        if place.child is None or study is None:
            return None
        series_list = self._opened.get(study.study_instance_uid)
        return series_list[place.child] if series_list and place.child < len(series_list) else None

    def _spoken(self, row: int, number: int) -> str:
        """What a screen reader says of a cell; the opener's picture needs words."""
        column = self.columns[number]
        if column.column_id != OPENER:
            text = self.text_at(row, number)
            return f"{translate('Studies', column.title)}: {text}" if text else ""
        study = self.study_at(row)
        if study is None or self.series_at(row) is not None:
            return ""
        is_open = self.is_open(study.study_instance_uid)
        return translate("Studies", "Series shown") if is_open else translate("Studies", "Series hidden")

    def _identity(self, row: int) -> RowIdentity | None:
        study, series = self.study_at(row), self.series_at(row)
        if study is None:
            return None
        return study.study_instance_uid, series.series_instance_uid if series is not None else None

    def _row_of_identity(self, identity: RowIdentity | None) -> int | None:
        if identity is None:
            return None
        study_uid, series_uid = identity
        return self.row_of(study_uid) if series_uid is None else self.row_of_series(study_uid, series_uid)

    def _rearrange(self, book: PageBook, opened: Mapping[StudyInstanceUID, tuple[Series, ...] | None]) -> None:
        """Change places; rows known before keep their indexes under their new numbers, those that are gone lose them.

        Rows are added at the end before and taken from the end after, so that each number is a row all the while. The
        hint matters: without it the horizontal header hangs its widths on cells of the first row, and forgets them
        when that row leaves.
        """
        outline = _laid_out(book, opened)
        wanted = book.total + outline.extra
        self._announce(max(wanted, self._row_count))
        hint = QAbstractItemModel.LayoutChangeHint.VerticalSortHint
        _with_hint(self.layoutAboutToBeChanged).emit([], hint)
        before = self.persistentIndexList()
        identities = [self._identity(index.row()) for index in before]
        self._book, self._opened, self._outline = book, dict(opened), outline
        after: list[QModelIndex] = []
        for index, identity in zip(before, identities, strict=True):
            row = self._row_of_identity(identity)
            after.append(ROOT if row is None else self.createIndex(row, index.column()))
        self.changePersistentIndexList(before, after)
        _with_hint(self.layoutChanged).emit([], hint)
        self._announce(wanted)

    def _announce(self, wanted: int) -> None:
        """Tell of rows more or fewer at the end of the list."""
        if wanted > self._row_count:
            self.beginInsertRows(ROOT, self._row_count, wanted - 1)
            self._row_count = wanted
            self.endInsertRows()
        elif wanted < self._row_count:
            self.beginRemoveRows(ROOT, wanted, self._row_count - 1)
            self._row_count = wanted
            self.endRemoveRows()

    def _tell_changed(self, first: int, last: int) -> None:
        last = min(last, self._row_count - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def _with_hint(signal: SignalInstance) -> SignalInstance:
    """The overload of a layout signal that carries its hint."""
    chosen: SignalInstance = signal[LAYOUT_SIGNATURE]  # type: ignore[index]  # overloads are missing in PySide6's stubs
    return chosen


def _laid_out(book: PageBook, opened: Mapping[StudyInstanceUID, tuple[Series, ...] | None]) -> Outline:
    """Give each opened study whose page is held its rows: one per series, or one that says what is missing."""
    children: dict[int, int] = {}
    for uid, series_list in opened.items():
        position = book.position_of(uid)
        if position is not None:
            children[position] = max(1, len(series_list or ()))
    return Outline(children)
