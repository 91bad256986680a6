"""Whether a receiver that runs also answers: it is asked at intervals, and given up after several questions in vain."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from pacsdesk.engine.network.receiving.messages import AreYouThere, FromReceiver, Here, Post, Ready


class NoAnswer(Exception):
    """The process runs, but does nothing."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a receiver may be silent: half a minute, five minutes while it starts.

    every_seconds: from one question to the next. missed: so many unanswered ones in a row are too many. Questions
    count, not the clock, which may go on by hours over a suspend.
    """

    every_seconds: float = 5.0
    missed: int = 6
    missed_at_start: int = 60


class Pulse:
    """Receives on a receiver's control connection and asks on it; one thread."""

    def __init__(
        self, control: Post[FromReceiver], patience: Patience, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._control = control
        self._patience = patience
        self._clock = clock
        self._limit = patience.missed_at_start
        self._missed = 0
        self._has_asked = False
        self._left = patience.every_seconds

    @property
    def is_late(self) -> bool:
        """Whether the last question was not answered in time; from any thread."""
        return self._missed > 0

    def receive(self) -> FromReceiver:
        """The next message that is more than an answer. Raises OtherEndGone, NoAnswer."""
        while True:
            # only what is waited here counts: when this side is held up elsewhere, the answer may have come long ago
            began = self._clock()
            said = self._control.receive_within(self._left)
            if said is None:
                self._ask()
                continue
            self._left = max(self._left - (self._clock() - began), 0)
            if isinstance(said, Here):
                self._missed, self._has_asked = 0, False
                continue
            if isinstance(said, Ready):
                self._limit, self._missed = self._patience.missed, 0
            return said

    def _ask(self) -> None:
        if self._has_asked:
            self._missed += 1
        if self._missed >= self._limit:
            raise NoAnswer
        self._control.send(AreYouThere())
        self._has_asked = True
        self._left = self._patience.every_seconds
