"""Storage commitment requests of senders."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.commitments import Commitment, UncommittedInstance
from pacsdesk.contract.records.paging import Page, PageRequest


class CommitmentsService(Protocol):
    """Requests are kept for 30 days after their result was told or given up."""

    @requires(Permission.PEER_VIEW)
    def list(self, page: PageRequest) -> Page[Commitment]:
        """All requests, newest first."""
        ...

    @requires(Permission.PEER_VIEW)
    def failures(self, commitment_id: int) -> tuple[UncommittedInstance, ...]:
        """The instances that are not committed, as the last check found them. Raises NotFound."""
        ...

    @requires(Permission.PEER_CHANGE)
    def retry(self, commitment_id: int) -> Commitment:
        """Read the instances anew and tell the result again, now. Raises NotFound."""
        ...
