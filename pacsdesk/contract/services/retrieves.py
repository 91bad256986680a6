"""Retrievals from peers (C-MOVE, C-GET) with a ledger of what was claimed and what landed."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.retrieves import LedgerLine, RetrieveOrder, RetrieveOutcome, Unfolded
from pacsdesk.contract.types import JobId


class RetrievesService(Protocol):
    """The last 20 are kept until the engine ends; all but `start` raise NotFound for others.

    Each is audited with the title that it used. A refusal is an outcome with its findings, no error.
    """

    @requires(Permission.PEER_PROBE)
    def start(self, name: str, order: RetrieveOrder) -> JobId:
        """Fetch from a peer, as a job in the network's lane; cancelled, it asks the peer to stop (C-CANCEL) first.

        Raises NotFound for an unknown peer, InvalidInput for keys that name nothing and a peer that cannot be called.
        """
        ...

    @requires(Permission.PEER_VIEW)
    def get(self, job_id: JobId) -> RetrieveOutcome:
        """What came of one so far."""
        ...

    @requires(Permission.PEER_VIEW)
    def ledger(self, job_id: JobId, page: PageRequest, only_missing: bool = False) -> Page[LedgerLine]:
        """Instance by instance, in the peer's order; complete when the retrieval is over.

        only_missing: those that should be here and are not. Raises InvalidInput for a strange key.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def start_missing(self, job_id: JobId) -> JobId:
        """Fetch what did not land, and no more, as another job of the same kind.

        Raises Refused when nothing is missing, or nothing is known of what is.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def unfold(self, job_id: JobId, ticket: str = "") -> Unfolded:
        """Take a move apart: test the way to the destination, or read our own journal when we are it.

        Raises Refused for a C-GET, which has no second leg, and for one that is not over.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def stop(self, ticket: str) -> bool:
        """Stop the unfolding that runs under this ticket at once; whether there was any."""
        ...
