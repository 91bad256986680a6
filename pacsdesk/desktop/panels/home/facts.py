"""What Home shows, gathered in one go on a worker thread, and judged: which of it a person should look at."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pacsdesk.contract.records.archive import ArchiveTotals, Source, Study, StudyQuery
from pacsdesk.contract.records.engine import EngineStatus, Listener, ListenerState
from pacsdesk.contract.records.jobs import Job, JobState
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import ANY_HOST, Peer, RefusedCaller
from pacsdesk.contract.services.catalog import Services

NEWEST_STUDIES = 16
SHOWN_SOURCES = 8
SILENT_AFTER = timedelta(days=2)
GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """One look at the site."""

    status: EngineStatus
    totals: ArchiveTotals
    sources: tuple[Source, ...]
    newest: tuple[Study, ...]
    failed_jobs: tuple[Job, ...]
    refused: tuple[RefusedCaller, ...]


def gather_facts(services: Services) -> HomeFacts:
    """Ask the engine; blocks. Raises what the services raise."""
    status = services.engine.status()
    refused = services.peers.refused_callers()
    return HomeFacts(
        status=status,
        totals=services.studies.totals(),
        sources=services.studies.sources(),
        newest=services.studies.search(StudyQuery(page=PageRequest(limit=NEWEST_STUDIES))).items,
        failed_jobs=tuple(job for job in services.jobs.list() if job.state is JobState.FAILED),
        refused=still_unknown(refused, services.peers.list()) if refused else (),
    )


def still_unknown(callers: tuple[RefusedCaller, ...], peers: tuple[Peer, ...]) -> tuple[RefusedCaller, ...]:
    """Callers that no entry has let in since. A title with a checked host elsewhere does not count."""
    known = {(str(peer.ae_title), peer.host) for peer in peers}
    return tuple(
        caller
        for caller in callers
        if known.isdisjoint({(caller.calling_ae_title, caller.address), (caller.calling_ae_title, ANY_HOST)})
    )


class RoomState(StrEnum):
    """The limits of RELIABILITY section 1: warn under 10 % or 5 GiB, refuse under 2 % or 1 GiB."""

    ENOUGH = "enough"
    LOW = "low"
    FULL = "full"


def judge_room(free_bytes: int, total_bytes: int) -> RoomState:
    """Whether images still find room."""
    share = free_bytes / total_bytes if total_bytes else 1.0
    if share < 0.02 or free_bytes < GIB:
        return RoomState.FULL
    return RoomState.LOW if share < 0.10 or free_bytes < 5 * GIB else RoomState.ENOUGH


def is_silent(source: Source, now: datetime) -> bool:
    """Whether a source has sent nothing for longer than a weekend."""
    return now - source.last_received_at > SILENT_AFTER


def first_listener(status: EngineStatus) -> Listener | None:
    """The listener to tell people about: the first that is up, else the first."""
    up = [listener for listener in status.listeners if listener.state is ListenerState.UP]
    return next(iter(up or status.listeners), None)
