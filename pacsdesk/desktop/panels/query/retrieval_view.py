"""The chosen retrieval: what the peer claims and what landed, why it failed, which leg broke, instance by instance."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.applying import Applying
from pacsdesk.desktop.kit.buttons import make_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import ElidedLabel, StateMark, TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.query.ledger_list import make_ledger, show_ledger
from pacsdesk.desktop.panels.query.legs_view import LegsView
from pacsdesk.desktop.panels.query.retrieval_words import claimed_line, landed_line, state_of, title_words
from pacsdesk.desktop.panels.query.retrievals import Retrieval, Retrievals

RESULT, LEDGER = range(2)


class RetrievalView(QWidget):
    """change_wanted: the entry of the peer shall be changed."""

    change_wanted = Signal(str)

    def __init__(self, context: PanelContext, retrievals: Retrievals) -> None:
        super().__init__()
        self._context = context
        self._retrievals = retrievals
        self._shown: Retrieval | None = None
        self.legs: LegsView | None = None
        self._title = ElidedLabel(size=TypeSize.TITLE, strong=True)
        self._mark = StateMark()
        self._claimed, self._landed, self._problem = (TextLabel(wrap=True, selectable=True) for _ in range(3))
        self._progress = QProgressBar()
        self.missing_button = make_button(translate("Query", "Fetch what is missing"))
        self.unfold_button = make_button(translate("Query", "Unfold"))
        self.stop_button = make_button(translate("Query", "Stop"))
        self.switch = QTabBar()
        self._pages = QStackedWidget()
        self.findings = FindingsColumn(may_change=context.may(Permission.PEER_CHANGE), applying=Applying(context))
        self.ledger = make_ledger(context)
        self.only_missing = QCheckBox(translate("Query", "Only what is missing"))
        self._set_up()
        self._build()
        self._connect()

    def _set_up(self) -> None:
        self.missing_button.setToolTip(translate("Query", "Ask the peer for what did not land, and no more"))
        self.unfold_button.setToolTip(
            translate("Query", "Test both legs of the move: we to the peer, the peer to the destination")
        )
        self.stop_button.setToolTip(translate("Query", "Ask the peer to stop (C-CANCEL)"))
        self.switch.addTab(translate("Query", "Result"))
        self.switch.addTab(translate("Query", "Ledger"))
        self.switch.setAccessibleName(translate("Query", "Result or ledger"))
        self.switch.setDrawBase(False)
        self.switch.setExpanding(False)
        self._progress.setTextVisible(False)
        self._problem.set_tone(Tone.DANGER)

    def _build(self) -> None:
        doing = QHBoxLayout()
        doing.setSpacing(Space.S)
        doing.addWidget(self._mark)
        doing.addStretch()
        for button in (self.unfold_button, self.missing_button, self.stop_button):
            doing.addWidget(button)
        facts = QFormLayout()
        facts.setHorizontalSpacing(Space.M)
        facts.setVerticalSpacing(Space.XS)
        facts.addRow(TextLabel(translate("Query", "The peer says"), tone=Tone.MUTED), self._claimed)
        facts.addRow(TextLabel(translate("Query", "Here"), tone=Tone.MUTED), self._landed)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addLayout(doing)
        head.addWidget(self._progress)
        head.addLayout(facts)
        head.addWidget(self._problem)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(Space.S, 0, Space.L, 0)
        tabs.addWidget(self.switch)
        tabs.addStretch()
        tabs.addWidget(self.only_missing)
        self._pages.addWidget(self.findings)
        self._pages.addWidget(self.ledger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(tabs)
        layout.addWidget(self._pages, 1)
        set_look(self, surface="0")
        self.only_missing.hide()

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._on_page_chosen)
        self.only_missing.toggled.connect(self._read_ledger)
        self.missing_button.clicked.connect(self._on_missing)
        self.unfold_button.clicked.connect(self._on_unfold)
        self.stop_button.clicked.connect(self._on_stop)
        self.findings.change_wanted.connect(self._on_change_wanted)

    def show_retrieval(self, retrieval: Retrieval) -> None:
        """This one as it is now."""
        before, self._shown = self._shown, retrieval
        if retrieval == before:
            return
        outcome = retrieval.outcome
        self._title.set_text(title_words(outcome))
        self._mark.set_state(*state_of(retrieval))
        self._claimed.setText(claimed_line(outcome))
        self._landed.setText(landed_line(outcome))
        problem = outcome.problem or outcome.ledger.problem
        self._problem.setText(in_own_words(plain(problem)))
        self._problem.setVisible(bool(problem))
        self._show_progress(retrieval)
        self.missing_button.setVisible(retrieval.lacks_something)
        self.unfold_button.setVisible(retrieval.can_unfold)
        self.stop_button.setVisible(retrieval.is_running or bool(retrieval.ticket))
        if before is None or _told(before) != _told(retrieval):
            self._show_result(retrieval)
        if before is None or before.job_id != retrieval.job_id or before.is_running != retrieval.is_running:
            self._read_ledger()

    def _show_progress(self, retrieval: Retrieval) -> None:
        outcome = retrieval.outcome
        done = outcome.completed + outcome.failed + outcome.warning
        total = done + outcome.remaining
        self._progress.setVisible(retrieval.is_running)
        self._progress.setRange(0, total)  # 0 of 0: how many is not known yet
        self._progress.setValue(done)

    def _show_result(self, retrieval: Retrieval) -> None:
        if self.legs is not None:
            self.findings.column.removeWidget(self.legs)
            self.legs.hide()
            self.legs.deleteLater()
            self.legs = None
        outcome = retrieval.outcome
        words = ""
        if not outcome.findings and retrieval.is_running:
            words = translate("Query", "It runs. What comes shows in the ledger once it is over.")
        elif not outcome.findings:
            words = translate("Query", "There is nothing to find fault with.") if not outcome.has_failed else ""
        told = {one for leg in (retrieval.unfolded.legs if retrieval.unfolded else ()) for one in leg.findings}
        self.findings.say("", words, tuple(one for one in outcome.findings if one not in told))
        if retrieval.unfolded is not None:
            self.legs = LegsView(retrieval.unfolded, self.findings.make_card)
            self.findings.column.insertWidget(0, self.legs)

    @Slot(int)
    def _on_page_chosen(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self.only_missing.setVisible(number == LEDGER)

    @Slot()
    def _read_ledger(self) -> None:
        if self._shown is not None:
            show_ledger(self.ledger, self._context, self._shown.job_id, only_missing=self.only_missing.isChecked())

    @Slot()
    def _on_missing(self) -> None:
        if self._shown is not None:
            self._retrievals.start_missing(self._shown.job_id)

    @Slot()
    def _on_unfold(self) -> None:
        if self._shown is not None:
            self.switch.setCurrentIndex(RESULT)
            self._retrievals.unfold(self._shown.job_id)

    @Slot()
    def _on_stop(self) -> None:
        if self._shown is None:
            return
        if self._shown.ticket:
            self._retrievals.stop_unfolding(self._shown.job_id)
        else:
            self._retrievals.cancel(self._shown.job_id)

    @Slot()
    def _on_change_wanted(self) -> None:
        if self._shown is not None:
            self.change_wanted.emit(self._shown.outcome.peer)


def _told(retrieval: Retrieval) -> tuple[object, ...]:
    """What the page of the result shows of it."""
    return retrieval.job_id, retrieval.is_running, retrieval.outcome.findings, retrieval.unfolded
