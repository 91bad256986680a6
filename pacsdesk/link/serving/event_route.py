"""The stream of events: what happened, a sign of life when nothing does, and an end when the engine stops."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from pacsdesk.contract.errors import Unavailable
from pacsdesk.link.door import Door
from pacsdesk.link.serving.feed import EventFeed
from pacsdesk.link.serving.limits import Limits
from pacsdesk.link.serving.requests import address_of, token_of, watched_departure
from pacsdesk.link.serving.workers import Workers
from pacsdesk.link.sse import MEDIA_TYPE, SIGN_OF_LIFE


class EventRoute:
    """GET /events."""

    def __init__(self, door: Door, workers: Workers, limits: Limits, feed: EventFeed) -> None:
        self._door = door
        self._workers = workers
        self._limits = limits
        self._feed = feed
        self._streams = 0
        self._is_ending = False

    def end_streams(self) -> None:
        """Have all streams end and allow no new ones. From any thread."""
        self._is_ending = True
        self._feed.wake_all()

    async def answer(self, request: Request) -> Response:
        """An endless answer. Raises NotSignedIn, NotPermitted, Unavailable when there are too many."""
        await self._workers.run(self._check, token_of(request), address_of(request))
        if self._is_ending or self._streams >= self._limits.event_streams:
            raise Unavailable("The engine takes no more listeners now.", hint="Try again in a moment.")
        return _EventAnswer(self, request)

    def _check(self, token: str, address: str) -> None:
        self._door.enter(token, address).check_events()

    async def stream(self, request: Request, receive: Receive, send: Send) -> None:
        """Send until the listener goes or the engine stops. Raises NotSignedIn when the session ends."""
        self._streams += 1
        session = _WatchedSession(self._door, self._workers, request, self._limits.session_check_seconds)
        try:
            async with watched_departure(receive) as departure:
                with self._feed.woken(departure.wake):
                    place, text = self._feed.begin(request.headers.get("last-event-id", ""))
                    while not (departure.has_happened or self._is_ending):
                        await session.check()
                        await send({"type": "http.response.body", "body": text, "more_body": True})
                        place, text = await self._next(departure.wake, place)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            self._streams -= 1

    async def _next(self, wake: asyncio.Event, place: int) -> tuple[int, bytes]:
        """What follows, waited for as long as a listener may be left without a sign of life."""
        wake.clear()
        place, text = self._feed.read(place)
        if text:
            return place, text
        try:
            async with asyncio.timeout(self._limits.sign_of_life_seconds):
                await wake.wait()
        except TimeoutError:
            return place, SIGN_OF_LIFE
        return self._feed.read(place)


class _WatchedSession:
    """The session behind a stream, looked at now and then: it may end, or its holder be shut out, while nothing is
    called."""

    def __init__(self, door: Door, workers: Workers, request: Request, seconds: float) -> None:
        self._door = door
        self._workers = workers
        self._caller = token_of(request), address_of(request)
        self._seconds = seconds
        self._next_look = asyncio.get_running_loop().time() + seconds

    async def check(self) -> None:
        """Raises NotSignedIn when a look was due and the session has ended."""
        now = asyncio.get_running_loop().time()
        if now >= self._next_look:
            self._next_look = now + self._seconds
            await self._workers.run(self._door.enter, *self._caller)


class _EventAnswer(Response):
    """The head, then the stream."""

    media_type = MEDIA_TYPE

    def __init__(self, route: EventRoute, request: Request) -> None:
        super().__init__(headers={"cache-control": "no-store"})
        del self.headers["content-length"]
        self._route = route
        self._request = request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await self._route.stream(self._request, receive, send)
