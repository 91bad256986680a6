"""Whether the disk has room for another object, asked before its data is read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pacsdesk.contract.errors import StorageFull


@dataclass(frozen=True, slots=True)
class RoomReserve:
    """What must stay free: so many bytes, and so much of the whole disk (0 to 1); the larger of both counts."""

    free_bytes: int = 1 << 30
    free_fraction: float = 0.02


class Room:
    """Watches one disk."""

    def __init__(self, path: Path, reserve: RoomReserve, disk_usage: Callable[[Path], tuple[int, int, int]]) -> None:
        self._path = path
        self._reserve = reserve
        self._disk_usage = disk_usage

    def check(self) -> None:
        """Raises StorageFull when another object would touch the reserve, which deletion and shutdown live on."""
        total, _, free = self._disk_usage(self._path)
        wanted = max(self._reserve.free_bytes, int(total * self._reserve.free_fraction))
        if free < wanted:
            raise StorageFull(
                "The archive is full.",
                f"{free >> 20:,} MiB are free, {wanted >> 20:,} MiB are kept in reserve.",
                "Make room on the disk of the data folder, or lower the reserve in the settings.",
            )
