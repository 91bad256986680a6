"""Finds PDUs in the bytes of one direction as they pass, and keeps of each what may be kept.

Promises: whatever comes, memory stays bounded, nothing is raised, and what is no PDU is said to be none.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pacsdesk.contract.records.traces import TracedKind
from pacsdesk.engine.network.wire.associate import LARGEST_ASSOCIATE
from pacsdesk.engine.network.wire.pdu import HEADER_LENGTH, KINDS, PduKind, decode_header

KIND_OF = {
    PduKind.ASSOCIATE_RQ: TracedKind.ASSOCIATE_RQ,
    PduKind.ASSOCIATE_AC: TracedKind.ASSOCIATE_AC,
    PduKind.ASSOCIATE_RJ: TracedKind.ASSOCIATE_RJ,
    PduKind.DATA: TracedKind.DATA,
    PduKind.RELEASE_RQ: TracedKind.RELEASE_RQ,
    PduKind.RELEASE_RP: TracedKind.RELEASE_RP,
    PduKind.ABORT: TracedKind.ABORT,
}
_VALUE = struct.Struct(">LBB")
_COUNTED = 2  # of a value's header, so many bytes count in its length
_MOST_KEPT = 256 << 10  # of one P-DATA-TF; headers of tiny values could fill a trace otherwise
_OTHER_KEPT = 64

# gets a piece of a presentation data value: context ID, message control header, content, whether the value ends with
# it; answers the bytes of it that are kept, from its beginning
Keep = Callable[[int, int, bytes, bool], bytes]


@dataclass(slots=True)
class Passed:
    """A PDU that passed, or the beginning of what is none. length: of all its bytes; pieces: what was kept of them."""

    kind: TracedKind
    length: int
    pieces: list[tuple[int, bytearray]] = field(default_factory=list)

    @property
    def kept(self) -> int:
        """How many bytes."""
        return sum(len(content) for _, content in self.pieces)

    def body(self) -> bytes:
        """What follows the header, when all of it was kept; b"" else."""
        if len(self.pieces) != 1 or len(self.pieces[0][1]) != self.length:
            return b""
        return bytes(self.pieces[0][1][HEADER_LENGTH:])


class PduStream:
    """One direction of one connection; for one thread at a time."""

    def __init__(self, keep: Keep) -> None:
        self.is_foreign = False
        self.first_bytes = b""
        self._keep = keep
        self._held = bytearray()  # a header that has not come whole, of the PDU or of a value in it
        self._passed: Passed | None = None
        self._at = 0  # in the PDU
        self._value: tuple[int, int, int] | None = None  # bytes that are left, context ID, control

    def feed(self, content: bytes | bytearray | memoryview) -> Iterator[Passed]:
        """The PDUs that end with these bytes."""
        view = memoryview(content)
        if len(self.first_bytes) < _OTHER_KEPT:
            self.first_bytes += bytes(view[: _OTHER_KEPT - len(self.first_bytes)])
        while view and not self.is_foreign:
            if self._passed is None:
                view, passed = self._begin(view)
            elif self._passed.kind is TracedKind.DATA:
                view, passed = self._data(view, self._passed)
            else:
                view, passed = self._plain(view, self._passed)
            if passed:
                yield passed

    def unfinished(self) -> Passed | None:
        """What was under way when the connection ended."""
        if self._passed:
            return self._passed
        if self._held and not self.is_foreign:
            return Passed(TracedKind.OTHER, len(self._held), [(0, bytearray(self._held))])
        return None

    def _begin(self, view: memoryview) -> tuple[memoryview, Passed | None]:
        view = self._hold(view, HEADER_LENGTH)
        if self._held and self._held[0] not in KINDS:
            self.is_foreign = True
            content = self._held + view[: _OTHER_KEPT - len(self._held)]
            return view, Passed(TracedKind.OTHER, len(self._held) + len(view), [(0, content)])
        if len(self._held) < HEADER_LENGTH:
            return view, None
        kind, length = decode_header(self._held)
        self._passed = Passed(KIND_OF[PduKind(kind)], HEADER_LENGTH + length, [(0, bytearray(self._held))])
        self._held.clear()
        self._at, self._value = HEADER_LENGTH, None
        return view, self._ended(self._passed)

    def _plain(self, view: memoryview, passed: Passed) -> tuple[memoryview, Passed | None]:
        piece = view[: passed.length - self._at]
        if self._at < LARGEST_ASSOCIATE:
            self._add(passed, bytes(piece[: LARGEST_ASSOCIATE - self._at]))
        self._at += len(piece)
        return view[len(piece) :], self._ended(passed)

    def _data(self, view: memoryview, passed: Passed) -> tuple[memoryview, Passed | None]:
        left = passed.length - self._at
        if self._value is None:
            needed = min(_VALUE.size, left + len(self._held))
            rest = self._hold(view, needed)
            if len(self._held) < needed:
                self._at += len(view) - len(rest)
                return rest, None
            if needed == _VALUE.size:
                self._begin_value(passed, left - (len(view) - len(rest)))
            self._at += len(view) - len(rest)
            self._add(passed, bytes(self._held), self._at - len(self._held))
            self._held.clear()
            return rest, self._ended(passed)
        count, context_id, control = self._value
        piece = view[:count]
        count -= len(piece)
        self._add(passed, self._keep(context_id, control, bytes(piece), not count))
        self._at += len(piece)
        self._value = (count, context_id, control) if count else None
        return view[len(piece) :], self._ended(passed)

    def _begin_value(self, passed: Passed, left: int) -> None:
        """left: bytes of the PDU behind this header."""
        item_length, context_id, control = _VALUE.unpack(self._held)
        count = min(max(item_length - _COUNTED, 0), left)
        if count:
            self._value = count, context_id, control
        else:
            self._keep(context_id, control, b"", True)

    def _hold(self, view: memoryview, count: int) -> memoryview:
        taken = max(count - len(self._held), 0)
        self._held += view[:taken]
        return view[taken:]

    def _add(self, passed: Passed, content: bytes, at: int | None = None) -> None:
        """Keep bytes, of which the first stands at that place in the PDU (None: where we are)."""
        at = self._at if at is None else at
        if passed.kind is TracedKind.DATA:
            content = content[: max(_MOST_KEPT - passed.kept, 0)]
        if not content:
            return
        last_at, last = passed.pieces[-1]
        if last_at + len(last) == at:
            last += content
        else:
            passed.pieces.append((at, bytearray(content)))

    def _ended(self, passed: Passed) -> Passed | None:
        if self._at < passed.length:
            return None
        self._passed = None
        return passed
