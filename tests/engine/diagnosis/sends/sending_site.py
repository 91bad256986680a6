"""A site with a study of its own that sends to peers of tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.sends import SendOrder, SendOutcome, SendPlan, SentLine
from pacsdesk.contract.types import AETitle, JobId, StudyInstanceUID
from pacsdesk.engine.archive.matching.retrieval import Retriever
from pacsdesk.engine.archive.transfer.uploads import UploadBatches, UploadLimits
from pacsdesk.engine.diagnosis.gathering import Gathering
from pacsdesk.engine.diagnosis.sends.sendable import Gathered
from pacsdesk.engine.diagnosis.sends.service import PeerSends
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.runtime.clock import now
from pacsdesk.engine.runtime.jobs.work import JobStarter
from pacsdesk.engine.training.faults.catalog import FAULTS, HEALTHY
from pacsdesk.engine.training.faults.fault import Lesson
from pacsdesk.engine.training.faults.healthy import behaving
from pacsdesk.engine.training.faults.manner import Manner
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.engine.network.sending import EXPLICIT, SentObject, send_one
from tests.support.datasets import ct_bytes
from tests.support.jobs import JobsAtOnce
from tests.support.network import LOOPBACK

CT = "1.2.840.10008.5.1.4.1.1.2"
STUDY, SERIES = "1.2.9", "1.2.9.1"
BY_ID = {fault.id: fault for fault in (*HEALTHY, *FAULTS)}


class SendingSite:
    """sends: the service; batches: where uploads would go."""

    def __init__(self, site: ListeningSite) -> None:
        self.site = site
        self.batches = UploadBatches(site.folder, now, UploadLimits(reserve_bytes=0, idle=timedelta(hours=1)))
        self.sends = self.make_sends(JobsAtOnce())

    def make_sends(self, jobs: JobStarter) -> PeerSends:
        """The service with other jobs."""
        site = self.site
        bench = Bench(site.used.ladder, site.peers, Gathering(lambda: (site.server.listener(),)), jobs, _own_title)
        gathered = Gathered(Retriever(site.database, site.folder), self.batches, site.folder, now, uuid4)
        return PeerSends(site.used, site.peers, bench, gathered, self.batches, jobs, now, _own_title)

    def fill(self, number: int, **elements: object) -> None:
        """Put a study of so many CT images into the archive."""
        for at in range(1, number + 1):
            uid = f"{SERIES}.{at}"
            content = ct_bytes(
                uid, StudyInstanceUID=STUDY, SeriesInstanceUID=SERIES, InstanceNumber=str(at), **elements
            )
            assert send_one(self.site.port, SentObject(CT, uid, EXPLICIT, content)) == (0, "")

    def upload(self, *files: Path) -> str:
        """A batch of these files."""
        batch_id = self.batches.open("Files")
        for file in files:
            writer = self.batches.writer(batch_id, file.name)
            writer.write(file.read_bytes())
            writer.commit()
        return batch_id

    def enter(self, name: str, ae_title: str, port: int) -> None:
        """A peer on this computer."""
        self.site.peers.add(TESTER, Peer(name, AETitle(ae_title), LOOPBACK, port))

    @contextmanager
    def facing(self, peer: str | Manner) -> Iterator[int]:
        """A peer of the training as "Archive"; its port."""
        lesson = Lesson(date(2026, 11, 24), OWN_TITLE, LOOPBACK, self.site.port, lifetime_s=60)
        running = (behaving(peer) if isinstance(peer, Manner) else BY_ID[peer].start)(lesson)
        try:
            self.enter("Archive", running.ae_title, running.port)
            yield running.port
        finally:
            running.stop()

    def plan(self, order: SendOrder | None = None) -> SendPlan:
        """Of the study, unless told otherwise."""
        return self.sends.plan(TESTER, "Archive", order or of_study())

    def send(self, order: SendOrder) -> SendOutcome:
        """Send, wait for the end of it, and answer how it stands."""
        return self.outcome(self.start(order))

    def start(self, order: SendOrder) -> JobId:
        """Send, with the destination confirmed if the order does not say which."""
        return self.sends.start(TESTER, "Archive", order)

    def outcome(self, job_id: JobId) -> SendOutcome:
        """How it stands."""
        return self.sends.get(TESTER, job_id)

    def lines(self, job_id: JobId, only_failed: bool = False) -> tuple[SentLine, ...]:
        """The first page."""
        return self.sends.lines(TESTER, job_id, PageRequest(), only_failed).items


def _own_title() -> AETitle:
    return AETitle(OWN_TITLE)


def of_study(port: int = 0) -> SendOrder:
    """The whole study, to a port of this computer."""
    return SendOrder((StudyInstanceUID(STUDY),), confirmed=f"{LOOPBACK}:{port}" if port else "")


@contextmanager
def sending_site(folder: Path) -> Iterator[SendingSite]:
    """A site that listens and sends."""
    with listening_site(folder) as site:
        site.enter_peer(KNOWN)
        yield SendingSite(site)
