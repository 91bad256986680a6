"""Knows whether the engine answers, from its event stream; tells the loss once, and whether the session still holds.

While the engine is lost nothing is closed: the workspace keeps what was typed.
"""

from PySide6.QtCore import QObject, Signal, Slot

from pacsdesk.contract.errors import NotSignedIn, PacsDeskError
from pacsdesk.contract.events import EngineStateChanged
from pacsdesk.contract.records.engine import EngineState, EngineStatus
from pacsdesk.contract.services.catalog import Services
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.bridge.events import EngineEvents
from pacsdesk.desktop.kit.engine_words import in_own_words


class EngineWatch(QObject):
    """lost: with the reason. found: it answers and the session holds. session_ended: it answers, sign in again."""

    lost = Signal(str)
    found = Signal()
    session_ended = Signal(str)
    state_changed = Signal(object, str)  # EngineState, reason

    def __init__(self, services: Services, calls: Calls, events: EngineEvents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._calls = calls
        self._is_lost = False
        self._state: EngineState | None = None
        events.happened.connect(self._on_happened)
        events.engine_lost.connect(self._on_lost)
        events.engine_found.connect(self.check)
        events.session_refused.connect(self._on_session_refused)

    @property
    def is_lost(self) -> bool:
        """Whether the engine does not answer."""
        return self._is_lost

    @Slot()
    def check(self) -> None:
        """Ask for state and session now, e.g. because the person pressed Retry."""
        self._calls.start(self._services.engine.status, self._on_status, self._on_failed, owner=self)

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, EngineStateChanged):
            self._tell_state(event.state, event.reason)

    def _tell_state(self, state: EngineState, reason: str) -> None:
        self._state = state
        self.state_changed.emit(state, reason)

    @Slot(str)
    def _on_lost(self, reason: str) -> None:
        self._is_lost = True
        self.lost.emit(reason)

    @Slot(str)
    def _on_session_refused(self, reason: str) -> None:
        self._is_lost = False
        self.session_ended.emit(in_own_words(reason))

    def _on_status(self, status: EngineStatus) -> None:
        was_lost, self._is_lost = self._is_lost, False
        if was_lost or status.state is not self._state:
            self._tell_state(status.state, "")
        if was_lost:
            self.found.emit()

    def _on_failed(self, error: PacsDeskError) -> None:
        if isinstance(error, NotSignedIn):
            self._on_session_refused(error.title)
