"""A service that answers as often as a test wants, and notes what becomes of it."""

from collections.abc import Iterator
from queue import SimpleQueue
from threading import Event

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.association import OpenAssociation
from pacsdesk.engine.network.command import C_FIND_RQ, Command, Response
from pacsdesk.engine.network.provided import AcceptedContext, Exchange

PATIENT_FIND = "1.2.840.10008.5.1.4.1.2.1.1"
PENDING, CANCELLED = 0xFF00, 0xFE00


class CountingService:
    """Answers a query with its own identifier, over and over, until it has done so `times` or is cancelled."""

    name = PeerService.FIND
    command_field = C_FIND_RQ

    def __init__(self, times: int, fails: bool = False) -> None:
        self.is_closed = Event()
        self.given: SimpleQueue[int] = SimpleQueue()
        self.contexts: list[AcceptedContext] = []
        self._times = times
        self._fails = fails
        self._is_cancelled = Event()
        self._identifier = b""

    def provides(self, abstract_syntax: str) -> bool:
        return abstract_syntax == PATIENT_FIND

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        return transfer_syntaxes[0]

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        return proposed[:1]

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        self.contexts.append(context)
        self._identifier = b""
        self._is_cancelled.clear()
        return self

    def receive(self, fragment: memoryview) -> None:
        self._identifier += bytes(fragment)

    def finish(self) -> Iterator[Response]:
        return self._answers()

    def cancel(self) -> None:
        self._is_cancelled.set()

    def abandon(self) -> None:
        pass

    def _answers(self) -> Iterator[Response]:
        try:
            for number in range(self._times):
                self.given.put(number)
                if self._is_cancelled.is_set():
                    yield Response(CANCELLED)
                    return
                if self._fails:
                    raise RuntimeError("a fault of ours")
                yield Response(PENDING, dataset=self._identifier)
            yield Response(0)
        finally:
            self.is_closed.set()
