"""Whether the disk has room for another object: asked before its data is read, and again while much of it comes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pacsdesk.contract.errors import StorageFull
from pacsdesk.contract.records.engine import RoomState
from pacsdesk.engine.runtime.ballast import DiskUsage

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RoomReserve:
    """What must stay free, and under what it is said to be low: so many bytes, and so much of the whole disk (0 to 1);
    the larger of both counts."""

    free_bytes: int = 1 << 30
    free_fraction: float = 0.02
    low_bytes: int = 5 << 30
    low_fraction: float = 0.10


class Room:
    """Watches one disk; asks it each time, so that nothing is to be done once there is room again."""

    def __init__(
        self,
        path: Path,
        reserve: RoomReserve,
        disk_usage: DiskUsage,
        spoken_for: Callable[[], int] = lambda: 0,
    ) -> None:
        """spoken_for: bytes that are free now and are none for objects (the ballast, while it is given up)."""
        self._path = path
        self._reserve = reserve
        self._disk_usage = disk_usage
        self._spoken_for = spoken_for
        self._told = RoomState.ENOUGH

    def state(self) -> RoomState:
        """How it is now; a change is told in the log."""
        return self._look()[0]

    def check(self) -> None:
        """Raises StorageFull when another object would touch the reserve, which deletion and shutdown live on."""
        state, free, wanted = self._look()
        if state is RoomState.FULL:
            raise StorageFull(
                "The archive is full.",
                f"{free >> 20:,} MiB are free, {wanted >> 20:,} MiB are kept in reserve.",
                "Make room on the disk of the data folder, or lower the reserve in the settings.",
            )

    def _look(self) -> tuple[RoomState, int, int]:
        """The state, free bytes, and those that must stay free."""
        total, _, free = self._disk_usage(self._path)
        free = max(0, free - self._spoken_for())
        wanted = max(self._reserve.free_bytes, int(total * self._reserve.free_fraction))
        low = max(self._reserve.low_bytes, int(total * self._reserve.low_fraction))
        state = RoomState.FULL if free < wanted else RoomState.LOW if free < low else RoomState.ENOUGH
        self._tell(state, free)
        return state, free, wanted

    def _tell(self, state: RoomState, free: int) -> None:
        if state is self._told:
            return
        self._told = state
        level = logging.INFO if state is RoomState.ENOUGH else logging.WARNING
        log.log(level, "room on the disk: %s, %d MiB free for objects", state, free >> 20)
