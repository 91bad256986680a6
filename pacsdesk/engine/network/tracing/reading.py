"""Reads a trace's file, also while it is written: its lines by number, filtered and in pages, and one with its context.

Only where each line begins and what it says is held in memory; its bytes stay in the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from pacsdesk.contract.errors import InvalidInput, NotFound, StorageBroken
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.traces import TracedKind, TracedPdu, TraceEnd, TraceFilter
from pacsdesk.engine.network.tracing.trace_file import (
    LONGEST_LINE,
    MOST_LINES,
    Head,
    Written,
    read_head,
    read_line,
)

_MOST_CONTEXT = 2000  # lines of which a dataset's kept beginning can be made up


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands. since: the number of the line in which its first dataset fragment's dataset begins."""

    pdu: TracedPdu
    offset: int
    since: int


class TraceReader:
    """One file; safe from any thread."""

    def __init__(self, path: Path, is_strict: bool = False) -> None:
        """is_strict: a line that cannot be read is an error, and not passed over as the last of a killed engine's.

        Raises InvalidInput when the file is no trace, StorageBroken when it cannot be read.
        """
        self._path = path
        self._is_strict = is_strict
        self._lock = Lock()
        self._places: list[_Place] = []
        self._begins: dict[tuple[int, bool], int] = {}
        self.ended_by: TraceEnd | None = None
        self.associations = 0
        try:
            with path.open("rb") as stream:
                first = stream.readline(LONGEST_LINE)
        except OSError as error:
            raise StorageBroken("The trace cannot be read.", str(error.strerror)) from error
        self.head: Head = read_head(first)
        self._read_up_to = len(first)

    @property
    def pdus(self) -> int:
        """Lines, the beginnings and ends of connections not counted."""
        with self._lock:
            return sum(1 for one in self._places if one.pdu.kind not in (TracedKind.OPENED, TracedKind.CLOSED))

    @property
    def seconds(self) -> float:
        """When the last line was written."""
        with self._lock:
            return self._places[-1].pdu.seconds if self._places else 0.0

    def catch_up(self) -> None:
        """Read what was written meanwhile. Raises InvalidInput (only when strict), StorageBroken."""
        with self._lock:
            try:
                with self._path.open("rb") as stream:
                    stream.seek(self._read_up_to)
                    while (line := stream.readline(LONGEST_LINE)).endswith(b"\n"):
                        self._note(line)
                        self._read_up_to += len(line)
                    if line and self._is_strict:
                        raise InvalidInput("This trace is not whole.", "Its last line is cut off or too long.")
            except OSError as error:
                raise StorageBroken("The trace cannot be read.", str(error.strerror)) from error

    def page(self, which: TraceFilter, page: PageRequest) -> Page[TracedPdu]:
        """Lines in order, after the one whose number is the key. Raises InvalidInput for a strange key."""
        if page.after_key and not page.after_key.isdecimal():
            raise InvalidInput("This is no key of a page.", page.after_key[:40])
        with self._lock:
            places = list(self._places)
        words = which.text.casefold().split()
        matching = [one.pdu for one in places if _matches(one.pdu, which, words)]
        after = int(page.after_key or 0)
        left = [one for one in matching if one.number > after][page.skip :]
        items = tuple(left[: page.limit])
        next_key = str(items[-1].number) if len(left) > len(items) else ""
        return Page(items, next_key, len(matching) if page.count else None)

    def pdu(self, number: int) -> TracedPdu:
        """One line. Raises NotFound."""
        return self._place(number).pdu

    def with_context(self, number: int) -> Iterator[Written]:
        """The lines of its direction from the beginning of the dataset that a line goes on with, itself last.

        Raises NotFound, StorageBroken.
        """
        place = self._place(number)
        with self._lock:
            before = self._places[max(place.since, number - _MOST_CONTEXT) - 1 : number - 1]
        pdu = place.pdu
        for one in before:
            same = one.pdu.association == pdu.association and one.pdu.from_requestor == pdu.from_requestor
            if same and one.pdu.kind is TracedKind.DATA:
                yield self._read(one.offset)
        yield self._read(place.offset)

    def _place(self, number: int) -> _Place:
        with self._lock:
            if not 1 <= number <= len(self._places):
                raise NotFound(f"The trace has no line {number}.", f"It has {len(self._places):,}.")
            return self._places[number - 1]

    def _read(self, offset: int) -> Written:
        try:
            with self._path.open("rb") as stream:
                stream.seek(offset)
                written = read_line(stream.readline(LONGEST_LINE))
        except (OSError, ValueError) as error:
            raise StorageBroken("A line of the trace cannot be read any more.", str(error)) from error
        assert isinstance(written, Written), "the index has no other lines"
        return written

    def _note(self, line: bytes) -> None:
        try:
            written = read_line(line)
        except ValueError as error:
            if self._is_strict:
                raise InvalidInput(f"Line {len(self._places) + 2} of this trace cannot be read.", str(error)) from error
            return
        if isinstance(written, TraceEnd):
            self.ended_by = written
            return
        if len(self._places) >= MOST_LINES:
            raise InvalidInput("This trace is too long.", f"It has more than {MOST_LINES:,} lines.")
        number = len(self._places) + 1
        side = written.association, written.from_requestor
        since = number
        if written.kind is TracedKind.DATA:
            since = self._begins.get(side, number) if written.follows else number
            self._begins[side] = since
        self.associations = max(self.associations, written.association)
        self._places.append(
            _Place(
                TracedPdu(
                    number,
                    written.seconds,
                    written.association,
                    written.from_requestor,
                    written.kind,
                    written.length,
                    written.kept,
                    written.says,
                ),
                self._read_up_to,
                since,
            )
        )


def _matches(pdu: TracedPdu, which: TraceFilter, words: list[str]) -> bool:
    if which.association and pdu.association != which.association:
        return False
    if which.kind is not None and pdu.kind is not which.kind:
        return False
    return all(word in f"{pdu.kind} {pdu.summary}".casefold() for word in words)
