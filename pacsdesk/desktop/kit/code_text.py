"""A long code without places to break (a UID) in full: it breaks anywhere, and is copied as it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.tokens import TypeSize


class CodeText(QPlainTextEdit):
    """As high as the code needs at its width. name: what a screen reader calls it."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__(code)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(mono_font(TypeSize.SMALL))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(name)
        set_look(self, kind="value")
        self._fit()

    def show_code(self, code: str) -> None:
        """Another one."""
        self.setPlainText(code)
        self._fit()

    def number_of_lines(self) -> int:
        """On how many lines it stands now."""
        return int(self.document().size().height())  # a plain text document counts in lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(self.number_of_lines(), 1) * self.fontMetrics().lineSpacing() + 4)
