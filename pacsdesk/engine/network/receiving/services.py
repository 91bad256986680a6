"""What a receiver answers by itself: verification and storage, in contexts that the engine has agreed on already."""

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.association import AcceptedContext, Caller, OpenAssociation
from pacsdesk.engine.network.command import C_STORE_RQ, Command
from pacsdesk.engine.network.invoking import CallerInvoker
from pacsdesk.engine.network.negotiation import ContextResult, NegotiatedContext
from pacsdesk.engine.network.provided import Exchange, ProvidedService
from pacsdesk.engine.network.receiving.messages import Serve
from pacsdesk.engine.network.scp.echo import EchoService
from pacsdesk.engine.network.session import Session
from pacsdesk.engine.network.storage import TakesObjects, begin_storing
from pacsdesk.engine.runtime import clock

# an association with nothing else can be held by a receiver
HELD = frozenset({PeerService.ECHO, PeerService.STORE})


class ReceivedStorage:
    """Storage in whatever the engine took for it: its own `StoreService` has chosen, with a dictionary of classes that
    has no place in a receiver."""

    name = PeerService.STORE
    command_field = C_STORE_RQ

    def __init__(self, archive: TakesObjects) -> None:
        self._archive = archive

    def provides(self, abstract_syntax: str) -> bool:
        """All that came here and is nobody else's."""
        return True

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """The one that was chosen."""
        return transfer_syntaxes[0]

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """Nothing, as in the engine."""
        return b""

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Begin an object in staging."""
        return begin_storing(self._archive, association, context, command, clock.now)


def session_of(serve: Serve, archive: TakesObjects) -> Session:
    """The session that the engine has agreed on, as a receiver carries it on."""
    services: tuple[ProvidedService, ...] = (EchoService(), ReceivedStorage(archive))
    answers = tuple(
        NegotiatedContext(
            AcceptedContext(context_id, abstract_syntax, transfer_syntax),
            ContextResult.ACCEPTED,
            next(one for one in services if one.provides(abstract_syntax)),
        )
        for context_id, abstract_syntax, transfer_syntax in serve.contexts
    )
    caller = Caller(serve.calling_ae_title, serve.called_ae_title, serve.address)
    association = OpenAssociation(serve.association_id, caller, peer=None)
    return Session(association, answers, (), (), CallerInvoker(()))
