"""The event bus: features tell what happened, listeners hear it on the teller's thread, nobody answers."""

import logging
from collections.abc import Callable
from threading import Lock

log = logging.getLogger(__name__)
Listener = Callable[[object], None]


class EventBus:
    """Delivers records of contract.events. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: tuple[Listener, ...] = ()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have every later event given to `listener`, which must not block. Answers how to end that."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

        def end() -> None:
            with self._lock:
                self._listeners = tuple(other for other in self._listeners if other is not listener)

        return end

    def publish(self, event: object) -> None:
        """Tell all listeners. A listener that fails is logged and does not stop the others or the teller."""
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:  # a listener's edge: what it does wrong must not undo what already happened
                log.exception("a listener failed on %s", type(event).__name__)
