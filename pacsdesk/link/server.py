"""The HTTP door of an engine, on a thread of its own: accepts when `start` returns, and `stop` ends it within its time.

A new route: a file in serving/ and one line in `_application`. A new service method needs nothing here.
"""

import asyncio
import errno
import math
import socket
import sys
from collections.abc import Callable
from http import HTTPStatus
from threading import Event, Thread

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pacsdesk.contract.errors import InvalidInput, NotFound, PacsDeskError, Refused, Unavailable
from pacsdesk.link.door import Door
from pacsdesk.link.serving.byte_route import ByteRoute
from pacsdesk.link.serving.call_route import CallRoute
from pacsdesk.link.serving.connection import limited_connection
from pacsdesk.link.serving.event_route import EventRoute
from pacsdesk.link.serving.feed import EventFeed
from pacsdesk.link.serving.gate import Gate, OwnNames
from pacsdesk.link.serving.limits import Limits
from pacsdesk.link.serving.upload_route import UploadRoute
from pacsdesk.link.serving.workers import Workers

START_SECONDS = 10.0
CUT_SECONDS = 2.0
"""From cutting connections to the end of what served them."""

BACKLOG = 128
HIGHEST_PORT = 65535
DEFAULT_LIMITS = Limits()


def _taken(host: str, port: int) -> PacsDeskError:
    """For a server that cannot ask the system who it is."""
    return Refused(
        f"{host}:{port} is in use by another program.",
        hint="Choose another http.port, or end the program that has it.",
    )


class LinkServer:
    """Serves one engine on one address, from `start` to `stop`, once."""

    def __init__(
        self,
        door: Door,
        host: str = "127.0.0.1",
        port: int = 0,
        limits: Limits = DEFAULT_LIMITS,
        other_names: frozenset[str] = frozenset(),
        port_taken: Callable[[str, int], PacsDeskError] = _taken,
    ) -> None:
        """port 0: any free one. other_names: under which names, beside the address and loopback, faces may call us.

        port_taken: the error that tells who has the port.
        """
        self._door = door
        self._host = host
        self._port = port
        self._names = frozenset(name.lower() for name in {host, *other_names})
        self._feed = EventFeed(limits)
        self._workers = Workers(limits.threads)
        self._events = EventRoute(door, self._workers, limits, self._feed)
        self._limits = limits
        self._port_taken = port_taken
        self._running: tuple[_Server, Thread, Callable[[], None]] | None = None

    def start(self) -> tuple[str, int]:
        """Listen; answers host and port once calls are accepted.

        Raises InvalidInput when host or port cannot be ours, Refused when the port is taken, Unavailable when the door
        does not open.
        """
        listener = _bound(self._host, self._port, self._port_taken)
        host, port = listener.getsockname()[:2]
        server = _Server(_configuration(self._application(OwnNames(host, self._names)), self._limits))
        thread = Thread(target=server.run_on, args=(listener,), name="link-server", daemon=True)
        self._running = server, thread, self._door.subscribe(self._feed.publish)
        thread.start()
        if not server.is_up.wait(START_SECONDS) or not server.started:
            self.stop(0.0)
            raise Unavailable(f"The HTTP door on {host}:{port} did not open.", hint="The engine's log says why.")
        return host, port

    def stop(self, seconds: float = 5.0) -> bool:
        """Accept no more, end event streams, give running calls `seconds` to end, then cut. True when all ended.

        Not to be called from within a call: it would wait for itself.
        """
        if self._running is None:
            return True
        server, thread, unsubscribe = self._running
        unsubscribe()
        self._events.end_streams()
        server.begin_drain(seconds)
        thread.join(seconds + CUT_SECONDS)
        is_idle = self._workers.close(0.0)  # calls have had their time; what still runs waits for a disk or never ends
        return is_idle and not thread.is_alive()

    def _application(self, own_names: OwnNames) -> Starlette:
        calls = CallRoute(self._door, self._workers, self._limits)
        objects = ByteRoute(self._door, self._workers, self._limits)
        uploads = UploadRoute(self._door, self._workers, self._limits)
        application = Starlette(
            routes=[
                Route("/call/{service}/{method}", calls.answer, methods=["POST"]),
                Route("/bytes/{path:path}", objects.answer, methods=["GET"]),
                Route("/uploads/{batch_id}", uploads.answer, methods=["PUT"]),
                Route("/uploads/{kind}/{batch_id}", uploads.answer, methods=["PUT"]),
                Route("/events", self._events.answer, methods=["GET"]),
            ],
            middleware=[Middleware(Gate, own_names=own_names)],
            exception_handlers={HTTPException: _refuse_route},
        )
        application.router.redirect_slashes = False  # one address per thing, and no redirect to what Host says
        return application


class _Server(uvicorn.Server):
    """uvicorn on a thread of ours: says when it is up, and cuts what does not end in time."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = Event()
        self._grace_seconds = 0.0

    def run_on(self, listener: socket.socket) -> None:
        """Serve until `begin_drain`; the thread's whole work."""
        try:
            self.run(sockets=[listener])
        finally:
            listener.close()
            self.is_up.set()  # whoever waits for the start of a server that failed must not wait on

    def begin_drain(self, seconds: float) -> None:
        """Have the server end. From any thread."""
        self._grace_seconds = seconds
        self.config.timeout_graceful_shutdown = math.ceil(seconds + CUT_SECONDS)
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().call_later(self._grace_seconds, self._cut_connections)
        await super().shutdown(sockets)

    def _cut_connections(self) -> None:
        for connection in tuple(self.server_state.connections):
            connection.transport.abort()


def _configuration(application: Starlette, limits: Limits) -> uvicorn.Config:
    return uvicorn.Config(
        application,
        http=limited_connection(limits),
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,  # the address of the caller is who is connected, whatever a header says
        server_header=False,
        timeout_keep_alive=limits.keep_alive_seconds,
    )


def _bound(host: str, port: int, port_taken: Callable[[str, int], PacsDeskError]) -> socket.socket:
    """A listening socket. Raises InvalidInput, Refused."""
    where = f"{host}:{port}"
    if not 0 <= port <= HIGHEST_PORT:  # some systems would take the rest of a division
        raise InvalidInput(f"{port} is no port.", hint=f"Set http.port to 1 to {HIGHEST_PORT}.")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise InvalidInput(
            f"{where} is no address to listen on.", str(error), "Check http.host and http.port."
        ) from error
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":  # there it would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        told = port_taken(host, port) if error.errno == errno.EADDRINUSE else _cannot_listen(where, error)
        raise told from error
    return listener


def _cannot_listen(where: str, error: OSError) -> PacsDeskError:
    return InvalidInput(f"The engine cannot listen on {where}.", str(error), "Check http.host and http.port.")


async def _refuse_route(request: Request, error: Exception) -> Response:
    """Starlette found no route, or none for this method; the gate answers what is raised."""
    if isinstance(error, HTTPException) and error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        raise InvalidInput(f"This address does not take {request.method}.")
    routes = "POST /call/SERVICE/METHOD, GET /bytes/..., PUT /uploads/BATCH, GET /events"
    raise NotFound("There is nothing at this address.", hint=f"The engine answers at {routes}.")
