"""The bytes of one PDU as offsets, hexadecimal digits and signs; those of the chosen field are marked."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from pacsdesk.contract.records.traces import TracedBytes
from pacsdesk.desktop.kit.theme import colour, mono_font, set_look
from pacsdesk.desktop.kit.tokens import Token, TypeSize
from pacsdesk.desktop.kit.translation import translate

_ROW = 16
_DIGITS_AT = 10
MOST_SHOWN = 64 << 10  # a text of more than that is slow to lay out


class HexView(QPlainTextEdit):
    """Between stretches of bytes a line says that some were cut."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(mono_font(TypeSize.SMALL))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_look(self, kind="value")
        self.setAccessibleName(translate("Relay", "Bytes"))
        self._rows: dict[int, int] = {}  # offset of a row's first byte: number of its line

    def show_bytes(self, pieces: tuple[TracedBytes, ...]) -> None:
        """Show these."""
        lines: list[str] = []
        self._rows = {}
        end = left = 0
        left = MOST_SHOWN
        for piece in pieces:
            content = bytes.fromhex(piece.digits)[:left]
            left -= len(content)
            if lines and piece.offset > end:
                lines.append(translate("Relay", "… cut …"))
            for at in range(0, len(content), _ROW):
                self._rows[piece.offset + at] = len(lines)
                lines.append(_line(piece.offset + at, content[at : at + _ROW]))
            end = piece.offset + len(content)
        self.setExtraSelections([])
        self.setPlainText("\n".join(lines))

    def mark(self, offset: int, length: int) -> None:
        """Mark bytes, and have the first be seen."""
        selections: list[QTextEdit.ExtraSelection] = []
        ground = QTextCharFormat()
        ground.setBackground(QColor(colour(Token.SELECTION)))
        for begin, line in self._rows.items():
            first, last = max(offset, begin) - begin, min(offset + length, begin + _ROW) - begin
            if first < last:
                selection = QTextEdit.ExtraSelection()
                block = self.document().findBlockByNumber(line)
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + _DIGITS_AT + 3 * first)
                cursor.setPosition(block.position() + _DIGITS_AT + 3 * last - 1, QTextCursor.MoveMode.KeepAnchor)
                selection.cursor, selection.format = cursor, ground
                selections.append(selection)
        self.setExtraSelections(selections)
        if selections:
            seen = QTextCursor(selections[0].cursor)
            seen.clearSelection()
            self.setTextCursor(seen)
            self.ensureCursorVisible()


def _line(offset: int, content: bytes) -> str:
    signs = "".join(chr(one) if 32 <= one < 127 else "." for one in content)
    return f"{offset:08x}  {content.hex(' '):<47}  {signs}"
