"""Answers as a table: columns as they were asked for, 10,000 rows sorted and filtered without a pause."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.desktop.kit.formatting import format_date, format_person_name, format_time, plain
from pacsdesk.desktop.panels.query.dictionary import Dictionary
from pacsdesk.desktop.panels.query.key_names import name_of_key

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_NUMBERS = frozenset({"IS", "DS", "US", "SS", "UL", "SL", "FL", "FD"})
_WIDTHS = {"PN": 160, "DA": 92, "TM": 64, "UI": 360, "CS": 80, "IS": 72, "SH": 104, "LO": 112, "AE": 112}
_USUAL_WIDTH = 112
_SPARE_ORDER = ("UI", "TM", "AE", "SH", "LO", "IS", "CS", "DA")


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """One key of the query. name: with the sequence that it is in. is_given: all answers have the UID asked for."""

    name: str
    title: str
    vr: str
    is_given: bool = False

    @property
    def tip(self) -> str:
        """Which key it is, as "PatientName (PN)"."""
        return f"{self.name} ({self.vr})" if self.vr else self.name

    @property
    def is_number(self) -> bool:
        """Whether it is right-aligned and sorted by size."""
        return self.vr in _NUMBERS

    def text(self, value: str) -> str:
        """A value for a person, "" where the peer says nothing."""
        if not value:
            return ""
        if self.vr == "PN":
            return format_person_name(value)
        if self.vr == "DA":
            return format_date(value)
        if self.vr == "TM":
            return format_time(value)
        return plain(value)


class AnswersModel(QAbstractTableModel):
    """The answers to one query."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[AnswerColumn, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._folded: dict[int, str] = {}
        self._shown: list[int] = []
        self._words: tuple[tuple[str, str], ...] = ()
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show_answers(self, outcome: QueryOutcome, dictionary: Dictionary) -> None:
        """These, as they came. dictionary: says how each column is written."""
        self.beginResetModel()
        asked = {key.name: key.value for key in outcome.order.keys}
        vrs = {name: dictionary.vr_of(name) for name in outcome.columns}
        self.columns = tuple(
            AnswerColumn(name, name_of_key(name), vr, vr == "UI" and bool(asked.get(name))) for name, vr in vrs.items()
        )
        self._rows, self._folded = outcome.rows, {}
        if self._sorted_by is not None and self._sorted_by[0] >= len(self.columns):
            self._sorted_by = None
        self._arrange()
        self.endResetModel()

    def filter(self, words: str) -> None:
        """Only rows that have all these words somewhere."""
        self.beginResetModel()
        typed = words.casefold().replace(",", " ").split()
        # dates and times are shown with these and sent without
        self._words = tuple((word, word.replace("-", "").replace(":", "")) for word in typed)
        self._arrange()
        self.endResetModel()

    @property
    def number_of_answers(self) -> int:
        """Those that are filtered away included."""
        return len(self._rows)

    def answer(self, row: int) -> tuple[str, ...]:
        """A row as the peer wrote it."""
        return self._rows[self._shown[row]]

    def row_of(self, answer: Sequence[str]) -> int:
        """Where an answer shows, -1 when it does not."""
        return next((row for row, place in enumerate(self._shown) if self._rows[place] == answer), -1)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self._rows[self._shown[index.row()]][index.column()])
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column, numbers by their size; -1: as they came."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [self._shown[index.row()] for index in before]
        self._sorted_by = (column, order) if 0 <= column < len(self.columns) else None
        self._arrange()
        row_of = {place: row for row, place in enumerate(self._shown)}
        after = [self.index(row_of[place], index.column()) for index, place in zip(before, places, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        places: Sequence[int] = range(len(self._rows))
        if self._words:
            places = [place for place in places if self._has(place, self._words)]
        self._shown = list(places)
        if self._sorted_by is not None:
            column, order = self._sorted_by
            is_number = self.columns[column].is_number
            key = _number_first if is_number else str.casefold
            values = {place: key(self._rows[place][column]) for place in self._shown if self._rows[place][column]}
            silent = [place for place in self._shown if place not in values]
            said = sorted(values, key=values.__getitem__, reverse=order is Qt.SortOrder.DescendingOrder)
            self._shown = said + silent  # where the peer says nothing, at the end either way

    def _has(self, place: int, words: Sequence[tuple[str, str]]) -> bool:
        if place not in self._folded:
            self._folded[place] = "\n".join(self._rows[place]).casefold()
        text = self._folded[place]
        return all(as_typed in text or as_sent in text for as_typed, as_sent in words)


def widths_of(columns: Sequence[AnswerColumn]) -> dict[int, int]:
    """At first."""
    return {place: _WIDTHS.get(column.vr, _USUAL_WIDTH) for place, column in enumerate(columns)}


def filling_of(columns: Sequence[AnswerColumn]) -> tuple[int, ...]:
    """Which columns take what room is left: the names, else the first text, else the first of all."""
    for wanted in (("PN",), ("LO", "SH"), ("UI",)):
        found = [place for place, column in enumerate(columns) if column.vr in wanted and not column.is_given]
        if found:
            return (found[-1],) if wanted == ("UI",) else (found[0],)
    return (0,) if columns else ()


def hidden_of(columns: Sequence[AnswerColumn]) -> frozenset[int]:
    """Which columns wait in the menu: those in which every answer says the same; never all."""
    given = frozenset(place for place, column in enumerate(columns) if column.is_given)
    return given if len(given) < len(columns) else frozenset()


def spare_of(columns: Sequence[AnswerColumn]) -> tuple[int, ...]:
    """Which columns wait while there is no room, in this order; what takes the room and the first column never do."""
    hidden = hidden_of(columns)
    first = next((place for place in range(len(columns)) if place not in hidden), 0)
    kept = {first, *filling_of(columns), *hidden}
    places = [place for place in reversed(range(len(columns))) if place not in kept]
    rank = {vr: number for number, vr in enumerate(_SPARE_ORDER)}
    return tuple(sorted(places, key=lambda place: rank.get(columns[place].vr, 0)))


def _number_first(value: str) -> tuple[int, float, str]:
    try:
        return (0, float(value), "")
    except ValueError:
        return (1, 0.0, value)


def _alignment(column: AnswerColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
