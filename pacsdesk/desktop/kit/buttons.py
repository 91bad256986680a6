"""Buttons with a rank: one primary per panel, destructive ones never primary, quiet ones in rows and headers."""

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QFont, QIcon, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.theme import colour, set_look
from pacsdesk.desktop.kit.tokens import Space, Token


class Rank(StrEnum):
    """How a button is drawn."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    QUIET = "quiet"
    LINK = "link"


ICON_SIZE = QSize(16, 16)
_ICON_TOKENS = {Rank.PRIMARY: Token.ON_ACCENT, Rank.DANGER: Token.DANGER, Rank.LINK: Token.ACCENT}


class WordButton(QToolButton):
    """A tool button whose picture and word stand a readable gap apart; the style's own leaves 4 pixels and a hole."""

    GAP = 8

    def sizeHint(self) -> QSize:
        """As wide as its content, so that nothing is cut and no room is left over."""
        hint = super().sizeHint()
        return QSize(self._content_width() + 2 * Space.M, hint.height()) if self._has_both() else hint

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground by the style sheet, picture and word by hand when there are both."""
        if not self._has_both():
            super().paintEvent(event)
            return
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        left, side = self._left(), self.iconSize().width()
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self.icon().paint(painter, QRect(left, (self.height() - side) // 2, side, side), mode=mode)
        painter.setFont(self._word_font())
        painter.setPen(colour(self._word_token()))
        room = self.rect().adjusted(left + side + self.GAP, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _has_both(self) -> bool:
        is_beside = self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        return is_beside and not self.icon().isNull()

    def _content_width(self) -> int:
        return self.iconSize().width() + self.GAP + self.fontMetrics().horizontalAdvance(self.text())

    def _left(self) -> int:
        return max((self.width() - self._content_width()) // 2, Space.XS)

    def _word_font(self) -> QFont:
        return self.font()

    def _word_token(self) -> Token:
        if not self.isEnabled():
            return Token.OUTLINE
        return Token.DANGER if self.property("kind") == str(Rank.DANGER) else Token.TEXT_1


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


def action_button(action: QAction, rank: Rank = Rank.PLAIN, *, words: bool = True) -> WordButton:
    """A button that is an action: text, icon, tool tip and whether it can be pressed follow the action.

    A primary one shows words alone: the action's icon is tinted for toolbar and menu, not for the accent.
    """
    button = WordButton()
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
