"""Reads of a request what every route needs: who calls, and a body within its limits."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.requests import Request
from starlette.types import Receive

from pacsdesk.contract.errors import InvalidInput, NotSignedIn, TooLarge


def token_of(request: Request) -> str:
    """The token of the Authorization header, "" without one (RFC 6750 2.1). Raises NotSignedIn on other schemes."""
    header = request.headers.get("authorization")
    if header is None:
        return ""
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise NotSignedIn("The Authorization header is not understood.", hint="Send it as: Authorization: Bearer TOKEN")
    return token.strip()


def address_of(request: Request) -> str:
    """Where the caller is, "" when the connection has no address."""
    return request.client.host if request.client else ""


async def read_body(request: Request, most_bytes: int, seconds: float) -> bytes:
    """The whole body. Raises TooLarge as soon as it is known to be, InvalidInput when it does not end in time."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > most_bytes:
        raise _too_large(most_bytes)
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for piece in request.stream():
                body += piece
                if len(body) > most_bytes:
                    raise _too_large(most_bytes)
    except TimeoutError as error:
        raise InvalidInput(f"The body did not end within {seconds:g} seconds.") from error
    return bytes(body)


def _too_large(most_bytes: int) -> TooLarge:
    return TooLarge(
        f"The body is larger than {most_bytes} bytes.",
        hint="Files go to /uploads, and lists can be asked for in parts.",
    )


class Departure:
    """Whether the caller has gone while it is being answered. wake: also set when they have."""

    def __init__(self) -> None:
        self.has_happened = False
        self.wake = asyncio.Event()

    async def watch(self, receive: Receive) -> None:
        """Wait for the end of the connection; a body that still comes is dropped."""
        while (await receive())["type"] != "http.disconnect":
            pass
        self.has_happened = True
        self.wake.set()


@asynccontextmanager
async def watched_departure(receive: Receive) -> AsyncIterator[Departure]:
    """Have the caller's going noticed while the `with` runs."""
    departure = Departure()
    watch = asyncio.create_task(departure.watch(receive))
    try:
        yield departure
    finally:
        watch.cancel()
