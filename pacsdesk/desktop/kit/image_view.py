"""Shows one picture on black, with texts at its corners; reports what the mouse and keys do and decides nothing.

A plain widget that paints a QImage: measured against pyqtgraph in docs/decisions/0050.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pacsdesk.desktop.kit.image_texts import ImageTexts, paint_texts
from pacsdesk.desktop.kit.placement import FITTED, Placement
from pacsdesk.desktop.kit.theme import colour
from pacsdesk.desktop.kit.tokens import Token
from pacsdesk.desktop.kit.translation import translate

_WHEEL_STEP = 120  # eighths of a degree in one notch of a wheel
_ZOOM_PER_NOTCH = 1.15


class DragButton(StrEnum):
    """Which button drags."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


_BUTTONS = {
    Qt.MouseButton.LeftButton: DragButton.LEFT,
    Qt.MouseButton.MiddleButton: DragButton.MIDDLE,
    Qt.MouseButton.RightButton: DragButton.RIGHT,
}


@dataclass(frozen=True, slots=True)
class Drag:
    """One step of a drag, in view pixels. origin: where the button went down."""

    button: DragButton
    right: float
    down: float
    origin: QPointF


class Step(StrEnum):
    """A key that walks through a stack."""

    PREVIOUS = "previous"
    NEXT = "next"
    PAGE_BACK = "page-back"
    PAGE_ON = "page-on"
    FIRST = "first"
    LAST = "last"


_STEPS = {
    Qt.Key.Key_Up: Step.PREVIOUS,
    Qt.Key.Key_Left: Step.PREVIOUS,
    Qt.Key.Key_Down: Step.NEXT,
    Qt.Key.Key_Right: Step.NEXT,
    Qt.Key.Key_PageUp: Step.PAGE_BACK,
    Qt.Key.Key_PageDown: Step.PAGE_ON,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}


class ImageView(QWidget):
    """A picture, its placement and its texts.

    dragged: a Drag. wheel_turned: notches, away from the person negative. stepped: a Step. reset_asked: a double
    click. pointed: picture pixel (column, row) under the pointer, (-1, -1) outside. placement_changed: zoom or pan.
    """

    dragged = Signal(Drag)
    wheel_turned = Signal(int)
    stepped = Signal(Step)
    reset_asked = Signal()
    pointed = Signal(int, int)
    placement_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._aspect = 1.0
        self._placement = FITTED
        self._texts = ImageTexts()
        self._is_smooth = True
        self._pressed: DragButton | None = None
        self._origin = QPointF()
        self._last = QPointF()
        self._turned = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(translate("Kit", "Image"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def image(self) -> QImage:
        """The picture shown; null when there is none."""
        return self._image

    @property
    def placement(self) -> Placement:
        """Zoom and pan."""
        return self._placement

    @property
    def zoom(self) -> float:
        """View pixels for a picture pixel's width."""
        return self._placement.zoom_in(self._view_size(), self._picture_size())

    def show_image(self, image: QImage, aspect: float = 1.0) -> None:
        """Show a picture with pixels `aspect` times as high as wide; the placement stays."""
        self._image, self._aspect = image, aspect
        self.update()

    def show_texts(self, texts: ImageTexts) -> None:
        """Show other texts at corners and edges."""
        self._texts = texts
        self.update()

    def set_smooth(self, is_smooth: bool) -> None:
        """Whether enlarged pixels blend into each other."""
        self._is_smooth = is_smooth
        self.update()

    def place(self, placement: Placement) -> None:
        """Change zoom and pan."""
        self._placement = placement
        self.placement_changed.emit()
        self.update()

    def place_actual_size(self) -> None:
        """One picture pixel on one pixel of the screen."""
        self.place(Placement(zoom=1 / self.devicePixelRatioF()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a point, around the view's centre without one."""
        around = at if at is not None else QRectF(self.rect()).center()
        self.place(self._placement.zoomed(factor, around, self._view_size(), self._picture_size()))

    def picture_rect(self) -> QRectF:
        """Where the picture lies in the view."""
        return self._placement.rect(self._view_size(), self._picture_size())

    def pixel_at(self, position: QPointF) -> QPoint | None:
        """The picture pixel (column, row) under a place in the view; None outside the picture."""
        area = self.picture_rect()
        if self._image.isNull() or not area.contains(position):
            return None
        column = int((position.x() - area.left()) / area.width() * self._image.width())
        row = int((position.y() - area.top()) / area.height() * self._image.height())
        return QPoint(min(column, self._image.width() - 1), min(row, self._image.height() - 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Black, the picture, the texts, the focus ring."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_smooth)
            painter.drawImage(self.picture_rect(), self._image)
        paint_texts(painter, self.rect(), self._texts)
        if self.hasFocus():
            painter.setPen(QColor(colour(Token.FOCUS)))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted picture changes its zoom with the view."""
        super().resizeEvent(event)
        self.placement_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        self._pressed = _BUTTONS.get(event.button())
        self._origin = self._last = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag on, and say what is under the pointer."""
        if self._pressed is not None and event.buttons() != Qt.MouseButton.NoButton:
            step = event.position() - self._last
            self._last = event.position()
            self.dragged.emit(Drag(self._pressed, step.x(), step.y(), self._origin))
        pixel = self.pixel_at(event.position())
        self.pointed.emit(pixel.x() if pixel else -1, pixel.y() if pixel else -1)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End a drag."""
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for everything as it was at first."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_asked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Notches walk, with Ctrl they zoom around the pointer; a touchpad's small turns add up to notches."""
        delta = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM_PER_NOTCH ** (delta / _WHEEL_STEP), event.position())
        else:
            self._turned -= delta
            notches = int(self._turned / _WHEEL_STEP)
            self._turned -= notches * _WHEEL_STEP
            if notches:
                self.wheel_turned.emit(notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with arrows, pages, ends."""
        step = _STEPS.get(Qt.Key(event.key())) if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else None
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def _view_size(self) -> QSizeF:
        return QSizeF(self.size())

    def _picture_size(self) -> QSizeF:
        return QSizeF(self._image.width(), self._image.height() * self._aspect)
