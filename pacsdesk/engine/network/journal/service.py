"""The journal as the faces see it."""

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.associations import AssociationDetail, AssociationFilter, AssociationSummary
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.security import Actor
from pacsdesk.engine.network.journal.book import AssociationBook
from pacsdesk.engine.network.journal.past import PastAssociations


class AssociationsServiceImplementation:
    """Implements contract.services.associations, but for what needs a diagnosis."""

    def __init__(self, book: AssociationBook, past: PastAssociations) -> None:
        self._book = book
        self._past = past

    def live(self, actor: Actor) -> tuple[AssociationDetail, ...]:
        """Those that are open, the oldest first."""
        return self._book.live()

    def past(self, actor: Actor, which: AssociationFilter, page: PageRequest) -> Page[AssociationSummary]:
        """Those that are over, the newest first."""
        return self._past.page(which, page)

    def details(self, actor: Actor, which: AssociationFilter, page: PageRequest) -> Page[AssociationDetail]:
        """The same in full."""
        return self._past.details(which, page)

    def get(self, actor: Actor, association_id: str) -> AssociationDetail:
        """One of either kind."""
        found = self._book.find(association_id) or self._past.find(association_id)
        if found is None:
            raise NotFound(
                "There is no such association.",
                association_id,
                "The journal keeps as many as the setting journal.kept says.",
            )
        return found

    def end(self, actor: Actor, association_id: str) -> AssociationDetail:
        """Have an open one leave."""
        return self._book.end(association_id)
