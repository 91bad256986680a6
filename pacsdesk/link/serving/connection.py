"""One HTTP connection that cannot be held for nothing: heads, silence and stalled receivers have their limits.

uvicorn parses and frames; it sets no limit on the size or age of a request's head, on a receiver that takes nothing,
or on requests sent before the one before was answered. (TCP_NODELAY is set by asyncio on each connection.)
"""

import asyncio
import logging
from typing import Any, ClassVar

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from pacsdesk.contract.errors import InvalidInput, PacsDeskError, TooLarge, Unavailable
from pacsdesk.link.codec import encode_error
from pacsdesk.link.serving.limits import Limits

log = logging.getLogger(__name__)


class LimitedConnection(HttpToolsProtocol):
    """What uvicorn makes for each connection that it accepts."""

    limits: ClassVar[Limits] = Limits()

    _bytes_without_progress = 0
    _head_timer: asyncio.TimerHandle | None = None
    _stall_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn narrows it
        super().connection_made(transport)
        if len(self.connections) > self.limits.connections:
            self._refuse(Unavailable("The engine has too many connections.", hint="Try again in a moment."))
            return
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._head_came()
        self._end_stall()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self._is_between_requests():
            self._expect_head()
        self._bytes_without_progress += len(data)
        super().data_received(data)
        if self._bytes_without_progress > self.limits.head_bytes and not self.transport.is_closing():
            self._refuse(TooLarge(f"The head of a request is larger than {self.limits.head_bytes} bytes."))

    def on_message_begin(self) -> None:
        if not self._is_between_requests():
            log.warning("%s sent a request before its last one was answered", self._caller())
            self.transport.close()
            raise ConnectionError("requests one after the other only")  # ends the parser's run
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._head_came()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._bytes_without_progress = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._bytes_without_progress = 0
        super().on_message_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stall_timer = self.loop.call_later(self.limits.stalled_seconds, self._give_up_receiver)

    def resume_writing(self) -> None:
        self._end_stall()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        self._refuse(InvalidInput("This is not a request that HTTP knows."))

    def _is_between_requests(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _expect_head(self) -> None:
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(self.limits.head_seconds, self._give_up_head)

    def _head_came(self) -> None:
        self._bytes_without_progress = 0
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _end_stall(self) -> None:
        if self._stall_timer is not None:
            self._stall_timer.cancel()
            self._stall_timer = None

    def _give_up_head(self) -> None:
        self._head_timer = None
        self._refuse(InvalidInput(f"No request came within {self.limits.head_seconds:g} seconds."))

    def _give_up_receiver(self) -> None:
        log.warning("%s took nothing of its answer for %g s: cut", self._caller(), self.limits.stalled_seconds)
        self.transport.abort()

    def _refuse(self, error: PacsDeskError) -> None:
        """Say why, unless an answer has begun already, and close."""
        if self.transport.is_closing():
            return
        log.warning("%s refused: %s", self._caller(), error.title)
        if self._is_between_requests() or not self.cycle.response_started:
            body = encode_error(error)
            head = b"content-type: application/json\r\ncontent-length: %d\r\nconnection: close\r\n\r\n" % len(body)
            self.transport.write(STATUS_LINE[error.http_status] + head + body)
        self.transport.close()

    def _caller(self) -> str:
        return f"{self.client[0]}:{self.client[1]}" if self.client else "a caller without address"


def limited_connection(limits: Limits) -> type[LimitedConnection]:
    """The class of connections with these limits; uvicorn takes a class and makes the instances."""
    members: dict[str, Any] = {"limits": limits}  # Any: what type() takes
    return type("ConfiguredConnection", (LimitedConnection,), members)
