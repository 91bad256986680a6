"""A page that says what came of something: a heading, words, and each finding as a card; more can stand below them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.findings import Finding, FindingCode
from pacsdesk.contract.records.proposals import Proposal
from pacsdesk.desktop.kit.applying import Applying
from pacsdesk.desktop.kit.finding_card import FindingCard
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.proposal_view import ProposalView
from pacsdesk.desktop.kit.tab_order import follow_in_order
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize


class FindingsColumn(QScrollArea):
    """cards: those that show. change_wanted, another_title_wanted, again_wanted: as a finding's card has them. applied:
    what a finding proposes was done, or taken back; what led to it can be tried again."""

    applied = Signal()
    change_wanted = Signal()
    another_title_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, *, may_change: bool, applying: Applying | None = None) -> None:
        """may_change: whether to offer the change of the peer's entry. applying: does what findings propose."""
        super().__init__()
        self._may_change = may_change
        self._applying = applying
        self._heading = TextLabel(size=TypeSize.TITLE, strong=True, wrap=True, selectable=True)
        self._words = TextLabel(tone=Tone.MUTED, wrap=True, selectable=True)
        self.cards: tuple[FindingCard, ...] = ()
        self.column = QVBoxLayout()
        self._build()
        if applying is not None:
            applying.setParent(self)
            applying.applied.connect(self.applied)
            applying.failed.connect(self._on_not_applied)

    def _build(self) -> None:
        page = QWidget()
        set_look(page, surface="0")
        self.column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self.column.setSpacing(Space.M)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._words)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.column)
        outer.addStretch()
        self.setWidget(page)
        self.setWidgetResizable(True)

    def heading(self) -> str:
        """As it shows."""
        return self._heading.text()

    def words(self) -> str:
        """Below the heading, as they show."""
        return self._words.text()

    def say(self, heading: str, words: str, findings: tuple[Finding, ...] = ()) -> None:
        """This, these findings and no others."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        for card in self.cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = tuple(map(self.make_card, findings))
        for place, card in enumerate(self.cards):
            self.column.insertWidget(2 + place, card)
        follow_in_order(self, self.cards)
        self.verticalScrollBar().setValue(0)

    def make_card(self, finding: Finding) -> FindingCard:
        """One that does what those of the page do, to be put anywhere on it."""
        applies = self._applying.kinds if self._applying is not None else frozenset()
        card = FindingCard(finding, may_change=self._may_change, applies=applies)
        card.apply_wanted.connect(self._on_apply_wanted)
        card.change_wanted.connect(self.change_wanted)
        card.another_title_wanted.connect(self.another_title_wanted)
        card.again_wanted.connect(self.again_wanted)
        return card

    def show_alone(self, findings: tuple[Finding, ...]) -> None:
        """These without a word of ours, as below a list; nothing shows while there are none."""
        self.say("", "", findings)
        self.setVisible(bool(findings))

    @Slot(object, object)
    def _on_apply_wanted(self, proposal: Proposal, code: FindingCode) -> None:
        if self._applying is not None:
            self._applying.apply(proposal.name, proposal, code)

    @Slot()
    def _on_not_applied(self) -> None:
        for view in self.findChildren(ProposalView):
            view.offer_again()
