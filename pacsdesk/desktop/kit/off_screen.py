"""Pictures of pages that nobody sees: for what leaves, drawn of other values than those on the screen."""

from typing import TypeVar

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from pacsdesk.desktop.kit.image_texts import ImageTexts
from pacsdesk.desktop.kit.image_view import ImageView

W = TypeVar("W", bound=QWidget)
WIDTH, HEIGHT = 960, 640
_HIGHEST = 4000
_MOST_TRIES = 8  # what grows may be one of several that share the height


def picture_of(page: QWidget) -> QPixmap:
    """A picture of a page that has no parent, high enough for what it would scroll; image panes are blank. The page is
    gone after it."""
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
    page.resize(WIDTH, HEIGHT)
    page.show()
    try:
        for pane in _all_of(page, ImageView):
            pane.show_image(QImage())
            pane.show_texts(ImageTexts())
        areas = _all_of(page, QScrollArea)
        for area in areas:
            area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFrameShape(QFrame.Shape.NoFrame)
        picture = _taken(page)
        for _ in range(_MOST_TRIES):
            hidden = max((area.verticalScrollBar().maximum() for area in areas), default=0)
            if not hidden or page.height() >= _HIGHEST:
                break
            page.resize(WIDTH, min(page.height() + hidden, _HIGHEST))
            picture = _taken(page)
        return picture
    finally:
        page.hide()
        page.deleteLater()


def _taken(page: QWidget) -> QPixmap:
    """Once its layouts have come to rest, which they do by events."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return page.grab()


def png_of(picture: QPixmap) -> bytes:
    """It as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _all_of(page: QWidget, kind: type[W]) -> list[W]:
    found = page.findChildren(kind)
    return [page, *found] if isinstance(page, kind) else found
