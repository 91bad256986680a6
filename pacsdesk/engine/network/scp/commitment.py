"""Storage Commitment Push Model (PS3.4 annex J): a request is written down, then answered; the result comes later.

Success here says only that the request is on stable storage; what becomes of it is told by commitments/reports.
"""

import logging

from pacsdesk.contract.errors import PacsDeskError, StorageFull
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.records.requests import ReportWay
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.network.association import AcceptedContext, OpenAssociation, printable_title
from pacsdesk.engine.network.command import N_ACTION_RQ, Command, Response
from pacsdesk.engine.network.commitments.asked import AskedCommitments, Origin, begin_report
from pacsdesk.engine.network.commitments.information import (
    MOST_BYTES,
    REQUEST_STORAGE_COMMITMENT,
    STORAGE_COMMITMENT_INSTANCE,
    STORAGE_COMMITMENT_PUSH_MODEL,
    ActionRefused,
    read_action_information,
)
from pacsdesk.engine.network.commitments.register import Requestor
from pacsdesk.engine.network.commitments.service import TakeRequest
from pacsdesk.engine.network.provided import Answer, Exchange

log = logging.getLogger(__name__)


class CommitmentService:
    """Answers N-ACTION for the Storage Commitment Push Model, in explicit and implicit little endian, and the
    N-EVENT-REPORT of a peer that we asked."""

    name = PeerService.COMMITMENT
    command_field = N_ACTION_RQ

    def __init__(self, take_request: TakeRequest, asked: AskedCommitments) -> None:
        """asked: what we asked of others, whose reports come here as well."""
        self._take_request = take_request
        self._asked = asked

    def provides(self, abstract_syntax: str) -> bool:
        """The push model; the pull model is retired."""
        return abstract_syntax == STORAGE_COMMITMENT_PUSH_MODEL

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """Explicit little endian when it is proposed, else implicit."""
        ours = (EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN)
        return next((syntax for syntax in ours if syntax in transfer_syntaxes), None)

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """Storage commitment has none (PS3.4 J.4)."""
        return b""

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Open an exchange that gathers the action information."""
        refusal = _refusal_of(command)
        return Answer(refusal) if refusal else _Requesting(self._take_request, association, context)

    def begin_report(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Open the exchange of a report of what we asked the caller for."""
        who = f"{printable_title(association.caller.calling_ae_title)} at {association.caller.address}"
        return begin_report(self._asked, context, command, Origin(ReportWay.NEW_ASSOCIATION, who))


class _Requesting:
    """One request from its action information to its answer."""

    def __init__(self, take_request: TakeRequest, association: OpenAssociation, context: AcceptedContext) -> None:
        self._take_request = take_request
        self._association = association
        self._context = context
        self._information = bytearray()

    def receive(self, fragment: memoryview) -> None:
        """Gather; what goes past the limit is passed over, and the whole is refused when it has come."""
        if len(self._information) <= MOST_BYTES:
            self._information += fragment

    def finish(self) -> Response:
        """Write the request down."""
        association = self._association
        try:
            commitment_id = self._take()
        except ActionRefused as refused:
            return self._refused(refused.status, str(refused))
        except PacsDeskError as error:
            is_full = isinstance(error, StorageFull)
            status = DimseStatus.RESOURCE_LIMITATION if is_full else DimseStatus.PROCESSING_FAILURE
            return self._refused(status, error.title)
        log.info("association %s: storage commitment request %d", association.association_id, commitment_id)
        return Response(DimseStatus.SUCCESS)

    def cancel(self) -> None:
        """A request cannot be cancelled (PS3.7 10.1.4)."""

    def abandon(self) -> None:
        """Nothing but memory was taken."""

    def _take(self) -> int:
        if len(self._information) > MOST_BYTES:
            raise ActionRefused(DimseStatus.RESOURCE_LIMITATION, f"More than {MOST_BYTES} bytes: ask for fewer")
        is_explicit = self._context.transfer_syntax == EXPLICIT_LITTLE_ENDIAN
        asked = read_action_information(bytes(self._information), is_explicit)
        caller, invoker = self._association.caller, self._association.invoker
        requestor = Requestor(printable_title(caller.calling_ae_title), caller.called_ae_title, caller.address)
        return self._take_request(requestor, asked, (invoker, self._context) if invoker else None)

    def _refused(self, status: DimseStatus, comment: str) -> Response:
        association_id = self._association.association_id
        log.warning("association %s: a storage commitment request is refused: %s", association_id, comment)
        return Response(status, comment)


def _refusal_of(command: Command) -> Response | None:
    """What a command set alone gives reason to refuse (PS3.7 10.1.4.1.10)."""
    if command.sop_class_uid != STORAGE_COMMITMENT_PUSH_MODEL:
        return Response(DimseStatus.SOP_CLASS_NOT_SUPPORTED, "Requested SOP Class UID is not that of this context")
    if command.sop_instance_uid != STORAGE_COMMITMENT_INSTANCE:
        return Response(DimseStatus.NO_SUCH_INSTANCE, "Requested SOP Instance UID is not the well-known one")
    if command.action_type_id != REQUEST_STORAGE_COMMITMENT:
        return Response(DimseStatus.NO_SUCH_ACTION, "The one Action Type is 1")
    if not command.has_dataset:
        return Response(DimseStatus.INVALID_ARGUMENT, "There is no action information")
    return None
