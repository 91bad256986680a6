"""Storage commitment as the rest of the engine sees it: requests go in, two threads work them off, faces look on."""

from collections.abc import Callable
from datetime import UTC
from typing import Any

from sqlalchemy import func, select

from pacsdesk.contract.errors import NotFound, Refused
from pacsdesk.contract.records.commitments import Commitment, CommitmentState, UncommittedInstance
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import TransactionUID
from pacsdesk.engine.archive.integrity.holding import Holdings
from pacsdesk.engine.archive.pages import decode_key, encode_key
from pacsdesk.engine.network.association import AcceptedContext, Invoker
from pacsdesk.engine.network.commitments.checks import CommitmentChecks
from pacsdesk.engine.network.commitments.information import ActionInformation
from pacsdesk.engine.network.commitments.register import CommitmentRegister, Pace, Requestor, uncommitted
from pacsdesk.engine.network.commitments.reports import CommitmentReports, OpenAssociations
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.tables import CommitmentReferenceRow, CommitmentRow
from pacsdesk.engine.network.wire.calling import Caller
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus

_LIST = "commitments"
_USUAL_PACE = Pace()
_OVER = (CommitmentState.REPORTED, CommitmentState.GIVEN_UP)


class Commitments:
    """Implements contract.services.commitments.CommitmentsService, the actor first; started and stopped once."""

    def __init__(
        self,
        database: Database,
        events: EventBus,
        clock: Clock,
        holdings: Holdings,
        peers: Peers,
        caller: Caller,
        pace: Pace = _USUAL_PACE,
    ) -> None:
        self._database = database
        self._register = CommitmentRegister(database, clock, pace, events)
        self._open_associations = OpenAssociations()
        self._reports = CommitmentReports(self._register, self._open_associations, peers, caller)
        self._checks = CommitmentChecks(self._register, holdings, self._reports.rounds.wake)

    def start(self) -> None:
        """Go on with what is written down."""
        self._checks.rounds.start()
        self._reports.rounds.start()

    def stop(self, seconds: float) -> None:
        """End within so many seconds; what is not done is done after the next start."""
        self._checks.rounds.stop(seconds / 2)
        self._reports.stop(seconds / 2)

    def request(
        self, requestor: Requestor, asked: ActionInformation, way: tuple[Invoker, AcceptedContext] | None
    ) -> int:
        """Take a request; durable on return. way: back on the association on which it came. Answers its id.

        Raises ActionRefused, StorageFull, StorageBroken.
        """
        commitment_id = self._register.record(requestor, asked)
        if way:
            self._open_associations.remember(commitment_id, *way)
        self._checks.rounds.wake()
        return commitment_id

    def list(self, actor: Actor, page: PageRequest) -> Page[Commitment]:
        """All requests, newest first. Raises InvalidInput for a key that is not of this list."""
        statement = select(CommitmentRow.__table__).order_by(CommitmentRow.row_id.desc())
        if page.after_key:
            (after,) = decode_key(_LIST, page.after_key, (int,))
            statement = statement.where(CommitmentRow.row_id < after)
        with self._database.read() as connection:
            rows = connection.execute(statement.offset(page.skip).limit(page.limit + 1)).all()
            total = connection.scalar(select(func.count()).select_from(CommitmentRow)) if page.count else None
        shown = rows[: page.limit]
        next_key = encode_key(_LIST, [shown[-1].row_id]) if len(rows) > page.limit else ""
        return Page(tuple(map(_commitment, shown)), next_key, total)

    def failures(self, actor: Actor, commitment_id: int) -> tuple[UncommittedInstance, ...]:
        """The instances that are not committed. Raises NotFound."""
        self._found(commitment_id)
        statement = (
            select(CommitmentReferenceRow.__table__)
            .where(
                CommitmentReferenceRow.commitment_row_id == commitment_id, CommitmentReferenceRow.failure_reason != 0
            )
            .order_by(CommitmentReferenceRow.position)
        )
        with self._database.read() as connection:
            return tuple(map(uncommitted, connection.execute(statement).all()))

    def retry(self, actor: Actor, commitment_id: int) -> Commitment:
        """Check and tell anew. Raises NotFound, Refused when the sender has taken the result."""
        if self._found(commitment_id).state is CommitmentState.REPORTED or not self._register.restart(commitment_id):
            raise Refused(
                "The sender has taken this result already.",
                "A transaction ends with its result (PS3.4 J.3.3).",
                "Have the sender ask again.",
            )
        self._checks.rounds.wake()
        return self._found(commitment_id)

    def _found(self, commitment_id: int) -> Commitment:
        with self._database.read() as connection:
            row = connection.execute(
                select(CommitmentRow.__table__).where(CommitmentRow.row_id == commitment_id)
            ).one_or_none()
        if row is None:
            raise NotFound(
                "There is no such storage commitment request.",
                "Those that are over are kept for 30 days.",
                "Look at the list of requests.",
            )
        return _commitment(row)


# what takes a request, as scp/commitment needs it
TakeRequest = Callable[[Requestor, ActionInformation, tuple[Invoker, AcceptedContext] | None], int]


def _commitment(row: Any) -> Commitment:  # Any: a row
    state = CommitmentState(row.state)
    return Commitment(
        commitment_id=row.row_id,
        transaction_uid=TransactionUID(row.transaction_uid),
        calling_ae_title=row.calling_ae_title,
        called_ae_title=row.called_ae_title,
        address=row.address,
        requested_at=row.requested_at.replace(tzinfo=UTC),
        state=state,
        number_of_instances=row.number_of_instances,
        number_of_failures=row.number_of_failures,
        attempts=row.attempts,
        next_attempt_at=None if state in _OVER else row.next_attempt_at.replace(tzinfo=UTC),
        problem=row.problem,
    )
