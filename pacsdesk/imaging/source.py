"""An object's bytes as ranges that are fetched when needed, so that a frame of a 2 GiB object costs one frame.

Small reads are served from a few cached blocks (a walk over element or fragment headers does not become a thousand
requests); large ones go straight through. Not safe for two threads at once.
"""

import io
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable

if TYPE_CHECKING:
    from typing_extensions import Buffer  # in the standard library from Python 3.12 on

ReadAt = Callable[[int, int], bytes]

# A request costs more than moving this much on loopback: objects up to here are fetched whole, by the first read.
WHOLE_OBJECT_BYTES = 1 << 20
BLOCK_BYTES = 64 << 10
MAX_BLOCKS = 16
MAX_HEADER_BYTES = 64 << 20


class ByteSource:
    """Reads an object of `size` bytes through `read_at(start, length)`."""

    def __init__(self, read_at: ReadAt, size: int) -> None:
        self.size = size
        self._read_at = read_at
        self._block_bytes = max(size, 1) if size <= WHOLE_OBJECT_BYTES else BLOCK_BYTES
        self._blocks: OrderedDict[int, bytes] = OrderedDict()

    def read(self, start: int, length: int) -> bytes:
        """The bytes from `start`, fewer than `length` only at the object's end."""
        end = min(start + length, self.size)
        if start >= end:
            return b""
        first, last = start // self._block_bytes, (end - 1) // self._block_bytes
        if last - first > 1:
            return self._fetch(start, end - start)
        data = b"".join(self._block(number) for number in range(first, last + 1))
        offset = first * self._block_bytes
        return data[start - offset : end - offset]

    def forget(self) -> None:
        """Let the cached blocks go; the next read fetches anew."""
        self._blocks.clear()

    def _block(self, number: int) -> bytes:
        block = self._blocks.get(number)
        if block is None:
            start = number * self._block_bytes
            block = self._fetch(start, min(self._block_bytes, self.size - start))
            self._blocks[number] = block
            if len(self._blocks) > MAX_BLOCKS:
                self._blocks.popitem(last=False)
        return block

    def _fetch(self, start: int, length: int) -> bytes:
        data = self._read_at(start, length)
        if len(data) != length:
            raise Undisplayable(
                Obstacle.DAMAGED,
                "The object is shorter than the archive says.",
                f"Asked for {length:,} bytes from {start:,}, got {len(data):,}.",
            )
        return data


class _SourceFile(io.RawIOBase):
    """A source as the file that pydicom's reader wants. Raises Undisplayable when a header goes on for too long."""

    def __init__(self, source: ByteSource) -> None:
        super().__init__()
        self._source = source
        self._position = 0
        self._allowance = MAX_HEADER_BYTES

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._source.size}[whence]
        self._position = max(0, base + offset)
        return self._position

    def readinto(self, buffer: "Buffer") -> int:
        view = memoryview(buffer).cast("B")
        data = self._source.read(self._position, len(view))
        self._allowance -= len(data)
        if self._allowance < 0:
            raise Undisplayable(
                Obstacle.TOO_LARGE,
                "The header is too large to show.",
                f"More than {MAX_HEADER_BYTES >> 20} MiB come before the pixel data.",
            )
        view[: len(data)] = data
        self._position += len(data)
        return len(data)


def open_file(source: ByteSource) -> io.BufferedReader:
    """The source as a binary file for a parser, from its beginning."""
    return io.BufferedReader(_SourceFile(source))
