"""Queries to peers (C-FIND), and why one of them matches nothing."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.queries import Explanation, QueryOrder, QueryOutcome, Relaxation


class QueriesService(Protocol):
    """Each is audited with the title that it used; what patients it was about stays out of the log."""

    @requires(Permission.PEER_PROBE)
    def find(self, name: str, order: QueryOrder) -> QueryOutcome:
        """Ask a peer. A refusal is an outcome with its findings, no error.

        Raises NotFound for an unknown peer, InvalidInput for a key that is none and a peer that cannot be called.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def relaxations(self, name: str, order: QueryOrder) -> tuple[Relaxation, ...]:
        """What `explain` would ask, at most 12 queries, each of which still names somebody or something.

        Raises NotFound, InvalidInput.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def explain(self, name: str, order: QueryOrder) -> Explanation:
        """Ask the relaxed queries, each for at most 20 answers, and say which key hid the result.

        Raises NotFound, InvalidInput.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def stop(self, ticket: str) -> bool:
        """Stop what runs under this ticket at once; whether there was anything."""
        ...
