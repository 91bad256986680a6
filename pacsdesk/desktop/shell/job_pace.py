"""How fast a job moves and when it will be done, from its last reports; says nothing while that would be a guess."""

import time
from collections import deque
from collections.abc import Callable

REMEMBERED = 32
WINDOW_SECONDS = 20.0
MIN_SECONDS = 2.0


class JobPace:
    """The pace of one job over its last 20 seconds. monotonic: seconds of a clock that never steps back."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._reports: deque[tuple[float, int]] = deque(maxlen=REMEMBERED)

    def note(self, done: int) -> None:
        """A report: this many are done now. Going backwards starts anew."""
        now = self._monotonic()
        if self._reports and done < self._reports[-1][1]:
            self._reports.clear()
        if self._reports and now - self._reports[-1][0] < WINDOW_SECONDS / REMEMBERED and len(self._reports) > 1:
            self._reports.pop()
        self._reports.append((now, done))
        while now - self._reports[0][0] > WINDOW_SECONDS:
            self._reports.popleft()

    def per_second(self) -> float | None:
        """Things done per second, None until two seconds were seen or when nothing moved."""
        if len(self._reports) < 2:
            return None
        (first_at, first), (last_at, last) = self._reports[0], self._reports[-1]
        passed = last_at - first_at
        return (last - first) / passed if passed >= MIN_SECONDS and last > first else None

    def seconds_left(self, total: int) -> float | None:
        """At this pace, None while unknown or when there is no total."""
        pace = self.per_second()
        if pace is None or not total or not self._reports:
            return None
        return max(total - self._reports[-1][1], 0) / pace
