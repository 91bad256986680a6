"""The way down from study to series to image, and back without asking again."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.desktop.kit.buttons import Rank, icon_button, make_button
from pacsdesk.desktop.kit.formatting import ELLIPSIS
from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.query.drafts import Draft
from pacsdesk.desktop.panels.query.key_names import level_words

LONGEST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Step:
    """Answers, their query, and the answer through which it went on down; words: what that one is called."""

    draft: Draft
    outcome: QueryOutcome
    answer: tuple[str, ...]
    words: str


class Trail(QFrame):
    """Hidden at the top. back_wanted: to the step of this number, 0 is the top."""

    back_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[Step, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.S, Space.XS, Space.L, Space.XS)
        self._row.setSpacing(Space.XS)
        set_look(self, surface="0", edge="bottom")
        self.setAccessibleName(translate("Query", "The way down to these answers"))
        self.hide()

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """This is the way down now."""
        self.steps = steps
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(steps))
        if not steps:
            return
        back = icon_button("arrow-left", translate("Query", "Back (Alt+Left)"))
        back.clicked.connect(partial(self._on_back, len(steps) - 1))
        self._row.addWidget(back)
        for number, step in enumerate(steps):
            level = step.outcome.order.level
            button = make_button(level_words(level) if level is not None else "", Rank.LINK)
            button.clicked.connect(partial(self._on_back, number))
            self._row.addWidget(button)
            self._row.addWidget(TextLabel("\u203a", tone=Tone.FAINT))
            if number < len(steps) - 1:
                self._row.addWidget(TextLabel(_short(step.words), tone=Tone.MUTED))
                self._row.addWidget(TextLabel("\u203a", tone=Tone.FAINT))
        self._row.addWidget(ElidedLabel(steps[-1].words, strong=True), 1)

    def _on_back(self, number: int) -> None:
        self.back_wanted.emit(number)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1] + ELLIPSIS
