"""Answers the requests of one association: a single answer at once, many on a thread of their own.

So a C-CANCEL is read while they are on their way, and a peer that goes away stops the work that nobody will read.
"""

from collections.abc import Callable, Generator, Iterator
from itertools import chain
from threading import Thread

from pacsdesk.engine.network.association import Content
from pacsdesk.engine.network.command import C_CANCEL_RQ, Response, encode_response
from pacsdesk.engine.network.messages import Request
from pacsdesk.engine.network.session import Session
from pacsdesk.engine.network.wire.channel import Buffer
from pacsdesk.engine.network.wire.data import IS_COMMAND, data_pdus, dataset_pdus
from pacsdesk.engine.network.wire.states import Event
from pacsdesk.engine.network.wire.upper_layer import UpperLayer

_GATHERED = 1 << 16  # bytes of answers that go out together


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
        self._said: object = None
        self._said_in = b""
        session.invoker.attach(self._invoke, lambda: layer.ask(Event.ABORT_ASKED))

    def answer(self, request: Request) -> None:
        """Carry out a request that has come in full, or pass on what belongs to the one that is being carried out:
        a C-CANCEL, an answer to what we invoked."""
        if request.command.field == C_CANCEL_RQ:
            self._session.cancel(request.command.message_id)
        if request.command.response:
            self._session.invoker.take(request.command)
        if not request.command.is_request:
            return
        self._wait()  # one operation at a time: a peer that is ahead of its answers is held up
        self.is_under_way = True
        answer = self._session.finish(request)
        if isinstance(answer, Response):
            self._layer.ask(Event.DATA_ASKED, [b"".join(self._pdus(request, answer))])
            self.is_under_way = False
        else:
            self._thread = Thread(target=self._answer_often, args=(request, answer), name="dicom-answers", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """The peer wants no more: cancel what is being carried out, and return when it is over."""
        if self._thread:
            self._session.cancel()
        self._session.invoker.end()
        self._wait()

    def _invoke(self, context_id: int, command: bytes, dataset: Content) -> bool:
        pdus = data_pdus(context_id, IS_COMMAND, command, self._peer_maximum)
        return self._layer.ask(Event.DATA_ASKED, chain(pdus, dataset_pdus(context_id, dataset, self._peer_maximum)))

    def _wait(self) -> None:
        if self._thread:
            self._thread.join()
            self._thread = None

    def _answer_often(self, request: Request, answers: Iterator[Response]) -> None:
        gathered = bytearray()
        for response in answers:
            gathered += b"".join(self._pdus(request, response))
            if response.is_followed and len(gathered) < _GATHERED:
                continue
            if not self._layer.ask(Event.DATA_ASKED, [bytes(gathered)]):
                request.exchange.cancel()
                break
            gathered.clear()
        if isinstance(answers, Generator):
            answers.close()
        self.is_under_way = False
        self._has_answered()

    def _pdus(self, request: Request, response: Response) -> Iterator[Buffer]:
        yield self._command_pdus(request, response)
        if response.dataset:
            yield from data_pdus(request.context_id, 0, response.dataset, self._peer_maximum)

    def _command_pdus(self, request: Request, response: Response) -> bytes:
        """The command set in PDUs; those of pending answers are mostly the same and made once."""
        parts = (response.comment, response.sub_operations, response.offending_elements)
        said = (request.context_id, request.command, response.status, bool(response.dataset), parts)
        if said != self._said:
            command = encode_response(request.command, response)
            pdus = data_pdus(request.context_id, IS_COMMAND, command, self._peer_maximum)
            self._said, self._said_in = said, b"".join(pdus)
        return self._said_in
