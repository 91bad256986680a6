"""Retrievals in memory: a test puts an outcome and ledger lines into the service; each is over at once, unless the test
says that they run."""

from dataclasses import replace

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.retrieves import Landing, LedgerLine, RetrieveOrder, RetrieveOutcome, Unfolded
from pacsdesk.contract.types import AETitle, JobId
from tests.support.fake_state import NOW, FakeService, SiteState, page_of


class FakeRetrieves(FakeService):
    def __init__(self, site: SiteState) -> None:
        super().__init__(site)
        self.next_outcome: RetrieveOutcome | None = None
        self.lines: list[LedgerLine] = []
        self.unfolded = Unfolded("Both legs work.", ())
        self.outcomes: dict[JobId, RetrieveOutcome] = {}
        self.running = False

    def start(self, name: str, order: RetrieveOrder) -> JobId:
        self.site.enter("retrieves.start")
        return self._done(name, order, None)

    def get(self, job_id: JobId) -> RetrieveOutcome:
        self.site.enter("retrieves.get")
        return replace(self._outcome(job_id), is_over=not self.running)

    def ledger(self, job_id: JobId, page: PageRequest, only_missing: bool = False) -> Page[LedgerLine]:
        self.site.enter("retrieves.ledger")
        self._outcome(job_id)
        wanted = (Landing.MISSING, Landing.REFUSED)
        return page_of([one for one in self.lines if not only_missing or one.landing in wanted], page)

    def start_missing(self, job_id: JobId) -> JobId:
        self.site.enter("retrieves.start_missing")
        before = self._outcome(job_id)
        return self._done(before.peer, before.order, job_id)

    def unfold(self, job_id: JobId, ticket: str = "") -> Unfolded:
        self.site.enter("retrieves.unfold")
        self._outcome(job_id)
        return self.unfolded

    def stop(self, ticket: str) -> bool:
        self.site.enter("retrieves.stop")
        return False

    def _done(self, name: str, order: RetrieveOrder, resumes: JobId | None) -> JobId:
        job_id = self.site.start_job("retrieve", f"Retrieval from {name}")
        well = RetrieveOutcome(
            name, order, AETitle("PACSDESK"), "PACSDESK", True, NOW, status=0, is_over=True, completed=1
        )
        outcome = replace(self.next_outcome or well, order=order, resumes=resumes)
        self.outcomes[job_id] = outcome
        return job_id

    def _outcome(self, job_id: JobId) -> RetrieveOutcome:
        if job_id not in self.outcomes:
            raise NotFound("There is nothing of such a retrieval.")
        return self.outcomes[job_id]
