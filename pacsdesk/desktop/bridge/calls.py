"""Runs work on a worker thread and brings its answer to the GUI thread, or to nobody when the asker is gone.

The one pattern for work off the GUI thread: `calls.start(work, on_done, on_failed, owner=self)`.
"""

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from pacsdesk.contract.errors import InternalError, PacsDeskError

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(slots=True)
class _Waiting(Generic[T]):
    """Who waits for one answer; lives in the GUI thread only."""

    owner: QObject
    on_done: Callable[[T], None]
    on_failed: Callable[[PacsDeskError], None]


class _Task(QRunnable):
    """One piece of work on a pool thread; its only way out is the signal."""

    def __init__(self, calls: "Calls", number: int, work: Callable[[], object]) -> None:
        super().__init__()
        self._calls = calls
        self._number = number
        self._work = work

    def run(self) -> None:
        try:
            answer: object = self._work()
        except PacsDeskError as error:
            answer = error
        except Exception as error:  # the edge of a worker thread: whatever it is, the asker must hear of it
            log.exception("work off the GUI thread failed")
            answer = InternalError(
                QCoreApplication.translate("Bridge", "PACSDesk made a mistake."),
                type(error).__name__,
                QCoreApplication.translate("Bridge", "The log has the details."),
            )
        if isValid(self._calls):
            self._calls.answered.emit(self._number, answer)


class Calls(QObject):
    """Starts work and hands back answers. Made once, in the GUI thread.

    An answer is dropped when its owner was destroyed or the call was dropped; the work itself then ends unseen.
    """

    answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None, threads: int = 6) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._numbers = itertools.count(1)
        self._waiting: dict[int, _Waiting[object]] = {}
        self.answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[PacsDeskError], None],
        *,
        owner: QObject,
        priority: int = 0,
    ) -> int:
        """Run `work` on a worker thread; exactly one of the two callbacks follows, in the GUI thread.

        owner: the object whose methods the callbacks are. priority: higher first. Answers a number for `drop`.
        """
        number = next(self._numbers)
        self._waiting[number] = _Waiting(owner, on_done, on_failed)  # type: ignore[arg-type]  # T is erased in the table
        self._pool.start(_Task(self, number, work), priority)
        return number

    def drop(self, number: int) -> None:
        """Nobody wants this answer any more."""
        self._waiting.pop(number, None)

    def close(self, milliseconds: int = 3000) -> bool:
        """Drop all answers, forget work that has not begun, wait for what runs. True when all ended in time."""
        self._waiting.clear()
        self._pool.clear()
        return self._pool.waitForDone(milliseconds)

    @Slot(int, object)
    def _on_answered(self, number: int, answer: object) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is None or not isValid(waiting.owner):
            return
        if isinstance(answer, PacsDeskError):
            waiting.on_failed(answer)
        else:
            waiting.on_done(answer)
