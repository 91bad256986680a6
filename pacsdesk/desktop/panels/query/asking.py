"""What the Query panel asks a peer, one query at a time."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.desktop.kit.asking import Asking
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.query.dictionary import read_dictionary
from pacsdesk.desktop.panels.query.drafts import Draft


class QueryAsking(Asking):
    """answered: to a query."""

    answered = Signal(object)

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(context.calls, context.services.queries.stop, context.notices.fail, parent)
        self._queries = context.services.queries

    def ask(self, draft: Draft) -> None:
        """Ask it; whatever is under way is stopped and forgotten."""

        def work(ticket: str) -> QueryOutcome:
            read_dictionary()  # so that every column is known when its answers come
            return self._queries.find(draft.peer, replace(draft.order, ticket=ticket))

        self.start(work, self.answered.emit)
