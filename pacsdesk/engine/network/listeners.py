"""All our listeners, kept in step with the entries of our own titles: started, stopped and named anew while they run.

The main listeners, without and with TLS, are the settings' and cannot be missed. A further one whose port cannot be had
at the engine's start stays down and says why, so that one entry does not keep an archive from receiving.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from threading import RLock

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.engine import Listener
from pacsdesk.engine.network.admission import OwnTitle
from pacsdesk.engine.network.places import Places
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.server import DicomServer, ListenerAddress

log = logging.getLogger(__name__)

_ENDS_SECONDS = 5.0
_Place = tuple[str, int]  # host and port of a further listener, as entered


class Listeners:
    """Started once, stopped once; `follow` and `take_on` in between, from any thread."""

    def __init__(
        self,
        mains: tuple[ListenerAddress, ...],
        make: Callable[[ListenerAddress], DicomServer],
        places: Places,
        entries: Callable[[], tuple[OwnAE, ...]],
    ) -> None:
        """mains: where the settings say, the first without TLS. make: a listener that shares the places, stopped.
        entries: of our own titles, asked at the start."""
        self._where = mains[0]
        self._make = make
        self._places = places
        self._entries = entries
        self._lock = RLock()
        self._mains = tuple(make(main) for main in mains)
        self._further: dict[_Place, DicomServer] = {}

    @property
    def services(self) -> tuple[ProvidedService, ...]:
        """What the listeners provide, all of them the same."""
        return self._mains[0].services

    def start(self) -> tuple[tuple[str, int], ...]:
        """Listen; answers hosts and ports, the main one's first. Raises what that says when it cannot."""
        with self._lock:
            started: list[DicomServer] = []
            for main in self._mains:
                try:
                    main.start()
                except BaseException:
                    for other in started:
                        other.stop(0)
                    raise
                started.append(main)
            for ae_title, error in self.follow(self._entries()).items():
                log.error("%s is not called: %s", ae_title, error.title)
            return tuple(server.address for server in self._servers() if server.is_up)

    def follow(self, entries: Iterable[OwnAE]) -> dict[str, PacsDeskError]:
        """Listen as the entries say, and no more. Answers what stands in the way, by AE title."""
        with self._lock:
            titles = self._titles_by_place(entries)
            for gone in [place for place in self._further if place not in titles]:
                self._further.pop(gone).stop(_ENDS_SECONDS)
            problems: dict[str, PacsDeskError] = {}
            for place, own in titles.items():
                if place is None:
                    for main in self._mains:
                        main.serve((OwnTitle(self._where.ae_title), *own), _ENDS_SECONDS)
                    continue
                error = self._open(place, own)
                problems |= {str(title.ae_title): error for title in own if error}
            return problems

    def take_on(self, entry: OwnAE, entries: Iterable[OwnAE]) -> None:
        """Follow the entries, of which `entry` is new. Raises what its listener says when it cannot; then nothing
        changes."""
        with self._lock:
            place = self._place_of(entry)
            known = self._further.get(place) if place else None
            if place and not (known and known.is_up):
                server = self._make(ListenerAddress(entry.ae_title, *place, is_setting=False))
                server.start()
                self._further[place] = server
            self.follow(entries)

    def stop(self, seconds: float) -> None:
        """End all listeners, together within so many seconds."""
        deadline = time.monotonic() + seconds
        with self._lock:
            self._places.close()
            servers = self._servers()
        for server in servers:
            server.leave()
        for server in servers:
            server.stop(max(deadline - time.monotonic(), 0))

    def listeners(self) -> tuple[Listener, ...]:
        """How each title stands now, the main one first."""
        with self._lock:
            servers = self._servers()
        return tuple(listener for server in servers for listener in server.listeners())

    def _servers(self) -> tuple[DicomServer, ...]:
        return (*self._mains, *self._further.values())

    def _open(self, place: _Place, own: tuple[OwnTitle, ...]) -> PacsDeskError | None:
        server = self._further.get(place)
        if server and server.is_up:
            server.serve(own, _ENDS_SECONDS)
            return None
        server = self._further[place] = self._make(ListenerAddress(own[0].ae_title, *place, is_setting=False))
        server.serve(own, 0)
        try:
            server.start()
        except PacsDeskError as error:
            return error
        return None

    def _titles_by_place(self, entries: Iterable[OwnAE]) -> dict[_Place | None, tuple[OwnTitle, ...]]:
        """Our titles at each place but the main one's own; None for the main listener."""
        found: dict[_Place | None, list[OwnTitle]] = defaultdict(list)
        found[None] = []
        for entry in entries:
            title = OwnTitle(entry.ae_title, entry.aliases, frozenset(entry.allow))
            found[self._place_of(entry)].append(title)
        return {place: tuple(titles) for place, titles in found.items()}

    def _place_of(self, entry: OwnAE) -> _Place | None:
        host = entry.host or self._where.host
        if entry.port is None or (host, entry.port) in ((self._where.host, self._where.port), self._mains[0].address):
            return None
        return host, entry.port
