"""Findings below a list, each as a card; nothing shows while there are none."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.findings import Finding
from pacsdesk.desktop.kit.finding_card import FindingCard
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space


class FindingsView(QScrollArea):
    """cards: those that show."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: tuple[FindingCard, ...] = ()
        page = QWidget()
        set_look(page, surface="0")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self._column.setSpacing(Space.M)
        self._column.addStretch()
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """These and no others."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = tuple(FindingCard(one, may_change=False) for one in findings)
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)
        self.setVisible(bool(findings))
        self.verticalScrollBar().setValue(0)
