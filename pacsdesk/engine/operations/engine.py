"""A composed engine's life: settle what the last run left, listen, drain, let go, each in the one right order."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from pacsdesk.contract.errors import StorageBroken, StorageFull
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.contract.records.engine import EngineState
from pacsdesk.engine.archive.integrity.background import BackgroundCheck
from pacsdesk.engine.archive.storing.commits import GroupCommit
from pacsdesk.engine.archive.storing.notices import StudyNotices
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.operations.state import StateOfEngine
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.jobs.runner import JobRunner
from pacsdesk.engine.runtime.jobs.store import JobStore
from pacsdesk.link.server import LinkServer

log = logging.getLogger(__name__)

# it stops between two pieces of a file, unless the disk is dead
_COMPARING_ENDS_S = 0.5


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a started engine listens, as in the ready line: host:port, several DICOM ones separated by commas."""

    dicom: str
    http: str


@dataclass(frozen=True, slots=True)
class EngineParts:
    """What has a beginning and an end. recover: run in order before anything new may arrive; begin: once all listen.
    end: when nobody shall come any more, again and again harmless."""

    state: StateOfEngine
    job_store: JobStore
    jobs: JobRunner
    database: Database
    commits: GroupCommit
    notices: StudyNotices
    recover: tuple[Callable[[], object], ...]
    begin: tuple[Callable[[], object], ...]
    end: tuple[Callable[[], object], ...]
    comparing: BackgroundCheck
    network: NetworkService
    conformance: Callable[[], ConformanceStatement]
    link: LinkServer


class Engine:
    """Started once, drained once, closed once."""

    def __init__(self, parts: EngineParts) -> None:
        self._parts = parts

    def start(self) -> Addresses:
        """Settle, then listen. Raises PacsDeskError when a listener cannot be had.

        When the disk has failed for writing, nothing is settled, and it listens for those who read.
        """
        try:
            self._settle()
        except StorageBroken as error:
            self._parts.database.mark_broken(error.detail or error.title)
            log.critical("READ-ONLY: nothing can be stored or changed. %s %s", error.title, error.detail)
        dicom = ",".join(_address(host, port) for host, port in self._parts.network.start())
        http = _address(*self._parts.link.start())
        self._parts.state.become(EngineState.RUNNING)
        if not self._parts.database.is_broken:
            for begin in self._parts.begin:
                begin()
            self._parts.comparing.begin()
        return Addresses(dicom, http)

    def _settle(self) -> None:
        """Bring to an end what the last run left. Raises StorageBroken."""
        try:
            self._parts.job_store.settle(clock.now())
            for settle in self._parts.recover:
                settle()
        except StorageFull as error:
            log.error("no room to settle all that the last run left; the next start goes on: %s", error.detail)
        except OSError as error:
            raise StorageBroken("What the last run left cannot be settled.", str(error.strerror)) from error

    def conformance(self) -> ConformanceStatement:
        """What it does on a DICOM network; it need not have started."""
        return self._parts.conformance()

    def drain(self, seconds: float) -> bool:
        """Take no more callers, let running work end, then cut. True when all work had ended by itself."""
        self._parts.state.become(EngineState.DRAINING)
        for end in self._parts.end:
            end()
        is_idle = self._parts.comparing.close(_COMPARING_ENDS_S)
        is_idle = self._parts.jobs.close(seconds / 3) and is_idle
        self._parts.network.stop(seconds / 3)
        return self._parts.link.stop(seconds / 3) and is_idle

    def close(self) -> None:
        """End the threads and let the database go; after `drain`, or when `start` has failed."""
        for end in self._parts.end:
            end()
        self._parts.comparing.close(0)
        self._parts.jobs.close(0)
        self._parts.network.stop(0)
        self._parts.link.stop(0)
        self._parts.commits.close()
        self._parts.notices.close()
        self._parts.database.close()


def _address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
