"""Where the engine is in its life; told once per change."""

from collections.abc import Callable
from threading import Lock

from pacsdesk.contract.events import EngineStateChanged
from pacsdesk.contract.records.engine import EngineState

_ORDER = (EngineState.STARTING, EngineState.RUNNING, EngineState.READ_ONLY, EngineState.DRAINING)


class StateOfEngine:
    """Moves forward only: starting, running, read-only, draining."""

    def __init__(self, publish: Callable[[object], None]) -> None:
        self._publish = publish
        self._lock = Lock()
        self._state = EngineState.STARTING

    @property
    def state(self) -> EngineState:
        """The present state."""
        return self._state

    def become(self, state: EngineState, reason: str = "") -> None:
        """Enter a later state; an earlier one is passed over."""
        with self._lock:
            if _ORDER.index(state) <= _ORDER.index(self._state):
                return
            self._state = state
        self._publish(EngineStateChanged(state, reason))
