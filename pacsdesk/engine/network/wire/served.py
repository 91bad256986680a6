"""An association that a caller opened, from the accepted connection to its end, on one thread.

Promises: whatever happens, its place is free afterwards, nothing half received stays, and its end is in the journal.
"""

import logging
import socket
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread

from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.acceptor import Acceptor
from pacsdesk.engine.network.association import AssociationRequest, Caller, Ending, Rejection
from pacsdesk.engine.network.command import Command
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.messages import MessageReader, ProtocolViolation
from pacsdesk.engine.network.provided import Exchange
from pacsdesk.engine.network.session import Session
from pacsdesk.engine.network.wire.answering import Answering
from pacsdesk.engine.network.wire.associate import AssociateAccept, AssociateRequest, ContextAnswer, encode_accept
from pacsdesk.engine.network.wire.channel import NEVER, Channel
from pacsdesk.engine.network.wire.pdu import RELEASE_REPLY, BrokenPdu, Reject, encode_reject
from pacsdesk.engine.network.wire.reading import Piece
from pacsdesk.engine.network.wire.states import Action, Event, Role
from pacsdesk.engine.network.wire.upper_layer import LayerLimits, UpperLayer
from pacsdesk.engine.network.wire.user_information import UserInformation
from pacsdesk.engine.network.wire.watch import Watch

log = logging.getLogger(__name__)

ONE_AT_A_TIME = (1, 1)  # asynchronous operations, PS3.7 D.3.3.3


@dataclass(frozen=True, slots=True)
class OwnIdentity:
    """What we tell peers about ourselves (PS3.7 D.3.3.2)."""

    ae_title: AETitle
    implementation_class_uid: str
    implementation_version_name: str


@dataclass(frozen=True, slots=True)
class Serving:
    """What all associations of one listener share."""

    identity: OwnIdentity
    acceptor: Acceptor
    limits: NetworkLimits
    watch: Watch


class ServedAssociation:
    """One connection that a caller opened. `start`, `leave`, `cut` and `join` may come from any thread."""

    def __init__(
        self,
        serving: Serving,
        accepted: socket.socket,
        address: str,
        has_ended: Callable[["ServedAssociation"], None],
    ) -> None:
        """has_ended: called last, on its own thread. Raises OSError when the connection is gone already."""
        limits = serving.limits
        self._serving = serving
        self._has_ended = has_ended
        self._address = plain_address(address)
        self._channel = Channel(accepted)
        self._layer = UpperLayer(
            self._channel,
            Role.ACCEPTOR,
            LayerLimits(limits.acse_timeout, limits.dimse_timeout, limits.maximum_pdu_received),
            self._take,
        )
        self._reader = MessageReader(self._begin)
        self._session: Session | None = None
        self._answering: Answering | None = None
        self._must_leave = False
        self._thread = Thread(target=self._run, name=f"dicom-{self._address}", daemon=True)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is half received or being answered."""
        return not (self._reader.is_in_message or (self._answering and self._answering.is_under_way))

    def start(self) -> None:
        """Live on a thread of its own. Raises RuntimeError when the system has none left."""
        self._serving.acceptor.places.enter(self, self.cut)
        self._serving.watch.add(self._channel)
        try:
            self._thread.start()
        except RuntimeError:
            self._close()
            raise

    def leave(self) -> None:
        """End as soon as nothing is under way."""
        self._must_leave = True
        self._leave_if_idle()

    def cut(self) -> None:
        """End at once."""
        self._channel.cut()

    def join(self, seconds: float) -> None:
        """Wait for the end."""
        self._thread.join(seconds)

    def _run(self) -> None:
        action: Action | None = None
        try:
            action = self._live()
        except Exception:  # a listener's edge: one association that fails must not take others along
            log.exception("an association from %s failed", self._address)
            self._layer.ask(Event.ABORT_ASKED)
        finally:
            self._finish(action)

    def _live(self) -> Action | None:
        """Until the association is over; answers the last thing that was done."""
        layer, action = self._layer, None
        layer.ask(Event.CALLER_CONNECTED)
        while not layer.is_over:
            if self._must_leave and self.is_idle and layer.ask(Event.ABORT_ASKED):
                break
            received = layer.receive(self._silent_seconds())
            action = received.action
            if isinstance(received.pdu, AssociateRequest) and action is Action.AE_6:
                self._decide(received.pdu)
            elif action is Action.AR_2:
                self._settle()
                self._serving.acceptor.places.leave(self)  # first, as the peer may call again at once
                layer.ask(Event.RELEASE_REPLY_ASKED, [RELEASE_REPLY])
        return action

    def _finish(self, action: Action | None) -> None:
        self._reader.close()
        self._settle()
        if self._layer.complaint:
            log.warning("%s sent what DICOM does not allow and is cut off: %s", self._address, self._layer.complaint)
        self._serving.acceptor.places.linger(self, self.cut)
        if self._session:
            self._serving.acceptor.ended(self._session, self._ending(action))
        self._layer.rest()
        self._close()

    def _close(self) -> None:
        self._serving.watch.remove(self._channel)
        self._serving.acceptor.places.leave(self)
        self._channel.close()
        self._has_ended(self)

    def _settle(self) -> None:
        if self._answering:
            self._answering.end()

    def _leave_if_idle(self) -> None:
        if self._must_leave and self.is_idle:
            self._layer.end_soon()

    def _decide(self, asked: AssociateRequest) -> None:
        caller = Caller(asked.calling_ae_title, asked.called_ae_title, self._address)
        request = AssociationRequest(
            caller=caller,
            contexts=asked.contexts,
            roles=asked.user.roles,
            extended=asked.user.extended,
            claimed_user=asked.user.claimed_user,
            application_context=asked.application_context,
            protocol_version=asked.protocol_version,
        )
        decision = self._serving.acceptor.decide(self, request)
        if isinstance(decision, Rejection):
            reject = Reject(decision.result, decision.source, decision.reason)
            self._layer.ask(Event.REJECT_ASKED, [encode_reject(reject)])
            return
        self._session = decision
        self._answering = Answering(decision, self._layer, asked.user.maximum_length, self._leave_if_idle)
        self._layer.ask(Event.ACCEPT_ASKED, [encode_accept(self._accept(asked, decision))])

    def _accept(self, asked: AssociateRequest, session: Session) -> AssociateAccept:
        identity = self._serving.identity
        return AssociateAccept(
            called_ae_title=asked.called_ae_title,
            calling_ae_title=asked.calling_ae_title,
            contexts=tuple(
                ContextAnswer(answer.context.context_id, answer.result, answer.context.transfer_syntax)
                for answer in session.answers
            ),
            user=UserInformation(
                maximum_length=self._serving.limits.max_pdu_length,
                implementation_class_uid=identity.implementation_class_uid,
                implementation_version_name=identity.implementation_version_name,
                operations=ONE_AT_A_TIME if asked.user.operations else None,
                roles=session.roles,
                extended=session.extended,
            ),
        )

    def _silent_seconds(self) -> float:
        limits = self._serving.limits
        if self._answering is None or self._answering.is_under_way:
            return NEVER  # ARTIM runs, or the peer waits for us
        return limits.dimse_timeout if self._reader.is_in_message else limits.network_timeout

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

    def _ending(self, action: Action | None) -> Ending:
        if action is Action.AR_2:
            return Ending.RELEASED
        if self._must_leave:
            return Ending.DRAINED
        return Ending.BROKEN if action is Action.AA_4 else Ending.ABORTED
