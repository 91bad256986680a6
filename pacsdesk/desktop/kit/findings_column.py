"""A page that says what came of something: a heading, words, and each finding as a card; more can stand below them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.findings import Finding
from pacsdesk.desktop.kit.finding_card import FindingCard
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize


class FindingsColumn(QScrollArea):
    """cards: those that show. change_wanted, another_title_wanted, again_wanted: as a finding's card has them."""

    change_wanted = Signal()
    another_title_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, *, may_change: bool) -> None:
        """may_change: whether to offer the change of the peer's entry."""
        super().__init__()
        self._may_change = may_change
        self._heading = TextLabel(size=TypeSize.TITLE, strong=True, wrap=True, selectable=True)
        self._words = TextLabel(tone=Tone.MUTED, wrap=True, selectable=True)
        self.cards: tuple[FindingCard, ...] = ()
        self.column = QVBoxLayout()
        self._build()

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
        self.cards = tuple(FindingCard(one, may_change=self._may_change) for one in findings)
        for place, card in enumerate(self.cards):
            self.column.insertWidget(2 + place, card)
            card.change_wanted.connect(self.change_wanted)
            card.another_title_wanted.connect(self.another_title_wanted)
            card.again_wanted.connect(self.again_wanted)
        self.verticalScrollBar().setValue(0)

    def show_alone(self, findings: tuple[Finding, ...]) -> None:
        """These without a word of ours, as below a list; nothing shows while there are none."""
        self.say("", "", findings)
        self.setVisible(bool(findings))
