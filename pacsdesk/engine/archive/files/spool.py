"""A file that is written once, its beginning last, past the system's page cache where the system lets us.

What is received is seldom read soon, and finding pages for it costs more than the disk does (docs/decisions/0090). A
small file is gathered whole and goes out in one write. Every call may raise OSError.
"""

import mmap
import os
from collections import deque
from pathlib import Path

from pacsdesk.engine.runtime.direct import DIRECT_BLOCK, write_all, write_directly, write_through_cache
from pacsdesk.engine.runtime.platform import open_private, read_at, sync_file

# the beginning stays in memory: a header is put there last, and an object's keys are read from it
_HEAD = 64 << 10
_BLOCK = 256 << 10
_KEPT = 8  # buffers of those that nobody uses, 2.5 MiB

# memory at page borders, as direct writes need it; a deque is safe from any thread
_free_buffers: deque[mmap.mmap] = deque(maxlen=_KEPT)


class Spool:
    """For one thread at a time. The file exists from its second block on, or from `finish`."""

    def __init__(self, path: Path, begin: int) -> None:
        """begin: where the first appended byte stands; what is before it comes with `finish`."""
        self._path = path
        self._end = begin
        self._block_at = _HEAD  # where the block stands in the file; between it and the head all is written
        self._buffer = _free_buffers.pop() if _free_buffers else mmap.mmap(-1, _HEAD + _BLOCK)
        self._view = memoryview(self._buffer)
        self._descriptor = -1

    @property
    def has_file(self) -> bool:
        """Whether a file was made."""
        return self._descriptor >= 0

    def append(self, view: memoryview) -> None:
        """Take bytes in; the view is not needed afterwards."""
        while view:
            place = self._place(self._end)
            room = (_HEAD if place < _HEAD else _HEAD + _BLOCK) - place
            taken = view[:room]
            self._view[place : place + len(taken)] = taken
            self._end += len(taken)
            view = view[len(taken) :]
            if len(taken) == room and place >= _HEAD:
                self._write_block(_BLOCK)

    def read(self, start: int, length: int) -> bytes:
        """Bytes of the file from `start`, fewer only at its end; until it is closed."""
        end = min(start + length, self._end)
        parts = []
        while start < end:
            if start < _HEAD or start >= self._block_at:
                upto = min(end, _HEAD) if start < _HEAD else end
                parts.append(bytes(self._view[self._place(start) : self._place(start) + upto - start]))
            else:
                upto = min(end, self._block_at)
                parts.append(self._read_back(start, upto - start))
            start = upto
        return b"".join(parts)

    def finish(self, header: bytes) -> None:
        """Write the beginning and what is left: the file is as it will stay, though not durable."""
        self._view[: len(header)] = header
        if self._end <= _HEAD:
            self._descriptor = open_private(self._path)
            write_all(self._descriptor, self._view[: self._end])
            return
        left = self._end - self._block_at
        odd = left % DIRECT_BLOCK
        self._write_block(left - odd)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        write_all(self._descriptor, self._view[:_HEAD])
        if odd:
            write_through_cache(self._descriptor)
            os.lseek(self._descriptor, self._block_at, os.SEEK_SET)
            write_all(self._descriptor, self._view[_HEAD + left - odd : _HEAD + left])

    def sync(self) -> None:
        """Return when the bytes of a finished file are on stable storage."""
        sync_file(self._descriptor)

    def close(self) -> None:
        """Let memory and descriptor go; once."""
        self._view.release()
        _free_buffers.append(self._buffer)
        if self._descriptor >= 0:
            os.close(self._descriptor)

    def _place(self, position: int) -> int:
        """Where a byte of the head or the block is in the buffer."""
        return position if position < _HEAD else _HEAD + position - self._block_at

    def _write_block(self, length: int) -> None:
        """Write out the first bytes of the block, which then begins behind them."""
        if self._descriptor < 0:
            self._descriptor = open_private(self._path)
            write_directly(self._descriptor)
            os.lseek(self._descriptor, _HEAD, os.SEEK_SET)
        write_all(self._descriptor, self._view[_HEAD : _HEAD + length])
        self._block_at += length

    def _read_back(self, start: int, length: int) -> bytes:
        """Bytes that went out; by a descriptor of its own, as direct reads have borders too."""
        descriptor = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            return read_at(descriptor, start, length)
        finally:
            os.close(descriptor)
