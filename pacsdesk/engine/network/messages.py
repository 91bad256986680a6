"""Fragments become requests: one reader per association, with no more of a message in memory than one fragment.

Bytes of a dataset go to the exchange as they come; order and completeness are checked here (PS3.8 annex E).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Lock

from pacsdesk.engine.network.command import MAXIMUM_COMMAND, Command, parse_command
from pacsdesk.engine.network.provided import Exchange

_IS_COMMAND = 1  # message control header, PS3.8 E.2
_IS_LAST = 2


class ProtocolViolation(Exception):
    """The peer broke PS3.7 or PS3.8; the association cannot go on."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request that has come in full."""

    context_id: int
    command: Command
    exchange: Exchange


Begin = Callable[[int, Command], Exchange]


class MessageReader:
    """Takes fragments on the receiving thread; `close` may come from any other."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin
        self._lock = Lock()
        self._command = bytearray()
        self._open: Request | None = None
        self._context_id = 0
        self._is_closed = False

    @property
    def is_in_message(self) -> bool:
        """Whether a message has begun and not ended."""
        return bool(self._open or self._command)

    def take(self, context_id: int, fragment: bytes) -> Request | None:
        """Take one presentation data value, its message control header first. Answers the request that it completes.

        Raises ProtocolViolation.
        """
        if not fragment:
            raise ProtocolViolation("a data value without message control header")
        header, content = fragment[0], memoryview(fragment)[1:]
        with self._lock:
            if self._is_closed:
                return None
            if self.is_in_message and context_id != self._context_id:
                raise ProtocolViolation("a message that changes its presentation context")
            self._context_id = context_id
            if header & _IS_COMMAND:
                return self._take_command(content, bool(header & _IS_LAST))
            return self._take_data(content, bool(header & _IS_LAST))

    def close(self) -> None:
        """The association is over: an unfinished exchange is abandoned."""
        with self._lock:
            self._is_closed = True
            unfinished, self._open = self._open, None
        if unfinished:
            unfinished.exchange.abandon()

    def _take_command(self, content: memoryview, is_last: bool) -> Request | None:
        if self._open:
            raise ProtocolViolation("a command while its predecessor's dataset is not complete")
        if len(self._command) + len(content) > MAXIMUM_COMMAND:
            raise ProtocolViolation(f"a command of more than {MAXIMUM_COMMAND} bytes")
        self._command += content
        if not is_last:
            return None
        try:
            command = parse_command(bytes(self._command))
        except ValueError as error:
            raise ProtocolViolation(str(error)) from error
        self._command.clear()
        request = Request(self._context_id, command, self._begin(self._context_id, command))
        if not command.has_dataset:
            return request
        self._open = request
        return None

    def _take_data(self, content: memoryview, is_last: bool) -> Request | None:
        if not self._open:
            raise ProtocolViolation("a dataset without its command")
        self._open.exchange.receive(content)
        if not is_last:
            return None
        complete, self._open = self._open, None
        return complete


def command_fragments(content: bytes, maximum_length: int) -> Iterator[bytes]:
    """A command set as presentation data values with their headers, each fitting the peer's maximum PDU length.

    maximum_length: bytes, 0 when the peer sets no limit (PS3.8 D.1). Twelve bytes go to the headers of PDU and PDV.
    """
    yield from _fragments(content, maximum_length, _IS_COMMAND)


def dataset_fragments(content: bytes, maximum_length: int) -> Iterator[bytes]:
    """A dataset, likewise."""
    yield from _fragments(content, maximum_length, 0)


def _fragments(content: bytes, maximum_length: int, kind: int) -> Iterator[bytes]:
    room = max(maximum_length - 12, 128) if maximum_length else len(content)
    for start in range(0, len(content), room):
        is_last = start + room >= len(content)
        yield bytes([kind | (_IS_LAST if is_last else 0)]) + content[start : start + room]
