"""Stands before all routes: turns away foreign pages and names, and turns whatever goes wrong into an answer.

A browser on the same computer can be made to call us by any web page (DNS rebinding, cross-site requests); only a Host
that is ours and an Origin that is ours pass.
"""

import asyncio
import ipaddress
import logging
import secrets
import traceback
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pacsdesk.contract.errors import InternalError, InvalidInput, NotPermitted, NotSignedIn, PacsDeskError
from pacsdesk.link.codec import encode_error

log = logging.getLogger(__name__)

LINGER_SECONDS = 1.0
"""How long an unread body is still taken in and dropped after a refusal: closing at once would reset the connection,
and the sender would lose the answer that says why."""

PLACES_LOGGED = 12

_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class OwnNames:
    """By which names we are reached. address: what we are bound to; names: further ones, lower case."""

    address: str
    names: frozenset[str] = frozenset()

    def includes(self, host: str) -> bool:
        """Whether a name or address is ours. Bound to every address, any literal one is: rebinding needs a name."""
        name = host.lower().rstrip(".")
        if name in _LOOPBACK_NAMES or name == self.address.lower() or name in self.names:
            return True
        try:
            return ipaddress.ip_address(self.address).is_unspecified and bool(ipaddress.ip_address(name))
        except ValueError:
            return False


def host_of(authority: str) -> str:
    """The name in a Host header, without port and brackets (RFC 3986 3.2.2); "" when there is none in it."""
    text = authority.strip()
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0]


class Gate:
    """The outermost of our layers (ASGI)."""

    def __init__(self, app: ASGIApp, own_names: OwnNames) -> None:
        self._app = app
        self._own_names = own_names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        exchange = _Exchange(scope, receive, send)
        try:
            self._check_names(Headers(scope=scope))
            await self._app(scope, exchange.receive, exchange.send)
        except ClientDisconnect:
            return
        except PacsDeskError as error:
            await exchange.fail(error)
        except Exception as error:  # noqa: BLE001  # the last handler: logged without words, the server lives
            await exchange.fail(_logged(error, exchange.what))

    def _check_names(self, headers: Headers) -> None:
        hosts = headers.getlist("host")
        if len(hosts) != 1:
            raise InvalidInput("A request names its host once.")
        if not self._own_names.includes(host_of(hosts[0])):
            raise NotPermitted("The engine is not reached by this name.", hint="Use the address that it listens on.")
        for origin in headers.getlist("origin"):
            if origin.lower() not in (f"http://{hosts[0]}".lower(), f"https://{hosts[0]}".lower()):
                raise NotPermitted("Pages of other origins may not call the engine.")


class _Exchange:
    """One request and its answer: remembers how far both are, so that a failure can still be answered rightly."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        self.what = f"{scope['method']} {scope['raw_path'].decode('ascii', 'replace')[:200]}"
        self._scope = scope
        self._receive = receive
        self._send = send
        self._is_body_read = headers.get("content-length", "0") == "0" and "transfer-encoding" not in headers
        self._is_answer_begun = False

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            self._is_body_read = True
        return message

    async def send(self, message: Message) -> None:
        self._is_answer_begun = True
        await self._send(message)

    async def fail(self, error: PacsDeskError) -> None:
        """Answer with the error. An answer that has begun is broken off: its reader sees that it is not complete."""
        if self._is_answer_begun:
            log.warning("%s broken off: %s", self.what, type(error).__name__)
            return
        response = error_response(error)
        if self._is_body_read:
            await response(self._scope, self._receive, self._send)
            return
        response.headers["connection"] = "close"
        await self._send(
            {"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers}
        )
        await self._send({"type": "http.response.body", "body": response.body, "more_body": True})
        await self._drop_rest_of_body()
        await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _drop_rest_of_body(self) -> None:
        try:
            async with asyncio.timeout(LINGER_SECONDS):
                while not self._is_body_read:
                    await self.receive()
        except TimeoutError:
            pass


def error_response(error: PacsDeskError, status: int | None = None) -> Response:
    """The error as an answer, under its own HTTP status unless another says it better."""
    response = Response(encode_error(error), status_code=status or error.http_status, media_type="application/json")
    if isinstance(error, NotSignedIn):
        response.headers["www-authenticate"] = "Bearer"
    return response


def _logged(error: Exception, what: str) -> InternalError:
    """Write a fault down and make what the caller may know of it.

    The log gets the kind of error and the places it went through, not its words: those may quote a patient's data.
    """
    reference = secrets.token_hex(4)
    innermost = reversed(traceback.extract_tb(error.__traceback__)[-PLACES_LOGGED:])
    places = " < ".join(f"{at.filename}:{at.lineno} {at.name}" for at in innermost)
    log.error("fault %s in %s: %s at %s", reference, what, type(error).__qualname__, places)
    return InternalError(
        "The engine made a mistake.", f"Reference {reference}.", "The engine's log says more under this reference."
    )
