"""Lays cards out side by side, all of one size; in two rows where one has no room for what they say."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from pacsdesk.desktop.kit.tokens import Space

CARD_HEIGHT = 128


class CardRow(QWidget):
    """The widest card decides, so that no text is ever cut to keep the row."""

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = tuple(cards)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.L)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for card in self._cards:
            card.setFixedHeight(CARD_HEIGHT)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, or less."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A card says more, or less, than before."""
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return answer

    def _arrange(self) -> None:
        count = len(self._cards)
        widest = max(card.minimumSizeHint().width() for card in self._cards)
        needed = count * widest + (count - 1) * Space.L
        columns = count if self.width() >= needed else (count + 1) // 2
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(count):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
