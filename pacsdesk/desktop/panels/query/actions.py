"""What can be done on the Query page: one set of actions for toolbar, context menu, an answer and the palette."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from pacsdesk.contract.types import QueryLevel
from pacsdesk.desktop.kit.buttons import action_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.translation import translate


class QueryActions(QObject):
    """The actions, without what they do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parent = parent
        self._make_asking()
        self._make_copying()
        self._make_retrieving()
        self.copy_menu = self._menu((self.copy_findscu, self.copy_pacsdesk))
        self.retrieve_menu = self._menu((self.retrieve, self.get, self.send))

    def _make(self, icon_name: str, text: str, tip: str = "", shortcut: str = "") -> QAction:
        action = QAction(icon(icon_name), text, self._parent)
        action.setToolTip(tip or text)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _make_asking(self) -> None:
        self.ask = self._make(
            "search", translate("Query", "Ask"), translate("Query", "Ask the peer (Return, Ctrl+Return)"), "Ctrl+Return"
        )
        self.stop = self._make(
            "circle-stop", translate("Query", "Stop"), translate("Query", "End it at once; what has come stays (Esc)")
        )
        self.why = self._make(
            "circle-help",
            translate("Query", "Ask why"),
            translate("Query", "Change one key at a time and see which one hides the result"),
        )
        self.below = self._make("layers", "", translate("Query", "What is in the chosen answer (Enter)"))
        self.back = self._make(
            "arrow-left", translate("Query", "Back"), translate("Query", "To the level above (Alt+Left)"), "Alt+Left"
        )

    def _make_copying(self) -> None:
        self.copy = self._make(
            "copy", translate("Query", "Copy rows"), translate("Query", "Copy the chosen rows as text")
        )
        self.copy_answer = self._make(
            "clipboard-list",
            translate("Query", "Copy in full"),
            translate("Query", "Copy every element of the chosen answer as text"),
        )
        self.copy_findscu = self._make("command", translate("Query", "For findscu of DCMTK"))
        self.copy_pacsdesk = self._make("command", translate("Query", "For PACSDesk"))

    def _make_retrieving(self) -> None:
        self.retrieve = self._make(
            "download",
            translate("Query", "Retrieve here"),
            translate("Query", "Have the peer send the chosen ones to this archive (C-MOVE)"),
            "Ctrl+R",
        )
        self.get = self._make(
            "download",
            translate("Query", "Retrieve here on our association"),
            translate("Query", "C-GET: for peers that do not know us as a destination"),
        )
        self.send = self._make(
            "send",
            translate("Query", "Send to another\u2026"),
            translate("Query", "Have the peer send the chosen ones to a third system (C-MOVE)"),
        )

    @staticmethod
    def _menu(actions: tuple[QAction, ...]) -> QMenu:
        menu = QMenu()
        menu.addActions(list(actions))
        menu.setToolTipsVisible(True)
        return menu

    def of_answers(self) -> tuple[QAction | None, ...]:
        """The context menu."""
        return (self.below, None, self.retrieve, self.get, self.send, None, self.copy, self.copy_answer)

    def judge(self, number_chosen: int, below: QueryLevel | None, *, can_retrieve: bool, has_query: bool) -> None:
        """What can be done now. below: the level that can be opened."""
        texts = {
            QueryLevel.STUDY: translate("Query", "Show studies"),
            QueryLevel.SERIES: translate("Query", "Show series"),
            QueryLevel.IMAGE: translate("Query", "Show images"),
        }
        self.below.setText(texts.get(below or QueryLevel.SERIES, ""))
        self.below.setVisible(below is not None)
        self.below.setEnabled(number_chosen == 1 and below is not None)
        for action in (self.retrieve, self.get, self.send):
            action.setEnabled(number_chosen > 0 and can_retrieve)
        self.copy.setEnabled(number_chosen > 0)
        self.copy_answer.setEnabled(number_chosen == 1)
        for action in (self.copy_findscu, self.copy_pacsdesk):
            action.setEnabled(has_query)


def menu_button(text: str, icon_name: str, menu: QMenu, tip: str, parent: QObject) -> QToolButton:
    """A toolbar button that opens a menu."""
    action = QAction(icon(icon_name), text, parent)
    action.setToolTip(tip)
    button = action_button(action)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
