"""A panel's one field in the header: says after a short rest of the typing hand what to search for."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pacsdesk.desktop.kit.icons import icon

REST_MS = 150
LONGEST_WORDS = 200


class SearchField(QLineEdit):
    """words_changed: another search, never while typing goes on. left: Esc or arrow down, the list shall take over.

    entered: Enter, after `words_changed` for what is typed.
    """

    words_changed = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        """words: what can be typed, with an example. name: what the field is, for who cannot see it."""
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setToolTip(words)  # in full where the field is narrow
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setMaxLength(LONGEST_WORDS)
        self.setMinimumWidth(240)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._said = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._say)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_return_pressed)

    def search_for(self, words: str) -> None:
        """Search at once, as if typed."""
        self.setText(words)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field, and leaves it when it is empty; arrow down goes to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.search_for("")
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self._say()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def type_on(self, words: str) -> None:
        """The person began to type elsewhere: go on here."""
        self.setFocus()
        self.setText(words)

    @Slot()
    def _on_return_pressed(self) -> None:
        self._say()
        self.entered.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        self._rest.start()

    @Slot()
    def _say(self) -> None:
        self._rest.stop()
        words = " ".join(self.text().split())
        if words != self._said:
            self._said = words
            self.words_changed.emit(words)
