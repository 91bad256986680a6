"""The steps of a ladder as they are taken, each timed from the end of the one before."""

import time
from collections.abc import Callable

from pacsdesk.contract.records.probes import ProbeState, ProbeStep, StepOutcome


class StepLog:
    """What was taken, for one thread. seconds: until no further step is begun. on_step: hears of each as it ends."""

    def __init__(self, seconds: float, on_step: Callable[[StepOutcome], object]) -> None:
        self._taken: dict[ProbeStep, StepOutcome] = {}
        self._on_step = on_step
        self._begin = time.perf_counter()
        self._by = self._begin + seconds

    @property
    def seconds_left(self) -> float:
        """For all that is still to come, never negative."""
        return max(self._by - time.perf_counter(), 0.0)

    def begin(self) -> None:
        """What is added next began now."""
        self._begin = time.perf_counter()

    def add(self, name: ProbeStep, state: ProbeState, detail: str = "") -> None:
        """A step has ended."""
        now = time.perf_counter()
        self._keep(StepOutcome(name, state, round(max(now - self._begin, 0.0) * 1000, 3), detail))
        self._begin = now

    def take(self, step: StepOutcome) -> None:
        """A step that was timed by others; it is no part of the next one's time."""
        self._keep(step)
        self._begin += step.milliseconds / 1000

    def note(self, name: ProbeStep, state: ProbeState, detail: str = "") -> None:
        """A step that took no time of its own."""
        self._keep(StepOutcome(name, state, 0.0, detail))

    def _keep(self, step: StepOutcome) -> None:
        self._taken[step.name] = step
        self._on_step(step)

    def state(self, name: ProbeStep) -> ProbeState:
        """How a step ended."""
        taken = self._taken.get(name)
        return taken.state if taken else ProbeState.NOT_REACHED

    def all(self, why_not: str = "") -> tuple[StepOutcome, ...]:
        """All steps in their order. why_not: what the first that was not reached says."""
        found = []
        for name in ProbeStep:
            found.append(self._taken.get(name) or StepOutcome(name, ProbeState.NOT_REACHED, detail=why_not))
            if name not in self._taken:
                why_not = ""
        return tuple(found)
