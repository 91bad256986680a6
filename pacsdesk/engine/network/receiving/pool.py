"""All receivers of the engine: who gets the next association, and whether they live."""

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.negotiation import ContextResult
from pacsdesk.engine.network.receiving.held import HeldAssociation
from pacsdesk.engine.network.receiving.messages import Serve
from pacsdesk.engine.network.receiving.services import HELD
from pacsdesk.engine.network.receiving.supervised import Receiver
from pacsdesk.engine.network.wire.conversation import Agreement

_START_SECONDS = 10.0
_SAID_AFTER = 3  # quick ends in a row


class Receivers:
    """Started once, stopped once. With none, everything is received in the engine's own process."""

    def __init__(self, receivers: tuple[Receiver, ...]) -> None:
        self._receivers = receivers

    def start(self) -> None:
        """Start all, and wait until they take associations."""
        for receiver in self._receivers:
            receiver.start()
        for receiver in self._receivers:
            receiver.wait_for_start(1, _START_SECONDS)

    def stop(self) -> None:
        """End all; after the listeners."""
        for receiver in self._receivers:
            receiver.stop()

    @property
    def process_ids(self) -> tuple[int, ...]:
        """Of those that run."""
        return tuple(receiver.process_id for receiver in self._receivers if receiver.process_id)

    @property
    def problem(self) -> str:
        """What hinders them, "" for nothing."""
        failing = [receiver for receiver in self._receivers if receiver.quick_ends >= _SAID_AFTER]
        if not failing:
            return ""
        return (
            f"{len(failing)} of {len(self._receivers)} receiving processes end again and again; the log says how. "
            "What they cannot receive, the engine receives itself."
        )

    def hand_over(self, descriptor: int, agreement: Agreement) -> HeldAssociation | None:
        """Give an association that only stores to the receiver that holds fewest; None when it is to stay here."""
        ready = [receiver for receiver in self._receivers if receiver.is_ready]
        if not ready or not _only_stores(agreement):
            return None
        least = min(ready, key=lambda receiver: receiver.held)
        return least.hold(descriptor, agreement.session, _serve_of(agreement))


NO_RECEIVERS = Receivers(())


def _only_stores(agreement: Agreement) -> bool:
    names = {
        one.service.name for one in agreement.session.answers if one.service and one.result is ContextResult.ACCEPTED
    }
    return PeerService.STORE in names and names <= HELD


def _serve_of(agreement: Agreement) -> Serve:
    session = agreement.session
    caller = session.association.caller
    return Serve(
        number=0,
        association_id=session.association.association_id,
        calling_ae_title=caller.calling_ae_title,
        called_ae_title=caller.called_ae_title,
        address=caller.address,
        contexts=tuple(
            (one.context.context_id, one.context.abstract_syntax, one.context.transfer_syntax)
            for one in session.answers
            if one.result is ContextResult.ACCEPTED
        ),
        accept=agreement.accept,
        peer_maximum=agreement.peer_maximum,
    )
