"""The table of answers: it is made anew for other columns, so that each kind of list keeps its own arrangement."""

from hashlib import sha256

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.query.answers_model import AnswersModel, filling_of, hidden_of, spare_of, widths_of
from pacsdesk.desktop.panels.query.dictionary import USUAL_DICTIONARY, Dictionary


class AnswerTable(QWidget):
    """chosen_changed: other answers are selected. activated: Enter on one."""

    chosen_changed = Signal()
    activated = Signal()

    def __init__(self, preferences: QSettings, actions: tuple[QAction | None, ...]) -> None:
        """actions: the context menu."""
        super().__init__()
        self._preferences = preferences
        self._actions = actions
        self._dictionary = USUAL_DICTIONARY
        self._words = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.model = AnswersModel(self)
        self.table = self._make(self.model, "none")

    def use(self, dictionary: Dictionary) -> None:
        """The whole dictionary has come."""
        self._dictionary = dictionary

    def show_answers(self, outcome: QueryOutcome) -> None:
        """These, the first one chosen."""
        if tuple(column.name for column in self.model.columns) == outcome.columns:
            self.model.show_answers(outcome, self._dictionary)
        else:
            self._make_anew(outcome)
        self.choose(0)

    def filter(self, words: str) -> None:
        """Only rows that have all these words."""
        self._words = words
        self.model.filter(words)
        self.choose(0)

    def chosen(self) -> tuple[tuple[str, ...], ...]:
        """The selected answers from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows(0))
        return tuple(self.model.answer(row) for row in rows)

    def choose(self, row: int) -> None:
        """Choose one by its place."""
        if 0 <= row < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.scrollTo(self.model.index(row, 0))
        self.chosen_changed.emit()

    def _make_anew(self, outcome: QueryOutcome) -> None:
        has_keyboard = self.table.hasFocus()
        self._column.removeWidget(self.table)
        self.table.hide()
        self.table.deleteLater()
        self.model.deleteLater()
        self.model = AnswersModel(self)
        self.model.show_answers(outcome, self._dictionary)
        self.model.filter(self._words)
        self.table = self._make(self.model, sha256("\n".join(outcome.columns).encode()).hexdigest()[:12])
        if has_keyboard:
            self.table.setFocus()

    def _make(self, model: AnswersModel, kind: str) -> Table:
        table = Table(self._preferences, f"query-{kind}", name=translate("Query", "Answers"))
        self._column.addWidget(table)
        table.ensurePolished()  # or the rows would have the height of the style, not of ours
        columns = model.columns
        table.set_default_columns(
            widths_of(columns), hidden_of(columns), filling=filling_of(columns), spare=spare_of(columns)
        )
        table.set_model(model)
        table.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.header().setSortIndicatorClearable(True)
        table.setSortingEnabled(True)
        table.set_row_actions(self._actions)
        table.activated.connect(self._on_activated)
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.setFocusProxy(table)
        return table

    @Slot()
    def _on_activated(self) -> None:
        self.activated.emit()

    @Slot()
    def _on_selection_changed(self) -> None:
        self.chosen_changed.emit()
