"""Carries a request to an engine and its answer back: what goes wrong on the way is a typed error with a next step."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus

import httpx

from pacsdesk.contract.errors import InvalidInput, NotSignedIn, PacsDeskError, Unavailable
from pacsdesk.link.codec import decode_error
from pacsdesk.link.strangers import no_engine_there

CONNECT_SECONDS = 5.0
"""An engine on this computer or in this house accepts at once, or is not there."""

KEEP_ALIVE_SECONDS = 30.0
"""Less than the server's, so that a call never meets a connection that the other side is just closing."""

MAX_CONNECTIONS = 32


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked. answers: statuses beside 2xx that are answers and not errors."""

    method: str
    path: str
    content: bytes | Iterator[bytes] = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    answers: tuple[int, ...] = ()


class Transport:
    """The connections of one face to one engine. Safe to use from many threads; `token` may be set at any time."""

    def __init__(self, base_url: str, token: str, timeout_s: float) -> None:
        """Connects at the first request. Raises InvalidInput for an address that is none."""
        self.url = _engine_url(base_url)
        self.token = token
        self._http = httpx.Client(
            base_url=self.url,
            timeout=httpx.Timeout(timeout_s, connect=CONNECT_SECONDS),
            limits=httpx.Limits(max_connections=MAX_CONNECTIONS, keepalive_expiry=KEEP_ALIVE_SECONDS),
            headers={"Accept-Encoding": "identity"},
            verify=self.url.scheme == "https",  # loading certificates takes 20 ms that plain HTTP need not spend
            trust_env=False,  # a proxy for the internet must not see calls to the engine
        )

    @property
    def address(self) -> str:
        """The engine's address as people write it."""
        return str(self.url).rstrip("/")

    def authorization(self) -> dict[str, str]:
        """The header that says who calls. Raises NotSignedIn for a token that cannot be one."""
        if not self.token:
            return {}
        if not (self.token.isascii() and self.token.isprintable()):
            raise NotSignedIn("The session token is damaged.", hint="Sign in again.")
        return {"Authorization": f"Bearer {self.token}"}

    def ask(self, request: Request) -> httpx.Response:
        """Send and read the whole answer. Raises the engine's error, Unavailable when there is no engine."""
        with self.open(request) as response:
            response.read()
            return response

    @contextmanager
    def open(self, request: Request) -> Iterator[httpx.Response]:
        """Send and have the answer's head; read its body inside the `with`, where a lost engine is translated too."""
        if self._http.is_closed:
            raise Unavailable("The connection to the engine was closed.")
        try:
            with self._http.stream(
                request.method,
                request.path,
                content=request.content,
                headers={**self.authorization(), **request.headers},
                params=request.parameters,
            ) as response:
                if not response.is_success and response.status_code not in request.answers:
                    raise error_in(response.status_code, response.read(), self.address)
                yield response
        except httpx.ConnectError as error:
            raise no_engine(self.address, str(error)) from error
        except httpx.TimeoutException as error:
            raise _no_answer(self.address) from error
        except httpx.RemoteProtocolError as error:
            raise self._no_http(str(error)) from error
        except httpx.HTTPError as error:
            raise cut_off(self.address, str(error)) from error

    def close(self) -> None:
        """End all connections."""
        self._http.close()

    def _no_http(self, detail: str) -> Unavailable:
        """It ended in the midst of an answer, or speaks something else, as a DICOM port does."""
        if any(words in detail for words in _HUNG_UP):
            return cut_off(self.address, detail)
        default_port = 443 if self.url.scheme == "https" else 80
        return no_engine_there(self.address, self.url.host, self.url.port or default_port)


# how httpx says that the connection ended, which it has no class of its own for
_HUNG_UP = ("disconnected", "closed connection")


def _engine_url(text: str) -> httpx.URL:
    try:
        url = httpx.URL(text.strip())
    except httpx.InvalidURL as error:
        raise _no_address(text, str(error)) from error
    if url.scheme not in ("http", "https") or not url.host or url.path not in ("", "/") or url.query or url.userinfo:
        raise _no_address(text)
    return url


def _no_address(text: str, detail: str = "") -> InvalidInput:
    return InvalidInput(
        f"{text!r} is not the address of an engine.", detail, "Write it like this: http://127.0.0.1:8980"
    )


def no_engine(address: str, detail: str) -> Unavailable:
    """Nobody listens there."""
    return Unavailable(
        f"No engine answers at {address}.", detail, "Start one with `pacsdesk serve`, or check address and port."
    )


def cut_off(address: str, detail: str) -> Unavailable:
    """There was a connection and it ended early."""
    return Unavailable(
        f"The connection to the engine at {address} was lost.",
        detail,
        "Look whether the engine still runs, then try again.",
    )


def _no_answer(address: str) -> Unavailable:
    return Unavailable(
        f"The engine at {address} did not answer in time.", hint="It may be busy: try again, or look into its log."
    )


def not_understood(address: str, detail: str) -> Unavailable:
    """Something answered, and not as an engine of this version would."""
    return Unavailable(
        f"What answers at {address} is no engine that this PACSDesk understands.",
        detail,
        "Check the address, and that engine and face are of the same version.",
    )


def error_in(status: int, body: bytes, address: str) -> PacsDeskError:
    """The error that an answer carries, or Unavailable when the answer is nothing of ours."""
    try:
        return decode_error(body)
    except InvalidInput:
        reason = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "unknown"
        return not_understood(address, f"HTTP status {status}, {reason}")
