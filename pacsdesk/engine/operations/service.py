"""The engine service: health for anybody, status for those signed in, stopping, and the classroom's way back."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import psutil

from pacsdesk import __version__
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.contract.records.engine import BackgroundComparison, EngineStatus, Health, Listener, RoomState
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import JobId
from pacsdesk.engine.operations.state import StateOfEngine
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.settings import Settings
from pacsdesk.engine.runtime.site_id import site_id_of


class SiteReset(Protocol):
    """Brings a site back to its start; implemented by training, for the classroom alone."""

    def start(self, actor: Actor) -> JobId:
        """Begin. Raises Refused on any other profile."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the service reports on."""

    run_id: str
    folder: DataFolder
    started_at: datetime
    settings: Callable[[], Settings]
    has_administrator: Callable[[], bool]
    listeners: Callable[[], tuple[Listener, ...]]
    http_address: Callable[[], str]
    conformance: Callable[[], ConformanceStatement]
    room: Callable[[], RoomState]
    comparison: Callable[[], BackgroundComparison]


class EngineServiceImplementation:
    """Implements contract.services.engine."""

    def __init__(
        self, state: StateOfEngine, around: Surroundings, request_stop: Callable[[], None], site_reset: SiteReset
    ) -> None:
        """request_stop: asks the process to drain; answers at once."""
        self._state = state
        self._around = around
        self._request_stop = request_stop
        self._site_reset = site_reset
        self._site_id = site_id_of(around.folder)

    def health(self, actor: Actor) -> Health:
        """Whether an engine is there, and of which kind."""
        return Health(
            product="PACSDesk",
            version=__version__,
            state=self._state.state,
            profile=self._around.settings().site.profile,
            needs_administrator=not self._around.has_administrator(),
            run_id=self._around.run_id,
            site_id=self._site_id,
            site_name=self._around.settings().site.name,
        )

    def status(self, actor: Actor) -> EngineStatus:
        """Listeners, room, process."""
        settings = self._around.settings()
        room = shutil.disk_usage(self._around.folder.root)
        return EngineStatus(
            version=__version__,
            state=self._state.state,
            profile=settings.site.profile,
            site_name=settings.site.name,
            data_dir=str(self._around.folder.root),
            process_id=os.getpid(),
            started_at=self._around.started_at,
            listeners=self._around.listeners(),
            http_address=self._around.http_address(),
            free_bytes=room.free,
            total_bytes=room.total,
            memory_bytes=_memory_of_all_processes(),
            room=self._around.room(),
            comparison=self._around.comparison(),
        )

    def conformance(self, actor: Actor) -> ConformanceStatement:
        """What this version with its present settings does on a DICOM network."""
        return self._around.conformance()

    def stop(self, actor: Actor) -> None:
        """Begin a clean drain."""
        self._request_stop()

    def reset(self, actor: Actor) -> JobId:
        """Bring a classroom site back to its start."""
        return self._site_reset.start(actor)


def _memory_of_all_processes() -> int:
    """Bytes that this process and those that it started hold; pages that they share count for each."""
    own = psutil.Process()
    total: int = own.memory_info().rss
    for process in own.children():
        with suppress(psutil.NoSuchProcess):  # it was just replaced
            total += process.memory_info().rss
    return total
