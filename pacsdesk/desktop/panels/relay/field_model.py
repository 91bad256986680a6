"""The fields of one PDU as a tree: what stands within what, by depth."""

from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pacsdesk.contract.records.traces import TraceField
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import StateShape, state_icon
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.relay.trace_words import name_in_own_words, value_in_own_words

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
NAME, VALUE = range(2)
_TITLES = (marked("Relay", "Field"), marked("Relay", "Value"))


@dataclass(slots=True)
class _Node:
    """A field with what stands within it. row: among its siblings."""

    shown: TraceField | None
    parent: "_Node | None"
    row: int
    children: "list[_Node]" = field(default_factory=list)


class FieldModel(QAbstractItemModel):
    """Two columns; what was replaced is marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(None, None, 0)

    def show(self, fields: tuple[TraceField, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._root = _Node(None, None, 0)
        above = [self._root]
        for one in fields:
            del above[one.depth + 1 :]
            node = _Node(one, above[-1], len(above[-1].children))
            above[-1].children.append(node)
            above.append(node)
        self.endResetModel()

    def field_at(self, index: AnyIndex) -> TraceField | None:
        """What stands there."""
        return self._node(index).shown

    def index(self, row: int, column: int, parent: AnyIndex = ROOT) -> QModelIndex:
        node = self._node(parent)
        if 0 <= row < len(node.children) and 0 <= column < len(_TITLES):
            return self.createIndex(row, column, node.children[row])
        return QModelIndex()

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]  # the other parent() is QObject's
        above = self._node(index).parent
        if above is None or above.shown is None:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, _parent: AnyIndex = ROOT) -> int:
        return len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Relay", _TITLES[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self.field_at(index)
        if shown is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(name_in_own_words(shown) if index.column() == NAME else value_in_own_words(shown))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == VALUE and shown.is_masked:
            return state_icon(StateShape.UNKNOWN)
        if role == Qt.ItemDataRole.ToolTipRole and shown.is_masked:
            return translate("Relay", "Replaced before it was recorded: it may say who a patient is")
        return None

    def _node(self, index: AnyIndex) -> _Node:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, _Node) else self._root
