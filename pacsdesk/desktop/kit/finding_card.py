"""A finding to read: the cause in plain words, how sure it is, what was seen, what to do, and the one further test."""

from collections.abc import Container, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.proposals import Proposal, ProposalKind
from pacsdesk.desktop.kit.buttons import make_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.finding_words import (
    MENDED_BY_ENTRY,
    TRIED_AGAIN,
    TRIED_AS_ANOTHER,
    confidence_words,
    severity_state,
)
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import StateMark, TextLabel, Tone
from pacsdesk.desktop.kit.proposal_view import ProposalView
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate


class FindingCard(QFrame):
    """change_wanted: our entry shall be mended. another_title_wanted, again_wanted: the further test shall be run.
    apply_wanted: what is proposed shall be done, and the code of its cause."""

    apply_wanted = Signal(object, object)
    change_wanted = Signal()
    another_title_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, finding: Finding, *, may_change: bool, applies: Container[ProposalKind] = frozenset()) -> None:
        """may_change: whether to offer the change of the entry. applies: what of the proposals may be done."""
        super().__init__()
        self._finding = finding
        self.proposals = tuple(ProposalView(one) for one in finding.proposals if one.kind in applies)
        self._column = QVBoxLayout(self)
        set_look(self, role="card")
        self.setAccessibleName(in_own_words(finding.cause))
        self._column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._column.setSpacing(Space.S)
        self._add_cause()
        self._add_list(translate("Kit", "What was seen"), finding.evidence, "\u2022")
        self._add_repair(may_change)
        self._add_proposals()
        self._add_further_test()

    def add_button(self, button: QPushButton) -> None:
        """Something that can be done about it, below all else."""
        self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_cause(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(StateMark(*severity_state(self._finding.severity)))
        sure = TextLabel(confidence_words(self._finding.confidence), tone=Tone.MUTED, size=TypeSize.SMALL, wrap=True)
        head.addWidget(sure, 1)
        self._column.addLayout(head)
        self._column.addWidget(TextLabel(in_own_words(self._finding.cause), strong=True, wrap=True, selectable=True))

    def _add_list(self, title: str, lines: Sequence[str], mark: str = "") -> None:
        """mark: stands before each line; "" numbers them."""
        if not lines:
            return
        self._column.addWidget(TextLabel(title, tone=Tone.MUTED))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            grid.addWidget(TextLabel(mark or f"{row + 1}."), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(TextLabel(in_own_words(plain(line)), wrap=True, selectable=True), row, 1)
        self._column.addLayout(grid)

    def _add_repair(self, may_change: bool) -> None:
        self._add_list(translate("Kit", "What to do"), self._finding.repair)
        if may_change and self._finding.code in MENDED_BY_ENTRY:
            change = make_button(translate("Kit", "Change the entry"))
            change.clicked.connect(self.change_wanted)
            self._column.addWidget(change, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_proposals(self) -> None:
        if not self.proposals:
            return
        self._column.addWidget(TextLabel(translate("Kit", "What PACSDesk can change"), tone=Tone.MUTED))
        for view in self.proposals:
            view.apply_wanted.connect(self._on_apply_wanted)
            self._column.addWidget(view)

    @Slot(object)
    def _on_apply_wanted(self, proposal: Proposal) -> None:
        self.apply_wanted.emit(proposal, self._finding.code)

    def _add_further_test(self) -> None:
        if not self._finding.further_test:
            return
        self._column.addWidget(TextLabel(translate("Kit", "A test that tells more"), tone=Tone.MUTED))
        self._column.addWidget(TextLabel(in_own_words(self._finding.further_test), wrap=True, selectable=True))
        if self._finding.code in TRIED_AS_ANOTHER:
            button = make_button(translate("Kit", "Ask as another title"))
            button.clicked.connect(self.another_title_wanted)
        elif self._finding.code in TRIED_AGAIN:
            button = make_button(translate("Kit", "Connect again"))
            button.clicked.connect(self.again_wanted)
        else:
            return
        self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
