"""A page of Markdown to be read: its tables have hairlines in the colours of the theme, and no link is followed."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QTextBrowser

from pacsdesk.desktop.kit.theme import colour, set_look
from pacsdesk.desktop.kit.tokens import Token

MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class ReadingPage(QTextBrowser):
    """Never markup: what looks like HTML in the text is shown as it stands there."""

    def __init__(self, margin: int) -> None:
        """margin: around the text, in pixels."""
        super().__init__()
        self._lines = ""
        self.setOpenLinks(False)
        self.document().setDocumentMargin(margin)
        set_look(self, kind="page")

    def show_markdown(self, text: str) -> None:
        """Show another text, from its beginning."""
        self.document().setMarkdown(text, MARKDOWN)
        self._lines = ""
        self._draw_lines()
        self.moveCursor(QTextCursor.MoveOperation.Start)  # it went to the end with the text, and the view after it

    def tables(self) -> list[QTextTable]:
        """The tables of the text."""
        frames = self.document().rootFrame().childFrames()
        return [frame for frame in frames if isinstance(frame, QTextTable)]

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._draw_lines()

    def _draw_lines(self) -> None:
        line = colour(Token.LINE)
        if line.name() == self._lines:
            return
        self._lines = line.name()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for table in self.tables():
            look = table.format()
            look.setBorder(1)
            look.setBorderCollapse(True)
            look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBorderBrush(line)
            table.setFormat(look)
        cursor.endEditBlock()
