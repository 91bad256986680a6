"""Associations on pynetdicom: its state machine and PDU codec, none of its rules, message store, services or logs.

Its negotiation, message assembly, provider thread and socket are replaced by ours, because they gather datasets in
memory, copy 5,000 syntaxes per connection, accept what they do not understand and die noisily (RELIABILITY 6).
"""

import logging
import queue
import socket
import time

from pydicom.config import IGNORE
from pydicom.uid import UID
from pynetdicom import AE
from pynetdicom.acse import ACSE
from pynetdicom.association import Association
from pynetdicom.dimse import DIMSEServiceProvider
from pynetdicom.dul import DULServiceProvider
from pynetdicom.pdu_primitives import A_ASSOCIATE, A_P_ABORT, P_DATA
from pynetdicom.presentation import PresentationContext
from pynetdicom.transport import AddressInformation

from pacsdesk.engine.network.acceptor import Acceptor, Session
from pacsdesk.engine.network.association import AssociationRequest, Caller, Ending, ProposedContext, Rejection
from pacsdesk.engine.network.command import C_CANCEL_RQ, Command, Response, encode_response
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.messages import (
    MessageReader,
    ProtocolViolation,
    Request,
    command_fragments,
    dataset_fragments,
)
from pacsdesk.engine.network.negotiation import ContextResult, NegotiatedContext
from pacsdesk.engine.network.provided import Exchange
from pacsdesk.engine.network.wire.connection import BoundedSocket

log = logging.getLogger(__name__)

# PS3.7 D.3.3.3: without negotiation one operation at a time; some senders are ahead of the answer
_MOST_OUTSTANDING = 8
# pynetdicom polls its queues and the socket; an association that is silent for a second is polled less often
_BUSY_PAUSE = 0.001
_SILENT_PAUSE = 0.02
_SILENT_AFTER = 1.0


class StockAssociation(Association):
    """One connection from its acceptance to its end, on two threads of pynetdicom's."""

    def __init__(
        self, ae: AE, acceptor: Acceptor, limits: NetworkLimits, accepted: socket.socket, address: tuple[str, int]
    ) -> None:
        super().__init__(ae, "acceptor")
        self.session: Session | None = None
        self.must_leave = False
        self.is_working = False
        self.peer_address = plain_address(address[0])
        self.decider = acceptor
        self.reader = MessageReader(self._begin)
        self._limits = limits
        self.acse = _Negotiation(self)
        self.dul = _Provider(self)
        self.dimse = _Messages(self)
        self.acse_timeout = limits.acse_timeout
        self.network_timeout = limits.network_timeout
        self.connection = BoundedSocket(self, accepted, limits.maximum_pdu_received, self._pdu_seconds)
        self.set_socket(self.connection)
        self._describe(ae, accepted, address)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is half received or being answered."""
        return not (self.is_working or self.reader.is_in_message or self.dimse.msg_queue.qsize())

    def run_reactor(self) -> None:
        """Live through the association; whatever happens, its place is free and nothing half received stays."""
        try:
            super().run_reactor()
        finally:
            self.reader.close()
            self.connection.cut()
            self.dul.kill_dul()
            self.decider.places.leave(self)
            if self.session:
                self.decider.ended(self.session, self._ending())

    def _bind_defaults(self) -> None:
        """Bind nothing: pynetdicom's default handlers log PDUs and datasets."""

    def _serve_request(self, msg: Request, context_id: int) -> None:  # type: ignore[override]  # from our own queue
        if self.session is None or not msg.command.is_request:
            return
        answer = self.session.finish(msg)
        for response in [answer] if isinstance(answer, Response) else answer:
            self._send(context_id, msg.command, response)
        self.is_working = False

    def _send(self, context_id: int, command: Command, response: Response) -> None:
        room = self.requestor.maximum_length or 0
        dataset = response.dataset
        for fragment in (
            *command_fragments(encode_response(command, response), room),
            *dataset_fragments(dataset, room),
        ):
            primitive = P_DATA()
            primitive.presentation_data_value_list = [[context_id, fragment]]  # type: ignore[list-item]  # wants lists
            self.dul.send_pdu(primitive)

    def _begin(self, context_id: int, command: Command) -> Exchange:
        if self.session is None:
            raise ProtocolViolation("a message before the association")
        return self.session.begin(context_id, command)

    def _pdu_seconds(self) -> float:
        return self._limits.dimse_timeout if self.session else self._limits.acse_timeout

    def _ending(self) -> Ending:
        if self.is_released:
            return Ending.RELEASED
        return Ending.DRAINED if self.must_leave else Ending.ABORTED

    def _describe(self, ae: AE, accepted: socket.socket, address: tuple[str, int]) -> None:
        self.acceptor.maximum_length = self._limits.max_pdu_length
        self.acceptor.ae_title = ae.ae_title
        self.acceptor.implementation_class_uid = ae.implementation_class_uid
        self.acceptor.implementation_version_name = ae.implementation_version_name
        self.acceptor.address_info = AddressInformation.from_tuple(accepted.getsockname())
        self.requestor.address_info = AddressInformation.from_tuple(address)


class _Negotiation(ACSE):
    """Asks the acceptor instead of pynetdicom's own rules; no negotiation item is ever confirmed."""

    def _negotiate_as_acceptor(self) -> None:
        association: StockAssociation = self.assoc  # type: ignore[assignment]  # made there
        primitive = association.requestor.primitive
        if not isinstance(primitive, A_ASSOCIATE):  # it hung up or aborted before it asked
            association.kill()
            return
        decision = association.decider.decide(association, _request_of(primitive, association.peer_address))
        if isinstance(decision, Rejection):
            self.send_reject(decision.result, decision.source, decision.reason)
            association.kill()
            return
        association.session = decision
        answers = [(answer.result, _answer_of(answer)) for answer in decision.answers]
        accepted = [context for result, context in answers if result is ContextResult.ACCEPTED]
        association._accepted_cx = {context.context_id: context for context in accepted if context.context_id}
        association._rejected_cx = [context for result, context in answers if result is not ContextResult.ACCEPTED]
        self.send_accept()
        association.is_established = True

    def send_release(self, is_response: bool = False) -> None:
        """Free the place before the peer hears of its release: it may call again at once."""
        association: StockAssociation = self.assoc  # type: ignore[assignment]  # made there
        association.decider.places.leave(association)
        super().send_release(is_response)


class _Messages(DIMSEServiceProvider):
    """Hands fragments to the message reader as they come, and complete requests to the association's thread."""

    def __init__(self, association: StockAssociation) -> None:
        super().__init__(association)
        self._association = association
        self._active_at = time.monotonic()

    def receive_primitive(self, primitive: P_DATA) -> None:
        """Take the fragments of one P-DATA-TF; a peer that breaks the protocol is aborted."""
        association = self._association
        try:
            for context_id, fragment in primitive.presentation_data_value_list:
                request = association.reader.take(context_id, fragment)
                if request and request.command.field == C_CANCEL_RQ and association.session:
                    association.session.cancel(request.command.message_id)
                elif request:
                    self._queue(context_id, request)
        except ProtocolViolation as error:
            log.warning("%s broke the protocol and is cut off: %s", association.peer_address, error)
            self.dul.event_queue.put("Evt19")  # invalid PDU: A-ABORT by the provider, PS3.8 9.2.3
        except Exception:  # a listener's edge: an exchange that fails must not take the engine along
            log.exception("a message from %s failed", association.peer_address)
            self.dul.event_queue.put("Evt19")
        limits = association._limits
        association.network_timeout = (
            limits.dimse_timeout if association.reader.is_in_message else limits.network_timeout
        )

    def get_msg(self, block: bool = False) -> tuple[int, Request] | tuple[None, None]:  # type: ignore[override]  # ours
        """The next complete request; waits a moment for it, and sees to it that a draining engine is left."""
        association = self._association
        if association.must_leave and association.is_idle:
            association.abort()
            return None, None
        silent = time.monotonic() - self._active_at > _SILENT_AFTER
        self.dul._run_loop_delay = _SILENT_PAUSE if silent else _BUSY_PAUSE
        try:
            message: tuple[int, Request] = self.msg_queue.get(timeout=self.dul._run_loop_delay)  # type: ignore[assignment]
        except queue.Empty:
            return None, None
        association.is_working = True
        self._active_at = time.monotonic()
        return message

    def _queue(self, context_id: int, request: Request) -> None:
        if self.msg_queue.qsize() >= _MOST_OUTSTANDING:
            request.exchange.abandon()
            raise ProtocolViolation("more requests at once than were negotiated")
        self.msg_queue.put((context_id, request))  # type: ignore[arg-type]  # ours


class _Provider(DULServiceProvider):
    """The receiving thread: one that fails ends its association at once and says so in one line."""

    def __init__(self, association: StockAssociation) -> None:
        super().__init__(association)
        self.daemon = True

    def run_reactor(self) -> None:
        """Receive and send until the association is over."""
        association: StockAssociation = self.assoc  # type: ignore[assignment]  # made there
        try:
            super().run_reactor()
        except Exception as error:  # noqa: BLE001  a listener's edge: what strangers send is one line, no traceback
            log.warning("%s sent what is no DICOM: %s", association.peer_address, type(error).__name__)
        finally:
            association._dul_ready.set()
            self.to_user_queue.put(A_P_ABORT())


def _request_of(primitive: A_ASSOCIATE, address: str) -> AssociationRequest:
    return AssociationRequest(
        Caller(primitive.calling_ae_title.strip(" "), primitive.called_ae_title.strip(" "), address),
        tuple(
            ProposedContext(
                context.context_id or 0,
                str(context.abstract_syntax or ""),
                tuple(str(syntax) for syntax in context.transfer_syntax),
            )
            for context in primitive.presentation_context_definition_list
        ),
    )


def _answer_of(answer: NegotiatedContext) -> PresentationContext:
    context = PresentationContext()
    context.context_id = answer.context.context_id
    context.abstract_syntax = UID(answer.context.abstract_syntax, IGNORE)
    context.transfer_syntax = [UID(answer.context.transfer_syntax, IGNORE)]
    context.result = answer.result
    return context
