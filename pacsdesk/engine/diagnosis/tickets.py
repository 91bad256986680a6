"""What runs under a ticket, so that who began it can stop it. Safe from any thread."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from pacsdesk.engine.network.stopping import Stop


class Tickets:
    """Tickets are the callers' own: any text that they do not give away."""

    def __init__(self) -> None:
        self._changing = Lock()
        self._under_way: dict[str, list[Stop]] = defaultdict(list)

    def stop(self, ticket: str) -> bool:
        """Stop what runs under it; whether there was anything."""
        with self._changing:
            stops = tuple(self._under_way.get(ticket, ()))
        for stop in stops:
            stop.ask()
        return bool(stops)

    @contextmanager
    def stoppable(self, ticket: str) -> Iterator[Stop]:
        """Until the block ends."""
        stop = Stop()
        with self._changing:
            self._under_way[ticket].append(stop)
        try:
            yield stop
        finally:
            with self._changing:
                self._under_way[ticket].remove(stop)
                if not self._under_way[ticket]:
                    del self._under_way[ticket]
