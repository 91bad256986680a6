"""Words on the screen: labels that never read data as markup, text cut with an ellipsis, states as shape and word."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from pacsdesk.desktop.kit.theme import colour, mono_font, set_look, type_font
from pacsdesk.desktop.kit.tokens import Space, Token, TypeSize


class Tone(StrEnum):
    """How loud a line of text is, or what it warns of."""

    PLAIN = "plain"
    MUTED = "muted"
    FAINT = "faint"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    INFO = "info"


class TextLabel(QLabel):
    """Plain text in one of the four sizes. wrap: lines break between words; else the label is as wide as its text."""

    def __init__(
        self,
        text: str = "",
        *,
        tone: Tone = Tone.PLAIN,
        size: TypeSize = TypeSize.BODY,
        strong: bool = False,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setFont(type_font(size, strong=strong))
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.set_tone(tone)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour of the text."""
        set_look(self, tone=str(tone))


class MonoLabel(TextLabel):
    """Fixed-width text that can be selected and copied: UIDs, addresses, command lines."""

    def __init__(self, text: str = "", *, tone: Tone = Tone.PLAIN, wrap: bool = False) -> None:
        super().__init__(text, tone=tone, wrap=wrap, selectable=True)
        self.setFont(mono_font())


class ElidedLabel(QWidget):
    """One line that is cut with an ellipsis where there is no room; the whole text is its tool tip."""

    def __init__(
        self,
        text: str = "",
        *,
        tone: Tone = Tone.PLAIN,
        size: TypeSize = TypeSize.BODY,
        strong: bool = False,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """side: where the text stands while there is more room than it needs."""
        super().__init__()
        self._text = ""
        self._label = TextLabel(tone=tone, size=size, strong=strong)
        self._label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self._fit()

    def set_tone(self, tone: Tone) -> None:
        """Change the colour of the text."""
        self._label.set_tone(tone)

    def sizeHint(self) -> QSize:
        """As wide as the whole text would be."""
        metrics = self._label.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, max(metrics.height(), self._label.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self._label.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        self._label.setText(shown)
        self.setToolTip("" if shown == self._text else as_tool_tip(self._text))
        self.updateGeometry()


def as_tool_tip(text: str) -> str:
    """Text that Qt shows as it is in a tool tip, where it would otherwise guess whether it is markup."""
    return f"<qt>{text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</qt>" if text else ""


class StateShape(StrEnum):
    """State is never colour alone: each has a shape of its own, and a word beside it."""

    UP = "up"  # filled circle
    SLOW = "slow"  # triangle
    DOWN = "down"  # square
    UNKNOWN = "unknown"  # ring


SHAPE_TOKENS = {
    StateShape.UP: Token.SUCCESS,
    StateShape.SLOW: Token.WARNING,
    StateShape.DOWN: Token.DANGER,
    StateShape.UNKNOWN: Token.TEXT_3,
}


def paint_state_shape(painter: QPainter, shape: StateShape, area: QRectF) -> None:
    """Draw a state's shape, filling `area`, in its colour; also for item delegates."""
    tint: QColor = colour(SHAPE_TOKENS[shape])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tint, 2) if shape is StateShape.UNKNOWN else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if shape is StateShape.UNKNOWN else tint)
    if shape is StateShape.UP:
        painter.drawEllipse(area)
    elif shape is StateShape.UNKNOWN:
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    elif shape is StateShape.DOWN:
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        top = QPointF(area.center().x(), area.top())
        painter.drawPolygon(QPolygonF([top, area.bottomRight(), area.bottomLeft()]))
    painter.restore()


def state_icon(shape: StateShape) -> QIcon:
    """A state's shape as a picture in the colours of the theme in force, for cells of lists."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    side = round(_Shape.SIDE * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_state_shape(painter, shape, QRectF(0, 0, _Shape.SIDE, _Shape.SIDE))
    painter.end()
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # else the style mixes the colour of the selection in
        made.addPixmap(picture, mode)
    return made


class _Shape(QWidget):
    """A state's shape alone, 10 pixels wide."""

    SIDE = 10

    def __init__(self, shape: StateShape) -> None:
        super().__init__()
        self.shape = shape
        self.setFixedSize(self.SIDE, self.SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        paint_state_shape(painter, self.shape, QRectF(0, 0, self.SIDE, self.SIDE))
        painter.end()


class StateMark(QWidget):
    """A state's shape with its word."""

    def __init__(self, shape: StateShape = StateShape.UNKNOWN, word: str = "") -> None:
        super().__init__()
        self._shape = _Shape(shape)
        self._word = TextLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._shape)
        layout.addWidget(self._word)
        self.set_state(shape, word)

    @property
    def shape(self) -> StateShape:
        """The shape shown."""
        return self._shape.shape

    def word(self) -> str:
        """The word shown."""
        return self._word.text()

    def set_state(self, shape: StateShape, word: str) -> None:
        """Show another state."""
        self._shape.shape = shape
        self._shape.update()
        self._word.setText(word)
        self.setAccessibleName(word)


def hairline(*, vertical: bool = False) -> QFrame:
    """A line of one pixel between two parts of a page."""
    line = QFrame()
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    set_look(line, hairline=True)
    return line
