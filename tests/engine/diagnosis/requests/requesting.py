"""Requests of a site that listens, to peers of tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from uuid import uuid4

from pacsdesk.contract.records.peers import Peer, PeerService
from pacsdesk.contract.records.requests import CommitOrder, CommitOutcome, ReferencedInstance
from pacsdesk.contract.types import AETitle, SOPClassUID, SOPInstanceUID
from pacsdesk.engine.archive.studies.service import ArchiveStudies
from pacsdesk.engine.diagnosis.gathering import Gathering
from pacsdesk.engine.diagnosis.requests.service import Requests
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.way_back import WayBack
from pacsdesk.engine.runtime.clock import now
from pacsdesk.engine.runtime.jobs.work import JobStarter
from pacsdesk.engine.training.faults.catalog import FAULTS, HEALTHY
from pacsdesk.engine.training.faults.fault import Lesson
from pacsdesk.engine.training.faults.healthy import behaving
from pacsdesk.engine.training.faults.manner import Manner
from tests.engine.network.listening import OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.support.jobs import JobsAtOnce
from tests.support.network import LOOPBACK

CT = "1.2.840.10008.5.1.4.1.1.2"
BY_ID = {fault.id: fault for fault in (*HEALTHY, *FAULTS)}
UNHELD = ReferencedInstance(SOPClassUID(CT), SOPInstanceUID("2.25.4711"))


class RequestingSite:
    """A site, and what it asks of others."""

    def __init__(self, site: ListeningSite) -> None:
        self.site = site
        self.jobs = JobsAtOnce()
        self.published: list[object] = []
        self.requests = self.make_requests(self.jobs)

    def make_requests(self, jobs: JobStarter) -> Requests:
        """What it asks of others, by other jobs."""
        site = self.site
        gathering = Gathering(lambda: (site.server.listener(),))
        bench = Bench(site.used.ladder, site.peers, gathering, jobs, _own_title)
        way_back = WayBack(lambda: (site.server.listener(),), site.refused.entries, site.book, site.past)
        studies = ArchiveStudies(site.database, now)
        return Requests(
            site.used, site.peers, bench, way_back, studies, jobs, now, uuid4, _own_title, self.published.append
        )

    def commit(self, name: str, order: CommitOrder) -> CommitOutcome:
        """Ask, wait for the end of it, and answer how it stands."""
        return self.requests.commit(TESTER, self.requests.start_commit(TESTER, name, order))

    def enter(self, name: str, ae_title: str, port: int, *allow: PeerService) -> None:
        """A peer on this computer."""
        self.site.peers.add(TESTER, Peer(name, AETitle(ae_title), LOOPBACK, port, allow=allow))

    @contextmanager
    def facing(self, peer: str | Manner) -> Iterator[None]:
        """A peer of the training as "Archive", which knows where we listen."""
        lesson = Lesson(date(2026, 11, 24), OWN_TITLE, LOOPBACK, self.site.port, lifetime_s=60)
        start = behaving(peer) if isinstance(peer, Manner) else BY_ID[peer].start
        running = start(lesson)
        try:
            self.enter("Archive", running.ae_title, running.port, PeerService.ECHO)
            yield
        finally:
            running.stop()


def _own_title() -> AETitle:
    return AETitle(OWN_TITLE)


@contextmanager
def requesting_site(folder: Path) -> Iterator[RequestingSite]:
    """A site that listens and asks."""
    with listening_site(folder) as site:
        yield RequestingSite(site)


def one(wait_seconds: int = 10, calling: str | None = None) -> CommitOrder:
    """A request for an instance that nobody has."""
    return CommitOrder(
        instances=(UNHELD,), wait_seconds=wait_seconds, calling_ae_title=AETitle(calling) if calling else None
    )
