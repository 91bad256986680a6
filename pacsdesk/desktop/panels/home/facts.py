"""What Home shows, gathered in one go on a worker thread, and judged: which of it a person should look at."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pacsdesk.contract.records.archive import ArchiveTotals, Source, Study, StudyQuery
from pacsdesk.contract.records.engine import EngineStatus, Listener, ListenerState
from pacsdesk.contract.records.jobs import Job, JobState
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import ANY_HOST, Peer, RefusedCaller
from pacsdesk.contract.services.catalog import Services
from pacsdesk.desktop.kit.letting_in import own_ae_titles

NEWEST_STUDIES = 16
SHOWN_SOURCES = 8
SILENT_AFTER = timedelta(days=2)
PEER_REFUSED_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """One look at the site."""

    status: EngineStatus
    totals: ArchiveTotals
    sources: tuple[Source, ...]
    newest: tuple[Study, ...]
    failed_jobs: tuple[Job, ...]
    refused: tuple[RefusedCaller, ...]


def gather_facts(services: Services, now: datetime) -> HomeFacts:
    """Ask the engine; blocks. Raises what the services raise."""
    status = services.engine.status()
    refused = services.peers.refused_callers()
    return HomeFacts(
        status=status,
        totals=services.studies.totals(),
        sources=services.studies.sources(),
        newest=services.studies.search(StudyQuery(page=PageRequest(limit=NEWEST_STUDIES))).items,
        failed_jobs=tuple(job for job in services.jobs.list() if job.state is JobState.FAILED),
        refused=still_refused(refused, services.peers.list(), own_ae_titles(status), now) if refused else (),
    )


def still_refused(
    callers: tuple[RefusedCaller, ...], peers: tuple[Peer, ...], own_ae_titles: frozenset[str], now: datetime
) -> tuple[RefusedCaller, ...]:
    """Callers that no entry has let in since, and those that no entry would: they call a title that is not ours.

    A peer that was refused for something else (what it asked for is not allowed to it, all places were taken) is among
    them for an hour: nothing says when that is mended. A title with a checked host elsewhere does not count as let in.
    """
    known = {(str(peer.ae_title), peer.host) for peer in peers}

    def is_refused_still(caller: RefusedCaller) -> bool:
        entries = {(caller.calling_ae_title, caller.address), (caller.calling_ae_title, ANY_HOST)}
        if caller.called_ae_title not in own_ae_titles or known.isdisjoint(entries):
            return True
        return not caller.an_entry_helps and now - caller.last_at < PEER_REFUSED_FOR

    return tuple(caller for caller in callers if is_refused_still(caller))


def is_silent(source: Source, now: datetime) -> bool:
    """Whether a source has sent nothing for longer than a weekend."""
    return now - source.last_received_at > SILENT_AFTER


def first_listener(status: EngineStatus) -> Listener | None:
    """The listener to tell people about: the first that is up, else the first."""
    up = [listener for listener in status.listeners if listener.state is ListenerState.UP]
    return next(iter(up or status.listeners), None)
