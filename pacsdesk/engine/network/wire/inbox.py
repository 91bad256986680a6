"""What comes on an association that we opened: responses to what we asked, the stores of a C-GET, reports of what was
asked for; nothing else."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from pacsdesk.engine.network.command import C_STORE_RQ, N_EVENT_REPORT_RQ, Command, Response
from pacsdesk.engine.network.messages import MessageReader, ProtocolViolation, Request
from pacsdesk.engine.network.provided import AcceptedContext, Exchange
from pacsdesk.engine.network.wire.pdu import BrokenPdu
from pacsdesk.engine.network.wire.reading import Piece

_LARGEST_IDENTIFIER = 16 << 20  # one of a C-FIND has some hundred bytes; a failed list of a retrieval 64 for each UID

# opens the exchange of a request that comes on this association: a C-STORE as an answer to C-GET, a report
Begin = Callable[[AcceptedContext, Command], Exchange]


@dataclass(slots=True)
class Gathering:
    """The exchange of a response: its dataset is gathered, as far as one may go."""

    dataset: bytearray = field(default_factory=bytearray)

    def receive(self, fragment: memoryview) -> None:
        if len(self.dataset) + len(fragment) > _LARGEST_IDENTIFIER:
            raise ProtocolViolation(f"an answer with more than {_LARGEST_IDENTIFIER} bytes")
        self.dataset += fragment

    def finish(self) -> Response:
        raise AssertionError("a response is not answered")

    def cancel(self) -> None:
        """Nothing to end."""

    def abandon(self) -> None:
        """Only memory was taken."""


class Inbox:
    """Takes what the layer passes on; made before the layer, opened when the association stands."""

    def __init__(self) -> None:
        self.contexts: dict[int, AcceptedContext] = {}
        self.begin: Begin | None = None  # of a C-STORE
        self.begin_report: Begin | None = None  # of an N-EVENT-REPORT
        self.completed: deque[Request] = deque()  # no more than one PDU holds
        self.reader = MessageReader(self._open)

    def take(self, piece: Piece) -> None:
        """Raises BrokenPdu for what is no message."""
        try:
            completed = self.reader.take(*piece)
        except ProtocolViolation as error:
            raise BrokenPdu(str(error)) from error
        if completed:
            self.completed.append(completed)

    def _open(self, context_id: int, command: Command) -> Exchange:
        context = self.contexts.get(context_id)
        if context is None:
            raise ProtocolViolation(f"a message in presentation context {context_id}, which was not accepted")
        if command.response:
            return Gathering()
        begin = {C_STORE_RQ: self.begin, N_EVENT_REPORT_RQ: self.begin_report}.get(command.field)
        if begin is None:
            raise ProtocolViolation("a request, where none was asked for")
        return begin(context, command)
