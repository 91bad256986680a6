"""What a provided service is to the listener: which contexts it takes, and one exchange per request."""

from dataclasses import dataclass
from typing import Protocol

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.association import OpenAssociation
from pacsdesk.engine.network.command import Command, Response


@dataclass(frozen=True, slots=True)
class AcceptedContext:
    """A presentation context that both sides agreed on."""

    context_id: int
    abstract_syntax: str
    transfer_syntax: str


class Exchange(Protocol):
    """One request on its way: begun by its command, fed with its dataset, then answered or given up.

    `receive` runs on the receiving thread and holds up the peer while it runs; `finish` runs on the association's own.
    """

    def receive(self, fragment: memoryview) -> None:
        """The next bytes of the dataset, exactly as sent."""
        ...

    def finish(self) -> Response:
        """All has come: do it, then say how it went."""
        ...

    def abandon(self) -> None:
        """The association ended before all had come: leave nothing behind."""
        ...


class ProvidedService(Protocol):
    """A DICOM service that we provide."""

    @property
    def name(self) -> PeerService:
        """What a peer must be allowed."""
        ...

    @property
    def command_field(self) -> int:
        """The request it answers (0000,0100), PS3.7 E.1."""
        ...

    def provides(self, abstract_syntax: str) -> bool:
        """Whether a presentation context of this abstract syntax is ours."""
        ...

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """The one of the proposed transfer syntaxes that we take; None when none will do."""
        ...

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Open an exchange; what stands in its way is for the exchange to answer, not for this method to raise."""
        ...


class Answer:
    """The exchange that needs no dataset: it passes over what comes and gives a fixed response."""

    def __init__(self, response: Response) -> None:
        self._response = response

    def receive(self, fragment: memoryview) -> None:
        """Pass over the bytes."""

    def finish(self) -> Response:
        """The response given at the start."""
        return self._response

    def abandon(self) -> None:
        """Nothing was kept."""
