"""Brings frames to the GUI thread: the wanted one first, neighbours ahead of need, answers that come too late never.

At most a few fetches run ahead at once, so that a jump is not queued behind neighbours of the old place.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.panels.viewer.frame_cache import BUDGET_BYTES, RESTING_BUDGET_BYTES, FrameCache
from pacsdesk.desktop.panels.viewer.reading import LoadedFrame, ObjectReader
from pacsdesk.desktop.panels.viewer.stack import FrameAddress

AHEAD_FORWARD = 12
AHEAD_BACKWARD = 4
AHEAD_AT_ONCE = 2
URGENT, AHEAD = 10, 0


class FrameLoader(QObject):
    """frame_loaded: a LoadedFrame, in any order. frame_failed: address and PacsDeskError of a wanted frame."""

    frame_loaded = Signal(object)
    frame_failed = Signal(object, object)

    def __init__(self, calls: Calls, reader: ObjectReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._reader = reader
        self._cache = FrameCache()
        self._running: dict[FrameAddress, int] = {}
        self._ahead: list[FrameAddress] = []
        self._wanted: FrameAddress | None = None

    def cached(self, address: FrameAddress) -> LoadedFrame | None:
        """The frame when it is here already."""
        return self._cache.get(address)

    def want(self, address: FrameAddress, ahead: list[FrameAddress]) -> LoadedFrame | None:
        """The frame when it is here, else it is fetched and comes as a signal; `ahead` follow in this order."""
        self._wanted = address
        self._ahead = [other for other in ahead if other not in self._cache]
        found = self._cache.get(address)
        if found is None:
            self._fetch(address, URGENT)
        else:
            self._fetch_ahead()
        return found

    def forget(self) -> None:
        """Another series: drop what runs, let go what was kept."""
        for number in self._running.values():
            self._calls.drop(number)
        self._running.clear()
        self._ahead.clear()
        self._wanted = None
        self._cache.clear()
        self._reader.forget()

    def rest(self) -> None:
        """Nobody looks: keep little."""
        self._ahead.clear()
        self._cache.set_budget(RESTING_BUDGET_BYTES)

    def wake(self) -> None:
        """Somebody looks again."""
        self._cache.set_budget(BUDGET_BYTES)

    def _fetch(self, address: FrameAddress, priority: int) -> None:
        if address not in self._running:
            self._running[address] = self._calls.start(
                partial(self._reader.load, address),
                self._on_loaded,
                partial(self._on_failed, address),
                owner=self,
                priority=priority,
            )

    def _fetch_ahead(self) -> None:
        while self._ahead and len(self._running) < AHEAD_AT_ONCE:
            self._fetch(self._ahead.pop(0), AHEAD)

    def _on_loaded(self, frame: LoadedFrame) -> None:
        self._running.pop(frame.address, None)
        self._cache.put(frame)
        self._fetch_ahead()
        self.frame_loaded.emit(frame)

    def _on_failed(self, address: FrameAddress, error: PacsDeskError) -> None:
        self._running.pop(address, None)
        self._ahead.clear()
        if address == self._wanted:
            self.frame_failed.emit(address, error)
