"""The grid of what a peer accepts: SOP classes in rows, transfer syntaxes in columns, two peers in one cell."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pacsdesk.contract.records.matrices import CellState, MatrixCell, NamedUid, NegotiationMatrix
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import StateShape, state_icon
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.send.words import cell_look, kind_word

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
KIND, NAME = range(2)
_LITTLE = " Little Endian"  # as nearly all are
BEFORE = 2  # columns before those of transfer syntaxes


class MatrixModel(QAbstractTableModel):
    """Shows one matrix, or two beside each other; rows can be narrowed by words and to those that matter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._one: NegotiationMatrix | None = None
        self._other: NegotiationMatrix | None = None
        self._cells: dict[tuple[str, str], MatrixCell] = {}
        self._others: dict[tuple[str, str], MatrixCell] = {}
        self._rows: tuple[NamedUid, ...] = ()
        self._columns: tuple[NamedUid, ...] = ()
        self._words: tuple[str, ...] = ()
        self._only_notable = False

    def show_matrices(self, one: NegotiationMatrix, other: NegotiationMatrix | None) -> None:
        """Show these."""
        self._one, self._other = one, other
        self._cells, self._others = one.by_pair(), other.by_pair() if other else {}
        self._narrow()

    def narrow(self, words: str, *, only_notable: bool) -> None:
        """Show rows with all of these words; only_notable: accepted somewhere, or of two peers, differing."""
        self._words, self._only_notable = tuple(words.casefold().split()), only_notable
        self._narrow()

    def as_text(self) -> str:
        """What shows, with tabs between columns."""
        sections = range(self.columnCount())
        lines = ["\t".join(str(self.headerData(one, Qt.Orientation.Horizontal)) for one in sections)]
        for row in range(self.rowCount()):
            lines.append("\t".join(str(self.data(self.index(row, one))) for one in sections))
        return "\n".join(lines)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else BEFORE + len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if section < BEFORE:
                return translate("Send", "Kind") if section == KIND else translate("Send", "SOP class")
            column = self._columns[section - BEFORE]
            return plain(column.name or column.uid).replace(_LITTLE, "")
        if role == Qt.ItemDataRole.ToolTipRole and section >= BEFORE:
            return self._columns[section - BEFORE].uid
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() < BEFORE:
            return self._of_row(row, index.column(), role)
        pair = row.uid, self._columns[index.column() - BEFORE].uid
        if role == Qt.ItemDataRole.DisplayRole:
            words = [cell_look(_state(self._cells.get(pair)))[1]]
            if self._other:
                words.append(cell_look(_state(self._others.get(pair)))[1])
            return " / ".join(words)
        if role == Qt.ItemDataRole.DecorationRole:
            return state_icon(self._shape(pair))
        return self._tip(pair) if role == Qt.ItemDataRole.ToolTipRole else None

    def _of_row(self, row: NamedUid, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return kind_word(row.kind) if column == KIND else plain(row.name or row.uid)
        return row.uid if role == Qt.ItemDataRole.ToolTipRole else None

    def _shape(self, pair: tuple[str, str]) -> StateShape:
        """Of two that differ a triangle."""
        one, other = _state(self._cells.get(pair)), _state(self._others.get(pair))
        return StateShape.SLOW if self._other and one is not other else cell_look(one)[0]

    def _tip(self, pair: tuple[str, str]) -> str:
        lines = []
        for matrix, cells in ((self._one, self._cells), (self._other, self._others)):
            if matrix and pair in cells:
                lines.append(f"{plain(matrix.peer)}: {in_own_words(cells[pair].words)}")
        return "\n".join(lines)

    def _narrow(self) -> None:
        self.beginResetModel()
        self._columns = self._one.columns if self._one else ()
        self._rows = tuple(row for row in self._one.rows if self._is_wanted(row)) if self._one else ()
        self.endResetModel()

    def _is_wanted(self, row: NamedUid) -> bool:
        text = f"{row.kind} {kind_word(row.kind)} {row.name} {row.uid}".casefold()
        return all(word in text for word in self._words) and (not self._only_notable or self._is_notable(row))

    def _is_notable(self, row: NamedUid) -> bool:
        pairs = [(row.uid, column.uid) for column in self._columns]
        if self._other:
            return any(_state(self._cells.get(pair)) is not _state(self._others.get(pair)) for pair in pairs)
        return any(_state(self._cells.get(pair)) is CellState.ACCEPTED for pair in pairs)


def _state(cell: MatrixCell | None) -> CellState | None:
    return cell.state if cell else None
