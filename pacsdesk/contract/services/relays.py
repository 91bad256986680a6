"""Relays: listeners for a while that pass associations on to a peer, and show and trace what passes."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.relays import ListenOrder, Relay


class RelaysService(Protocol):
    """Each ends by itself, at the latest with the engine. Nothing that passes is altered."""

    @requires(Permission.RELAY_RUN)
    def start(self, name: str, order: ListenOrder, is_traced: bool = True) -> Relay:
        """Listen, and pass on to this peer; the trace has its patient data replaced.

        Raises NotFound for an unknown peer, InvalidInput for one that cannot be called and for an address that other
        computers reach when the order does not say so, Refused when the port is taken or too many run.
        """
        ...

    @requires(Permission.TRACE_UNMASKED)
    def start_unmasked(self, name: str, order: ListenOrder) -> Relay:
        """The same with a trace of all that passes, patient data too."""
        ...

    @requires(Permission.RELAY_RUN)
    def stop(self, relay_id: str) -> Relay:
        """End one, and the associations in it; nothing happens to one that has ended. Raises NotFound."""
        ...

    @requires(Permission.RELAY_VIEW)
    def list(self) -> tuple[Relay, ...]:
        """Those that run and those that ended last, the newest first."""
        ...

    @requires(Permission.RELAY_VIEW)
    def associations(self, relay_id: str) -> tuple[AssociationDetail, ...]:
        """What it passed on, as the journal has it: the newest first, at most 200, without their contexts and extended
        negotiation. Raises NotFound."""
        ...
