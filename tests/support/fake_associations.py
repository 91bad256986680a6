"""The journal of associations without a network behind it."""

from dataclasses import replace

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationFilter,
    AssociationState,
    AssociationSummary,
)
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.engine.diagnosis.journal.catalog import explain
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence
from tests.support.fake_state import NOW, FakeService, one_of, page_of


class FakeAssociations(FakeService):
    def live(self) -> tuple[AssociationDetail, ...]:
        self.site.enter("associations.live")
        return tuple(self.site.open_associations)

    def past(self, which: AssociationFilter, page: PageRequest) -> Page[AssociationSummary]:
        self.site.enter("associations.past")
        return page_of([one.summary for one in self._found(which)], page)

    def details(self, which: AssociationFilter, page: PageRequest) -> Page[AssociationDetail]:
        self.site.enter("associations.details")
        return page_of(self._found(which), page)

    def _found(self, which: AssociationFilter) -> list[AssociationDetail]:
        words = which.text.casefold().split()
        return [
            one
            for one in self.site.past_associations
            if all(word in _text(one.summary) for word in words)
            and not (which.only_failed and one.summary.state is AssociationState.RELEASED)
            and which.direction in (None, one.summary.direction)
        ]

    def explain(self, association_id: str) -> tuple[Finding, ...]:
        self.site.enter("associations.explain")
        return explain(JournalEvidence(self.get(association_id), own_titles=("PACSDESK",)))

    def get(self, association_id: str) -> AssociationDetail:
        self.site.enter("associations.get")
        known = [*self.site.open_associations, *self.site.past_associations]
        return one_of(known, lambda one: one.summary.association_id == association_id, "association")

    def end(self, association_id: str) -> AssociationDetail:
        self.site.enter("associations.end")
        ended = one_of(
            self.site.open_associations, lambda one: one.summary.association_id == association_id, "association"
        )
        self.site.open_associations.remove(ended)
        summary = replace(ended.summary, state=AssociationState.DRAINED, ended_at=NOW)
        self.site.past_associations.insert(0, replace(ended, summary=summary))
        return ended


def _text(one: AssociationSummary) -> str:
    return f"{one.calling_ae_title} {one.address} {one.problem}".casefold()
