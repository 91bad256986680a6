"""Sends to peers (C-STORE), and what a peer accepts: before, during and after."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.matrices import MatrixOrder, NegotiationMatrix
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.sends import SendOrder, SendOutcome, SendPlan, SentLine
from pacsdesk.contract.types import JobId


class SendsService(Protocol):
    """The last 20 sends are kept until the engine ends. Each is audited with the title that it used.

    A refusal is an outcome with its findings, no error.
    """

    @requires(Permission.PEER_PROBE)
    def matrix(self, name: str, order: MatrixOrder) -> NegotiationMatrix:
        """What a peer accepts, by negotiation alone: nothing is sent.

        Raises NotFound for an unknown peer, InvalidInput for too many pairs and a peer that cannot be called.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def plan(self, name: str, order: SendOrder) -> SendPlan:
        """What a send would do: as it is, converted, or not at all. Nothing is sent, and a batch can be planned again.

        Raises NotFound for an unknown peer, study, series, instance or batch, InvalidInput for a peer that cannot be
        called.
        """
        ...

    @requires(Permission.STUDY_EXPORT)
    def start(self, name: str, order: SendOrder) -> JobId:
        """Send, as a job in the network's lane; cancelled, it begins no further instance. Takes its batch.

        Raises as `plan` does, and Refused when the destination was not confirmed, or is another by now.
        """
        ...

    @requires(Permission.STUDY_EXPORT)
    def start_failed(self, job_id: JobId) -> JobId:
        """Send again what did not arrive, and no more. Raises NotFound; Refused if nothing failed or it still runs."""
        ...

    @requires(Permission.PEER_VIEW)
    def get(self, job_id: JobId) -> SendOutcome:
        """What came of one so far. Raises NotFound."""
        ...

    @requires(Permission.PEER_VIEW)
    def lines(self, job_id: JobId, page: PageRequest, only_failed: bool = False) -> Page[SentLine]:
        """Instance by instance, in the order in which they were settled. only_failed: those that did not arrive.

        Raises NotFound, InvalidInput for a strange key.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def stop(self, ticket: str) -> bool:
        """Stop the plan or the matrix that runs under this ticket at once; whether there was any."""
        ...
