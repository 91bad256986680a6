"""The presentation contexts of an association: what was asked for, and in which transfer syntax it was agreed."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSettings, Qt

from pacsdesk.contract.records.associations import AssociationDetail, AssociationState, NegotiatedItem
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import StateShape, state_icon
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.theme import mono_font
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.kit.uid_names import Names

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SOP_CLASS, AGREED, UID, NUMBER = range(4)
_TITLES = (
    marked("Associations", "SOP class"),
    marked("Associations", "Agreed"),
    marked("Associations", "SOP class UID"),
    marked("Associations", "Number"),
)
_WIDTHS = {SOP_CLASS: 160, AGREED: 184, UID: 232, NUMBER: 64}
# PS3.8 table 9-18
_RESULTS = {
    1: marked("Associations", "Refused: not allowed or not wanted"),
    2: marked("Associations", "Refused without a reason"),
    3: marked("Associations", "SOP class not supported"),
    4: marked("Associations", "Transfer syntax not supported"),
}
_OTHERWISE = marked("Associations", "Refused: result {result}")
_NOT_ANSWERED = marked("Associations", "Not answered")


def agreed_words(item: NegotiatedItem, names: Names, *, was_refused: bool) -> str:
    """The transfer syntax, or why there is none. was_refused: there was no association, so no answer either."""
    if item.accepted:
        return plain(names.get(item.accepted, item.accepted))
    words = _NOT_ANSWERED if was_refused else _RESULTS.get(item.result, _OTHERWISE)
    return translate("Associations", words).format(result=item.result)


class AgreedModel(QAbstractTableModel):
    """A row for each presentation context."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[NegotiatedItem, ...] = ()
        self._names: Names = {}
        self._was_refused = False

    def show(self, detail: AssociationDetail, names: Names) -> None:
        """Show what this one agreed upon; the same again changes nothing."""
        shown = detail.items, names, detail.summary.state is AssociationState.REFUSED
        if shown != (self._items, self._names, self._was_refused):
            self.beginResetModel()
            self._items, self._names, self._was_refused = shown
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Associations", _TITLES[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, column)
        if role == Qt.ItemDataRole.DecorationRole and column == AGREED:
            refused = StateShape.UNKNOWN if self._was_refused else StateShape.SLOW
            return state_icon(StateShape.UP if item.accepted else refused)
        if role == Qt.ItemDataRole.FontRole and column == UID:
            return mono_font()
        if role == Qt.ItemDataRole.ToolTipRole and column == SOP_CLASS:
            return f"{self._name(item.abstract_syntax)} {item.abstract_syntax}"
        if role == Qt.ItemDataRole.ToolTipRole and column == AGREED:
            return self._offered(item)
        return None

    def _text(self, item: NegotiatedItem, column: int) -> str:
        match column:
            case 0:
                return self._name(item.abstract_syntax)
            case 1:
                return agreed_words(item, self._names, was_refused=self._was_refused)
            case 2:
                return plain(item.abstract_syntax)
            case _:
                return str(item.context_id)

    def _offered(self, item: NegotiatedItem) -> str:
        offered = ", ".join(self._name(syntax) for syntax in item.proposed)
        words = agreed_words(item, self._names, was_refused=self._was_refused)
        return translate("Associations", "{agreed}. Offered: {offered}").format(agreed=words, offered=offered)

    def _name(self, uid: str) -> str:
        return plain(self._names.get(uid, uid))


class AgreedTable(Table):
    """The list itself."""

    def __init__(self, preferences: QSettings) -> None:
        super().__init__(preferences, "association-agreed", name=translate("Associations", "What was agreed"))
        self.contexts = AgreedModel(self)
        self.set_default_columns(_WIDTHS, filling=(SOP_CLASS, AGREED), spare=(NUMBER, UID))
        self.set_model(self.contexts)
