"""Asks for a reason inside the page before something leaves its place: says what will happen, and backs out by Esc."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.labels import ElidedLabel
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate

LONGEST_REASON = 400


class ReasonSheet(QFrame):
    """One line above the list. confirmed: with the reason. left: the person backed out, or it is done."""

    confirmed = Signal(str)
    left = Signal()

    def __init__(self, verb: str, parent: QWidget | None = None) -> None:
        """verb: what the button does, "Delete to trash"."""
        super().__init__(parent)
        self._question = ElidedLabel(strong=True)
        self._reason = QLineEdit()
        self._reason.setMaxLength(LONGEST_REASON)
        self._reason.setPlaceholderText(translate("Studies", "Reason, for the audit"))
        self._reason.setAccessibleName(translate("Studies", "Reason"))
        self._confirm = make_button(verb, Rank.DANGER)
        self._cancel = make_button(translate("Studies", "Keep", "do not delete"))
        set_look(self, surface="2", edge="bottom")
        self._build()
        self._reason.textChanged.connect(self._on_reason_changed)
        self._confirm.clicked.connect(self._on_confirm_clicked)
        self._cancel.clicked.connect(self.leave)
        self.hide()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(self._question, 3)
        layout.addWidget(self._reason, 2)
        layout.addWidget(self._cancel)
        layout.addWidget(self._confirm)

    def ask(self, question: str) -> None:
        """Say what will happen and wait for a reason."""
        self._reason.clear()
        self._on_reason_changed("")
        self.go_on(question)

    def go_on(self, question: str) -> None:
        """The same in other words: the keyboard goes to the reason, which stays as far as it was typed."""
        self.set_question(question)
        self.show()
        self._reason.setFocus()

    def set_question(self, question: str) -> None:
        """Other words while the person types."""
        self._question.set_text(question)
        self.setAccessibleName(question)

    def question(self) -> str:
        """What is asked now."""
        return self._question.text()

    def showEvent(self, event: QShowEvent) -> None:
        """The reason is what is missing."""
        super().showEvent(event)
        self._reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc backs out. Enter presses the button that has the keyboard; in the reason it only goes on to the button,
        so that one key pressed too often deletes nothing.
        """
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif is_enter and self._reason.hasFocus():
            self._confirm.setFocus()
        elif is_enter and self._confirm.hasFocus():
            self._confirm.click()
        elif is_enter and self._cancel.hasFocus():
            self._cancel.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def leave(self) -> None:
        """Go away without doing anything."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    @Slot(str)
    def _on_reason_changed(self, reason: str) -> None:
        self._confirm.setEnabled(bool(reason.strip()))

    @Slot()
    def _on_confirm_clicked(self) -> None:
        reason = self._reason.text().strip()
        self.hide()
        self.confirmed.emit(reason)
        self.left.emit()
