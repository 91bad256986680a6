"""The steps of ladders that run, as they come, for whoever watches under their ticket. Safe from any thread."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from pacsdesk.contract.records.probes import ProbeStep, StepOutcome

StepHeard = Callable[[StepOutcome], object]


def nobody_hears(_step: StepOutcome) -> None:
    """Of a ladder that nobody watches."""


class SoFar:
    """Kept while a ladder runs and no longer."""

    def __init__(self) -> None:
        self._changing = Lock()
        self._steps: dict[str, dict[ProbeStep, StepOutcome]] = {}

    @contextmanager
    def told_under(self, ticket: str) -> Iterator[StepHeard]:
        """What keeps a step, until the block ends. Without a ticket nobody can ask."""
        if not ticket:
            yield nobody_hears
            return
        taken: dict[ProbeStep, StepOutcome] = {}
        with self._changing:
            self._steps[ticket] = taken

        def keep(step: StepOutcome) -> None:
            with self._changing:
                taken[step.name] = step

        try:
            yield keep
        finally:
            with self._changing:
                if self._steps.get(ticket) is taken:
                    del self._steps[ticket]

    def steps(self, ticket: str) -> tuple[StepOutcome, ...]:
        """Those that have ended, in the ladder's order; () when none runs under this ticket."""
        with self._changing:
            taken = dict(self._steps.get(ticket, {}))
        return tuple(taken[name] for name in ProbeStep if name in taken)
