"""Queries to peers in memory: a test puts what comes into the site."""

from dataclasses import replace

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.queries import Explanation, QueryOrder, QueryOutcome, Relaxation
from tests.support.fake_state import FakeService


class FakeQueries(FakeService):
    def find(self, name: str, order: QueryOrder) -> QueryOutcome:
        self.site.enter("queries.find")
        if name not in self.site.query_outcomes:
            raise NotFound(f"There is no peer {name!r}.")
        return replace(self.site.query_outcomes[name], order=order)

    def relaxations(self, name: str, order: QueryOrder) -> tuple[Relaxation, ...]:
        self.site.enter("queries.relaxations")
        return self.site.relaxations

    def explain(self, name: str, order: QueryOrder) -> Explanation:
        self.site.enter("queries.explain")
        return self.site.explanation

    def stop(self, ticket: str) -> bool:
        self.site.enter("queries.stop")
        return False
