"""Retrieval to a third party (PS3.4 C.4.2): what an identifier selects is sent to a peer that the registry knows.

The destination is an entry with this AE title, a port and an address; the caller's own entry may have any address, for
then it is where the call comes from.
"""

from collections.abc import Mapping
from types import MappingProxyType

from pacsdesk.contract.records.peers import Peer, PeerService, TlsMode, is_one_place
from pacsdesk.contract.types import AETitle, DimseStatus, ProvidedModel
from pacsdesk.engine.archive.matching.retrieval import Retriever
from pacsdesk.engine.network.association import OpenAssociation, printable_title
from pacsdesk.engine.network.command import C_MOVE_RQ, Command, Response
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.provided import AcceptedContext, Answer, Exchange
from pacsdesk.engine.network.retrieving.exchange import Asked, Retrieving, choose_syntax, negotiate_retrieval
from pacsdesk.engine.network.sending.sender import Destination, Sender
from pacsdesk.engine.network.wire.calling import Caller

# PS3.4 C.6.1.3, C.6.2.3, C.6.3.3
MODEL_OF_SOP_CLASS: Mapping[str, ProvidedModel] = MappingProxyType(
    {
        "1.2.840.10008.5.1.4.1.2.1.2": ProvidedModel.PATIENT_ROOT,
        "1.2.840.10008.5.1.4.1.2.2.2": ProvidedModel.STUDY_ROOT,
        "1.2.840.10008.5.1.4.1.2.3.2": ProvidedModel.PATIENT_STUDY_ONLY,
    }
)


class MoveService:
    """Answers C-MOVE for all three models."""

    name = PeerService.MOVE
    command_field = C_MOVE_RQ

    def __init__(self, retriever: Retriever, peers: Peers, caller: Caller) -> None:
        """peers: where destinations are entered. caller: opens the associations to them."""
        self._caller = caller
        self._retriever = retriever
        self._peers = peers

    def provides(self, abstract_syntax: str) -> bool:
        """The three MOVE SOP classes."""
        return abstract_syntax in MODEL_OF_SOP_CLASS

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """Explicit little endian, else implicit."""
        return choose_syntax(transfer_syntaxes)

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """Relational retrieval."""
        return negotiate_retrieval(proposed)

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Open an exchange that gathers the identifier, unless there is nowhere to send to."""
        if not command.has_dataset:
            return Answer(Response(DimseStatus.CANNOT_UNDERSTAND, "There is no identifier"))
        peer = self._destination(command.move_destination, association)
        title = printable_title(command.move_destination)
        if peer is None or peer.port is None:
            return Answer(Response(DimseStatus.MOVE_DESTINATION_UNKNOWN, f"No peer {title} with address and port"))
        destination = Destination(
            ae_title=peer.ae_title,
            host=peer.host if is_one_place(peer.host) else association.caller.address,
            port=peer.port,
            calling_ae_title=AETitle(association.caller.called_ae_title),
            originator=(association.caller.calling_ae_title, command.message_id),
            is_encrypted=peer.tls is not TlsMode.PLAIN,
            timeouts=peer.timeouts,
        )
        asked = Asked(association, context, MODEL_OF_SOP_CLASS[context.abstract_syntax])
        return Retrieving(self._retriever, Sender(destination, self._caller), asked)

    def _destination(self, ae_title: str, association: OpenAssociation) -> Peer | None:
        entries = [peer for peer in self._peers.entered_under(ae_title.strip()) if peer.port]
        return next((peer for peer in entries if is_one_place(peer.host) or peer == association.peer), None)
