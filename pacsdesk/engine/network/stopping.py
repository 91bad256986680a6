"""A person's wish to stop, heard by whatever waits on the network at that moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock


class Stopped(Exception):
    """A person asked to stop."""


class Stop:
    """Asked for once, from any thread; what waits meanwhile is cut off."""

    def __init__(self) -> None:
        self._changing = Lock()
        self._asked = Event()
        self._cuts: list[Callable[[], object]] = []

    @property
    def is_asked(self) -> bool:
        """Whether it was asked for."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Stop at once."""
        with self._changing:
            self._asked.set()
            cuts = tuple(self._cuts)
        for cut in cuts:
            cut()

    def check(self) -> None:
        """Raises Stopped."""
        if self.is_asked:
            raise Stopped

    def wait(self, seconds: float) -> None:
        """Wait so long. Raises Stopped."""
        if self._asked.wait(seconds):
            raise Stopped

    @contextmanager
    def cutting(self, cut: Callable[[], object]) -> Iterator[None]:
        """Have `cut` called, from another thread, when a stop is asked for meanwhile. Raises Stopped when it was
        before; afterwards the caller has things to put away, then checks."""
        with self._changing:
            self.check()
            self._cuts.append(cut)
        try:
            yield
        finally:
            with self._changing:
                self._cuts.remove(cut)


class UnderWay:
    """All that runs at the moment, to be stopped when the engine ends. Safe from any thread."""

    def __init__(self) -> None:
        self._changing = Lock()
        self._stops: set[Stop] = set()
        self._is_closed = False

    def close(self) -> None:
        """Stop all that is under way, and whatever comes later before it begins."""
        with self._changing:
            self._is_closed = True
            stops = tuple(self._stops)
        for stop in stops:
            stop.ask()

    @contextmanager
    def holding(self, stop: Stop) -> Iterator[None]:
        """Until the block ends."""
        with self._changing:
            self._stops.add(stop)
            is_closed = self._is_closed
        if is_closed:
            stop.ask()
        try:
            yield
        finally:
            with self._changing:
                self._stops.discard(stop)
