"""What was agreed on the association: what both sides say about themselves, and each presentation context."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSettings, Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from pacsdesk.contract.records.probes import NegotiatedContext, ProbeOutcome
from pacsdesk.desktop.kit.formatting import NOTHING, plain
from pacsdesk.desktop.kit.labels import TextLabel, Tone, state_icon
from pacsdesk.desktop.kit.ladder_steps import step_name
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.peers.as_text import side_words
from pacsdesk.desktop.panels.peers.words import context_shape, context_word

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SOP_CLASS, ANSWER, SERVICE, SYNTAX, NUMBER = range(5)
_TITLES = (
    marked("Peers", "SOP class"),
    marked("Peers", "Answer"),
    marked("Peers", "For"),
    marked("Peers", "Transfer syntax"),
    marked("Peers", "Number"),
)
_WIDTHS = {SOP_CLASS: 180, ANSWER: 188, SERVICE: 88, SYNTAX: 150, NUMBER: 64}
# those that are met nearly always; the rest is shown by its UID
_SYNTAXES = {
    "1.2.840.10008.1.2": "Implicit VR Little Endian",
    "1.2.840.10008.1.2.1": "Explicit VR Little Endian",
    "1.2.840.10008.1.2.1.99": "Deflated Explicit VR Little Endian",
    "1.2.840.10008.1.2.2": "Explicit VR Big Endian",
    "1.2.840.10008.1.2.4.50": "JPEG Baseline",
    "1.2.840.10008.1.2.4.70": "JPEG Lossless",
    "1.2.840.10008.1.2.4.80": "JPEG-LS Lossless",
    "1.2.840.10008.1.2.4.90": "JPEG 2000 Lossless",
    "1.2.840.10008.1.2.4.91": "JPEG 2000",
    "1.2.840.10008.1.2.5": "RLE Lossless",
}


class ContextModel(QAbstractTableModel):
    """A row for each presentation context."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contexts: tuple[NegotiatedContext, ...] = ()

    def show(self, contexts: tuple[NegotiatedContext, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._contexts = contexts
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._contexts)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Peers", _TITLES[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        context, column = self._contexts[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(context, column)
        if role == Qt.ItemDataRole.DecorationRole and column == ANSWER:
            return state_icon(context_shape(context))
        if role == Qt.ItemDataRole.ToolTipRole and column == SOP_CLASS:
            return f"{context.name} {context.abstract_syntax}"
        if role == Qt.ItemDataRole.ToolTipRole and column == SYNTAX:
            return ", ".join(_syntax(one) for one in context.transfer_syntaxes)
        return None


def _text(context: NegotiatedContext, column: int) -> str:
    match column:
        case 0:
            name = plain(context.name or context.abstract_syntax)
            return translate("Peers", "{name}, as its SCP").format(name=name) if context.as_scp else name
        case 1:
            return context_word(context)
        case 2:
            return step_name(context.step)
        case 3:
            return _syntax(context.transfer_syntax) if context.transfer_syntax else NOTHING
        case _:
            return str(context.context_id)


def _syntax(uid: str) -> str:
    return _SYNTAXES.get(uid, plain(uid))


class NegotiatedPage(QWidget):
    """Says so when there was no association to agree upon anything."""

    def __init__(self, preferences: QSettings) -> None:
        super().__init__()
        self._model = ContextModel(self)
        self.table = Table(preferences, "peers-negotiated", name=translate("Peers", "Negotiated items"))
        self._ours, self._theirs = (TextLabel(wrap=True, selectable=True) for _ in range(2))
        self._sides = QWidget()
        self.states = ListStates(self._build_content())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.states)
        self.show_outcome(None)

    def _build_content(self) -> QWidget:
        self.table.set_default_columns(_WIDTHS, filling=(SOP_CLASS,), spare=(NUMBER, SERVICE, SYNTAX))
        self.table.set_model(self._model)
        form = QFormLayout(self._sides)
        form.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.XS)
        form.addRow(TextLabel(translate("Peers", "We"), tone=Tone.MUTED), self._ours)
        form.addRow(TextLabel(translate("Peers", "The peer"), tone=Tone.MUTED), self._theirs)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sides)
        column.addWidget(self.table, 1)
        return content

    def show_outcome(self, outcome: ProbeOutcome | None) -> None:
        """Show what was agreed, if anything."""
        contexts = outcome.contexts if outcome is not None else ()
        self._model.show(contexts)
        ours, theirs = (outcome.ours, outcome.theirs) if outcome is not None else (None, None)
        self._ours.setText(side_words(ours) if ours is not None else NOTHING)
        self._theirs.setText(side_words(theirs) if theirs is not None else NOTHING)
        if contexts or theirs is not None:
            self.states.show_content()
            return
        self.states.show_empty(
            "list-checks",
            translate("Peers", "Nothing negotiated"),
            translate("Peers", "What both sides agree upon shows here once there was an association."),
        )
