"""A file that holds room on the data folder's disk, given up when the disk is full, so that the engine can still work.

On what it gives up live the audit, deleting and a clean end; it is made again once there is room for it. Never raises.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from pacsdesk.engine.runtime.platform import make_full_file

log = logging.getLogger(__name__)

# of a small disk, what would be missed elsewhere
_LARGEST_SHARE = 16

# total, used and free bytes of the disk that holds a path
DiskUsage = Callable[[Path], tuple[int, int, int]]


class Ballast:
    """One file of a fixed size; safe from any thread. Other processes may ask what is missing; one alone settles."""

    def __init__(self, path: Path, size_bytes: int, disk_usage: DiskUsage) -> None:
        """size_bytes: at most a sixteenth of the disk is taken; 0 for none."""
        self._path = path
        self._wanted = size_bytes
        self._disk_usage = disk_usage
        self._lock = Lock()

    def missing_bytes(self) -> int:
        """What is given up now, and is to be left free for taking it again."""
        return max(0, self._size() - _size_of(self._path))

    def settle(self) -> None:
        """Give the room up when less than half as much is free, take it when twice as much is; else leave it."""
        try:
            free = self._disk_usage(self._path.parent)[2]
            size, held = self._size(), _size_of(self._path)
        except OSError:
            return  # the disk does not even answer that: whoever asked will hear of it
        if (held and free < size // 2) or held > size:
            self._give_up(held)
        elif held < size and free >= 2 * size:
            self._take(size)

    def _size(self) -> int:
        return min(self._wanted, self._disk_usage(self._path.parent)[0] // _LARGEST_SHARE)

    def _give_up(self, held: int) -> None:
        with self._lock:
            try:
                self._path.unlink(missing_ok=True)
            except OSError as error:
                log.error("the ballast file cannot be removed: %s", error.strerror)
                return
            log.warning("hardly any room is left on the disk: %d MiB of ballast are given up", held >> 20)

    def _take(self, size: int) -> None:
        with self._lock:
            if _size_of(self._path) >= size:
                return  # another thread was quicker
            try:
                make_full_file(self._path, size)
            except OSError as error:
                log.warning("no ballast file of %d MiB could be made: %s", size >> 20, error.strerror)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
