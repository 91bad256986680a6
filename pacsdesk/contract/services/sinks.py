"""Sinks: listeners for a while that accept everything, keep nothing, and show what was proposed."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.relays import ListenOrder, Sink


class SinksService(Protocol):
    """Each ends by itself, at the latest with the engine."""

    @requires(Permission.RELAY_RUN)
    def start(self, order: ListenOrder) -> Sink:
        """Listen. Raises InvalidInput for an address that other computers reach when the order does not say so, Refused
        when the port is taken or too many run."""
        ...

    @requires(Permission.RELAY_RUN)
    def stop(self, sink_id: str) -> Sink:
        """End one, and the associations in it; nothing happens to one that has ended. Raises NotFound."""
        ...

    @requires(Permission.RELAY_VIEW)
    def list(self) -> tuple[Sink, ...]:
        """Those that run and those that ended last, the newest first."""
        ...

    @requires(Permission.RELAY_VIEW)
    def associations(self, sink_id: str) -> tuple[AssociationDetail, ...]:
        """What came, as the journal has it: the newest first, at most 200, without their contexts and extended
        negotiation. Raises NotFound."""
        ...
