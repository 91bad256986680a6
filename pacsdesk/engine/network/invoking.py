"""The way back on an association that a caller opened: requests of ours go out between the answers to its own.

The thread that receives hands over what answers them; who waits for an answer learns at once when there can be none.
"""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Lock

from pacsdesk.engine.network.association import AcceptedContext, AssociationLost, Content
from pacsdesk.engine.network.command import Command, Order, Response, encode_order

_ANSWER_SECONDS = 60.0

# presentation context, command set, dataset; whether it could be sent
Send = Callable[[int, bytes, Content], bool]


class CallerInvoker:
    """Implements association.Invoker on one association; `attach` comes first."""

    def __init__(self, contexts: tuple[AcceptedContext, ...]) -> None:
        self.contexts = contexts
        self._one_at_a_time = Lock()
        self._answers: SimpleQueue[Command | None] = SimpleQueue()
        self._is_over = False
        self._send: Send = _nowhere
        self._abort: Callable[[], object] = _nothing

    def attach(self, send: Send, abort: Callable[[], object]) -> None:
        """Go out this way. abort: ends the association, of a caller that does not answer."""
        self._send, self._abort = send, abort

    def invoke(self, context_id: int, order: Order, dataset: Content = b"") -> Response:
        """Send a request and wait for its answer. Raises AssociationLost."""
        with self._one_at_a_time:
            if self._is_over or not self._send(context_id, encode_order(order), dataset):
                raise AssociationLost("the caller is gone")
            try:
                answer = self._answers.get(timeout=_ANSWER_SECONDS)
            except Empty:
                self._abort()
                raise AssociationLost("the caller did not answer in time") from None
        if answer is None or answer.response is None:
            raise AssociationLost("the caller went instead of answering")
        if answer.message_id != order.message_id:
            self._abort()
            raise AssociationLost(f"the caller answered to message {answer.message_id}, which was not asked")
        return answer.response

    def take(self, command: Command) -> None:
        """A response came; from the thread that receives."""
        self._answers.put(command)

    def end(self) -> None:
        """No more responses come; from the thread that receives."""
        self._is_over = True
        self._answers.put(None)


def _nowhere(_context_id: int, _command: bytes, _dataset: Content) -> bool:
    return False


def _nothing() -> None:
    """There is nothing to end yet."""
