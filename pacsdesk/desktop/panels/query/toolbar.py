"""The tools of the Query page: asking, queries to use again, the query as a command, retrieving."""

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.query.actions import QueryActions, menu_button


def make_toolbar(actions: QueryActions, queries: QMenu, hint: QWidget) -> QWidget:
    """queries: the menu of those to use again. hint: what keeps the query from being asked."""
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    row.addWidget(action_button(actions.ask, Rank.PRIMARY))
    row.addWidget(action_button(actions.stop))
    for text, icon_name, menu, tip in (
        (translate("Query", "Queries"), "history", queries, translate("Query", "Saved queries and the last ones")),
        (
            translate("Query", "Copy as command"),
            "command",
            actions.copy_menu,
            translate("Query", "The same query for a terminal"),
        ),
        (
            translate("Query", "Retrieve"),
            "download",
            actions.retrieve_menu,
            translate("Query", "Have the chosen ones sent, here or elsewhere"),
        ),
    ):
        row.addWidget(menu_button(text, icon_name, menu, tip, bar))
    row.addWidget(hint, 1)
    return bar
