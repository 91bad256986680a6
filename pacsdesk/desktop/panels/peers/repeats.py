"""Peers that are tested again and again, as long as the window is open, and what came of it.

A run that is due while the one before goes on is left out, as is one that a sleeping computer missed. At most three run
at once: the window needs its other threads.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pacsdesk.contract.errors import PacsDeskError, Unavailable
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.runs import History, Rhythm, Run, RunResult, run_of
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.errors import title_of
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.climbs import Climbs
from pacsdesk.desktop.panels.peers.run_words import change_notice

AT_ONCE = 3
TICK_MS = 500


@dataclass(frozen=True, slots=True)
class _Plan:
    rhythm: Rhythm
    as_title: AETitle | None


def _now() -> datetime:
    return datetime.now(UTC)


class Repeats(QObject):
    """changed: the name of a peer whose plan or history is another now."""

    changed = Signal(str)

    def __init__(
        self, context: PanelContext, climbs: Climbs, parent: QObject | None = None, clock: Callable[[], datetime] = _now
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._climbs = climbs
        self.clock = clock
        self._plans: dict[str, _Plan] = {}
        self._histories: dict[str, History] = {}
        self._waiting: deque[str] = deque()
        self._begun: dict[str, datetime] = {}  # the runs that are under way
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)
        climbs.found.connect(self._on_found)
        climbs.lost.connect(self._on_lost)

    def names(self) -> tuple[str, ...]:
        """All that are repeated, or were."""
        return tuple(dict.fromkeys((*self._plans, *self._histories)))

    def every(self, name: str) -> timedelta | None:
        """How often a peer is tested, None when it is not."""
        plan = self._plans.get(name)
        return plan.rhythm.every if plan is not None else None

    def next_at(self, name: str) -> datetime | None:
        """When its next run is due."""
        plan = self._plans.get(name)
        return plan.rhythm.next_at if plan is not None else None

    def history(self, name: str) -> History:
        """What its runs found so far."""
        return self._histories.get(name, History())

    def start(self, names: Iterable[str], every: timedelta, as_title: AETitle | None = None) -> None:
        """Test these so often from now on, as whom; the first run begins at once."""
        now = self.clock()
        for name in names:
            self._plans[name] = _Plan(Rhythm(every, now + every), as_title)
            self._want(name)
            self.changed.emit(name)
        self._timer.start()
        self._begin_waiting()

    def stop(self, names: Iterable[str]) -> None:
        """End it at once, with the runs that are under way. What was found stays."""
        for name in names:
            if self._plans.pop(name, None) is None:
                continue
            if name in self._waiting:
                self._waiting.remove(name)
            if name in self._begun:
                self._climbs.stop(name)
            self.changed.emit(name)
        if not self._plans:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Begin what is due."""
        now = self.clock()
        for name in [name for name in self._begun if self._climbs.running(name) is None]:
            del self._begun[name]  # its entry was changed meanwhile
        for name, plan in tuple(self._plans.items()):
            following = plan.rhythm.after(now)
            if following == plan.rhythm:
                continue
            if plan.rhythm.is_due(now):
                self._want(name)
            self._plans[name] = replace(plan, rhythm=following)
            self.changed.emit(name)
        self._begin_waiting()

    def _want(self, name: str) -> None:
        if name not in self._waiting and self._climbs.running(name) is None:
            self._waiting.append(name)

    def _begin_waiting(self) -> None:
        while self._waiting and len(self._begun) < AT_ONCE:
            name = self._waiting.popleft()
            if self._climbs.running(name) is None:  # else a person was quicker
                self._begun[name] = self.clock()
                self._climbs.start(name, self._plans[name].as_title, is_quiet=True)

    @Slot(object)
    def _on_found(self, outcome: ProbeOutcome) -> None:
        at = self._begun.pop(outcome.peer, None)
        if at is not None:
            if not outcome.is_stopped:
                self.record(outcome.peer, run_of(outcome, at))
            self._begin_waiting()

    @Slot(str, object)
    def _on_lost(self, name: str, error: PacsDeskError) -> None:
        at = self._begun.pop(name, None)
        if at is None:
            return
        if isinstance(error, Unavailable):  # the window says that the engine is away, and looks for it
            self.record(name, Run(at, RunResult.UNTESTED, cause=title_of(error)))
        else:
            self.stop((name,))
            self._context.notices.fail(error)
        self._begin_waiting()

    def record(self, name: str, run: Run) -> None:
        """One run more of a peer; what it changed is said."""
        before = self.history(name)
        self._histories[name] = before.with_run(run)
        change = self._histories[name].news_since(before)
        if change is not None:
            words, detail = change_notice(name, change)
            if change.after is RunResult.WORKS:
                self._context.notices.say(words)
            else:
                self._context.notices.warn(words, detail)
        self.changed.emit(name)
