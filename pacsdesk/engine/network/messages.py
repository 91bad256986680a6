"""Fragments become requests: one reader per association, with no more of a message in memory than one fragment.

Bytes of a dataset go to the exchange as they come; order and completeness are checked here (PS3.8 annex E).
"""

from collections.abc import Callable
from dataclasses import dataclass

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
    """Takes fragments as they come; for the thread that receives."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin
        self._command = bytearray()
        self._open: Request | None = None
        self._context_id = 0

    @property
    def is_in_message(self) -> bool:
        """Whether a message has begun and not ended."""
        return bool(self._open or self._command)

    def take(self, context_id: int, control: int, content: memoryview, ends_value: bool) -> Request | None:
        """Take a piece of a presentation data value; answers the request that it completes.

        control: the value's message control header. ends_value: whether the value ends with this piece.
        Raises ProtocolViolation.
        """
        if self.is_in_message and context_id != self._context_id:
            raise ProtocolViolation("a message that changes its presentation context")
        self._context_id = context_id
        is_last = bool(control & _IS_LAST) and ends_value
        if control & _IS_COMMAND:
            return self._take_command(content, is_last)
        return self._take_data(content, is_last)

    def close(self) -> None:
        """The association is over: an unfinished exchange is abandoned."""
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
