"""What is said on one connection that a caller opened: its request, our decision, requests and answers, the end.

Promises: whatever happens, nothing half received stays, and how it ended is known. It knows no listener and no places,
so that an accepted association can go on in another process than the one that accepted it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pacsdesk.engine.network.association import Ending
from pacsdesk.engine.network.command import Command
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.messages import MessageReader, ProtocolViolation
from pacsdesk.engine.network.provided import Exchange
from pacsdesk.engine.network.session import Session
from pacsdesk.engine.network.wire.answering import Answering
from pacsdesk.engine.network.wire.associate import AssociateRequest
from pacsdesk.engine.network.wire.channel import NEVER, Channel
from pacsdesk.engine.network.wire.pdu import RELEASE_REPLY, BrokenPdu, Reject, encode_reject
from pacsdesk.engine.network.wire.reading import Piece
from pacsdesk.engine.network.wire.states import Action, Event, Role, State
from pacsdesk.engine.network.wire.upper_layer import LayerLimits, Received, UpperLayer


@dataclass(frozen=True, slots=True)
class Agreement:
    """What an accepted request comes to.

    accept: the A-ASSOCIATE-AC that says so. peer_maximum: the largest PDU that the peer takes, 0 for no limit.
    """

    session: Session
    accept: bytes
    peer_maximum: int


class Conversation:
    """For the thread that receives; `leave` may come from any."""

    def __init__(self, channel: Channel, limits: NetworkLimits, free_place: Callable[[], None]) -> None:
        """free_place: called before the peer hears that it is released, as it may call again at once."""
        self._limits = limits
        self._free_place = free_place
        self._layer = UpperLayer(
            channel,
            Role.ACCEPTOR,
            LayerLimits(limits.acse_timeout, limits.dimse_timeout, limits.maximum_pdu_received),
            self._take,
        )
        self._reader = MessageReader(self._begin)
        self._session: Session | None = None
        self._answering: Answering | None = None
        self._action: Action | None = None
        self._must_leave = False

    @property
    def complaint(self) -> str:
        """What the peer sent that DICOM does not allow, "" for nothing."""
        return self._layer.complaint

    @property
    def first_bytes(self) -> bytes:
        """How what came began, at most 64 bytes."""
        return self._layer.first_bytes

    @property
    def is_ahead(self) -> bool:
        """Whether the peer sent more than what was waited for."""
        return self._layer.is_ahead

    @property
    def ending(self) -> Ending:
        """How it ended, once it has."""
        if self._action is Action.AR_2:
            return Ending.RELEASED
        if self._must_leave:
            return Ending.DRAINED
        if self._action is Action.AA_1:  # nobody asked for it but the clock
            return Ending.OVERDUE
        return Ending.BROKEN if self._action is Action.AA_4 else Ending.ABORTED

    def request(self) -> AssociateRequest | None:
        """The association request, None when there is none."""
        self._layer.ask(Event.CALLER_CONNECTED)
        while received := self._next():
            if isinstance(received.pdu, AssociateRequest) and received.action is Action.AE_6:
                return received.pdu
        return None

    def reject(self, reject: Reject) -> None:
        """Turn the request away."""
        self._layer.ask(Event.REJECT_ASKED, [encode_reject(reject)])

    def resume(self) -> None:
        """The request was read and decided on elsewhere."""
        self._layer.state = State.AWAITING_OUR_ANSWER

    def accept(self, agreement: Agreement) -> None:
        """Let the peer in."""
        self._session = agreement.session
        self._answering = Answering(agreement.session, self._layer, agreement.peer_maximum, self._leave_if_idle)
        self._layer.ask(Event.ACCEPT_ASKED, [agreement.accept])

    def hold(self) -> None:
        """Until it is over."""
        while received := self._next():
            if received.action is Action.AR_2:
                self._settle()
                self._free_place()
                self._layer.ask(Event.RELEASE_REPLY_ASKED, [RELEASE_REPLY])

    def abort(self) -> None:
        """End it for a reason of ours."""
        self._layer.ask(Event.ABORT_ASKED)

    def end(self) -> None:
        """Give up what is half received, have what is being answered end; last of all, whatever happened."""
        self._reader.close()
        self._settle()

    def rest(self) -> None:
        """Let the peer close, so that it reads what was sent last."""
        self._layer.rest()

    def leave(self) -> None:
        """End as soon as nothing is half received or being answered."""
        self._must_leave = True
        self._leave_if_idle()

    def _next(self) -> Received | None:
        """What comes next, None when it is over."""
        layer = self._layer
        if layer.is_over or (self._must_leave and self._is_idle() and layer.ask(Event.ABORT_ASKED)):
            return None
        received = layer.receive(self._silent_seconds())
        self._action = received.action
        return received

    def _is_idle(self) -> bool:
        return not (self._reader.is_in_message or (self._answering and self._answering.is_under_way))

    def _leave_if_idle(self) -> None:
        if self._must_leave and self._is_idle():
            self._layer.end_soon()

    def _settle(self) -> None:
        if self._answering:
            self._answering.end()

    def _silent_seconds(self) -> float:
        if self._answering is None or self._answering.is_under_way:
            return NEVER  # ARTIM runs, or the peer waits for us
        return self._limits.dimse_timeout if self._reader.is_in_message else self._limits.network_timeout

    def _begin(self, context_id: int, command: Command) -> Exchange:
        assert self._session is not None, "the machine lets no data through before the association"
        return self._session.begin(context_id, command)

    def _take(self, piece: Piece) -> None:
        try:
            request = self._reader.take(*piece)
        except ProtocolViolation as error:
            raise BrokenPdu(str(error)) from error
        if request and self._answering:
            self._answering.answer(request)
