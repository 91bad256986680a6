"""A thread that does its work whenever there is some: woken at once in this process, by looking for what others did."""

import logging
from collections.abc import Callable
from threading import Condition, Thread

from pacsdesk.contract.errors import PacsDeskError

log = logging.getLogger(__name__)

_LOOKS_EVERY_SECONDS = 5.0
_AFTER_FAILURE_SECONDS = 60.0


class Rounds:
    """Calls `work` until it is stopped. Safe from any thread."""

    def __init__(self, name: str, work: Callable[[], float | None], what: str) -> None:
        """work: answers after how many seconds there is more to do, None for nothing as far as it knows. what: is done,
        in words for the log."""
        self._what = what
        self._work = work
        self._changed = Condition()
        self._is_woken = False
        self._is_stopping = False
        self._thread = Thread(target=self._run, name=name, daemon=True)

    @property
    def is_stopping(self) -> bool:
        """Whether work should come to its end."""
        return self._is_stopping

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """There is work."""
        with self._changed:
            self._is_woken = True
            self._changed.notify()

    def stop(self, seconds: float) -> None:
        """Begin no more work, and wait so long for what is being done."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        while not self._is_stopping:
            seconds = self._next_seconds()
            with self._changed:
                self._changed.wait_for(lambda: self._is_woken or self._is_stopping, timeout=seconds)
                self._is_woken = False

    def _next_seconds(self) -> float:
        try:
            seconds = self._work()
        except PacsDeskError as error:  # no room or a failed disk: what was not done is found again
            log.warning("%s waits: %s %s", self._what, error.title, error.detail)
            return _AFTER_FAILURE_SECONDS
        except Exception:  # a thread's edge: without it nothing would be done any more, and nobody told
            log.exception("%s waits", self._what)
            return _AFTER_FAILURE_SECONDS
        return _LOOKS_EVERY_SECONDS if seconds is None else min(seconds, _LOOKS_EVERY_SECONDS)
