"""PDUs out of a stream of bytes, through one buffer that is used again and again: a P-DATA-TF is never held as a whole.

Promises: what a PDU claims costs nothing until it comes, and no view of the buffer is good after the next step.
"""

import struct
import time
from collections.abc import Iterator
from mmap import mmap

from pacsdesk.engine.network.wire.channel import NEVER, Channel
from pacsdesk.engine.network.wire.pdu import HEADER_LENGTH, BrokenPdu, decode_header

# item length, presentation context ID, message control header (PS3.8 9.3.5.1 and E.2)
_VALUE = struct.Struct(">LBB")
_COUNTED = 2  # of the value's header, so many bytes count in its length

# two of the PDUs that we announce by default: one system call takes what a fast sender has ready
DEFAULT_BUFFER = 1 << 18

_FIRST = 64

# presentation context ID, message control header, bytes of the fragment, whether its value ends with them
Piece = tuple[int, int, memoryview, bool]


class InputEnded(Exception):
    """No more bytes come: closed by the peer, cut off by us, or overdue."""


class PduReader:
    """Reads one connection; for one thread."""

    def __init__(self, channel: Channel, buffer_length: int = DEFAULT_BUFFER) -> None:
        self._channel = channel
        # pages come when they are touched and go with it: 200 silent connections cost 2 MiB, on the heap 50
        self._view = memoryview(mmap(-1, buffer_length))
        self._start = 0
        self._end = 0
        self._by = NEVER
        self._first_bytes = b""

    @property
    def first_bytes(self) -> bytes:
        """How the stream began, at most 64 bytes, as far as it had come with the first PDU's header or ended before."""
        return self._first_bytes or bytes(self._view[: min(self._end, _FIRST)])

    @property
    def is_ahead(self) -> bool:
        """Whether bytes were read that are not taken yet."""
        return self._start < self._end

    def header(self, first_by: float, seconds: float, by: float = NEVER) -> tuple[int, int]:
        """Type and length of the next PDU. Raises InputEnded.

        Its first byte must come before `first_by`, all of it within so many seconds more, and never after `by`
        (monotonic seconds).
        """
        self._by = min(first_by, by)
        if self._start == self._end:
            self._refill()
        self._by = min(time.monotonic() + seconds, by)
        self._need(HEADER_LENGTH)
        if not self._first_bytes:
            self._first_bytes = bytes(self._view[: min(self._end, _FIRST)])
        self._start += HEADER_LENGTH
        return decode_header(self._view[self._start - HEADER_LENGTH : self._start])

    def body(self, length: int) -> bytes:
        """A body that is short enough to be held. Raises InputEnded."""
        content = bytearray()
        while len(content) < length:
            content += self._next(length - len(content))
        return bytes(content)

    def pieces(self, length: int) -> Iterator[Piece]:
        """The fragments of a P-DATA-TF's body as they come, in pieces that fit the buffer.

        Raises BrokenPdu, InputEnded.
        """
        if not length:
            raise BrokenPdu("a P-DATA-TF without a value")
        while length:
            if length < _VALUE.size:
                raise BrokenPdu("a presentation data value's header is cut off")
            self._need(_VALUE.size)
            item_length, context_id, control = _VALUE.unpack_from(self._view, self._start)
            self._start += _VALUE.size
            left = item_length - _COUNTED
            length -= _VALUE.size + left
            if left < 0 or length < 0:
                raise BrokenPdu(f"a presentation data value says {item_length} bytes, which is not what its PDU has")
            while True:
                piece = self._next(left) if left else self._view[:0]
                left -= len(piece)
                yield context_id, control, piece, not left
                if not left:
                    break

    def pass_over(self, by: float) -> None:
        """Read to the end of the input and look at nothing. Raises InputEnded, always."""
        self._by = by
        while True:
            self._start = self._end
            self._refill()

    def _next(self, most: int) -> memoryview:
        if self._start == self._end:
            self._refill()
        start = self._start
        self._start = min(start + most, self._end)
        return self._view[start : self._start]

    def _need(self, count: int) -> None:
        """Have so many bytes in a row."""
        while self._end - self._start < count:
            self._refill()

    def _refill(self) -> None:
        if self._start == self._end:
            self._start = self._end = 0
        elif self._end == len(self._view):
            left = self._end - self._start
            self._view[:left] = bytes(self._view[self._start : self._end])
            self._start, self._end = 0, left
        self._channel.read_by = self._by
        count = self._channel.read(self._view[self._end :])
        self._channel.read_by = NEVER
        if not count:
            raise InputEnded
        self._end += count
