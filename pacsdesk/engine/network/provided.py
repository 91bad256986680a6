"""What a provided service is to the listener: which contexts it takes, and one exchange per request."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.association import AcceptedContext as AcceptedContext
from pacsdesk.engine.network.association import OpenAssociation
from pacsdesk.engine.network.command import Command, Response


class Exchange(Protocol):
    """One request on its way: begun by its command, fed with its dataset, then answered or given up.

    `receive` and `finish` hold up the peer while they run. Many answers are taken one by one on a thread of their own,
    so that `cancel` comes in time.
    """

    def receive(self, fragment: memoryview) -> None:
        """The next bytes of the dataset, exactly as sent."""
        ...

    def finish(self) -> Response | Iterator[Response]:
        """All has come: do it, then say how it went.

        Who answers many times gives an iterator at once and works in it: pending responses first, one final last. A
        generator is closed when the peer goes away, between two answers.
        """
        ...

    def cancel(self) -> None:
        """The peer wants no further answers (C-CANCEL, PS3.7 9.3.2.3), or is gone; comes from another thread while the
        answers are taken. The final one is to follow soon, with what the service says of a cancelled request."""
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

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """The answer to a proposed service-class-application-information of one of our contexts: what we will do of it,
        b"" to give no answer, which by PS3.7 D.3.3.5 means none of it."""
        ...

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Open an exchange; what stands in its way is for the exchange to answer, not for this method to raise."""
        ...


@runtime_checkable
class TakesReports(Protocol):
    """A service of which a caller may be the SCP: it reports (N-EVENT-REPORT) what we asked it for elsewhere."""

    def begin_report(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Open the exchange of a report."""
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

    def cancel(self) -> None:
        """The answer stands."""

    def abandon(self) -> None:
        """Nothing was kept."""
