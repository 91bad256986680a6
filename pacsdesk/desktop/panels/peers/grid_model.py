"""All peers against the steps of the ladder: each cell a shape with the time that it took, or how it ended."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pacsdesk.contract.records.probes import ProbeOutcome, ProbeState, ProbeStep
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, plain
from pacsdesk.desktop.kit.labels import state_icon
from pacsdesk.desktop.kit.ladder_steps import step_name
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.peers.words import CONNECTING, state_of, step_shape, step_time, step_word

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
STEPS = (
    ProbeStep.TCP,
    ProbeStep.TLS,
    ProbeStep.ASSOCIATION,
    ProbeStep.ECHO,
    ProbeStep.STORE,
    ProbeStep.COMMITMENT,
    ProbeStep.MPPS,
    ProbeStep.FIND,
    ProbeStep.WORKLIST,
    ProbeStep.MOVE,
    ProbeStep.GET,
)
PEER, RESULT, FIRST_STEP = range(3)
CAUSE = FIRST_STEP + len(STEPS)
WIDTHS = {PEER: 128, RESULT: 124, CAUSE: 120} | {FIRST_STEP + place: 76 for place in range(len(STEPS))}
# wait while there is no room, the first of them first
SPARE = tuple(
    FIRST_STEP + STEPS.index(step)
    for step in (ProbeStep.MPPS, ProbeStep.COMMITMENT, ProbeStep.TLS, ProbeStep.GET, ProbeStep.WORKLIST, ProbeStep.MOVE)
)
_SHORT = {ProbeStep.TCP: marked("Peers", "TCP")}


class GridModel(QAbstractTableModel):
    """A row for each peer, from the start; filled in as outcomes come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._outcomes: dict[str, ProbeOutcome] = {}

    def begin(self, names: tuple[str, ...]) -> None:
        """These are called; nothing is known of any."""
        self.beginResetModel()
        self._names, self._outcomes = names, {}
        self.endResetModel()

    def fill(self, outcomes: tuple[ProbeOutcome, ...]) -> None:
        """So much is known by now."""
        for outcome in outcomes:
            if outcome.peer in self._names and self._outcomes.get(outcome.peer) is not outcome:
                self._outcomes[outcome.peer] = outcome
                row = self._names.index(outcome.peer)
                self.dataChanged.emit(self.index(row, 0), self.index(row, CAUSE))

    @property
    def names(self) -> tuple[str, ...]:
        """All peers, in the order of the rows."""
        return self._names

    def name(self, row: int) -> str:
        """The peer of a row."""
        return self._names[row]

    def number_known(self) -> int:
        """Of how many peers the outcome is there."""
        return len(self._outcomes)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else CAUSE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == PEER:
            return translate("Peers", "Name")
        if section == RESULT:
            return translate("Peers", "Result")
        if section == CAUSE:
            return translate("Peers", "Cause")
        step = STEPS[section - FIRST_STEP]
        return translate("Peers", _SHORT[step]) if step in _SHORT else step_name(step)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name, column = self._names[index.row()], index.column()
        outcome = self._outcomes.get(name)
        if column == PEER:
            return plain(name) if role == Qt.ItemDataRole.DisplayRole else None
        if column == RESULT:
            return _result(outcome, role)
        if outcome is None:
            return None
        if column == CAUSE:
            cause = outcome.findings[0].cause if outcome.findings else ""
            return in_own_words(plain(cause)) if role == Qt.ItemDataRole.DisplayRole else None
        return _cell(outcome, STEPS[column - FIRST_STEP], role)


def _result(outcome: ProbeOutcome | None, role: int) -> object:
    shape, word = state_of(outcome) if outcome is not None else CONNECTING
    if role == Qt.ItemDataRole.DisplayRole:
        return translate("Peers", word)
    return state_icon(shape) if role == Qt.ItemDataRole.DecorationRole else None


def _cell(outcome: ProbeOutcome, name: ProbeStep, role: int) -> object:
    step = outcome.step(name)
    if role == Qt.ItemDataRole.DecorationRole and step.state is not ProbeState.NOT_REACHED:
        return state_icon(step_shape(step.state))
    if role == Qt.ItemDataRole.DisplayRole:
        if step.state is ProbeState.NOT_REACHED:
            return NOTHING
        is_done = step.state in (ProbeState.DONE, ProbeState.WARNING)
        return (step_time(step) if is_done else "") or step_word(step.state)
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        parts = (step_word(step.state), step_time(step), in_own_words(plain(step.detail)))
        return f"{step_name(name)}: {', '.join(part for part in parts if part)}"
    return None
