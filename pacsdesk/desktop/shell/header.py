"""The top edge: what this page is, its main field, how the engine is, who is signed in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QToolButton, QWidget

from pacsdesk.contract.records.engine import EngineState
from pacsdesk.desktop.kit.buttons import ICON_SIZE, WordButton
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import StateMark, StateShape, TextLabel, as_tool_tip
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import HEADER_HEIGHT, Space, TypeSize
from pacsdesk.desktop.kit.translation import marked, translate

SEARCH_WIDTH = 480
LONGEST_NAME = 24

ENGINE_MARKS = {
    EngineState.STARTING: (StateShape.UNKNOWN, marked("Shell", "Engine starting")),
    EngineState.RUNNING: (StateShape.UP, marked("Shell", "Engine running")),
    EngineState.READ_ONLY: (StateShape.SLOW, marked("Shell", "Engine read-only")),
    EngineState.DRAINING: (StateShape.SLOW, marked("Shell", "Engine stopping")),
}


class Header(QFrame):
    """48 pixels high; the panels' search widgets live here while their panel shows."""

    def __init__(self, user_name: str) -> None:
        super().__init__()
        self._title = TextLabel(size=TypeSize.TITLE, strong=True)
        self._search = QStackedWidget()
        self._no_search = QWidget()
        self.engine_mark = StateMark()
        self.user_button = WordButton()
        self._menu = QMenu(self)
        set_look(self, surface="0", edge="bottom")
        self.setFixedHeight(HEADER_HEIGHT)
        self._build(user_name)

    def _build(self, user_name: str) -> None:
        self._search.addWidget(self._no_search)
        self._search.setMaximumWidth(SEARCH_WIDTH)
        self._search.setFixedHeight(32)
        self.user_button.setText(plain(user_name, LONGEST_NAME))
        self.user_button.setToolTip(as_tool_tip(user_name))
        self.user_button.setIcon(icon("user"))
        self.user_button.setIconSize(ICON_SIZE)
        self.user_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.user_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.user_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.user_button.setMenu(self._menu)
        self.user_button.setAccessibleName(translate("Shell", "Menu of {name}").format(name=user_name))
        set_look(self.user_button, kind="quiet")
        self.set_engine_state(EngineState.STARTING)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, 0, Space.S, 0)
        layout.setSpacing(Space.L)
        layout.addWidget(self._title)
        layout.addStretch(1)
        layout.addWidget(self._search, 8)
        layout.addStretch(1)
        layout.addWidget(self.engine_mark)
        layout.addWidget(self.user_button)

    def show_panel(self, title: str, search: QWidget | None) -> None:
        """Name the page and show its field, if it has one."""
        self._title.setText(title)
        if search is not None and self._search.indexOf(search) < 0:
            self._search.addWidget(search)
        self._search.setCurrentWidget(search if search is not None else self._no_search)

    def set_engine_state(self, state: EngineState, reason: str = "") -> None:
        """Show how the engine is, as shape and word."""
        shape, word = ENGINE_MARKS[state]
        self._show_mark(shape, translate("Shell", word), reason)

    def set_engine_lost(self, reason: str) -> None:
        """The engine does not answer."""
        self._show_mark(StateShape.DOWN, translate("Shell", "Engine not answering"), reason)

    def _show_mark(self, shape: StateShape, word: str, reason: str) -> None:
        self.engine_mark.set_state(shape, word)
        self.engine_mark.setToolTip(as_tool_tip(f"{word}. {reason}".strip()))

    def set_menu(self, entries: Sequence[QAction | QMenu | None]) -> None:
        """The person's menu; None is a line between."""
        self._menu.clear()
        for entry in entries:
            if entry is None:
                self._menu.addSeparator()
            elif isinstance(entry, QMenu):
                self._menu.addMenu(entry)
            else:
                self._menu.addAction(entry)
