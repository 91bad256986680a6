"""Storage (PS3.4 annex B): a dataset goes to the archive's staging as it comes, and is answered as it was settled.

Nothing is decoded here, and nothing is held in memory but the fragment at hand.
"""

import logging

from pydicom import uid as standard

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import DimseStatus, SOPClassUID, SOPInstanceUID, TransferSyntaxUID
from pacsdesk.engine.archive.dataset.filing import Arrival
from pacsdesk.engine.archive.files.objects import StagedObject
from pacsdesk.engine.archive.storing.ingest import Ingest, outcome_of
from pacsdesk.engine.network.association import OpenAssociation, printable_title
from pacsdesk.engine.network.command import C_STORE_RQ, Command, Response
from pacsdesk.engine.network.provided import AcceptedContext, Answer, Exchange
from pacsdesk.engine.runtime.clock import Clock

log = logging.getLogger(__name__)

# SOP classes that say Storage in their name and are not stored by C-STORE: storage commitment, and DICOMDIR (PS3.10)
_NOT_STORED = frozenset(
    {
        "1.2.840.10008.1.3.10",
        "1.2.840.10008.1.20.1",
        "1.2.840.10008.1.20.2",
    }
)

# storage classes of the standard that are younger than pydicom's dictionary: waveform presentation states, label maps,
# height maps; each can go when the dictionary has it
_YOUNGER = frozenset(
    {
        "1.2.840.10008.5.1.4.1.1.9.100.1",
        "1.2.840.10008.5.1.4.1.1.9.100.2",
        "1.2.840.10008.5.1.4.1.1.66.7",
        "1.2.840.10008.5.1.4.1.1.66.8",
    }
)


class StoreService:
    """Answers C-STORE for every storage SOP class of the standard, retired ones too, in whatever transfer syntax."""

    name = PeerService.STORE
    command_field = C_STORE_RQ

    def __init__(self, ingest: Ingest, clock: Clock, accept_unknown_sop_classes: bool) -> None:
        """accept_unknown_sop_classes: store private classes too, and those that the standard got later."""
        self._ingest = ingest
        self._clock = clock
        self._accept_unknown = accept_unknown_sop_classes

    def provides(self, abstract_syntax: str) -> bool:
        """Storage SOP classes, and what nobody knows if that is wanted."""
        if not _is_uid(abstract_syntax):
            return False
        known = standard.UID(abstract_syntax)
        if not known.type:
            return self._accept_unknown or abstract_syntax in _YOUNGER
        return known.type == "SOP Class" and "Storage" in known.name and abstract_syntax not in _NOT_STORED

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """The sender's first that the standard knows, so that others can read it too; else its first."""
        usable = [syntax for syntax in transfer_syntaxes if _is_uid(syntax)]
        known = (syntax for syntax in usable if standard.UID(syntax).is_transfer_syntax)
        return next(known, usable[0] if usable else None)

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """Storage sub-classes and digital signatures (PS3.4 B.3.1) are not promised: no answer."""
        return b""

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Begin an object in staging, unless there is no room for one."""
        if not command.has_dataset:
            return Answer(Response(DimseStatus.CANNOT_UNDERSTAND, "There is no dataset"))
        try:
            arrival = _arrival(association, context, command, self._clock)
        except ValueError:
            return Answer(Response(DimseStatus.CANNOT_UNDERSTAND, "Affected SOP Class or Instance UID is no UID"))
        try:
            return _Storing(self._ingest, arrival, self._ingest.stage())
        except PacsDeskError as error:
            log.error("an object of association %s is refused: %s", association.association_id, error.title)
            return Answer(_response_to(error))


class _Storing:
    """One object on its way into the archive."""

    def __init__(self, ingest: Ingest, arrival: Arrival, staged: StagedObject) -> None:
        self._ingest = ingest
        self._arrival = arrival
        self._staged = staged
        self._failure: Response | None = None

    def receive(self, fragment: memoryview) -> None:
        """Write on; after a failure the rest is passed over, and answered when it has come."""
        if self._failure:
            return
        try:
            self._staged.write(fragment)
        except PacsDeskError as error:
            log.error("an object of association %s is refused: %s", self._arrival.association_id, error.title)
            self._staged.discard()
            self._failure = _response_to(error)

    def finish(self) -> Response:
        """Have the archive settle it."""
        if self._failure:
            return self._failure
        outcome = self._ingest.store(self._arrival, self._staged)
        if outcome.status is not DimseStatus.SUCCESS:
            log.warning("association %s: %04X %s", self._arrival.association_id, outcome.status, outcome.comment)
        return Response(outcome.status, outcome.comment)

    def cancel(self) -> None:
        """A store cannot be cancelled (PS3.7 9.3.1)."""

    def abandon(self) -> None:
        """Remove what came."""
        self._staged.discard()


def _arrival(association: OpenAssociation, context: AcceptedContext, command: Command, clock: Clock) -> Arrival:
    return Arrival(
        sop_class_uid=SOPClassUID(command.sop_class_uid),
        sop_instance_uid=SOPInstanceUID(command.sop_instance_uid),
        transfer_syntax_uid=TransferSyntaxUID(context.transfer_syntax),
        calling_ae_title=printable_title(association.caller.calling_ae_title),
        called_ae_title=association.caller.called_ae_title,
        address=association.caller.address,
        association_id=association.association_id,
        received_at=clock(),
    )


def _response_to(error: PacsDeskError) -> Response:
    outcome = outcome_of(error)
    return Response(outcome.status, outcome.comment)


def _is_uid(text: str) -> bool:
    try:
        SOPClassUID(text)
    except ValueError:
        return False
    return True
