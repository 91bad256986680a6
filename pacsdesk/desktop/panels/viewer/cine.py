"""Plays a stack at a frame rate; a frame that is not there yet is waited for, not jumped over."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

MIN_RATE = 1.0
MAX_RATE = 60.0


class Cine(QObject):
    """due: time for the next frame. changed: started, stopped, or another rate."""

    due = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._rate = 15.0
        self._waits = False

    @property
    def is_playing(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    @property
    def rate(self) -> float:
        """Frames a second."""
        return self._rate

    def set_rate(self, rate: float) -> None:
        """Play at so many frames a second, within 1 to 60."""
        self._rate = min(max(rate, MIN_RATE), MAX_RATE)
        self._timer.setInterval(round(1000 / self._rate))
        self.changed.emit()

    def toggle(self) -> None:
        """Start or stop."""
        if self.is_playing:
            self.stop()
        else:
            self._waits = False
            self._timer.start(round(1000 / self._rate))
            self.changed.emit()

    def stop(self) -> None:
        """Stop; nothing happens when it does not run."""
        if self.is_playing:
            self._timer.stop()
            self.changed.emit()

    def wait(self) -> None:
        """The frame asked for is not here yet."""
        self._waits = True

    def go_on(self) -> None:
        """It came."""
        self._waits = False

    @Slot()
    def _on_timeout(self) -> None:
        if not self._waits:
            self.due.emit()
