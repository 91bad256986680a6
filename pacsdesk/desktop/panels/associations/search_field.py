"""The field in the header: says after a short rest of the typing hand what past associations to look for."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.translation import translate

REST_MS = 150
LONGEST_WORDS = 200


class SearchField(QLineEdit):
    """words_changed: other words, never while typing goes on. left: Esc in the empty field, Enter or arrow down."""

    words_changed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = translate("Associations", "AE title, address or peer - for example: ct01")
        self.setPlaceholderText(words)
        self.setToolTip(words)  # in full where the field is narrow
        self.setAccessibleName(translate("Associations", "Search past associations"))
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

    def search_for(self, words: str) -> None:
        """Search at once, as if typed."""
        self.setText(words)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field, and leaves it when it is empty; Enter and arrow down go to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.search_for("")
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
            self.left.emit()
        else:
            super().keyPressEvent(event)

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
