"""What a temporary listener saw: the connections that are open and the last ones that ended, as they were decoded."""

from collections import deque
from dataclasses import replace
from threading import Lock

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.relays import SeenAssociation
from pacsdesk.engine.network.tracing.following import Followed
from pacsdesk.engine.runtime.clock import Clock

MOST_SEEN = 200


class SeenBook:
    """Safe from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._open: dict[int, Followed] = {}
        self._ended: deque[SeenAssociation] = deque(maxlen=MOST_SEEN)
        self._bytes = (0, 0)  # of those that ended

    def open(self, number: int, followed: Followed) -> None:
        """A connection began."""
        with self._lock:
            self._open[number] = followed

    def close(self, number: int) -> SeenAssociation | None:
        """It is over, and was told so; how it stood last."""
        with self._lock:
            followed = self._open.pop(number, None)
        if followed is None:
            return None
        seen = replace(followed.seen(), ended_at=self._clock())
        with self._lock:
            self._ended.append(seen)
            before = self._bytes
            self._bytes = before[0] + seen.bytes_from_caller, before[1] + seen.bytes_to_caller
        return seen

    def all(self) -> tuple[SeenAssociation, ...]:
        """The newest first, without contexts and extended negotiation, of which there may be very many."""
        with self._lock:
            still, ended = list(self._open.values()), list(self._ended)
        found = [*ended, *(one.seen() for one in still)]
        short = (replace(one, contexts=(), extended=()) for one in found)
        return tuple(sorted(short, key=lambda one: one.number, reverse=True)[:MOST_SEEN])

    def get(self, number: int) -> SeenAssociation:
        """One in full. Raises NotFound."""
        with self._lock:
            followed = self._open.get(number)
            ended = next((one for one in self._ended if one.number == number), None)
        if followed:
            return followed.seen()
        if ended is None:
            raise NotFound(f"There is no association {number}.", f"The last {MOST_SEEN} are remembered.")
        return ended

    def bytes(self) -> tuple[int, int]:
        """From and to callers, of all there were."""
        with self._lock:
            still, (came, went) = list(self._open.values()), self._bytes
        seen = [one.seen() for one in still]
        return came + sum(one.bytes_from_caller for one in seen), went + sum(one.bytes_to_caller for one in seen)
