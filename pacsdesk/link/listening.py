"""Hears the engine's events: resumes where it was cut, says when something was missed, ends at once when asked to.

Uses the standard library's HTTP client: it shows its socket from the first moment, and only closing the socket from
another thread ends a read that waits.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, socket
from threading import Event, Thread

from pacsdesk.contract.errors import InvalidInput, Unavailable
from pacsdesk.link.codec import decode_event
from pacsdesk.link.sse import MEDIA_TYPE, MessageReader
from pacsdesk.link.transport import CONNECT_SECONDS, Transport, cut_off, error_in, no_engine, not_understood

SILENCE_SECONDS = 15.0
"""Three signs of life missed: the engine hangs or the cable is out."""

STOP_POLL_SECONDS = 0.2

_PIECE = 1 << 16
_LARGEST_ERROR = 1 << 16


class EventListener:
    """One face's place in the stream of events of one engine. One stream at a time."""

    def __init__(self, transport: Transport, silence_seconds: float = SILENCE_SECONDS) -> None:
        self._transport = transport
        self._silence_seconds = silence_seconds
        self._place = ""

    def listen(self, stop: Event) -> Iterator[object | None]:
        """Open the stream: None once it stands, then event records, EventsMissed among them when some are lost.

        Ends when `stop` is set. Raises NotSignedIn, NotPermitted; Unavailable when there is no engine, the stream is
        cut or nothing, not even a sign of life, comes in time. The next call goes on after the last event.
        """
        try:
            with self._connected(stop) as connection:
                yield from self._records(self._opened(connection))
        except (OSError, HTTPException) as error:
            if not stop.is_set():
                raise cut_off(self._transport.address, str(error)) from error
        except Unavailable:
            if not stop.is_set():
                raise

    @contextmanager
    def _connected(self, stop: Event) -> Iterator[HTTPConnection]:
        url = self._transport.url
        kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
        connection = kind(url.host, url.port, timeout=CONNECT_SECONDS)
        try:
            connection.connect()
        except OSError as error:
            raise no_engine(self._transport.address, str(error)) from error
        is_over = Event()
        watch = Thread(target=_hang_up, args=(connection.sock, stop, is_over), name="event-stream-stop", daemon=True)
        watch.start()
        try:
            yield connection
        finally:
            is_over.set()
            watch.join()
            connection.close()

    def _opened(self, connection: HTTPConnection) -> HTTPResponse:
        headers = {"Accept": MEDIA_TYPE, **self._transport.authorization()}
        if self._place:
            headers["Last-Event-ID"] = self._place
        connection.sock.settimeout(self._silence_seconds)
        connection.request("GET", "/events", headers=headers)
        response = connection.getresponse()
        if response.status != HTTPStatus.OK:
            raise error_in(response.status, response.read(_LARGEST_ERROR), self._transport.address)
        return response

    def _records(self, response: HTTPResponse) -> Iterator[object | None]:
        with response:
            reader = MessageReader()
            is_standing = False
            while piece := response.read1(_PIECE):
                for message in reader.feed(piece):
                    self._place = message.message_id or self._place
                    if not is_standing:
                        is_standing = True
                        yield None
                    record = self._record(message.name, message.data)
                    if record is not None:
                        yield record
        raise cut_off(self._transport.address, "the engine ended the stream of events")

    def _record(self, name: str, data: bytes) -> object | None:
        if not name:
            return None
        try:
            return decode_event(name, data)
        except InvalidInput as error:
            raise not_understood(self._transport.address, f"event {name}: {error.detail}") from error


def _hang_up(line: socket, stop: Event, is_over: Event) -> None:
    """Cut the connection when `stop` is set, which ends the read that waits on it."""
    while not is_over.wait(STOP_POLL_SECONDS):
        if stop.is_set():
            try:
                line.shutdown(SHUT_RDWR)
            except OSError:
                pass  # the other side was faster
            return
