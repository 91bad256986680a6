"""Places for callers: so many in all, so many per host, and a waiting room where the longest wait gives way.

RELIABILITY 6: silent connections must never lock out those who have something to say.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from threading import Lock
from typing import TypeVar

from pacsdesk.engine.network.admission import no_place_for_host, no_place_left, stopping
from pacsdesk.engine.network.association import Rejection
from pacsdesk.engine.network.limits import NetworkLimits

_Key = TypeVar("_Key", bound=object)


class Places:
    """Counts connections, of all listeners that share it. Keys are any hashable, one per connection. Safe from any
    thread."""

    def __init__(self, limits: NetworkLimits) -> None:
        self._limits = limits
        self._lock = Lock()
        self._waiting: dict[object, Callable[[], None]] = {}
        self._answered: dict[object, Callable[[], None]] = {}
        self._seated: dict[object, tuple[str, str]] = {}  # address, our AE title
        self._per_host: Counter[str] = Counter()
        self._is_closed = False

    @property
    def associations(self) -> int:
        """How many are established."""
        return len(self._seated)

    def seated(self, keys: Iterable[_Key], ae_titles: Collection[str]) -> list[_Key]:
        """Those of these connections whose associations are established under one of these titles of ours."""
        with self._lock:
            return [key for key in keys if key in self._seated and self._seated[key][1] in ae_titles]

    def enter(self, key: object, turn_out: Callable[[], None]) -> None:
        """A connection came; `turn_out` closes it when too many wait and it has waited longest."""
        with self._lock:
            self._waiting[key] = turn_out
            out = self._overflow()
        if out:
            out()

    def linger(self, key: object, turn_out: Callable[[], None]) -> None:
        """A connection has its last answer and is only to close: its place is free, of all that wait it goes first."""
        self.leave(key)
        with self._lock:
            self._answered[key] = turn_out
            out = self._overflow()
        if out:
            out()

    def take(self, key: object, address: str, ae_title: str) -> Rejection | None:
        """Give a waiting connection a place under one of our titles, or say why not."""
        with self._lock:
            self._waiting.pop(key, None)
            if self._is_closed:
                return stopping()
            if len(self._seated) >= self._limits.maximum_associations:
                return no_place_left()
            if self._per_host[address] >= self._limits.maximum_associations_per_host:
                return no_place_for_host()
            self._seated[key] = address, ae_title
            self._per_host[address] += 1
        return None

    def leave(self, key: object) -> None:
        """A connection has gone, wherever it was."""
        with self._lock:
            self._waiting.pop(key, None)
            self._answered.pop(key, None)
            seat = self._seated.pop(key, None)
            if seat is None:
                return
            address = seat[0]
            self._per_host[address] -= 1
            if not self._per_host[address]:
                del self._per_host[address]

    def close(self) -> None:
        """Give no more places."""
        with self._lock:
            self._is_closed = True

    def _overflow(self) -> Callable[[], None] | None:
        """Take out whose turn it is to go, when there are too many."""
        if len(self._waiting) + len(self._answered) <= self._limits.maximum_waiting:
            return None
        those = self._answered or self._waiting
        return those.pop(next(iter(those)))
