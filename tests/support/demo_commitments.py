"""Storage commitment requests as a busy day leaves them: one in each state, and what is not safe of two of them."""

from datetime import timedelta

from pacsdesk.contract.records.commitments import Commitment, CommitmentState, UncommittedInstance
from pacsdesk.contract.types import DimseStatus, SOPClassUID, SOPInstanceUID, TransactionUID
from tests.support.fake_state import NOW

CT_IMAGE = SOPClassUID("1.2.840.10008.5.1.4.1.1.2")
ROOT = "1.2.826.0.1.3680043.8.498.40927413"


def commitment(commitment_id: int, state: CommitmentState, **values: object) -> Commitment:
    """A request of CT01. values: fields of the record that shall be otherwise."""
    fields: dict[str, object] = {
        "transaction_uid": TransactionUID(f"{ROOT}.7.{commitment_id}"),
        "calling_ae_title": "CT01",
        "called_ae_title": "PACSDESK",
        "address": "192.0.2.17",
        "requested_at": NOW - timedelta(minutes=11 * (9 - commitment_id)),
        "number_of_instances": 64,
        "number_of_failures": 0,
        "attempts": 1,
        "next_attempt_at": None,
        "problem": "",
    }
    values = fields | values
    return Commitment(commitment_id=commitment_id, state=state, **values)  # type: ignore[arg-type]  # spelled out above


def demo_commitments() -> list[Commitment]:
    """Newest first."""
    unreachable = "192.0.2.40 port 104: Nobody listens there"
    soon = NOW + timedelta(minutes=4)
    return [
        commitment(8, CommitmentState.CHECKING, number_of_failures=None, attempts=0, next_attempt_at=NOW),
        commitment(7, CommitmentState.REPORTING, attempts=0, next_attempt_at=NOW, calling_ae_title="MR_ROOM_2"),
        commitment(6, CommitmentState.REPORTED, number_of_instances=1_204),
        commitment(5, CommitmentState.REPORTED, number_of_failures=3, calling_ae_title="US_PORTABLE"),
        commitment(4, CommitmentState.REPORTING, attempts=5, next_attempt_at=soon, problem=unreachable),
        commitment(
            3,
            CommitmentState.GIVEN_UP,
            attempts=100,
            number_of_failures=1,
            calling_ae_title="XA_OLD",
            address="192.0.2.40",
            problem="it is not among the peers: enter the port on which XA_OLD takes associations",
        ),
    ]


def demo_uncommitted() -> dict[int, tuple[UncommittedInstance, ...]]:
    """What is not safe, by request."""
    reasons = (DimseStatus.NO_SUCH_INSTANCE, DimseStatus.PROCESSING_FAILURE, DimseStatus.CLASS_INSTANCE_CONFLICT)
    three = tuple(
        UncommittedInstance(CT_IMAGE, SOPInstanceUID(f"{ROOT}.4.{number}.2026112409050012"), reason)
        for number, reason in enumerate(reasons)
    )
    return {5: three, 3: three[:1]}
