"""Tells listeners which studies changed, gathered, so that a thousand arriving images are a few events."""

from collections.abc import Callable
from threading import Condition, Thread

from pacsdesk.contract.events import StudiesChanged
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.runtime.events import EventBus

GATHERED_FOR = 0.5
MAX_NAMED = 1000


class StudyNotices:
    """Gathers study UIDs and publishes StudiesChanged at most every half second, with at most 1,000 of them."""

    def __init__(
        self, events: EventBus, gathered_for: float = GATHERED_FOR, settle: Callable[[], None] = lambda: None
    ) -> None:
        """settle: called before each publication: what is told of then stands in the index for other programs too."""
        self._events = events
        self._settle = settle
        self._gathered_for = gathered_for
        self._changed = Condition()
        self._uids: dict[StudyInstanceUID, None] = {}
        self._is_closed = False
        self._thread = Thread(target=self._run, name="archive-notices", daemon=True)
        self._thread.start()

    def add(self, uid: StudyInstanceUID) -> None:
        """A study changed."""
        with self._changed:
            self._uids[uid] = None
            if len(self._uids) == 1 or len(self._uids) >= MAX_NAMED:
                self._changed.notify()

    def close(self) -> None:
        """Publish what was gathered, then end the thread."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        is_running = True
        while is_running:
            with self._changed:
                self._changed.wait_for(lambda: self._uids or self._is_closed)
                self._changed.wait_for(
                    lambda: len(self._uids) >= MAX_NAMED or self._is_closed, timeout=self._gathered_for
                )
                is_running = not self._is_closed
                uids, self._uids = tuple(self._uids), {}
            self._settle()
            for start in range(0, len(uids), MAX_NAMED):
                self._events.publish(StudiesChanged(uids[start : start + MAX_NAMED]))
