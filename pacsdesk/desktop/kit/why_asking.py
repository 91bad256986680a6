"""Learns why a query brought nothing, for every page that asks: plans, waits for the person, asks, shows what came."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from pacsdesk.contract.records.queries import Explanation, QueryOrder, Relaxation
from pacsdesk.contract.services.queries import QueriesService
from pacsdesk.desktop.kit.asking import Asking
from pacsdesk.desktop.kit.why_view import WhyView


class WhyAsking(QObject):
    """shown: the view has something to show in the place of the answers."""

    shown = Signal()

    def __init__(self, view: WhyView, asking: Asking, queries: QueriesService, parent: QObject) -> None:
        """asking: of the page, which asks one question at a time."""
        super().__init__(parent)
        self._view = view
        self._asking = asking
        self._queries = queries
        self._peer, self._order = "", QueryOrder()
        self._plan: tuple[Relaxation, ...] = ()
        view.run_wanted.connect(self._on_run)

    def start(self, peer: str, order: QueryOrder) -> None:
        """Show what would be asked of the peer to learn why this was in vain."""
        self._peer, self._order = peer, order
        self._asking.start(lambda _ticket: self._queries.relaxations(peer, order), self._on_planned)

    def _on_planned(self, plan: tuple[Relaxation, ...]) -> None:
        self._plan = plan
        self._view.show_plan(self._peer, plan)
        self.shown.emit()

    @Slot()
    def _on_run(self) -> None:
        peer, order = self._peer, self._order
        self._view.show_running(self._plan)
        self._asking.start(
            lambda ticket: self._queries.explain(peer, replace(order, ticket=ticket)), self._on_explained
        )

    def _on_explained(self, explanation: Explanation) -> None:
        self._view.show_explanation(self._peer, explanation)
        self.shown.emit()
