"""Where Tab goes to what is made while its page already shows."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow_in_order(before: QWidget, newcomers: Iterable[QWidget]) -> None:
    """Tab goes from `before` through what takes the keyboard in these, then on as it did. All are on the page already.

    Qt puts newcomers at the end of the whole window's order, far from where they stand.
    """
    for newcomer in newcomers:
        for widget in (newcomer, *newcomer.findChildren(QWidget)):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, widget)
                before = widget
