"""Every text of a page that a person could read: of widgets, their models, tool tips and names."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_TEXTS = ("text", "toPlainText", "title", "currentText", "placeholderText", "toolTip", "accessibleName", "windowTitle")


def texts_of(page: QWidget) -> tuple[str, ...]:
    """Of the page and all that is in it, hidden or not."""
    return tuple(text for widget in (page, *page.findChildren(QWidget)) for text in _of_one(widget) if text)


def _of_one(widget: QWidget) -> Iterator[str]:
    for name in _TEXTS:
        read = getattr(widget, name, None)
        text = read() if callable(read) else ""
        if isinstance(text, str):
            yield text
    if isinstance(widget, QAbstractItemView):
        model = widget.model()
        for row in range(model.rowCount(QModelIndex())):
            for column in range(model.columnCount(QModelIndex())):
                yield from (str(model.index(row, column).data(role) or "") for role in _ROLES)
