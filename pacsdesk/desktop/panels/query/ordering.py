"""What the chosen answers are retrieved by: here by C-MOVE or C-GET, or to a third system that is asked for first."""

from PySide6.QtCore import QObject, Signal, Slot

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.retrieves import RetrieveKind, RetrieveOrder
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panels.query.actions import QueryActions
from pacsdesk.desktop.panels.query.answers_page import AnswersPage
from pacsdesk.desktop.panels.query.destination_bar import DestinationBar
from pacsdesk.desktop.panels.query.levels import retrievals_of


class Ordering(QObject):
    """retrieval_wanted: from the peer of this name, these orders."""

    retrieval_wanted = Signal(str, object)

    def __init__(self, answers: AnswersPage, actions: QueryActions) -> None:
        super().__init__(answers)
        self._answers = answers
        self._peers: tuple[Peer, ...] = ()
        self.bar = DestinationBar()
        actions.retrieve.triggered.connect(self._on_retrieve)
        actions.get.triggered.connect(self._on_get)
        actions.send.triggered.connect(self._on_send)
        self.bar.chosen.connect(self._on_destination_chosen)
        self.bar.left.connect(self._answers.table.setFocus)

    def use(self, peers: tuple[Peer, ...]) -> None:
        """These may be sent to."""
        self._peers = peers

    def can_retrieve(self) -> bool:
        """Whether the chosen answers say what they are."""
        return bool(self._orders(RetrieveKind.MOVE, None))

    @Slot()
    def _on_retrieve(self) -> None:
        self._order(RetrieveKind.MOVE, None)

    @Slot()
    def _on_get(self) -> None:
        self._order(RetrieveKind.GET, None)

    @Slot()
    def _on_send(self) -> None:
        outcome, chosen = self._answers.outcome, self._answers.table.chosen()
        if outcome is not None and chosen:
            self.bar.ask(len(chosen), outcome.peer, self._peers)

    @Slot(object)
    def _on_destination_chosen(self, title: AETitle) -> None:
        self._order(RetrieveKind.MOVE, title)

    def _order(self, kind: RetrieveKind, destination: AETitle | None) -> None:
        outcome, orders = self._answers.outcome, self._orders(kind, destination)
        if outcome is not None and orders:
            self.retrieval_wanted.emit(outcome.peer, orders)

    def _orders(self, kind: RetrieveKind, destination: AETitle | None) -> tuple[RetrieveOrder, ...]:
        outcome = self._answers.outcome
        return retrievals_of(outcome, self._answers.table.chosen(), kind, destination) if outcome is not None else ()
