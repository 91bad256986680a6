"""Marks a site of invented patients so that nobody takes it for a real one: coloured frame and words, always."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pacsdesk.desktop.kit.labels import TextLabel
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import TypeSize
from pacsdesk.desktop.kit.translation import marked, translate

EDGE = 4
WORDS = marked("Shell", "Training site \u2013 invented patients")


class TrainingFrame(QFrame):
    """Holds everything the window shows; coloured only when told so."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._words = TextLabel(translate("Shell", WORDS), size=TypeSize.SMALL, strong=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setFixedHeight(20)
        set_look(self._words, tone="on_training")
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._words)
        self._layout.addWidget(content, 1)
        self.set_training(False)

    def is_training(self) -> bool:
        """Whether the frame is coloured."""
        return self._words.isVisibleTo(self)

    def set_training(self, is_training: bool) -> None:
        """Colour the frame and show the words, or neither."""
        edge = EDGE if is_training else 0
        self._layout.setContentsMargins(edge, 0, edge, edge)
        self._words.setVisible(is_training)
        set_look(self, role="training" if is_training else "none")
