"""Keeps decoded frames within a budget of bytes; the least recently used go first."""

from collections import OrderedDict

from pacsdesk.desktop.panels.viewer.reading import LoadedFrame
from pacsdesk.desktop.panels.viewer.stack import FrameAddress

BUDGET_BYTES = 256 << 20
RESTING_BUDGET_BYTES = 16 << 20  # while another panel shows


class FrameCache:
    """Frames by address."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self._budget = budget_bytes
        self._frames: OrderedDict[FrameAddress, LoadedFrame] = OrderedDict()
        self._size = 0

    @property
    def size_bytes(self) -> int:
        """What is held."""
        return self._size

    def __contains__(self, address: FrameAddress) -> bool:
        return address in self._frames

    def get(self, address: FrameAddress) -> LoadedFrame | None:
        """A frame, which thereby counts as just used."""
        frame = self._frames.get(address)
        if frame is not None:
            self._frames.move_to_end(address)
        return frame

    def put(self, frame: LoadedFrame) -> None:
        """Keep a frame."""
        self._forget(frame.address)
        self._frames[frame.address] = frame
        self._size += frame.size_bytes
        self._shrink()

    def set_budget(self, budget_bytes: int) -> None:
        """Allow more or fewer bytes from now on."""
        self._budget = budget_bytes
        self._shrink()

    def clear(self) -> None:
        """Let everything go."""
        self._frames.clear()
        self._size = 0

    def _shrink(self) -> None:
        # the newest stays even when it alone is over the budget: it is on the screen
        while self._size > self._budget and len(self._frames) > 1:
            self._forget(next(iter(self._frames)))

    def _forget(self, address: FrameAddress) -> None:
        gone = self._frames.pop(address, None)
        if gone is not None:
            self._size -= gone.size_bytes
