"""Asks a peer off the GUI thread, one question at a time; each is stopped at once, what came so far is kept."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, SignalInstance

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.queries import Explanation, QueryOutcome, Relaxation
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.query.dictionary import read_dictionary
from pacsdesk.desktop.panels.query.drafts import Draft

Work = Callable[[], QueryOutcome] | Callable[[], tuple[Relaxation, ...]] | Callable[[], Explanation]


class Asking(QObject):
    """answered: to a query. planned: what would be asked to learn why nothing came. explained: why. failed: with the
    error. changed: something began or ended."""

    answered = Signal(object)
    planned = Signal(object)
    explained = Signal(object)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ticket = ""

    @property
    def is_running(self) -> bool:
        """Whether an answer is awaited."""
        return bool(self._ticket)

    def ask(self, draft: Draft) -> None:
        """Ask it; whatever is under way is stopped and forgotten."""
        ticket, queries = self._begin(), self._context.services.queries

        def work() -> QueryOutcome:
            read_dictionary()  # so that every column is known when its answers come
            return queries.find(draft.peer, replace(draft.order, ticket=ticket))

        self._start(work, self.answered, ticket)

    def plan(self, draft: Draft) -> None:
        """See which queries would tell why nothing came."""
        ticket, queries = self._begin(), self._context.services.queries
        self._start(lambda: queries.relaxations(draft.peer, draft.order), self.planned, ticket)

    def explain(self, draft: Draft) -> None:
        """Ask those."""
        ticket, queries = self._begin(), self._context.services.queries
        order = replace(draft.order, ticket=ticket)
        self._start(lambda: queries.explain(draft.peer, order), self.explained, ticket)

    def stop(self) -> None:
        """End it at once; what has come by then comes as its answer."""
        if self._ticket:
            self._stop(self._ticket)

    def _begin(self) -> str:
        self.stop()
        self._ticket = uuid4().hex
        self.changed.emit()
        return self._ticket

    def _stop(self, ticket: str) -> None:
        queries = self._context.services.queries
        self._context.calls.start(
            lambda: queries.stop(ticket), _ignore, self._context.notices.fail, owner=self, priority=2
        )

    def _start(self, work: Work, then: SignalInstance, ticket: str) -> None:
        self._context.calls.start(
            work, partial(self._on_done, then, ticket), partial(self._on_failed, ticket), owner=self, priority=1
        )

    def _on_done(self, then: SignalInstance, ticket: str, answer: object) -> None:
        if self._is_wanted(ticket):
            then.emit(answer)

    def _on_failed(self, ticket: str, error: PacsDeskError) -> None:
        if self._is_wanted(ticket):
            self.failed.emit(error)

    def _is_wanted(self, ticket: str) -> bool:
        """Not when something else was asked meanwhile."""
        if ticket != self._ticket:
            return False
        self._ticket = ""
        self.changed.emit()
        return True


def _ignore(_answer: object) -> None:
    """The question itself says that it was stopped."""
