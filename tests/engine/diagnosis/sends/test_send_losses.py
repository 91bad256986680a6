"""What broken associations and slow answers say about a send."""

import pytest

from pacsdesk.contract.records.findings import FindingCode, Severity
from pacsdesk.engine.diagnosis.sends.evidence import SendEvidence
from pacsdesk.engine.diagnosis.sends.findings import findings_of_send
from pacsdesk.engine.network.sending.sender import Loss
from pacsdesk.engine.network.wire.opened import NoAnswer
from pacsdesk.engine.network.wire.pdu import Abort

CLOSED = Loss("it closed the connection", NoAnswer.CLOSED, None, 1.5)
ABORTED = Loss("it aborted the association (source 2, reason 0)", NoAnswer.ABORTED, Abort(2, 0), 0.2)
OVERDUE = Loss("it did not answer in time", NoAnswer.OVERDUE, None, 60.0)


def found(
    *losses: Loss, slow: float = 0.0, given_up: str = "", broke_at: tuple[str, ...] = ()
) -> list[tuple[FindingCode, Severity]]:
    evidence = SendEvidence(
        "Archive", "PACSDESK", 9, 5, losses=losses, slow_milliseconds=slow, given_up=given_up, broke_at=broke_at
    )
    return [(one.code, one.severity) for one in findings_of_send(evidence)]


@pytest.mark.parametrize("loss", (CLOSED, ABORTED))
def test_what_went_on_after_another_try_is_a_warning_and_what_did_not_a_fault(loss: Loss) -> None:
    assert found(loss) == [(FindingCode.ABORTED_IN_TRANSFER, Severity.WARNING)]
    assert found(loss, broke_at=("1.2",)) == [(FindingCode.ABORTED_IN_TRANSFER, Severity.FAULT)]
    assert found(loss, given_up="refused") == [(FindingCode.ABORTED_IN_TRANSFER, Severity.FAULT)]


def test_no_answer_in_time_is_a_slow_peer_and_no_broken_association() -> None:
    assert found(OVERDUE) == [(FindingCode.SLOW_PEER, Severity.FAULT)]


def test_seconds_for_each_small_object_are_a_warning_and_a_quick_peer_has_none() -> None:
    assert found(slow=4000.0) == [(FindingCode.SLOW_PEER, Severity.WARNING)]
    assert found(slow=400.0) == []
