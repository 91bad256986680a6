"""One question at a time, off the GUI thread: a newer one takes the place of the older, each can be left at once."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.desktop.bridge.calls import Calls

A = TypeVar("A")


class Asking(QObject):
    """changed: something began or ended. failed: with the error of what was asked last."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, calls: Calls, stop: Callable[[str], object], fail: Callable[[PacsDeskError], None], parent: QObject
    ) -> None:
        """stop: the service's, by the ticket; blocks. fail: hears of a stop that failed."""
        super().__init__(parent)
        self._calls = calls
        self._stop = stop
        self._fail = fail
        self._ticket = ""

    @property
    def is_running(self) -> bool:
        """Whether an answer is awaited."""
        return bool(self._ticket)

    def start(self, work: Callable[[str], A], then: Callable[[A], None]) -> None:
        """Ask. work: blocks, takes the ticket under which a query can be stopped."""
        self.stop()
        ticket = self._ticket = uuid4().hex
        self._calls.start(
            partial(work, ticket),
            partial(self._on_done, ticket, then),
            partial(self._on_failed, ticket),
            owner=self,
            priority=1,
        )
        self.changed.emit()

    def stop(self) -> None:
        """End a query at once; what has come by then comes as its answer."""
        if self._ticket:
            self._calls.start(partial(self._stop, self._ticket), _ignore, self._fail, owner=self, priority=2)

    def leave(self) -> None:
        """Wait no longer; what comes of it is not shown."""
        self._ticket = ""
        self.changed.emit()

    def _on_done(self, ticket: str, then: Callable[[A], None], answer: A) -> None:
        if self._is_wanted(ticket):
            then(answer)

    def _on_failed(self, ticket: str, error: PacsDeskError) -> None:
        if self._is_wanted(ticket):
            self.failed.emit(error)

    def _is_wanted(self, ticket: str) -> bool:
        if ticket != self._ticket:
            return False
        self._ticket = ""
        self.changed.emit()
        return True


def _ignore(_answer: object) -> None:
    """The question itself says that it was stopped."""
