"""The word that a person types at a list: keys that follow each other quickly, as Qt's own type-ahead has it."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QGuiApplication


class TypedWord:
    """Grows with each key, begins anew after a pause."""

    def __init__(self) -> None:
        self._letters = ""
        self._since_typed = QElapsedTimer()

    def is_going_on(self) -> bool:
        """Whether the next key belongs to it."""
        pause = QGuiApplication.styleHints().keyboardInputInterval()
        return self._since_typed.isValid() and self._since_typed.elapsed() <= pause

    def grow(self, letters: str) -> str:
        """The word, now that these were typed."""
        self._letters = f"{self._letters}{letters}" if self.is_going_on() else letters
        self._since_typed.start()
        return self._letters

    def end(self) -> None:
        """The next key begins another."""
        self._since_typed.invalidate()
