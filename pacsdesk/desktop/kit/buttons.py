"""Buttons with a rank: one primary per panel, destructive ones never primary, quiet ones in rows and headers."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Token


class Rank(StrEnum):
    """How a button is drawn."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    QUIET = "quiet"
    LINK = "link"


ICON_SIZE = QSize(16, 16)
_ICON_TOKENS = {Rank.PRIMARY: Token.ON_ACCENT, Rank.DANGER: Token.DANGER, Rank.LINK: Token.ACCENT}


def make_button(text: str, rank: Rank = Rank.PLAIN, icon_name: str = "") -> QPushButton:
    """A push button with a verb on it."""
    button = QPushButton(text)
    set_look(button, kind=str(rank))
    if icon_name:
        button.setIcon(icon(icon_name, _ICON_TOKENS.get(rank, Token.TEXT_2)))
        button.setIconSize(ICON_SIZE)
    return button


def icon_button(icon_name: str, name: str) -> QToolButton:
    """A quiet button with an icon alone; `name` is its tool tip and accessible name."""
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setIconSize(ICON_SIZE)
    button.setToolTip(name)
    button.setAccessibleName(name)
    set_look(button, kind=str(Rank.QUIET))
    return button


def action_button(action: QAction, rank: Rank = Rank.PLAIN, *, words: bool = True) -> QToolButton:
    """A button that is an action: text, icon, tool tip and whether it can be pressed follow the action.

    A primary one shows words alone: the action's icon is tinted for toolbar and menu, not for the accent.
    """
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(ICON_SIZE)
    if not words:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    elif rank is Rank.PRIMARY:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    else:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(action.text().replace("&", ""))
    set_look(button, kind=str(rank))
    return button
