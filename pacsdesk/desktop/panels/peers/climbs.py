"""Ladders that run and what came of the last one to each peer, as long as the window is open."""

from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.probes import LadderOrder, ProbeOutcome, StepOutcome
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panel import PanelContext

READ_AGAIN_MS = 150


@dataclass(frozen=True, slots=True)
class Climb:
    """One that runs. as_title: under which title we call, None for our own. steps: what it has taken so far."""

    ticket: str
    as_title: AETitle | None
    steps: tuple[StepOutcome, ...] = ()


class Climbs(QObject):
    """At most one to a peer at a time. changed: the name of a peer whose ladder began or ended; stepped: of one whose
    ladder has got on; found: an outcome, that a ladder came to by itself or stopped; lost: a peer, and the error that
    came instead."""

    changed = Signal(str)
    stepped = Signal(str)
    found = Signal(object)
    lost = Signal(str, object)

    def __init__(
        self, context: PanelContext, parent: QObject | None = None, read_again_ms: int = READ_AGAIN_MS
    ) -> None:
        """read_again_ms: how often it is asked where ladders are."""
        super().__init__(parent)
        self._context = context
        self._running: dict[str, Climb] = {}
        self._is_reading = False
        self._timer = QTimer(self)
        self._timer.setInterval(read_again_ms)
        self._timer.timeout.connect(self._read_steps)
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

    def start(
        self, name: str, as_title: AETitle | None, *, tries_wrong_title: bool = False, is_quiet: bool = False
    ) -> None:
        """Climb to a peer, unless that is under way. is_quiet: `lost` alone tells of an error."""
        if name in self._running:
            return
        climb = Climb(uuid4().hex, as_title)
        self._running[name] = climb
        order = LadderOrder(as_title, tries_wrong_title, climb.ticket)
        bench = self._context.services.bench
        self._context.calls.start(
            lambda: bench.ladder(name, order),
            partial(self._on_done, name, climb),
            partial(self._on_failed, name, climb, is_quiet),
            owner=self,
            priority=1,
        )
        self._timer.start()
        self.changed.emit(name)

    def stop(self, name: str) -> None:
        """End the one to this peer at once; what it has seen so far comes as its outcome."""
        climb = self._running.get(name)
        if climb is not None:
            bench = self._context.services.bench
            self._context.calls.start(
                lambda: bench.stop(climb.ticket), _ignore, self._context.notices.fail, owner=self, priority=2
            )

    @Slot()
    def _read_steps(self) -> None:
        if not self._running:
            self._timer.stop()
        elif not self._is_reading:
            self._is_reading = True
            bench = self._context.services.bench
            tickets = {name: climb.ticket for name, climb in self._running.items()}
            self._context.calls.start(
                lambda: {name: bench.steps_so_far(ticket) for name, ticket in tickets.items()},
                self._on_steps,
                self._on_steps_unknown,
                owner=self,
                priority=1,
            )

    def _on_steps(self, known: dict[str, tuple[StepOutcome, ...]]) -> None:
        self._is_reading = False
        for name, steps in known.items():
            climb = self._running.get(name)
            # steps of one that has just ended are none any more
            if climb is not None and steps and steps != climb.steps:
                self._running[name] = replace(climb, steps=steps)
                self.stepped.emit(name)

    def _on_steps_unknown(self, _error: PacsDeskError) -> None:
        """The ladder's own end says what is wrong."""
        self._is_reading = False

    def _on_done(self, name: str, climb: Climb, outcome: ProbeOutcome) -> None:
        if self._is_the_one(name, climb):
            del self._running[name]
            self._outcomes[name] = outcome
            self.changed.emit(name)
            self.found.emit(outcome)

    def _is_the_one(self, name: str, climb: Climb) -> bool:
        running = self._running.get(name)
        return running is not None and running.ticket == climb.ticket

    def _on_failed(self, name: str, climb: Climb, is_quiet: bool, error: PacsDeskError) -> None:
        if self._is_the_one(name, climb):
            del self._running[name]
            if not is_quiet:
                self._context.notices.fail(error)
            self.changed.emit(name)
            self.lost.emit(name, error)


def _ignore(_answer: object) -> None:
    """The ladder itself says that it was stopped."""
