"""Files dragged over a page: shows that they can be dropped here and what will happen, then says which came."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pacsdesk.desktop.kit.theme import colour, type_font
from pacsdesk.desktop.kit.tokens import CORNER_RADIUS, Space, Token, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate

VEIL = 0.92


def local_paths(mime: QMimeData) -> list[Path]:
    """The files and folders of this computer in a drag; addresses of elsewhere are none."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class DropTarget(QWidget):
    """Lies over `page` while files are dragged over it. dropped: the paths, at least one."""

    dropped = Signal(list)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(translate("Studies", "Drop files here to import them"))
        self.hide()
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        """Watch what is dragged over the page."""
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif isinstance(event, QDropEvent):  # entering and moving are kinds of it
            return self._on_drop(event) if event.type() == QEvent.Type.Drop else self._on_drag(event)
        return super().eventFilter(page, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A veil with a frame and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(VEIL)
        painter.fillRect(self.rect(), colour(Token.SURFACE_1))
        painter.setOpacity(1.0)
        painter.setPen(QPen(colour(Token.ACCENT), 2, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(Space.L, Space.L, -Space.L, -Space.L)
        painter.drawRoundedRect(frame, CORNER_RADIUS, CORNER_RADIUS)
        painter.setPen(colour(Token.TEXT_1))
        painter.setFont(type_font(TypeSize.TITLE, strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

    def _on_drag(self, event: QDropEvent) -> bool:
        paths = local_paths(event.mimeData())
        if not paths:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._words = counted("Studies", "Drop to import %Ln files and folders", len(paths))
        self.setGeometry(self._page.rect())
        self.raise_()
        self.show()
        self.update()
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        self.hide()
        paths = local_paths(event.mimeData())
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths)
        return True
