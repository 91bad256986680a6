"""Forms as one column: label above, help under the field, what is wrong in words while typing.

A form says whether it could be saved; its button is enabled only then.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize

Check = Callable[[str], str]
"""Takes the text of a field; answers what is wrong and how to repair it, "" when it is right."""


def accept_anything(_text: str) -> str:
    """The check of a field that takes any text."""
    return ""


def required(words: str) -> Check:
    """A check for a field that must not be blank; `words` say what is missing."""
    return lambda text: "" if text.strip() else words


class NumberBox(QSpinBox):
    """A whole number; its text begins where that of other fields does."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(Space.XS, 0, 0, 0)


def centred(column: QWidget) -> QHBoxLayout:
    """A column of fixed width in the middle. An alignment would give its wrapped texts the height of one line."""
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(column)
    row.addStretch()
    return row


class FormField(QWidget):
    """One labelled control with its help and, once a person has been there, its problem."""

    changed = Signal()

    def __init__(self, label: str, control: QWidget, *, help_text: str = "", check: Check = accept_anything) -> None:
        super().__init__()
        self.control = control
        self._check = check
        self._is_touched = False
        self._label = TextLabel(label, strong=True)
        self._label.setBuddy(control)
        self._help = TextLabel(help_text, tone=Tone.MUTED, size=TypeSize.SMALL, wrap=True)
        self._help.setVisible(bool(help_text))
        self._problem = TextLabel(tone=Tone.DANGER, size=TypeSize.SMALL, wrap=True)
        self._problem.hide()
        control.setAccessibleName(label)
        control.setAccessibleDescription(help_text)
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        for widget in (self._label, self.control, self._help, self._problem):
            layout.addWidget(widget)

    def _connect(self) -> None:
        if isinstance(self.control, QLineEdit):
            self.control.textEdited.connect(self._on_edited)
            self.control.textChanged.connect(self._on_changed)
        elif isinstance(self.control, QPlainTextEdit):
            self.control.textChanged.connect(self._on_edited)
            self.control.textChanged.connect(self._on_changed)
        elif isinstance(self.control, QComboBox):
            self.control.currentTextChanged.connect(self._on_changed)
        elif isinstance(self.control, QSpinBox):
            self.control.valueChanged.connect(self._on_changed)
        elif isinstance(self.control, QCheckBox):
            self.control.toggled.connect(self._on_changed)

    def text(self) -> str:
        """What the control holds, as text."""
        control = self.control
        if isinstance(control, QPlainTextEdit):
            return control.toPlainText()
        if isinstance(control, QComboBox):
            return control.currentText()
        if isinstance(control, QLineEdit | QSpinBox):
            return control.text()
        return ""

    def problem(self) -> str:
        """What is wrong now, "" when nothing is."""
        return self._check(self.text())

    def show_problem(self, words: str) -> None:
        """Say what is wrong, or take it back with ""; also for what only the engine could know."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        set_look(self.control, problem=bool(words))

    def start_over(self) -> None:
        """As if nobody had been here: no problem is told before something is typed."""
        self._is_touched = False
        self.show_problem("")

    def check_again(self) -> None:
        """Judge anew because another field changed; silent until a person has typed here."""
        if self._is_touched:
            self.show_problem(self.problem())

    def set_help(self, words: str, tone: Tone = Tone.MUTED) -> None:
        """Change the line under the field."""
        self._help.setText(words)
        self._help.set_tone(tone)
        self._help.setVisible(bool(words))

    @Slot()
    def _on_edited(self) -> None:
        self._is_touched = True

    @Slot()
    def _on_changed(self) -> None:
        self.check_again()
        self.changed.emit()


class Form(QWidget):
    """A column of fields and one button that is enabled when all of them are right."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[FormField] = []
        self._submit: QAbstractButton | None = None
        self._is_busy = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)

    def add_field(self, field: FormField) -> FormField:
        """Append a field."""
        self._fields.append(field)
        self._column.addWidget(field)
        field.changed.connect(self._on_changed)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Append something that is not a field."""
        self._column.addWidget(widget)

    def set_submit(self, button: QAbstractButton) -> None:
        """Append the button; Enter in a line presses it when it is enabled."""
        self._submit = button
        self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        for field in self._fields:
            if isinstance(field.control, QLineEdit):
                field.control.returnPressed.connect(self._on_return)
        self._judge()

    def is_valid(self) -> bool:
        """True when no field has a problem."""
        return not any(field.problem() for field in self._fields)

    def start_over(self) -> None:
        """Every field as if nobody had been there."""
        for field in self._fields:
            field.start_over()

    def set_busy(self, is_busy: bool) -> None:
        """While the answer is awaited nothing can be pressed twice."""
        self._is_busy = is_busy
        self._judge()

    @Slot()
    def _on_changed(self) -> None:
        for field in self._fields:
            field.check_again()
        self._judge()
        self.changed.emit()

    @Slot()
    def _on_return(self) -> None:
        if self._submit is not None and self._submit.isEnabled():
            self._submit.click()

    def _judge(self) -> None:
        if self._submit is not None:
            self._submit.setEnabled(self.is_valid() and not self._is_busy)
