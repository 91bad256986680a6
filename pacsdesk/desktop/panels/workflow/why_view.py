"""Why a worklist is empty: what would be asked stands there before it is, then what hid the entries."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pacsdesk.contract.records.queries import Explanation, QueryOrder, Relaxation, RelaxedAnswer
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.formatting import format_count, plain
from pacsdesk.desktop.kit.labels import TextLabel
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate


class WhyView(FindingsColumn):
    """run_wanted: the planned queries shall be asked. left: not now. way_taken: this query shall be asked instead."""

    run_wanted = Signal()
    left = Signal()
    way_taken = Signal(object)

    def __init__(self) -> None:
        super().__init__(may_change=False)
        self.lines = TextLabel(wrap=True, selectable=True)
        self.run = make_button("", Rank.PRIMARY)
        self.leave = make_button(translate("Workflow", "Not now"))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.run)
        row.addWidget(self.leave)
        row.addStretch()
        self.column.addWidget(self.lines)
        self.column.addWidget(self._buttons)
        self.run.clicked.connect(self.run_wanted)
        self.leave.clicked.connect(self.left)

    def show_plan(self, peer: str, plan: tuple[Relaxation, ...]) -> None:
        """What would be asked."""
        if plan:
            heading = translate("Workflow", "What to ask {peer} to learn why").format(peer=plain(peer))
            words = translate(
                "Workflow", "The same worklist with one thing changed at a time, at most 20 entries each."
            )
        else:
            heading = translate("Workflow", "There is nothing to change one at a time")
            words = translate("Workflow", "Name a day, and one thing more.")
        self.say(heading, words)
        self.run.setText(counted("Workflow", "Ask these %Ln queries", len(plan)))
        self.run.setVisible(bool(plan))
        self._buttons.show()
        self._list([f"{number}. {_words(one.changed)}" for number, one in enumerate(plan, 1)])

    def show_running(self, plan: tuple[Relaxation, ...]) -> None:
        """They are being asked."""
        self.say(counted("Workflow", "Asking %Ln queries", len(plan)), "")
        self._buttons.hide()

    def show_explanation(self, peer: str, explanation: Explanation) -> None:
        """What came of them."""
        if explanation.ways:
            heading = translate("Workflow", "What hid the entries")
        else:
            words = translate("Workflow", "Nothing that was tried is answered by {peer}")
            heading = words.format(peer=plain(peer))
        self.say(heading, "", explanation.findings)
        self._buttons.hide()
        for card, way in zip(self.cards, explanation.ways, strict=False):
            use = make_button(translate("Workflow", "Use this"), Rank.PRIMARY if card is self.cards[0] else Rank.PLAIN)
            use.setToolTip(translate("Workflow", "Write it into the form and ask again"))
            use.clicked.connect(partial(self._on_use, way))
            card.add_button(use)
        self._list([_tried(one) for one in explanation.tried])

    def _list(self, lines: list[str]) -> None:
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))

    def _on_use(self, way: QueryOrder) -> None:
        self.way_taken.emit(way)


def _words(changed: str) -> str:
    return in_own_words(plain(changed))


def _tried(answer: RelaxedAnswer) -> str:
    if answer.problem:
        came = in_own_words(plain(answer.problem))
    elif answer.is_more:
        came = translate("Workflow", "{number} entries or more").format(number=format_count(answer.answers))
    else:
        came = counted("Workflow", "%Ln entries", answer.answers)
    there = f" ({', '.join(map(plain, answer.values))})" if answer.values else ""
    return f"{_words(answer.changed)}: {came}{there}"
