"""What modalities ask of archives and information systems, asked by us: storage commitment, performed steps."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.performed_steps import PerformedOutcome, StepBegun, StepChange
from pacsdesk.contract.records.requests import CommitOrder, CommitOutcome
from pacsdesk.contract.types import JobId


class RequestsService(Protocol):
    """Each is audited with the title that it used. A refusal is an outcome with its findings, no error."""

    @requires(Permission.PEER_PROBE)
    def start_commit(self, name: str, order: CommitOrder) -> JobId:
        """Ask a peer to keep instances, and wait for its report, as a job.

        Raises NotFound for an unknown peer or study, InvalidInput for a peer that cannot be called.
        """
        ...

    @requires(Permission.PEER_VIEW)
    def commit(self, job_id: JobId) -> CommitOutcome:
        """What came of one so far; of the last 100. Raises NotFound."""
        ...

    @requires(Permission.PEER_VIEW)
    def commits(self) -> tuple[CommitOutcome, ...]:
        """Those since the start of the engine, newest first, at most 100."""
        ...

    @requires(Permission.PEER_PROBE)
    def begin_step(self, name: str, order: StepBegun) -> PerformedOutcome:
        """Tell a peer that an examination began (N-CREATE). It keeps this: use a test system or the invented patient.

        Raises NotFound, InvalidInput.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def change_step(self, name: str, order: StepChange) -> PerformedOutcome:
        """Tell it how the examination goes on or ended (N-SET). Raises NotFound, InvalidInput."""
        ...
