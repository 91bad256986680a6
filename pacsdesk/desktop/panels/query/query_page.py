"""The Query page: the query on the left, what came of it on the right; down from study to image and back."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.queries import QueryOrder, QueryOutcome
from pacsdesk.desktop.kit.applying import Applying
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.kit.why_asking import WhyAsking
from pacsdesk.desktop.panel import Destination, PanelContext
from pacsdesk.desktop.panels.query.actions import QueryActions
from pacsdesk.desktop.panels.query.answer_table import AnswerTable
from pacsdesk.desktop.panels.query.answer_view import AnswerView
from pacsdesk.desktop.panels.query.answers_page import AnswersPage
from pacsdesk.desktop.panels.query.asking import QueryAsking
from pacsdesk.desktop.panels.query.copying import Copying
from pacsdesk.desktop.panels.query.dictionary import Dictionary
from pacsdesk.desktop.panels.query.drafts import Draft
from pacsdesk.desktop.panels.query.levels import draft_of, level_below, name_of_answer, query_below
from pacsdesk.desktop.panels.query.ordering import Ordering
from pacsdesk.desktop.panels.query.queries_menu import NamingBar, QueriesMenu
from pacsdesk.desktop.panels.query.query_form import QueryForm
from pacsdesk.desktop.panels.query.saved import SavedQueries
from pacsdesk.desktop.panels.query.toolbar import make_toolbar
from pacsdesk.desktop.panels.query.trail import Step

FORM_NARROWEST = 264
FORM_WIDTH, ANSWERS_WIDTH = 296, 840


class QueryPage(QWidget):
    """filter_left: the words that hide all answers shall go."""

    filter_left = Signal()

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._has_peers = False
        self.asking = QueryAsking(context, self)
        self.saved = SavedQueries(context.preferences)
        self.actions_of_query = QueryActions(self)
        self.form = QueryForm()
        actions = self.actions_of_query
        self.table = AnswerTable(context.preferences, actions.of_answers())
        self.view = AnswerView((actions.below, actions.retrieve))
        may_change = context.may(Permission.PEER_CHANGE)
        may_pack = context.may(Permission.PEER_PROBE)
        self.answers = AnswersPage(
            self.table,
            self.view,
            actions.ask,
            actions.why,
            may_change=may_change,
            may_pack=may_pack,
            applying=Applying(context),
        )
        self._why = WhyAsking(self.answers.why, self.asking, context.services.queries, self)
        self.ordering, self.naming = Ordering(self.answers, actions), NamingBar()
        self._copying = Copying(context, self.form, self.table, self.view, actions)
        self.queries = QueriesMenu(self.saved)  # nobody's child: Tab would lose its way in Qt 6.11
        self._hint = ElidedLabel(tone=Tone.MUTED)
        self._build()
        self._connect()
        last = self.saved.last()
        if last:
            self.form.show_draft(last[0])
        self._judge()

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.naming, self.ordering.bar):
            column.addWidget(widget)
        column.addWidget(self.answers, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.form)
        splitter.addWidget(right)
        splitter.setSizes([FORM_WIDTH, ANSWERS_WIDTH])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        self.form.setMinimumWidth(FORM_NARROWEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.setFocusProxy(self.form.keys.fields[next(iter(self.form.keys.fields))].edit)

    def toolbar(self) -> QWidget:
        """Asking, queries to use again, and what can be done with answers."""
        return make_toolbar(self.actions_of_query, self.queries, self._hint)

    def _connect(self) -> None:
        actions = self.actions_of_query
        for action, slot in (
            (actions.ask, self.ask),
            (actions.stop, self.asking.stop),
            (actions.why, self._on_why),
            (actions.below, self.go_below),
            (actions.back, self._on_back),
        ):
            action.triggered.connect(slot)
        self.addActions([actions.ask, actions.back, actions.retrieve])
        self.form.asked.connect(self.ask)
        self.form.changed.connect(self._judge)
        self.asking.answered.connect(self._on_answered)
        self.asking.failed.connect(self._on_failed)
        self.asking.changed.connect(self._judge)
        self.table.activated.connect(self.go_below)
        self.table.chosen_changed.connect(self._judge)
        self.answers.filter_left.connect(self.filter_left)
        self.answers.trail.back_wanted.connect(self.go_back)
        self._why.shown.connect(self.answers.show_why)
        self.answers.why.left.connect(self.answers.show_again)
        self.answers.why.way_taken.connect(self._on_way_taken)
        self.answers.findings.change_wanted.connect(self._on_change_wanted)
        self.answers.findings.again_wanted.connect(self.ask)
        self.answers.findings.applied.connect(self._on_applied)
        self.answers.findings.another_title_wanted.connect(self.form.ask_as_another)
        self.queries.draft_chosen.connect(self._on_draft_chosen)
        self.queries.naming_wanted.connect(self.naming.ask)
        self.naming.named.connect(self._on_named)
        self.naming.left.connect(self.table.setFocus)

    # what is known

    def use(self, dictionary: Dictionary) -> None:
        """The whole dictionary has come."""
        self.form.use(dictionary)
        self.table.use(dictionary)

    def set_peers(self, peers: tuple[Peer, ...], own_title: str) -> None:
        """These can be asked, and this is how we call ourselves."""
        self._has_peers = bool(peers)
        self._copying.use(peers, own_title)
        self.ordering.use(peers)
        self.form.set_peers(peers)
        self._judge()

    def filter(self, words: str) -> None:
        """Only answers that have all these words."""
        self.table.filter(words)
        if self.answers.outcome is not None and not self.asking.is_running:
            self.answers.show_again()

    # asking

    @Slot()
    def ask(self) -> None:
        """Ask what the form says, from the top."""
        try:
            draft = self.form.draft()
        except ValueError:
            return
        if not self.form.problem():
            self.answers.trail.show_steps(())
            self._ask(draft)

    def _ask(self, draft: Draft) -> None:
        self.saved.remember(draft)
        self.asking.ask(draft)
        self.answers.show_running(translate("Query", "Asking {peer}").format(peer=plain(draft.peer)))

    @Slot(object)
    def _on_answered(self, outcome: QueryOutcome) -> None:
        self.answers.show_outcome(outcome)
        self._judge()
        if self.table.model.rowCount() and not self.naming.isVisible():
            self.table.setFocus()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._context.notices.fail(error)
        steps = self.answers.trail.steps
        if steps and steps[-1].outcome is self.answers.outcome:
            self.go_back(len(steps) - 1)  # it did not get down
        else:
            self.answers.show_again()

    @Slot()
    def go_below(self) -> None:
        """Ask what is in the chosen answer."""
        outcome, chosen = self.answers.outcome, self.table.chosen()
        if outcome is None or len(chosen) != 1:
            return
        draft = query_below(outcome, chosen[0])
        if draft is None:
            if level_below(outcome) is not None:
                self._context.notices.say(translate("Query", "The answer does not say which one it is: no unique key."))
            return
        step = Step(draft_of(outcome), outcome, chosen[0], name_of_answer(outcome, chosen[0]))
        self.answers.trail.show_steps((*self.answers.trail.steps, step))
        self.form.show_draft(draft)
        self._ask(draft)

    @Slot()
    def _on_back(self) -> None:
        if self.answers.trail.steps:
            self.go_back(len(self.answers.trail.steps) - 1)

    @Slot(int)
    def go_back(self, number: int) -> None:
        """To the answers of a step, without asking again."""
        steps = self.answers.trail.steps
        step = steps[number]
        self.asking.stop()
        self.answers.trail.show_steps(steps[:number])
        self.form.show_draft(step.draft)
        self.answers.show_outcome(step.outcome)
        self.table.choose(self.table.model.row_of(step.answer))
        self.table.setFocus()

    # why

    @Slot()
    def _on_why(self) -> None:
        if self.answers.outcome is not None:
            draft = draft_of(self.answers.outcome)
            self._why.start(draft.peer, draft.order)

    @Slot(object)
    def _on_way_taken(self, way: QueryOrder) -> None:
        if self.answers.outcome is not None:
            self.form.show_draft(Draft(self.answers.outcome.peer, replace(way, ticket="")))
            self.ask()

    # the rest

    @Slot()
    def _judge(self) -> None:
        actions, outcome = self.actions_of_query, self.answers.outcome
        problem = self.form.problem()
        chosen = self.table.chosen() if outcome is not None else ()
        below = level_below(outcome) if outcome is not None else None
        actions.ask.setEnabled(not problem)
        actions.stop.setEnabled(self.asking.is_running)
        actions.why.setEnabled(not self.asking.is_running)
        actions.back.setEnabled(bool(self.answers.trail.steps))
        actions.judge(len(chosen), below, can_retrieve=self.ordering.can_retrieve(), has_query=not problem)
        self._hint.set_text(problem if self._has_peers else "")

    @Slot()
    def _on_applied(self) -> None:
        """See at once what came of it: ask again what shows."""
        if self.answers.outcome is not None:
            self._ask(draft_of(self.answers.outcome))

    @Slot(object)
    def _on_draft_chosen(self, draft: Draft) -> None:
        self.form.show_draft(draft)
        self.form.focus_keys()

    @Slot(str)
    def _on_named(self, name: str) -> None:
        try:
            draft = self.form.draft()
        except ValueError:
            return
        self.saved.save(name, draft)
        self._context.notices.say(translate("Query", "Saved as {name}.").format(name=plain(name)))

    @Slot()
    def _on_change_wanted(self) -> None:
        if self.answers.outcome is not None:
            self._context.navigator.go(Destination("peers", words=self.answers.outcome.peer))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops the query; Backspace in the list goes a level up."""
        if event.key() == Qt.Key.Key_Escape and self.asking.is_running:
            self.asking.stop()
        elif event.key() == Qt.Key.Key_Backspace and self.answers.trail.steps:
            self._on_back()
        else:
            super().keyPressEvent(event)
