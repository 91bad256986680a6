"""Storage commitment requests as rows: durable before they are answered, found again after a restart.

A request is checked, then its result is told until the sender has taken it, at growing intervals and not for ever.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from pacsdesk.contract.events import CommitmentsChanged
from pacsdesk.contract.records.commitments import CommitmentState, UncommittedInstance
from pacsdesk.contract.types import DimseStatus, SOPClassUID, SOPInstanceUID, TransactionUID
from pacsdesk.engine.network.commitments.information import (
    ActionInformation,
    ActionRefused,
    EventInformation,
    Reference,
)
from pacsdesk.engine.network.tables import CommitmentReferenceRow, CommitmentRow
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus

_OVER = (CommitmentState.REPORTED, CommitmentState.GIVEN_UP)
_REFERENCES = CommitmentReferenceRow.__table__
_COMMITTED = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """When results are told. reported_after: so that a sender who just waits for its answer can take its leave first.
    first_retry: doubled with each attempt, up to slowest_retry; most_attempts: four days of them. true_for: an older
    result is checked anew before it is told. kept_for: requests that are over. most_open: instances of one sender whose
    result is not told yet."""

    reported_after: timedelta = timedelta(seconds=1)
    first_retry: timedelta = timedelta(seconds=30)
    slowest_retry: timedelta = timedelta(hours=1)
    most_attempts: int = 100
    true_for: timedelta = timedelta(days=1)
    kept_for: timedelta = timedelta(days=30)
    most_open: int = 500_000


@dataclass(frozen=True, slots=True)
class Requestor:
    """Who asked, and whom: AE titles as they stood in the association, the address it came from."""

    calling_ae_title: str
    called_ae_title: str
    address: str


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A request whose instances are to be read."""

    commitment_id: int
    calling_ae_title: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A request whose result is to be told now."""

    commitment_id: int
    requestor: Requestor
    transaction_uid: TransactionUID


class CommitmentRegister:
    """Every method is one transaction and may raise StorageFull or StorageBroken; safe from any thread."""

    def __init__(self, database: Database, clock: Clock, pace: Pace, events: EventBus) -> None:
        self._database = database
        self._clock = clock
        self._pace = pace
        self._events = events

    def record(self, requestor: Requestor, asked: ActionInformation) -> int:
        """Write a request down; durable on return. Answers its id. Raises ActionRefused."""
        now = self._now()
        with self._database.write() as connection:
            _check_acceptable(connection, requestor, asked, self._pace.most_open)
            values = {
                "transaction_uid": asked.transaction_uid,
                "calling_ae_title": requestor.calling_ae_title,
                "called_ae_title": requestor.called_ae_title,
                "address": requestor.address,
                "requested_at": now,
                "state": CommitmentState.CHECKING.value,
                "number_of_instances": len(asked.references),
                "attempts": 0,
                "next_attempt_at": now,
                "problem": "",
            }
            inserted = connection.execute(insert(CommitmentRow).values(values)).inserted_primary_key
            assert inserted is not None, "one row was inserted"
            commitment_id = int(inserted[0])
            connection.execute(insert(CommitmentReferenceRow), _rows(commitment_id, asked.references))
        self._events.publish(CommitmentsChanged(commitment_id))
        return commitment_id

    def next_unchecked(self) -> Unchecked | None:
        """The request that waits longest for its check."""
        with self._database.read() as connection:
            row = connection.execute(
                select(CommitmentRow.row_id, CommitmentRow.calling_ae_title)
                .where(
                    CommitmentRow.state == CommitmentState.CHECKING.value, CommitmentRow.next_attempt_at <= self._now()
                )
                .order_by(CommitmentRow.next_attempt_at, CommitmentRow.row_id)
                .limit(1)
            ).first()
            if row is None:
                return None
            references = tuple(_reference(one) for one in _references(connection, row.row_id))
        return Unchecked(row.row_id, row.calling_ae_title, references)

    def checked(self, commitment_id: int, failures: Mapping[int, DimseStatus]) -> None:
        """Write a check's result down. failures: Failure Reasons by the position of the reference."""
        now = self._now()
        of_this = CommitmentReferenceRow.commitment_row_id == commitment_id
        with self._database.write() as connection:
            connection.execute(update(CommitmentReferenceRow).where(of_this).values(failure_reason=_COMMITTED))
            for position, reason in failures.items():
                at = CommitmentReferenceRow.position == position
                connection.execute(update(CommitmentReferenceRow).where(of_this, at).values(failure_reason=int(reason)))
            self._change(
                connection,
                commitment_id,
                state=CommitmentState.REPORTING.value,
                number_of_failures=len(failures),
                checked_at=now,
                next_attempt_at=now + self._pace.reported_after,
            )
        self._events.publish(CommitmentsChanged(commitment_id))

    def due(self) -> tuple[Due, ...]:
        """Requests whose result is to be told now, those first that wait longest; at most a hundred."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(CommitmentRow.__table__)
                .where(
                    CommitmentRow.state == CommitmentState.REPORTING.value, CommitmentRow.next_attempt_at <= self._now()
                )
                .order_by(CommitmentRow.next_attempt_at, CommitmentRow.row_id)
                .limit(100)
            ).all()
        return tuple(
            Due(
                row.row_id,
                Requestor(row.calling_ae_title, row.called_ae_title, row.address),
                TransactionUID(row.transaction_uid),
            )
            for row in rows
        )

    def event(self, due: Due) -> EventInformation:
        """What is to be told."""
        with self._database.read() as connection:
            rows = _references(connection, due.commitment_id)
        return EventInformation(
            due.transaction_uid,
            due.requestor.called_ae_title,
            committed=[_reference(row) for row in rows if row.failure_reason == _COMMITTED],
            failed=[uncommitted(row) for row in rows if row.failure_reason != _COMMITTED],
        )

    def reported(self, commitment_id: int) -> None:
        """The sender has taken the result: instances that are committed need not be remembered."""
        with self._database.write() as connection:
            connection.execute(
                delete(CommitmentReferenceRow).where(
                    CommitmentReferenceRow.commitment_row_id == commitment_id,
                    CommitmentReferenceRow.failure_reason == _COMMITTED,
                )
            )
            self._change(
                connection,
                commitment_id,
                state=CommitmentState.REPORTED.value,
                attempts=CommitmentRow.attempts + 1,
                next_attempt_at=self._now(),
                problem="",
            )
            self._forget_old(connection)
        self._events.publish(CommitmentsChanged(commitment_id))

    def put_off(self, commitment_id: int, problem: str) -> CommitmentState:
        """Not told: try later, or give up; one restarted meanwhile is left as it is. Answers the state that follows."""
        now = self._now()
        with self._database.write() as connection:
            wanted = select(CommitmentRow.state, CommitmentRow.attempts, CommitmentRow.checked_at)
            is_now, attempts, checked_at = connection.execute(wanted.where(CommitmentRow.row_id == commitment_id)).one()
            if is_now != CommitmentState.REPORTING.value:
                return CommitmentState(is_now)
            next_at = now + min(self._pace.first_retry * 2 ** min(attempts, 20), self._pace.slowest_retry)
            state = CommitmentState.REPORTING
            if attempts + 1 >= self._pace.most_attempts:
                state, next_at = CommitmentState.GIVEN_UP, now
            elif checked_at is None or next_at > checked_at + self._pace.true_for:
                state = CommitmentState.CHECKING
            self._change(
                connection,
                commitment_id,
                state=state.value,
                attempts=attempts + 1,
                next_attempt_at=next_at,
                problem=problem,
            )
            self._forget_old(connection)
        self._events.publish(CommitmentsChanged(commitment_id))
        return state

    def restart(self, commitment_id: int) -> bool:
        """Check and tell anew from now on; False for a request that is not there or was told."""
        with self._database.write() as connection:
            statement = update(CommitmentRow).where(
                CommitmentRow.row_id == commitment_id, CommitmentRow.state != CommitmentState.REPORTED.value
            )
            changed = connection.execute(
                statement.values(state=CommitmentState.CHECKING.value, attempts=0, next_attempt_at=self._now())
            )
        self._events.publish(CommitmentsChanged(commitment_id))
        return changed.rowcount == 1

    def seconds_until(self, state: CommitmentState) -> float | None:
        """How long until there is work for requests in this state; None while there is none."""
        with self._database.read() as connection:
            moment: datetime | None = connection.scalar(
                select(func.min(CommitmentRow.next_attempt_at)).where(CommitmentRow.state == state.value)
            )
        return None if moment is None else max(0.0, (moment - self._now()).total_seconds())

    def _change(self, connection: Connection, commitment_id: int, **values: Any) -> None:  # Any: columns differ
        connection.execute(update(CommitmentRow).where(CommitmentRow.row_id == commitment_id).values(values))

    def _forget_old(self, connection: Connection) -> None:
        connection.execute(
            delete(CommitmentRow).where(
                CommitmentRow.state.in_([state.value for state in _OVER]),
                CommitmentRow.next_attempt_at < self._now() - self._pace.kept_for,
            )
        )

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC).replace(tzinfo=None)


def uncommitted(row: Any) -> UncommittedInstance:  # Any: a row of references
    """A reference that failed."""
    return UncommittedInstance(
        SOPClassUID(row.sop_class_uid), SOPInstanceUID(row.sop_instance_uid), DimseStatus(row.failure_reason)
    )


def _check_acceptable(connection: Connection, requestor: Requestor, asked: ActionInformation, most_open: int) -> None:
    is_theirs = CommitmentRow.calling_ae_title == requestor.calling_ae_title
    if connection.scalar(
        select(CommitmentRow.row_id).where(is_theirs, CommitmentRow.transaction_uid == asked.transaction_uid)
    ):
        raise ActionRefused(DimseStatus.DUPLICATE_TRANSACTION_UID, "This Transaction UID is already in use")
    waiting = connection.scalar(
        select(func.sum(CommitmentRow.number_of_instances)).where(
            is_theirs, CommitmentRow.state != CommitmentState.REPORTED.value
        )
    )
    if (waiting or 0) + len(asked.references) > most_open:
        raise ActionRefused(DimseStatus.RESOURCE_LIMITATION, "Too many results could not be told to you yet")


def _rows(commitment_id: int, references: Sequence[Reference]) -> Sequence[Mapping[str, object]]:
    return [
        {
            "commitment_row_id": commitment_id,
            "position": position,
            "sop_class_uid": one.sop_class_uid,
            "sop_instance_uid": one.sop_instance_uid,
            "failure_reason": _COMMITTED,
        }
        for position, one in enumerate(references)
    ]


def _references(connection: Connection, commitment_id: int) -> Sequence[Any]:  # Any: rows
    return connection.execute(
        select(_REFERENCES)
        .where(CommitmentReferenceRow.commitment_row_id == commitment_id)
        .order_by(CommitmentReferenceRow.position)
    ).all()


def _reference(row: Any) -> Reference:  # Any: a row
    return Reference(SOPClassUID(row.sop_class_uid), SOPInstanceUID(row.sop_instance_uid))
