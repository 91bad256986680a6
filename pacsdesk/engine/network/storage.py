"""One C-STORE on its way into an archive: written to staging as it comes, answered as it was settled (PS3.4 annex B).

Nothing is decoded here, and nothing is held in memory but the fragment at hand. It knows no listener and no index, so
that it is the same wherever objects are received.
"""

import logging
from typing import Protocol

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.peers import SameUidPolicy
from pacsdesk.contract.types import DimseStatus, SOPClassUID, SOPInstanceUID, TransferSyntaxUID
from pacsdesk.engine.archive.dataset.filing import Arrival
from pacsdesk.engine.archive.files.objects import StagedObject
from pacsdesk.engine.archive.storing.outcome import StoreOutcome, outcome_of
from pacsdesk.engine.network.association import OpenAssociation, printable_title
from pacsdesk.engine.network.command import Command, Response
from pacsdesk.engine.network.provided import AcceptedContext, Answer, Exchange
from pacsdesk.engine.runtime.clock import Clock

log = logging.getLogger(__name__)


class TakesObjects(Protocol):
    """An archive as those see it who bring objects."""

    def stage(self) -> StagedObject:
        """Begin an object. Raises StorageFull, StorageBroken."""
        ...

    def store(self, arrival: Arrival, staged: StagedObject) -> StoreOutcome:
        """Settle an object whose dataset is complete; on return its outcome is durable and nothing is staged."""
        ...


def begin_storing(
    archive: TakesObjects, association: OpenAssociation, context: AcceptedContext, command: Command, clock: Clock
) -> Exchange:
    """Begin an object in staging, unless there is no room for one."""
    if not command.has_dataset:
        return Answer(Response(DimseStatus.CANNOT_UNDERSTAND, "There is no dataset"))
    try:
        arrival = _arrival(association, context, command, clock)
    except ValueError:
        return Answer(Response(DimseStatus.CANNOT_UNDERSTAND, "Affected SOP Class or Instance UID is no UID"))
    try:
        return _Storing(archive, arrival, archive.stage())
    except PacsDeskError as error:
        log.error("an object of association %s is refused: %s", association.association_id, error.title)
        return Answer(_response_to(error))


class _Storing:
    """One object on its way into the archive."""

    def __init__(self, archive: TakesObjects, arrival: Arrival, staged: StagedObject) -> None:
        self._archive = archive
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
        outcome = self._archive.store(self._arrival, self._staged)
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
        same_uid=association.peer.same_uid if association.peer else SameUidPolicy.KEEP_FIRST,
    )


def _response_to(error: PacsDeskError) -> Response:
    outcome = outcome_of(error)
    return Response(outcome.status, outcome.comment)
