"""What a query brought: its answers with the chosen one in full, or that there is none and how to learn why, or what
stood in the way."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from pacsdesk.contract.records.evidence import MOST_ROWS, EvidenceOrder
from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.desktop.kit.applying import Applying
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.kit.why_view import WhyView
from pacsdesk.desktop.panels.query.answer_table import AnswerTable
from pacsdesk.desktop.panels.query.answer_view import AnswerView
from pacsdesk.desktop.panels.query.status_words import status_line
from pacsdesk.desktop.panels.query.trail import Trail


class AnswersPage(QWidget):
    """filter_left: all that came is filtered away, and shall show again. pack_wanted: an evidence pack about this
    EvidenceOrder."""

    filter_left = Signal()
    pack_wanted = Signal(object)

    def __init__(
        self,
        table: AnswerTable,
        view: AnswerView,
        ask: QAction,
        why: QAction,
        *,
        may_change: bool = False,
        may_pack: bool = False,
        applying: Applying | None = None,
    ) -> None:
        """ask, why: asking, and learning why nothing came. may_change: peers' entries. may_pack: put evidence packs
        together. applying: as FindingsColumn has it."""
        super().__init__()
        self.table, self.view = table, view
        self._ask, self._why = ask, why
        self.outcome: QueryOutcome | None = None
        self.trail = Trail()
        self.findings = FindingsColumn(may_change=may_change, applying=applying)
        self.why = WhyView()
        self._may_pack = may_pack
        self._status = ElidedLabel(tone=Tone.MUTED)
        self.pack_button = make_button(translate("Query", "Evidence pack"), Rank.LINK)
        self._foot = QFrame()
        self._pages = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._states = ListStates(self._splitter)
        self._build()
        self.table.chosen_changed.connect(self._on_chosen_changed)
        self.pack_button.clicked.connect(self._on_pack)
        self.show_nothing()

    def _build(self) -> None:
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.view)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for page in (self._states, self.findings, self.why):
            self._pages.addWidget(page)
        set_look(self._foot, surface="0", edge="top")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.addWidget(self._status, 1)
        row.addWidget(self.pack_button)
        self.pack_button.setToolTip(
            translate("Query", "Put together for the peer's maker what was asked and answered, without patient data")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.trail)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._foot)

    def status(self) -> str:
        """The line below, as it shows."""
        return self._status.text()

    def _say(self, words: str, *, can_pack: bool = False) -> None:
        self._status.set_text(words)
        self.pack_button.setVisible(can_pack)
        self._foot.setVisible(bool(words))

    def shown_page(self) -> QWidget | None:
        """Answers and what stands in their place, findings, or why."""
        return self._pages.currentWidget()

    def show_nothing(self) -> None:
        """Nothing was asked yet."""
        self.outcome = None
        self._pages.setCurrentWidget(self._states)
        self._states.show_empty(
            "search",
            translate("Query", "Ask a peer what it has"),
            translate(
                "Query",
                "Fill in one key or more and press Return. Empty keys are shown and match everything, so name at least "
                "a patient, a study or a day.",
            ),
            (self._ask,),
        )
        self._say("")

    def show_no_peer(self, actions: tuple[QAction, ...]) -> None:
        """There is nobody to ask."""
        self._pages.setCurrentWidget(self._states)
        self._states.show_empty(
            "radio-tower",
            translate("Query", "No peer can be asked yet"),
            translate("Query", "A peer is another DICOM system. One that is to be asked has a host and a port."),
            actions,
        )

    def show_running(self, words: str) -> None:
        """An answer is awaited."""
        self._pages.setCurrentWidget(self._states)
        self._states.show_loading()
        self._say(words)

    def show_outcome(self, outcome: QueryOutcome) -> None:
        """What came."""
        self.outcome = outcome
        self.table.show_answers(outcome)
        self.show_again()

    def show_again(self) -> None:
        """What came last, as the filter leaves it."""
        outcome = self.outcome
        if outcome is None:
            self.show_nothing()
            return
        shown = self.table.model.rowCount()
        self._say(status_line(outcome, shown), can_pack=self._may_pack)
        if outcome.has_failed and not outcome.rows:
            self._show_failure(outcome)
            return
        self._pages.setCurrentWidget(self._states)
        if shown:
            self._states.show_content()
        elif outcome.rows:
            self._states.show_filtered(translate("Query", "No answer has these words"), self.filter_left.emit)
        elif outcome.is_stopped:
            self._states.show_empty(
                "circle-stop", translate("Query", "Stopped before an answer came"), "", (self._ask,)
            )
        else:
            words = translate("Query", "{peer} has no answer to this query. Ask why changes one key at a time.")
            self._states.show_empty(
                "search", translate("Query", "Nothing matched"), words.format(peer=plain(outcome.peer)), (self._why,)
            )

    def _show_failure(self, outcome: QueryOutcome) -> None:
        heading = translate("Query", "{peer} did not answer the query").format(peer=plain(outcome.peer))
        problem = f"{plain(outcome.peer)}: {in_own_words(plain(outcome.problem))}" if outcome.problem else ""
        self.findings.say(heading, problem, outcome.findings)
        self._pages.setCurrentWidget(self.findings)

    @Slot()
    def _on_pack(self) -> None:
        outcome = self.outcome
        if outcome is not None:
            rows, is_cut = outcome.rows[:MOST_ROWS], outcome.is_cut or len(outcome.rows) > MOST_ROWS
            self.pack_wanted.emit(EvidenceOrder(peer=outcome.peer, query=replace(outcome, rows=rows, is_cut=is_cut)))

    @Slot()
    def show_why(self) -> None:
        """Why nothing came, or what would be asked to learn it."""
        self._pages.setCurrentWidget(self.why)
        self._say("")

    @Slot()
    def _on_chosen_changed(self) -> None:
        if self.outcome is not None:
            self.view.show_answers(self.outcome, self.table.model.columns, self.table.chosen())
