"""An association that we opened: requests go out, answers come back, and the end is said as it happened.

For one thread, but `cancel` and `abort`, which may come from any. Memory does not grow with what is sent: a dataset
goes from where it lies (a mapped file, say) to the socket.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from pacsdesk.engine.network.association import AcceptedContext, Content, Ending
from pacsdesk.engine.network.association import AssociationLost as AssociationLost
from pacsdesk.engine.network.command import (
    C_ECHO_RQ,
    C_FIND_RQ,
    C_GET_RQ,
    C_MOVE_RQ,
    C_STORE_RQ,
    Order,
    Response,
    encode_cancel,
    encode_order,
    encode_response,
)
from pacsdesk.engine.network.journal.book import Traffic
from pacsdesk.engine.network.messages import Request
from pacsdesk.engine.network.tally import Tally
from pacsdesk.engine.network.wire.channel import Channel
from pacsdesk.engine.network.wire.data import IS_COMMAND, data_pdus, dataset_pdus
from pacsdesk.engine.network.wire.inbox import Begin, Gathering, Inbox
from pacsdesk.engine.network.wire.pdu import RELEASE_REPLY, RELEASE_REQUEST, Abort
from pacsdesk.engine.network.wire.states import Action, Event
from pacsdesk.engine.network.wire.upper_layer import Received, UpperLayer
from pacsdesk.engine.network.wire.watch import Watch

_MEDIUM = 0
_RELEASE_SECONDS = 10.0  # there is nothing to be done for the answer to a release


@dataclass(frozen=True, slots=True)
class Instance:
    """What a C-STORE sends. dataset: in the context's transfer syntax; its bytes stay as they are meanwhile."""

    sop_class_uid: str
    sop_instance_uid: str
    dataset: Content
    originator: tuple[str, int] | None = None


class NoAnswer(StrEnum):
    """What came instead of an answer. BROKEN: bytes that are none, or the answer to something else."""

    CLOSED = "closed"
    OVERDUE = "overdue"
    BROKEN = "broken"
    ABORTED = "aborted"
    RELEASED = "released"


class OpenedAssociation:
    """Made by `calling.open_association`; ends by `release`, `abort`, or when the peer ends it."""

    def __init__(
        self, layer: UpperLayer, channel: Channel, watch: Watch, inbox: Inbox, peer_maximum: int, answer_seconds: float
    ) -> None:
        """peer_maximum: bytes of a PDU, 0 for no limit. answer_seconds: how long a peer may take for an answer."""
        self.contexts: tuple[AcceptedContext, ...] = tuple(inbox.contexts.values())
        self.no_answer: NoAnswer | None = None  # once AssociationLost was raised for something that the peer did
        self.peer_abort: Abort | None = None
        self.tally = Tally()
        self.ending: Ending | None = None
        self.problem = ""  # what the peer did wrong, in words
        self.association_id = ""  # under which the journal has it, "" when it has not
        self.has_ended: Callable[[OpenedAssociation], None] | None = None  # called once, by who ends it
        self._layer = layer
        self._channel = channel
        self._watch = watch
        self._inbox = inbox
        self._peer_maximum = peer_maximum
        self._answer_seconds = answer_seconds
        self._message_id = 0
        self._under_way: tuple[int, Order] | None = None

    @property
    def is_established(self) -> bool:
        """Whether requests can be sent."""
        return not self._layer.is_over

    def traffic(self) -> Traffic:
        """What passed so far; from any thread."""
        return Traffic(self._channel.received, self._channel.sent)

    def leave(self) -> None:
        """End at once: who uses it finds that it is lost. From any thread."""
        self.ending = Ending.DRAINED
        self.abort()

    def cut(self) -> None:
        """End the connection at once, whether or not it has ended; from any thread."""
        self._channel.cut()

    def context_for(self, abstract_syntax: str, transfer_syntax: str = "") -> AcceptedContext | None:
        """An accepted context of this abstract syntax, and of this transfer syntax unless it is ""."""
        return next(
            (
                context
                for context in self.contexts
                if context.abstract_syntax == abstract_syntax and transfer_syntax in ("", context.transfer_syntax)
            ),
            None,
        )

    def echo(self, context: AcceptedContext) -> Response:
        """C-ECHO. Raises AssociationLost, like all that follow."""
        self._ask(context, Order(C_ECHO_RQ, self._next_id(), context.abstract_syntax))
        return self._answer()

    def store(self, context: AcceptedContext, instance: Instance) -> Response:
        """C-STORE."""
        order = Order(
            C_STORE_RQ,
            self._next_id(),
            instance.sop_class_uid,
            instance.sop_instance_uid,
            has_dataset=True,
            priority=_MEDIUM,
            originator=instance.originator,
        )
        self._ask(context, order, instance.dataset)
        return self._answer()

    def find(self, context: AcceptedContext, identifier: bytes) -> Iterator[Response]:
        """C-FIND: pending answers with their identifiers, the final one last."""
        return self._many(context, self._order(C_FIND_RQ, context), identifier)

    def move(self, context: AcceptedContext, identifier: bytes, destination: str) -> Iterator[Response]:
        """C-MOVE: answers with counts, the final one last."""
        order = replace(self._order(C_MOVE_RQ, context), move_destination=destination)
        return self._many(context, order, identifier)

    def get(self, context: AcceptedContext, identifier: bytes, begin: Begin) -> Iterator[Response]:
        """C-GET: what comes is given to the exchanges of `begin`; answers with counts, the final one last."""
        self._inbox.begin = begin
        try:
            yield from self._many(context, self._order(C_GET_RQ, context), identifier)
        finally:
            self._inbox.begin = None

    def operate(self, context: AcceptedContext, order: Order, dataset: bytes) -> Response:
        """N-EVENT-REPORT, N-ACTION, N-CREATE or N-SET; the order's message id is ours to give."""
        self._ask(context, replace(order, message_id=self._next_id()), dataset)
        return self._answer()

    def take_reports(self, begin: Begin) -> None:
        """Have N-EVENT-REPORTs of the peer carried out from now on, whenever an answer or a report is waited for."""
        self._inbox.begin_report = begin

    def await_report(self, seconds: float) -> bool:
        """Wait so long for a report; whether one was carried out."""
        if not self._inbox.completed and not self._layer.has_input(seconds):
            return False
        completed = self._next_message()
        if completed.command.response is not None:
            self.abort()
            raise self._lost(NoAnswer.BROKEN, "it answered what was not asked")
        self._carry_out(completed)
        return True

    def hurry(self, seconds: float) -> None:
        """Give the peer no more than so many seconds for what is under way; from any thread."""
        self._channel.hurry(seconds)

    def cancel(self) -> None:
        """Ask the peer to end the request that it is answering; its final answer still comes. From any thread."""
        if under_way := self._under_way:
            context_id, order = under_way
            self._send(context_id, encode_cancel(order.message_id))

    def release(self) -> bool:
        """Take leave of the peer; whether it answered as it should. The association is over in any case."""
        layer = self._layer
        action: Action | None = None
        if layer.ask(Event.RELEASE_ASKED, [RELEASE_REQUEST]):
            while not layer.is_over:
                action = layer.receive(min(self._answer_seconds, _RELEASE_SECONDS)).action
                if action is Action.AR_8:  # both asked at once: the requestor answers first, PS3.8 7.2.3
                    layer.ask(Event.RELEASE_REPLY_ASKED, [RELEASE_REPLY])
        was_answered = action is Action.AR_3
        self._end(Ending.RELEASED if was_answered else Ending.BROKEN)
        return was_answered

    def abort(self) -> None:
        """End at once, from any thread; the thread that waits for an answer loses its association."""
        self._layer.ask(Event.ABORT_ASKED)
        self._channel.cut()

    def close(self) -> None:
        """End the association if it is not over, and let the connection go."""
        self._layer.ask(Event.ABORT_ASKED)
        self._end(_ENDINGS[self.no_answer])

    def _end(self, ending: Ending) -> None:
        self._inbox.reader.close()
        self._watch.remove(self._channel)
        self._channel.cut()
        self._channel.close()
        self.ending = self.ending or ending
        has_ended, self.has_ended = self.has_ended, None
        if has_ended:
            has_ended(self)

    def _order(self, command_field: int, context: AcceptedContext) -> Order:
        return Order(command_field, self._next_id(), context.abstract_syntax, has_dataset=True, priority=_MEDIUM)

    def _next_id(self) -> int:
        self._message_id = self._message_id % 0xFFFF + 1
        return self._message_id

    def _ask(self, context: AcceptedContext, order: Order, dataset: Content = b"") -> None:
        self._under_way = (context.context_id, order)
        # when it cannot be sent the peer is gone, and what it said before is found where the answer is waited for
        self._send(context.context_id, encode_order(order), dataset)

    def _send(self, context_id: int, command: bytes, dataset: Content = b"") -> bool:
        pdus = data_pdus(context_id, IS_COMMAND, command, self._peer_maximum)
        return self._layer.ask(Event.DATA_ASKED, chain(pdus, dataset_pdus(context_id, dataset, self._peer_maximum)))

    def _many(self, context: AcceptedContext, order: Order, identifier: bytes) -> Iterator[Response]:
        self._ask(context, order, identifier)
        while True:
            response = self._answer()
            yield response
            if not response.is_pending:
                return

    def _answer(self) -> Response:
        """The next response to what is under way; requests that come before it are carried out."""
        while True:
            completed = self._next_message()
            command, exchange = completed.command, completed.exchange
            if command.response is None:
                self._carry_out(completed)
                continue
            if self._under_way is None or command.message_id != self._under_way[1].message_id:
                self.abort()
                raise self._lost(NoAnswer.BROKEN, f"it answered to message {command.message_id}, which was not asked")
            if not command.response.is_pending:
                self.tally.add(self._under_way[1].field, command.response.status)
                self._under_way = None
            assert isinstance(exchange, Gathering), "the inbox opens these for responses"
            return replace(command.response, dataset=bytes(exchange.dataset))

    def _carry_out(self, request: Request) -> None:
        answer = request.exchange.finish()
        if isinstance(answer, Response):
            self.tally.add(request.command.field, answer.status)
            self._send(request.context_id, encode_response(request.command, answer))

    def _next_message(self) -> Request:
        while not self._inbox.completed:
            if self._layer.is_over:
                raise AssociationLost("the association is over")
            received = self._layer.receive(self._answer_seconds)
            if received.action is Action.AR_2:
                self._layer.ask(Event.RELEASE_REPLY_ASKED, [RELEASE_REPLY])
                raise self._lost(NoAnswer.RELEASED, "it released the association instead of answering")
            if received.action is not Action.DT_2:
                self.peer_abort = received.pdu if isinstance(received.pdu, Abort) else None
                complaint = self._layer.complaint
                kind = kind_of_end(received, self._channel, complaint)
                raise self._lost(kind, how_it_ended(received, self._channel, complaint))
        return self._inbox.completed.popleft()

    def _lost(self, kind: NoAnswer, how: str) -> AssociationLost:
        self.no_answer, self.problem = kind, how
        return AssociationLost(how)


_ENDINGS = {
    None: Ending.ABORTED,
    NoAnswer.CLOSED: Ending.BROKEN,
    NoAnswer.OVERDUE: Ending.BROKEN,
    NoAnswer.BROKEN: Ending.ABORTED,
    NoAnswer.ABORTED: Ending.ABORTED,
    NoAnswer.RELEASED: Ending.RELEASED,
}


def how_it_ended(received: Received, channel: Channel, complaint: str) -> str:
    """The end of an association in words."""
    if isinstance(received.pdu, Abort):
        return f"it aborted the association (source {received.pdu.source}, reason {received.pdu.reason})"
    if complaint:
        return f"it sent what DICOM does not allow: {complaint}"
    return "it did not answer in time" if channel.is_overdue else "it closed the connection"


def kind_of_end(received: Received, channel: Channel, complaint: str) -> NoAnswer:
    """The same for programs."""
    if isinstance(received.pdu, Abort):
        return NoAnswer.ABORTED
    if complaint:
        return NoAnswer.BROKEN
    return NoAnswer.OVERDUE if channel.is_overdue else NoAnswer.CLOSED
