"""What came of the way to a peer: first what it means, then each step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.probes import ProbeOutcome, StepOutcome
from pacsdesk.contract.records.proposals import ProposalKind
from pacsdesk.desktop.kit.finding_card import FindingCard
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.tab_order import follow_in_order
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.peers.as_text import heading_of
from pacsdesk.desktop.panels.peers.step_list import StepList


class ResultPage(QScrollArea):
    """apply_wanted, change_wanted, another_title_wanted, again_wanted: as a finding's card has them."""

    apply_wanted = Signal(object, object)
    change_wanted = Signal()
    another_title_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, *, may_change: bool, applies: frozenset[ProposalKind]) -> None:
        """applies: what of the proposals this person may have done."""
        super().__init__()
        self._may_change = may_change
        self._applies = applies
        self._shown: ProbeOutcome | None = None
        self._heading = TextLabel(tone=Tone.MUTED, wrap=True, selectable=True)
        self._cards: list[FindingCard] = []
        self._above = QVBoxLayout()
        self.steps = StepList()
        self._build()

    def _build(self) -> None:
        page = QWidget()
        set_look(page, surface="0")
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.L)
        self._above.setSpacing(Space.M)
        column.addWidget(self._heading)
        column.addLayout(self._above)
        column.addWidget(self.steps)
        column.addStretch()
        self.setWidget(page)
        self.setWidgetResizable(True)

    def cards(self) -> tuple[FindingCard, ...]:
        """The findings that show."""
        return tuple(self._cards)

    def offer_again(self) -> None:
        """What was proposed could not be done."""
        for card in self._cards:
            for view in card.proposals:
                view.offer_again()

    def show_running(self, steps: tuple[StepOutcome, ...]) -> None:
        """It has begun. steps: those that it has taken."""
        self._shown = None
        self._show_findings(())
        self._heading.setText(translate("Peers", "Climbing step by step. Nothing is stored, moved or changed there."))
        self.steps.show_waiting()
        self.steps.show_steps(steps)
        self.steps.show()

    def show_nothing(self, words: str) -> None:
        """Not tried. words: what there is to know instead."""
        self._shown = None
        self._show_findings(())
        self._heading.setText(words)
        self.steps.hide()

    def show_outcome(self, outcome: ProbeOutcome) -> None:
        """It is over."""
        if outcome is self._shown:
            return
        self._shown = outcome
        self._heading.setText(heading_of(outcome))
        self._show_findings(outcome.findings)
        self.steps.show_steps(outcome.steps)
        self.steps.show()
        self.verticalScrollBar().setValue(0)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        for card in self._cards:
            self._above.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [FindingCard(finding, may_change=self._may_change, applies=self._applies) for finding in findings]
        for card in self._cards:
            self._above.addWidget(card)
            card.apply_wanted.connect(self.apply_wanted)
            card.change_wanted.connect(self.change_wanted)
            card.another_title_wanted.connect(self.another_title_wanted)
            card.again_wanted.connect(self.again_wanted)
        follow_in_order(self, self._cards)
