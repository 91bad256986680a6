"""Verification (PS3.4 annex A): whoever may ask whether we are here is told yes."""

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.network.association import OpenAssociation
from pacsdesk.engine.network.command import C_ECHO_RQ, Command, Response
from pacsdesk.engine.network.provided import AcceptedContext, Answer, Exchange

VERIFICATION_SOP_CLASS = "1.2.840.10008.1.1"


class EchoService:
    """Answers C-ECHO."""

    name = PeerService.ECHO
    command_field = C_ECHO_RQ

    def provides(self, abstract_syntax: str) -> bool:
        """The Verification SOP class."""
        return abstract_syntax == VERIFICATION_SOP_CLASS

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """The first: an echo carries no dataset."""
        return transfer_syntaxes[0]

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """Verification has none (PS3.4 A.6)."""
        return b""

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Success, always."""
        return Answer(Response(DimseStatus.SUCCESS))
