"""The chosen answer in full: every element that was asked for, as the peer wrote it and as a person reads it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.desktop.kit.buttons import action_button
from pacsdesk.desktop.kit.code_text import CodeText
from pacsdesk.desktop.kit.formatting import NOTHING, plain
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panels.query.answers_model import AnswerColumn
from pacsdesk.desktop.panels.query.levels import name_of_answer

NARROWEST = 264


class AnswerView(QFrame):
    """Its lines stay while the columns do, and their values change, so that running through a list is quick."""

    def __init__(self, actions: tuple[QAction, ...]) -> None:
        """actions: what can be done with it."""
        super().__init__()
        self._columns: tuple[AnswerColumn, ...] | None = None
        self._values: list[TextLabel | CodeText] = []
        self._title = TextLabel(size=TypeSize.TITLE, strong=True, wrap=True, selectable=True)
        self._words = TextLabel(tone=Tone.MUTED, wrap=True)
        self._lines = QScrollArea()
        self._build(actions)

    def _build(self, actions: tuple[QAction, ...]) -> None:
        self._lines.setWidgetResizable(True)
        self._lines.setFrameShape(QFrame.Shape.NoFrame)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for action in actions:
            buttons.addWidget(action_button(action))
        buttons.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addWidget(self._words)
        head.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)  # of the line on the left
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._lines, 1)
        set_look(self, surface="1", edge="left")
        self.setAccessibleName(translate("Query", "The chosen answer"))

    def minimumSizeHint(self) -> QSize:
        """Never so narrow that what can be done is cut."""
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), NARROWEST), hint.height())

    def show_answers(
        self, outcome: QueryOutcome, columns: tuple[AnswerColumn, ...], chosen: tuple[tuple[str, ...], ...]
    ) -> None:
        """The one that is chosen, or how many are."""
        is_one = len(chosen) == 1
        self._lines.setVisible(is_one)
        self._words.setVisible(not is_one)
        if not is_one:
            self._title.setText(counted("Query", "%Ln answers chosen", len(chosen)) if chosen else "")
            self._words.setText(translate("Query", "Choose one to see all that the peer says of it."))
            return
        self._title.setText(name_of_answer(outcome, chosen[0]))
        if columns != self._columns:
            self._columns = columns
            self._make_lines(columns)
        for column, value, widget in zip(columns, chosen[0], self._values, strict=True):
            text = column.text(value) or NOTHING
            if isinstance(widget, CodeText):
                widget.show_code(text)
            else:
                widget.setText(text)

    def _make_lines(self, columns: tuple[AnswerColumn, ...]) -> None:
        body = QWidget()
        set_look(body, surface="1")
        form = QFormLayout(body)
        form.setContentsMargins(Space.L, 0, Space.L, Space.M)
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._values = []
        for column in columns:
            title = TextLabel(column.title, tone=Tone.MUTED, size=TypeSize.SMALL)
            title.setToolTip(plain(column.tip))
            is_code = column.vr == "UI"
            value = CodeText("", column.title) if is_code else TextLabel(wrap=True, selectable=True)
            self._values.append(value)
            form.addRow(title, value)
        self._lines.setWidget(body)

    def text(self) -> str:
        """All that shows of one answer, a line for each element; "" for several."""
        if self._columns is None or not self._lines.isVisibleTo(self):
            return ""
        values = (one.toPlainText() if isinstance(one, CodeText) else one.text() for one in self._values)
        return "\n".join(f"{column.name}: {value}" for column, value in zip(self._columns, values, strict=True))
