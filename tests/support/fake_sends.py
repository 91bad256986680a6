"""Sends in memory: a test puts plans, matrices, outcomes and lines into the service, each send is done at once."""

from dataclasses import replace

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.matrices import MatrixOrder, NegotiationMatrix
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.sends import SendOrder, SendOutcome, SendPlan, SentLine, SentState
from pacsdesk.contract.types import AETitle, JobId
from tests.support.fake_state import NOW, FakeService, SiteState, page_of

HERE = AETitle("PACSDESK")


class FakeSends(FakeService):
    def __init__(self, site: SiteState) -> None:
        super().__init__(site)
        self.matrices: dict[str, NegotiationMatrix] = {}
        self.next_plan: SendPlan | None = None
        self.next_outcome: SendOutcome | None = None
        self.sent_lines: list[SentLine] = []
        self.orders: list[SendOrder] = []
        self.outcomes: dict[JobId, SendOutcome] = {}

    def matrix(self, name: str, order: MatrixOrder) -> NegotiationMatrix:
        self.site.enter("sends.matrix")
        return self.matrices.get(name) or NegotiationMatrix(name, HERE, NOW, 12.0)

    def plan(self, name: str, order: SendOrder) -> SendPlan:
        self.site.enter("sends.plan")
        self.orders.append(order)
        return self.next_plan or SendPlan(name, AETitle("STORE01"), "127.0.0.1", 11112, HERE, NOW, 8.0)

    def start(self, name: str, order: SendOrder) -> JobId:
        self.site.enter("sends.start")
        self.orders.append(order)
        return self._done(name, order, None)

    def start_failed(self, job_id: JobId) -> JobId:
        self.site.enter("sends.start_failed")
        before = self._outcome(job_id)
        return self._done(before.peer, before.order, job_id)

    def get(self, job_id: JobId) -> SendOutcome:
        self.site.enter("sends.get")
        return self._outcome(job_id)

    def lines(self, job_id: JobId, page: PageRequest, only_failed: bool = False) -> Page[SentLine]:
        self.site.enter("sends.lines")
        self._outcome(job_id)
        arrived = (SentState.SENT, SentState.WARNING)
        return page_of([one for one in self.sent_lines if not only_failed or one.state not in arrived], page)

    def stop(self, ticket: str) -> bool:
        self.site.enter("sends.stop")
        return False

    def _done(self, name: str, order: SendOrder, resumes: JobId | None) -> JobId:
        job_id = self.site.start_job("send", f"Send to {name}")
        well = SendOutcome(name, order, AETitle("STORE01"), "127.0.0.1", 11112, HERE, NOW, is_over=True)
        self.outcomes[job_id] = replace(self.next_outcome or well, order=order, resumes=resumes)
        return job_id

    def _outcome(self, job_id: JobId) -> SendOutcome:
        if job_id not in self.outcomes:
            raise NotFound("There is nothing of such a send.")
        return self.outcomes[job_id]
