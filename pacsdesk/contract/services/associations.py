"""Who is connected now, and what past associations were and did."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.associations import AssociationDetail, AssociationFilter, AssociationSummary
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.paging import Page, PageRequest


class AssociationsService(Protocol):
    """The journal of associations; how many of the past are kept says the setting `journal.kept`."""

    @requires(Permission.ASSOCIATION_VIEW)
    def live(self) -> tuple[AssociationDetail, ...]:
        """Those that are open, the oldest first, with what they did so far."""
        ...

    @requires(Permission.ASSOCIATION_VIEW)
    def past(self, which: AssociationFilter, page: PageRequest) -> Page[AssociationSummary]:
        """Those that are over, refused callers among them, the newest first. Raises InvalidInput for a strange key."""
        ...

    @requires(Permission.ASSOCIATION_VIEW)
    def get(self, association_id: str) -> AssociationDetail:
        """One of either kind. Raises NotFound."""
        ...

    @requires(Permission.ASSOCIATION_VIEW)
    def details(self, which: AssociationFilter, page: PageRequest) -> Page[AssociationDetail]:
        """The same as `past`, each in full: what a file of the journal is written from."""
        ...

    @requires(Permission.ASSOCIATION_VIEW)
    def explain(self, association_id: str) -> tuple[Finding, ...]:
        """Why one was refused, cut short or answered failures, worst first; () where the journal shows
        nothing that went wrong. Calls nobody. Raises NotFound."""
        ...

    @requires(Permission.ASSOCIATION_END)
    def end(self, association_id: str) -> AssociationDetail:
        """End an open one as soon as nothing is under way in it, at the latest after some seconds. Answers how it was.

        Raises NotFound when it is none of those that are open.
        """
        ...
