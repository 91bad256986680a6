"""A face's whole view of an engine: typed services, bytes, events, over one address and one session token.

Nothing connects before the first use. Every failure is an error of the contract's tree; no engine is Unavailable.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Self
from urllib.parse import quote

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.services.catalog import Services
from pacsdesk.link import bulk
from pacsdesk.link.bulk import Report
from pacsdesk.link.calls import Operation
from pacsdesk.link.codec import encode
from pacsdesk.link.listening import EventListener
from pacsdesk.link.proxies import make_services
from pacsdesk.link.transport import Request, Transport, not_understood

CALL_SECONDS = 60.0


class Client:
    """One face at one engine. Safe to use from many threads; all methods block."""

    services: Services

    def __init__(self, base_url: str, token: str = "", timeout_s: float = CALL_SECONDS) -> None:
        """timeout_s: how long an answer may take. Raises InvalidInput for an address that is none."""
        self._transport = Transport(base_url, token, timeout_s)
        self._listener = EventListener(self._transport)
        self.services = make_services(self._call)

    @property
    def address(self) -> str:
        """The engine's address as people write it."""
        return self._transport.address

    @property
    def token(self) -> str:
        """Who calls: the session's token, "" before sign-in."""
        return self._transport.token

    @token.setter
    def token(self, token: str) -> None:
        self._transport.token = token

    def call(self, service: str, method: str, arguments: Mapping[str, object]) -> bytes:
        """Call any method by name, also one that only the engine knows; answers JSON."""
        path = f"/call/{quote(service, safe='')}/{quote(method, safe='')}"
        headers = {"Content-Type": "application/json"}
        return self._transport.ask(Request("POST", path, encode(arguments), headers)).content

    def _call(self, operation: Operation, arguments: dict[str, object]) -> object:
        answer = self.call(operation.service, operation.method, arguments)
        try:
            return operation.decode_result(answer)
        except InvalidInput as error:
            raise not_understood(self.address, f"{operation.name}: {error.detail}") from error

    def read_bytes(self, path: str, start: int = 0, length: int | None = None) -> bytes:
        """A part of `instance/<sop_instance_uid>`, `conflict/<conflict_id>` or `export/<job_id>`.

        All from `start` when `length` is None; fewer bytes than asked for, even none, only where the object ends.
        """
        return bulk.read_bytes(self._transport, path, start, length)

    def size_of(self, path: str) -> int:
        """How many bytes `read_bytes` could give."""
        return bulk.size_of(self._transport, path)

    def download(self, path: str, target: Path, report: Report | None = None) -> None:
        """Fetch a whole object into a file that appears complete or not at all; goes on after a cut connection.

        report: hears bytes done and in all, on this thread. Raises StorageFull, InvalidInput when `target` cannot be
        written.
        """
        bulk.download(self._transport, path, target, report)

    def upload(self, path: str, file_name: str, source: Path, report: Report | None = None) -> None:
        """Send a file to `uploads/<batch_id>`, or `uploads/<kind>/<id>` for what is no import; the engine shows
        `file_name` and never uses it as a path.

        report: hears bytes done and in all, on this thread. Raises InvalidInput when `source` cannot be read.
        """
        bulk.upload(self._transport, path, file_name, source, report)

    def listen(self, stop: Event) -> Iterator[object | None]:
        """Events as they happen: None once the stream stands, then records of contract.events.

        One stream at a time. Ends when `stop` is set; raises Unavailable when it is cut or silent for 15 s. The next
        `listen` goes on after the last event, or begins with EventsMissed when the engine no longer has what follows.
        """
        return self._listener.listen(stop)

    def close(self) -> None:
        """End all connections; what still waits for an answer gets Unavailable."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
