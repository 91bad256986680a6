"""Why a query or a worklist brought nothing: what would be asked stands there before it is; then which key hid the
result, and the query that is answered, to be taken over."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from pacsdesk.contract.records.queries import Explanation, QueryOrder, Relaxation, RelaxedAnswer
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, plain
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.tab_order import follow_in_order
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate


class WhyView(FindingsColumn):
    """run_wanted: the planned queries shall be asked. left: not now. way_taken: a query that is answered shall be asked
    in the place of the one in vain."""

    run_wanted = Signal()
    left = Signal()
    way_taken = Signal(object)

    def __init__(self) -> None:
        super().__init__(may_change=False)
        self._below: QWidget | None = None
        self.run_button = make_button("", Rank.PRIMARY)
        self.leave_button = make_button(translate("Kit", "Not now"))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.run_button)
        row.addWidget(self.leave_button)
        row.addStretch()
        self.column.addWidget(self._buttons)
        self.run_button.clicked.connect(self.run_wanted)
        self.leave_button.clicked.connect(self.left)

    def lines(self) -> list[str]:
        """What was or would be asked, as it shows."""
        return [one.text() for one in self._below.findChildren(TextLabel)] if self._below is not None else []

    def show_plan(self, peer: str, plan: tuple[Relaxation, ...]) -> None:
        """What would be asked."""
        if plan:
            heading = translate("Kit", "What to ask {peer} to learn why").format(peer=plain(peer))
            words = translate(
                "Kit",
                "The same query with one thing changed at a time, then with two if that is in vain. Each still names "
                "somebody or something and is cancelled after 20 answers.",
            )
        else:
            heading = translate("Kit", "There is nothing to change one at a time")
            words = translate("Kit", "Name a patient, a study or a day, and one thing more.")
        self.say(heading, words, ())
        self.run_button.setText(counted("Kit", "Ask these %Ln queries", len(plan)))
        self.run_button.setVisible(bool(plan))
        self._buttons.show()
        (self.run_button if plan else self.leave_button).setFocus()
        self._put_below([(f"{number}.", _words(one.changed)) for number, one in enumerate(plan, 1)], stretched=1)

    def show_running(self, plan: tuple[Relaxation, ...]) -> None:
        """They are being asked."""
        self.say(counted("Kit", "Asking %Ln queries", len(plan)), "", ())
        if self.run_button.hasFocus():
            self.setFocus()  # before it is hidden: Qt would hand the keyboard to whatever comes next in the window
        self._buttons.hide()

    def show_explanation(self, peer: str, explanation: Explanation) -> None:
        """What came of them."""
        if explanation.ways:
            heading = translate("Kit", "What hid the result")
        else:
            heading = translate("Kit", "Nothing that was tried is answered by {peer}").format(peer=plain(peer))
        self.say(heading, "", explanation.findings)
        self._buttons.hide()
        for card, way in zip(self.cards, explanation.ways, strict=False):
            use = make_button(translate("Kit", "Use this"), Rank.PRIMARY if card is self.cards[0] else Rank.PLAIN)
            use.setToolTip(translate("Kit", "Write it into the form and ask again"))
            use.clicked.connect(partial(self._on_use, way))
            card.add_button(use)
        follow_in_order(self, self.cards)
        if self.hasFocus() and self.cards:
            self.cards[0].show()  # a layout shows it only later, and Tab passes over what does not show
            self.focusNextChild()
        titles = (translate("Kit", "Asked"), translate("Kit", "Answers"), translate("Kit", "There it is"))
        self._put_below([titles, *map(_tried, explanation.tried)] if explanation.tried else [], stretched=2)

    def _on_use(self, way: QueryOrder) -> None:
        self.way_taken.emit(way)

    def _put_below(self, lines: Sequence[Sequence[str]], *, stretched: int) -> None:
        """Lines of cells under everything but the buttons. The first line of a table with titles is muted."""
        if self._below is not None:
            self.column.removeWidget(self._below)
            self._below.hide()
            self._below.deleteLater()
        self._below = QWidget()
        grid = QGridLayout(self._below)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(stretched, 1)
        has_titles = bool(lines) and len(lines[0]) > 2
        for row, cells in enumerate(lines):
            for column, text in enumerate(cells):
                tone = Tone.MUTED if has_titles and row == 0 else Tone.PLAIN
                label = TextLabel(text, tone=tone, wrap=column == stretched or (column == 0 and has_titles))
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self.column.insertWidget(self.column.indexOf(self._buttons), self._below)


def _words(changed: str) -> str:
    return in_own_words(plain(changed))


def _tried(answer: RelaxedAnswer) -> tuple[str, str, str]:
    if answer.problem:
        number = in_own_words(plain(answer.problem))
    elif answer.is_more:
        number = translate("Kit", "{number} or more").format(number=format_count(answer.answers))
    else:
        number = format_count(answer.answers)
    return _words(answer.changed), number, ", ".join(map(plain, answer.values)) or NOTHING
