"""Icons of one stroke weight, tinted by token, sharp on every screen, and tinted anew when the theme changes.

The SVGs lie in resources/icons under lucide's names. A missing icon is an empty one: no page fails for it.
"""

import logging
import math
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from pacsdesk.contract.resources import resources_path
from pacsdesk.desktop.kit.theme import colour, current_scheme
from pacsdesk.desktop.kit.tokens import Scheme, Token

log = logging.getLogger(__name__)

SIZES = (16, 20)

# Which icon was issued under which QIcon.cacheKey: how an icon that sits in a button or action is recognised when the
# theme changes. Bounded by names x tokens x schemes.
_issued: dict[int, tuple[str, Token]] = {}


def icon(name: str, token: Token = Token.TEXT_2) -> QIcon:
    """The icon `name` (a file name without ending) in the colour of `token`; disabled it is drawn in the outline's."""
    return _tinted(name, token, current_scheme())


def icon_pixmap(name: str, token: Token, size: int) -> QPixmap:
    """One icon as a square picture of `size` device-independent pixels, for labels and custom painting."""
    return _pixmap(name, token, size, current_scheme())


def tint_again(app: QApplication) -> None:
    """After a change of theme: replace every icon of ours in buttons and actions by its twin in the new colours."""
    for widget in app.allWidgets():
        if isinstance(widget, QAbstractButton):
            _tint_one(widget)
        for action in _actions_of(widget):
            _tint_one(action)


def _actions_of(widget: QWidget) -> list[QAction]:
    return [*widget.actions(), *widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly)]


def _tint_one(target: QAbstractButton | QAction) -> None:
    known = _issued.get(target.icon().cacheKey())
    if known is not None:
        target.setIcon(icon(*known))


@cache
def _pixmap(name: str, token: Token, size: int, scheme: Scheme) -> QPixmap:
    """scheme is part of the key, as in _tinted."""
    return _drawn(name, colour(token), size, math.ceil(_device_pixel_ratio()))


@cache
def _tinted(name: str, token: Token, scheme: Scheme) -> QIcon:
    """scheme is part of the key: the same name and token are another picture in another scheme."""
    made = QIcon()
    ratios = {1, math.ceil(_device_pixel_ratio())}
    for size in SIZES:
        for ratio in sorted(ratios):
            made.addPixmap(_drawn(name, colour(token), size, ratio), QIcon.Mode.Normal)
            made.addPixmap(_drawn(name, colour(Token.OUTLINE), size, ratio), QIcon.Mode.Disabled)
    _issued[made.cacheKey()] = (name, token)
    return made


def _device_pixel_ratio() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def _drawn(name: str, tint: QColor, size: int, ratio: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    drawing = _drawing(name)
    if drawing:
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.replace(b"currentColor", tint.name().encode()))).render(
            painter, QRectF(0, 0, size * ratio, size * ratio)
        )
        painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _drawing(name: str) -> bytes:
    try:
        return (resources_path() / "icons" / f"{name}.svg").read_bytes()
    except FileNotFoundError:
        log.warning("icon missing: %s", name)
        return b""
