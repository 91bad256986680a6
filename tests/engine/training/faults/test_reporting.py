"""Faults of storage commitment and of performed procedure steps."""

from queue import Empty, Queue

import pytest
from pydicom.dataset import Dataset
from pynetdicom import evt

from pacsdesk.engine.training.faults.healthy import Peer
from pacsdesk.engine.training.faults.manner import COMMITMENT, COMMITMENT_INSTANCE, PERFORMED_STEP, STORAGE, Manner
from pacsdesk.engine.training.faults.reporting import REPORTING
from tests.engine.training.faults.calling import LESSON, associated, running, towards
from tests.support.leaks import nothing_left_behind

_FAILED = [one.id for one in REPORTING if one.id.startswith("commitment-0")]
_STEPS = [one.id for one in REPORTING if one.id.startswith("mpps-")]
_STEP_UID = "2.25.815"
_NEVER_S = 0.2


class Reported:
    """A learner's listener that notes reports: event type and dataset."""

    def __init__(self) -> None:
        self.reports: Queue[tuple[int, Dataset]] = Queue()
        self._peer = Peer(LESSON, Manner(ae_title="PACSDESK", handlers={evt.EVT_N_EVENT_REPORT: self._on_report}))
        self.port = self._peer.port
        self.stop = self._peer.stop
        self.held = [(one.SOPClassUID, one.SOPInstanceUID) for one in self._peer.holdings.instances()]

    def _on_report(self, event: evt.Event, peer: Peer) -> tuple[int, None]:
        self.reports.put((event.event_type or 0, event.event_information))
        return 0x0000, None


def ask(fault_id: str, uids: list[tuple[str, str]] | None = None) -> tuple[int, Queue[tuple[int, Dataset]]]:
    """Status of the request, and the reports: all that came when the peer has stopped, which waits for its reports."""
    with nothing_left_behind():
        listener = Reported()
        try:
            request = Dataset()
            request.TransactionUID = "2.25.99"
            request.ReferencedSOPSequence = [_referring(*pair) for pair in uids or listener.held]
            with running(fault_id, towards(listener.port)) as fault, associated(fault, COMMITMENT) as association:
                answer, _ = association.send_n_action(request, 1, COMMITMENT, COMMITMENT_INSTANCE)
                if answer.Status == 0 and fault_id != "commitment-never-told":
                    listener.reports.put(listener.reports.get(timeout=10))
            return int(answer.Status), listener.reports
        finally:
            listener.stop()


def _referring(sop_class_uid: str, sop_instance_uid: str) -> Dataset:
    item = Dataset()
    item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = sop_class_uid, sop_instance_uid
    return item


def test_a_healthy_peer_tells_that_all_is_safe() -> None:
    status, reports = ask("healthy")
    kind, report = reports.get_nowait()
    assert (status, kind) == (0x0000, 1)
    assert len(report.ReferencedSOPSequence) == 5


def test_a_healthy_peer_tells_what_it_does_not_have() -> None:
    kind, report = ask("healthy", [(STORAGE[0], "2.25.1")])[1].get_nowait()
    assert (kind, [one.FailureReason for one in report.FailedSOPSequence]) == (2, [0x0112])


def test_a_commitment_is_never_told() -> None:
    status, reports = ask("commitment-never-told")
    assert status == 0x0000
    with pytest.raises(Empty):
        reports.get(timeout=_NEVER_S)


@pytest.mark.thorough
@pytest.mark.parametrize("fault_id", _FAILED)
def test_nothing_is_safe_for_a_reason(fault_id: str) -> None:
    kind, report = ask(fault_id)[1].get_nowait()
    reasons = {one.FailureReason for one in report.FailedSOPSequence}
    assert (kind, reasons) == (2, {int(fault_id.removeprefix("commitment-"), 16)})


def test_a_request_is_refused() -> None:
    assert ask("commitment-refused-0110")[0] == 0x0110


def statuses(fault_id: str) -> list[int]:
    """Of beginning a step and completing it."""
    with running(fault_id) as fault, associated(fault, PERFORMED_STEP) as association:
        begun, completed = Dataset(), Dataset()
        begun.PerformedProcedureStepStatus, completed.PerformedProcedureStepStatus = "IN PROGRESS", "COMPLETED"
        created, _ = association.send_n_create(begun, PERFORMED_STEP, _STEP_UID)
        changed, _ = association.send_n_set(completed, PERFORMED_STEP, _STEP_UID)
        return [int(created.Status), int(changed.Status)]


def test_a_healthy_peer_takes_a_step_from_its_beginning_to_its_end() -> None:
    assert statuses("healthy") == [0x0000, 0x0000]


@pytest.mark.parametrize("fault_id", _STEPS)
def test_a_step_is_refused(fault_id: str) -> None:
    _, when, status = fault_id.split("-")
    assert statuses(fault_id)[0 if when == "create" else 1] == int(status, 16)
