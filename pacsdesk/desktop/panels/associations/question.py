"""What is asked before something is done that others notice: one line above the list, what it means, two buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout

from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.labels import ElidedLabel
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate


class Question(QFrame):
    """Begins with the keyboard on the button that does nothing; Esc does nothing too."""

    def __init__(self, verb: str, rank: Rank) -> None:
        """verb: what the button does."""
        super().__init__()
        self._then: Callable[[], None] | None = None
        self._words = ElidedLabel(strong=True)
        self.confirm = make_button(verb, rank)
        self.keep = make_button(translate("Associations", "Cancel"))
        set_look(self, surface="2", edge="bottom")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self.keep)
        row.addWidget(self.confirm)
        self.keep.clicked.connect(self.leave)
        self.confirm.clicked.connect(self._on_confirmed)
        self.hide()

    def ask(self, words: str, then: Callable[[], None]) -> None:
        """Say what would happen; `then` is called when the person wants it."""
        self._then = then
        self._words.set_text(words)
        self.setAccessibleName(words)
        self.show()
        self.keep.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc backs out; Enter presses the button that has the keyboard."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def leave(self) -> None:
        """Go away without doing anything."""
        self._then = None
        page = self.parentWidget()
        has_keyboard = self.isVisible() and self.window().focusWidget() in (self.keep, self.confirm)
        self.hide()
        if has_keyboard and page is not None:
            page.setFocus()

    @Slot()
    def _on_confirmed(self) -> None:
        then = self._then
        self.leave()
        if then is not None:
            then()
