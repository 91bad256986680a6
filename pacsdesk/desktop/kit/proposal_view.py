"""A change of our own that is proposed: what it does; before it is applied, what differs afterwards."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.records.proposals import Proposal
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, plain
from pacsdesk.desktop.kit.labels import MonoLabel, TextLabel, Tone
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import marked, translate

_FIELDS = {
    "ae_title": marked("Kit", "AE title"),
    "host": marked("Kit", "Host"),
    "port": marked("Kit", "Port"),
    "tls": marked("Kit", "TLS"),
}


class ProposalView(QWidget):
    """apply_wanted: the change was looked at and shall be made."""

    apply_wanted = Signal(object)

    def __init__(self, proposal: Proposal) -> None:
        super().__init__()
        self._proposal = proposal
        self.begin_button = make_button(translate("Kit", "Apply\u2026"))
        self.apply_button = make_button(translate("Kit", "Apply this change"), Rank.PRIMARY)
        self.leave_button = make_button(translate("Kit", "Not now"))
        self._changes = QWidget()
        self._build()
        self.begin_button.clicked.connect(self._on_begun)
        self.leave_button.clicked.connect(self._on_left)
        self.apply_button.clicked.connect(self._on_applied)

    def _build(self) -> None:
        words = in_own_words(plain(self._proposal.text))
        self.begin_button.setAccessibleDescription(words)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(TextLabel(words, wrap=True, selectable=True), 1)
        line.addWidget(self.begin_button, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(line)
        column.addWidget(self._changes)
        inner = QVBoxLayout(self._changes)
        inner.setContentsMargins(Space.L, 0, 0, 0)
        inner.setSpacing(Space.S)
        inner.addLayout(self._table())
        if self._proposal.needs_restart:
            told = translate("Kit", "It takes effect at the next start of the engine.")
            inner.addWidget(TextLabel(told, tone=Tone.MUTED, wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.apply_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch()
        inner.addLayout(buttons)
        self._changes.hide()

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(3, 1)
        for row, change in enumerate(self._proposal.changes):
            name = translate("Kit", _FIELDS[change.field]) if change.field in _FIELDS else change.field
            grid.addWidget(TextLabel(name, tone=Tone.MUTED), row, 0)
            grid.addWidget(MonoLabel(plain(change.before) or NOTHING), row, 1)
            grid.addWidget(TextLabel("\u2192", tone=Tone.MUTED), row, 2)
            grid.addWidget(MonoLabel(plain(change.after) or NOTHING), row, 3)
        return grid

    @Slot()
    def _on_begun(self) -> None:
        self._changes.show()
        self.begin_button.hide()
        self.apply_button.setFocus()

    @Slot()
    def _on_left(self) -> None:
        self._changes.hide()
        self.begin_button.show()
        self.begin_button.setFocus()

    @Slot()
    def _on_applied(self) -> None:
        self.apply_button.setEnabled(False)
        self.leave_button.setEnabled(False)
        self.apply_wanted.emit(self._proposal)

    def offer_again(self) -> None:
        """It could not be applied."""
        self.apply_button.setEnabled(True)
        self.leave_button.setEnabled(True)
