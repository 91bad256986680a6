"""Finds texts that have no room: what is cut at its own edge, and what is pushed out of the widget that holds it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from pacsdesk.desktop.kit.labels import ElidedLabel

ROUNDING = 1  # a layout shares whole pixels


def cut_texts(window: QWidget) -> list[str]:
    """What is cut in a window as it shows, each with what holds it; what explains itself in a tool tip is not."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window:
            found += [f"{type(widget.parent()).__name__}: {text!r}" for text in _cut_in(widget)]
            if _has_text(widget) and not _is_within(widget, window):
                found.append(f"{type(widget.parent()).__name__}: {_text_of(widget)!r} is pushed out")
    return found


def _cut_in(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text() and not isinstance(widget.parent(), ElidedLabel):
        needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().width()
        if needed > (widget.height() if widget.wordWrap() else widget.width()) + ROUNDING:
            yield widget.text()
    elif isinstance(widget, QAbstractButton) and widget.text() and _has_words(widget):
        if widget.sizeHint().width() > widget.width() + ROUNDING and not widget.toolTip():
            yield widget.text()
    elif isinstance(widget, QLineEdit) and not widget.text():
        room = widget.width() - 2 * widget.fontMetrics().averageCharWidth()
        if widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > room and not widget.toolTip():
            yield widget.placeholderText()
    elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        yield from _cut_titles(widget)
    elif isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            width = widget.fontMetrics().horizontalAdvance(widget.tabText(tab))
            if widget.isTabVisible(tab) and width > widget.tabRect(tab).width():
                yield widget.tabText(tab)
    elif isinstance(widget, QTextEdit) and widget.document().idealWidth() > widget.viewport().width() + ROUNDING:
        yield widget.toPlainText()[:40]


def _cut_titles(header: QHeaderView) -> Iterator[str]:
    for section in range(header.count()):
        title = str(header.model().headerData(section, Qt.Orientation.Horizontal) or "")
        is_shown = not header.isSectionHidden(section)
        if is_shown and header.fontMetrics().horizontalAdvance(title) > header.sectionSize(section):
            yield title


def _has_words(button: QAbstractButton) -> bool:
    style = button.property("toolButtonStyle")
    return style is None or Qt.ToolButtonStyle(style) is not Qt.ToolButtonStyle.ToolButtonIconOnly


def _text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _has_text(widget: QWidget) -> bool:
    return bool(_text_of(widget)) and not isinstance(widget.parent(), ElidedLabel)


def _is_within(widget: QWidget, window: QWidget) -> bool:
    """Whether every widget around it has room for it; what scrolls has room below."""
    around = widget.parentWidget()
    while around is not None and around is not window.parentWidget():
        area = QRect(widget.mapTo(around, QPoint()), widget.size())
        room = around.rect()
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            if not isinstance(around.parentWidget(), QScrollArea):
                return True  # buttons that float over a list
            return room.left() <= area.left() and area.right() <= room.right() + ROUNDING
        if not room.adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING).contains(area):
            return False
        if around is window:
            break
        around = around.parentWidget()
    return True
