"""Answers the requests of one association: a single answer at once, many on a thread of their own.

So a C-CANCEL is read while they are on their way, and a peer that goes away stops the work that nobody will read.
"""

from collections.abc import Callable, Generator, Iterator
from threading import Thread

from pacsdesk.engine.network.acceptor import Session
from pacsdesk.engine.network.command import C_CANCEL_RQ, Response, encode_response
from pacsdesk.engine.network.messages import Request
from pacsdesk.engine.network.wire.data import IS_COMMAND, data_pdus
from pacsdesk.engine.network.wire.states import Event
from pacsdesk.engine.network.wire.upper_layer import UpperLayer


class Answering:
    """For the thread that receives."""

    def __init__(
        self, session: Session, layer: UpperLayer, peer_maximum: int, has_answered: Callable[[], None]
    ) -> None:
        """peer_maximum: the largest PDU that the peer takes, bytes, 0 for no limit. has_answered: called after the last
        of many answers, on their thread."""
        self.is_under_way = False
        self._session = session
        self._layer = layer
        self._peer_maximum = peer_maximum
        self._has_answered = has_answered
        self._thread: Thread | None = None

    def answer(self, request: Request) -> None:
        """Carry out a request that has come in full, or pass a C-CANCEL on to the one that is being carried out."""
        if request.command.field == C_CANCEL_RQ:
            self._session.cancel(request.command.message_id)
        if not request.command.is_request:
            return
        self._wait()  # one operation at a time: a peer that is ahead of its answers is held up
        self.is_under_way = True
        answer = self._session.finish(request)
        if isinstance(answer, Response):
            self._send(request, answer)
            self.is_under_way = False
        else:
            self._thread = Thread(target=self._answer_often, args=(request, answer), name="dicom-answers", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """The peer wants no more: cancel what is being carried out, and return when it is over."""
        if self._thread:
            self._session.cancel()
        self._wait()

    def _wait(self) -> None:
        if self._thread:
            self._thread.join()
            self._thread = None

    def _answer_often(self, request: Request, answers: Iterator[Response]) -> None:
        for response in answers:
            if not self._send(request, response):
                request.exchange.cancel()
                break
        if isinstance(answers, Generator):
            answers.close()
        self.is_under_way = False
        self._has_answered()

    def _send(self, request: Request, response: Response) -> bool:
        command = encode_response(request.command, response)
        pdus = data_pdus(request.context_id, IS_COMMAND, command, self._peer_maximum)
        if not response.dataset:
            return self._layer.ask(Event.DATA_ASKED, [b"".join(pdus)])
        dataset = data_pdus(request.context_id, 0, response.dataset, self._peer_maximum)
        return self._layer.ask(Event.DATA_ASKED, (*pdus, *dataset))
