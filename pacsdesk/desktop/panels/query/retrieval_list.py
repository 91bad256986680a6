"""The retrievals as a list, the newest first; each moves on as it runs."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pacsdesk.contract.types import JobId
from pacsdesk.desktop.kit.formatting import format_moment, plain
from pacsdesk.desktop.kit.labels import state_icon
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.query.retrieval_words import landed_words, state_of, what_words, where_words
from pacsdesk.desktop.panels.query.retrievals import Retrieval

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    width: int
    text: Callable[[Retrieval], str]
    is_number: bool = False


_COLUMNS = (
    _Column(marked("Query", "State"), 128, lambda one: state_of(one)[1]),
    _Column(marked("Query", "From"), 136, lambda one: plain(one.outcome.peer)),
    _Column(marked("Query", "What"), 96, lambda one: what_words(one.outcome)),
    _Column(marked("Query", "To"), 152, lambda one: where_words(one.outcome)),
    _Column(marked("Query", "Arrived"), 96, lambda one: landed_words(one.outcome), is_number=True),
    _Column(marked("Query", "Begun"), 136, lambda one: format_moment(one.outcome.at)),
)
STATE, FROM, WHAT, TO, ARRIVED, BEGUN = range(6)
WIDTHS = {number: column.width for number, column in enumerate(_COLUMNS)}
FILLING = (FROM, TO)
SPARE = (BEGUN, WHAT)


class RetrievalsModel(QAbstractTableModel):
    """What Retrievals has."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._retrievals: tuple[Retrieval, ...] = ()

    def show_retrievals(self, retrievals: tuple[Retrieval, ...]) -> None:
        """These; those that were there before keep their place in what is selected."""
        number_new = len(retrievals) - len(self._retrievals)
        if number_new > 0:
            self.beginInsertRows(ROOT, 0, number_new - 1)
            self._retrievals = retrievals
            self.endInsertRows()
        else:
            self._retrievals = retrievals
        if retrievals:
            self.dataChanged.emit(self.index(0, 0), self.index(len(retrievals) - 1, len(_COLUMNS) - 1))

    def retrieval(self, row: int) -> Retrieval:
        """One of them."""
        return self._retrievals[row]

    def row_of(self, job_id: JobId) -> int:
        """Where it is, -1 for nowhere."""
        return next((row for row, one in enumerate(self._retrievals) if one.job_id == job_id), -1)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._retrievals)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Query", _COLUMNS[section].title)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        retrieval = self._retrievals[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[index.column()].text(retrieval)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            return state_icon(state_of(retrieval)[0])
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(section: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if _COLUMNS[section].is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
