"""Decides when a lost engine of this computer is started without being asked: once, unless it ended again within a
minute, and never when somebody stopped it. The rest is a person's decision, for which the banner has a button.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from pacsdesk.contract.records.engine import EngineState


class Revival(QObject):
    """wanted: start it. succeeded: it was started and answers."""

    wanted = Signal()
    succeeded = Signal()

    def __init__(self, parent: QObject, *, may_start: bool, ended_again_s: float, seconds: Callable[[], float]) -> None:
        """may_start: the engine is one of this computer. ended_again_s: an end so soon is not tried again by itself.

        seconds: a clock that never goes back.
        """
        super().__init__(parent)
        self._may_start = may_start
        self._ended_again_s = ended_again_s
        self._seconds = seconds
        self._is_being_stopped = False
        self._is_tried = False
        self._is_awaited = False
        self._back_at: float | None = None

    @Slot(object, str)
    def on_state_changed(self, state: EngineState, _reason: str) -> None:
        """An engine that drains was asked to."""
        self._is_being_stopped = state is EngineState.DRAINING

    @Slot()
    def on_outlasted(self) -> None:
        """The loss is not over by itself."""
        is_soon = self._back_at is not None and self._seconds() - self._back_at < self._ended_again_s
        self._is_awaited = self._may_start and not (self._is_being_stopped or self._is_tried or is_soon)
        if self._is_awaited:
            self._is_tried = True
            self.wanted.emit()

    @Slot()
    def on_found(self) -> None:
        """It answers, started or come back."""
        self._is_tried = self._is_being_stopped = False

    @Slot()
    def on_started(self) -> None:
        """A process of it was started and answers."""
        if self._is_awaited:
            self._is_awaited = False
            self._back_at = self._seconds()
            self.succeeded.emit()
