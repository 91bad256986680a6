"""Ladders that run and what came of the last one to each peer, as long as the window is open."""

from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.probes import LadderOrder, ProbeOutcome
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panel import PanelContext


@dataclass(frozen=True, slots=True)
class Climb:
    """One that runs. as_title: under which title we call, None for our own."""

    ticket: str
    as_title: AETitle | None


class Climbs(QObject):
    """At most one to a peer at a time. changed: the name of a peer whose ladder began or ended."""

    changed = Signal(str)

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._running: dict[str, Climb] = {}
        self._outcomes: dict[str, ProbeOutcome] = {}

    def outcome(self, name: str) -> ProbeOutcome | None:
        """What was found last."""
        return self._outcomes.get(name)

    def running(self, name: str) -> Climb | None:
        """The one that is under way."""
        return self._running.get(name)

    def keep(self, outcomes: tuple[ProbeOutcome, ...]) -> None:
        """What a grid found counts as well."""
        for outcome in outcomes:
            if self._outcomes.get(outcome.peer) != outcome:
                self._outcomes[outcome.peer] = outcome
                self.changed.emit(outcome.peer)

    def forget(self, name: str) -> None:
        """The entry has changed: what was found is of another."""
        self.stop(name)
        self._running.pop(name, None)
        if self._outcomes.pop(name, None) is not None:
            self.changed.emit(name)

    def start(self, name: str, as_title: AETitle | None, *, tries_wrong_title: bool = False) -> None:
        """Climb to a peer, unless that is under way."""
        if name in self._running:
            return
        climb = Climb(uuid4().hex, as_title)
        self._running[name] = climb
        order = LadderOrder(as_title, tries_wrong_title, climb.ticket)
        bench = self._context.services.bench
        self._context.calls.start(
            lambda: bench.ladder(name, order),
            partial(self._on_done, name, climb),
            partial(self._on_failed, name, climb),
            owner=self,
            priority=1,
        )
        self.changed.emit(name)

    def stop(self, name: str) -> None:
        """End the one to this peer at once; what it has seen so far comes as its outcome."""
        climb = self._running.get(name)
        if climb is not None:
            bench = self._context.services.bench
            self._context.calls.start(
                lambda: bench.stop(climb.ticket), _ignore, self._context.notices.fail, owner=self, priority=2
            )

    def _on_done(self, name: str, climb: Climb, outcome: ProbeOutcome) -> None:
        if self._running.get(name) is climb:
            del self._running[name]
            self._outcomes[name] = outcome
            self.changed.emit(name)

    def _on_failed(self, name: str, climb: Climb, error: PacsDeskError) -> None:
        if self._running.get(name) is climb:
            del self._running[name]
            self._context.notices.fail(error)
            self.changed.emit(name)


def _ignore(_answer: object) -> None:
    """The ladder itself says that it was stopped."""
