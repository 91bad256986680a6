"""Retrievals in memory: each is done at once, with the outcome and the ledger that a test put into the site."""

from dataclasses import replace

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.retrieves import Landing, LedgerLine, RetrieveOrder, RetrieveOutcome, Unfolded
from pacsdesk.contract.types import AETitle, JobId
from tests.support.fake_state import NOW, FakeService, page_of


class FakeRetrieves(FakeService):
    def start(self, name: str, order: RetrieveOrder) -> JobId:
        self.site.enter("retrieves.start")
        return self._done(name, order, None)

    def get(self, job_id: JobId) -> RetrieveOutcome:
        self.site.enter("retrieves.get")
        return self._outcome(job_id)

    def ledger(self, job_id: JobId, page: PageRequest, only_missing: bool = False) -> Page[LedgerLine]:
        self.site.enter("retrieves.ledger")
        self._outcome(job_id)
        wanted = (Landing.MISSING, Landing.REFUSED)
        lines = [one for one in self.site.ledger_lines if not only_missing or one.landing in wanted]
        return page_of(lines, page)

    def start_missing(self, job_id: JobId) -> JobId:
        self.site.enter("retrieves.start_missing")
        before = self._outcome(job_id)
        return self._done(before.peer, before.order, job_id)

    def unfold(self, job_id: JobId, ticket: str = "") -> Unfolded:
        self.site.enter("retrieves.unfold")
        self._outcome(job_id)
        return self.site.unfolded

    def stop(self, ticket: str) -> bool:
        self.site.enter("retrieves.stop")
        return False

    def _done(self, name: str, order: RetrieveOrder, resumes: JobId | None) -> JobId:
        job_id = self.site.start_job("retrieve", f"Retrieval from {name}")
        well = RetrieveOutcome(name, order, AETitle("PACSDESK"), "PACSDESK", True, NOW, status=0, is_over=True)
        self.site.retrieves[job_id] = replace(self.site.retrieve_outcome or well, order=order, resumes=resumes)
        return job_id

    def _outcome(self, job_id: JobId) -> RetrieveOutcome:
        if job_id not in self.site.retrieves:
            raise NotFound("There is nothing of such a retrieval.")
        return self.site.retrieves[job_id]
