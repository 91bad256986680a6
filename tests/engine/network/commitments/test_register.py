"""Requests over days: growing intervals, an end, results that grow old, rows that are forgotten."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pacsdesk.contract.records.commitments import CommitmentState
from pacsdesk.contract.types import DimseStatus, SOPClassUID, SOPInstanceUID, TransactionUID
from pacsdesk.engine.network.commitments.information import ActionInformation, ActionRefused, Reference
from pacsdesk.engine.network.commitments.register import CommitmentRegister, Pace, Requestor
from pacsdesk.engine.network.tables import CommitmentReferenceRow, CommitmentRow
from pacsdesk.engine.runtime.database import Base, Database
from pacsdesk.engine.runtime.events import EventBus

CT = SOPClassUID("1.2.840.10008.5.1.4.1.1.2")
SENDER = Requestor("CT01", "PACSDESK", "10.0.0.7")


class Time:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **spans: float) -> None:
        self.now += timedelta(**spans)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "site.db", lambda reason: None)
    Base.metadata.create_all(made.engine)
    yield made
    made.close()


@pytest.fixture
def register(database: Database, time: Time) -> CommitmentRegister:
    return CommitmentRegister(database, time, Pace(), EventBus())


def asked(transaction_uid: str = "1.2.9", instances: int = 2) -> ActionInformation:
    references = tuple(Reference(CT, SOPInstanceUID(f"1.2.{number}")) for number in range(instances))
    return ActionInformation(TransactionUID(transaction_uid), references)


def checked(register: CommitmentRegister) -> int:
    """A request whose second instance fails, to be told from now on."""
    commitment_id = register.record(SENDER, asked())
    register.checked(commitment_id, {1: DimseStatus.NO_SUCH_INSTANCE})
    return commitment_id


def state_of(database: Database, commitment_id: int) -> str | None:
    with database.read() as connection:
        state: str | None = connection.scalar(select(CommitmentRow.state).where(CommitmentRow.row_id == commitment_id))
    return state


def references_left(database: Database) -> int:
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(CommitmentReferenceRow)).scalar_one()


def test_a_result_is_due_a_second_after_its_check(register: CommitmentRegister, time: Time) -> None:
    checked(register)
    assert (register.due(), register.seconds_until(CommitmentState.REPORTING)) == ((), 1.0)
    time.pass_by(seconds=1)
    (due,) = register.due()
    event = register.event(due)
    assert ([one.sop_instance_uid for one in event.committed], [one.sop_instance_uid for one in event.failed]) == (
        ["1.2.0"],
        ["1.2.1"],
    )


def test_attempts_follow_at_growing_intervals_up_to_an_hour(register: CommitmentRegister, time: Time) -> None:
    commitment_id = checked(register)
    intervals = []
    for _ in range(9):
        register.put_off(commitment_id, "it is away")
        seconds = register.seconds_until(CommitmentState.REPORTING)
        assert seconds is not None
        intervals.append(seconds)
        time.pass_by(seconds=seconds)
    assert intervals == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]


def test_a_result_is_given_up_after_a_hundred_attempts(
    register: CommitmentRegister, database: Database, time: Time
) -> None:
    commitment_id = checked(register)
    states = [register.put_off(commitment_id, "it is away") for _ in range(100)]
    assert (set(states[:-1]), states[-1]) == ({CommitmentState.REPORTING}, CommitmentState.GIVEN_UP)
    time.pass_by(days=1)
    assert (register.due(), register.next_unchecked()) == ((), None)


def test_a_result_of_yesterday_is_checked_anew_before_it_is_told(register: CommitmentRegister, time: Time) -> None:
    commitment_id = checked(register)
    time.pass_by(hours=23, minutes=59, seconds=45)
    assert register.put_off(commitment_id, "it is away") is CommitmentState.CHECKING
    time.pass_by(seconds=30)
    unchecked = register.next_unchecked()
    assert unchecked is not None
    assert (unchecked.commitment_id, len(unchecked.references)) == (commitment_id, 2)
    register.checked(commitment_id, {})
    time.pass_by(seconds=1)
    assert register.event(register.due()[0]).failed == []


def test_a_given_up_result_can_be_begun_anew(register: CommitmentRegister, time: Time) -> None:
    commitment_id = checked(register)
    for _ in range(100):
        register.put_off(commitment_id, "it is away")
    assert register.restart(commitment_id)
    assert register.next_unchecked() is not None


def test_an_attempt_that_fails_late_does_not_undo_a_restart(register: CommitmentRegister) -> None:
    commitment_id = checked(register)
    assert register.restart(commitment_id)
    assert register.put_off(commitment_id, "it is away") is CommitmentState.CHECKING
    assert register.next_unchecked() is not None


def test_committed_instances_are_forgotten_once_they_were_told(
    register: CommitmentRegister, database: Database
) -> None:
    register.reported(checked(register))
    assert references_left(database) == 1


def test_requests_are_forgotten_a_month_after_their_end(
    register: CommitmentRegister, database: Database, time: Time
) -> None:
    old = checked(register)
    register.reported(old)
    open_one = register.record(SENDER, asked("1.2.10"))
    time.pass_by(days=31)
    latest = register.record(SENDER, asked("1.2.11"))
    register.checked(latest, {})
    register.reported(latest)
    assert [state_of(database, one) for one in (old, open_one, latest)] == [None, "checking", "reported"]
    assert references_left(database) == 2


def test_a_sender_that_takes_no_results_cannot_fill_the_disk(database: Database, time: Time) -> None:
    register = CommitmentRegister(database, time, Pace(most_open=5), EventBus())
    register.record(SENDER, asked("1.2.9"))
    told = register.record(SENDER, asked("1.2.10"))
    with pytest.raises(ActionRefused) as refused:
        register.record(SENDER, asked("1.2.11"))
    assert refused.value.status is DimseStatus.RESOURCE_LIMITATION
    register.record(Requestor("CT02", "PACSDESK", "10.0.0.8"), asked("1.2.11"))
    register.checked(told, {})
    register.reported(told)
    register.record(SENDER, asked("1.2.11"))
