"""A site that fetches: a listener with its archive, and the service of retrievals on it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pacsdesk.contract.errors import JobCancelled
from pacsdesk.contract.records.engine import Listener
from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer, PeerService
from pacsdesk.contract.records.queries import QueryKey, QueryOrder
from pacsdesk.contract.records.retrieves import LedgerLine, RetrieveKind, RetrieveOrder, RetrieveOutcome
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle, JobId
from pacsdesk.engine.archive.integrity.landings import Landings
from pacsdesk.engine.diagnosis.gathering import Gathering
from pacsdesk.engine.diagnosis.retrieves.fetches import Fetches
from pacsdesk.engine.diagnosis.retrieves.service import Retrieves
from pacsdesk.engine.diagnosis.retrieves.unfolding import Unfolding
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.targets import target_of
from pacsdesk.engine.diagnosis.way_back import WayBack
from pacsdesk.engine.network.scu.query_keys import keys_of
from pacsdesk.engine.network.scu.target import LadderLimits
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.runtime.clock import now
from pacsdesk.engine.runtime.jobs.work import JobOrder, StoppedHalfway
from pacsdesk.engine.training.faults.fault import AE_TITLE, Lesson
from pacsdesk.engine.training.faults.healthy import Peer as TrainingPeer
from pacsdesk.engine.training.faults.manner import Manner
from tests.engine.network.listening import OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.engine.training.faults.calling import running
from tests.support.jobs import Context
from tests.support.network import LOOPBACK

PEER = "Archive"
PATIENT = "CLASS-0001"  # of the training's peers: one CT study with two objects


@dataclass
class StoppableJobs:
    """A JobStarter that runs each order before it answers. stops_at: cancel when so much is done, None for never."""

    stops_at: int | None = None
    number: int = 0

    def start(self, actor: Actor, order: JobOrder) -> JobId:
        """Run it; a stop is none of the caller's business."""
        self.number += 1
        job_id = JobId(f"job{self.number}")
        with suppress(StoppedHalfway):
            order.work(Context(job_id, actor, self._stop))
        return job_id

    def _stop(self, done: int) -> None:
        if self.stops_at is not None and done >= self.stops_at:
            raise JobCancelled("A person stopped it.")


@dataclass
class FetchingSite:
    """retrieves: the service; its jobs are over when `start` answers."""

    site: ListeningSite
    retrieves: Retrieves
    jobs: StoppableJobs

    def enter(self, port: int, ae_title: str = AE_TITLE, name: str = PEER, *allow: PeerService) -> None:
        """Enter a peer on this computer."""
        self.site.peers.add(TESTER, Peer(name, AETitle(ae_title), LOOPBACK, port, allow=allow or tuple(PeerService)))

    def fetch(self, order: RetrieveOrder, name: str = PEER) -> JobId:
        """Start, and wait for its end."""
        return self.retrieves.start(TESTER, name, order)

    def outcome(self, job_id: JobId) -> RetrieveOutcome:
        return self.retrieves.get(TESTER, job_id)

    def lines(self, job_id: JobId, only_missing: bool = False) -> tuple[LedgerLine, ...]:
        return self.retrieves.ledger(TESTER, job_id, PageRequest(limit=1000), only_missing).items


@contextmanager
def fetching_site(folder: Path, grace: float = 5.0) -> Iterator[FetchingSite]:
    """One that knows nobody yet. grace: seconds for a peer to end what was cancelled."""
    with listening_site(folder) as site:

        def own_title() -> AETitle:
            return AETitle(OWN_TITLE)

        def listeners() -> tuple[Listener, ...]:
            return (site.server.listener(),)

        jobs = StoppableJobs()
        bench = Bench(site.used.ladder, site.peers, Gathering(listeners), jobs, own_title)
        way_back = WayBack(listeners, site.refused.entries, site.book, site.past)
        landings = Landings(site.database)
        fetches = Fetches(
            site.used, bench, site.peers, site.ingest, landings, way_back, now, lambda: (OWN_TITLE,), grace
        )
        unfolding = Unfolding(bench, site.peers, way_back)
        yield FetchingSite(site, Retrieves(fetches, unfolding, site.peers, jobs, now, own_title), jobs)


@contextmanager
def healthy_but(fetching: FetchingSite, **changes: Any) -> Iterator[None]:
    """A peer that knows this site and is healthy but for this. Any: fields of a Manner."""
    lesson = Lesson(date(2026, 3, 1), OWN_TITLE, LOOPBACK, fetching.site.port, lifetime_s=60)
    peer = TrainingPeer(lesson, Manner(**changes))
    try:
        fetching.enter(peer.port)
        yield
    finally:
        peer.stop()


@contextmanager
def faulty(fetching: FetchingSite, fault_id: str) -> Iterator[None]:
    """A peer of the training that knows this site, entered with what it may ask of it."""
    lesson = Lesson(date(2026, 3, 1), OWN_TITLE, LOOPBACK, fetching.site.port, lifetime_s=60)
    with running(fault_id, lesson) as fault:
        fetching.enter(fault.port, fault.ae_title)
        yield


def study_of(fetching: FetchingSite, patient: str = PATIENT) -> str:
    """The UID of a patient's first study at the peer, asked for by a query."""
    order = QueryOrder((QueryKey("PatientID", patient), QueryKey("StudyInstanceUID")), adds_usual_keys=False)
    peer = fetching.site.peers.get(TESTER, PEER)
    asked = fetching.site.used.querier.find(
        target_of(peer, AETitle(OWN_TITLE), LadderLimits()), order, keys_of(order), Stop()
    )
    return asked.rows[0][1]


def move_of(study: str, to: str | None = None, kind: RetrieveKind = RetrieveKind.MOVE) -> RetrieveOrder:
    """A retrieval of a whole study."""
    return RetrieveOrder((QueryKey("StudyInstanceUID", study),), kind, destination=AETitle(to) if to else None)


def codes(outcome: RetrieveOutcome) -> list[FindingCode]:
    return [one.code for one in outcome.findings]
