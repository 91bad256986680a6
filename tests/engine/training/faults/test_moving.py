"""Faults of C-MOVE, with another healthy peer as the destination that the learner has."""

import pytest
from pydicom.dataset import Dataset
from pynetdicom.association import Association

from pacsdesk.engine.training.faults.fault import Lesson
from pacsdesk.engine.training.faults.healthy import Peer
from pacsdesk.engine.training.faults.manner import FIND, MOVE, Manner
from tests.engine.training.faults.calling import LESSON, associated, found, keys, running, towards
from tests.support.leaks import nothing_left_behind

_DESTINATION = "PACSDESK"


def moved(association: Association) -> tuple[int, dict[str, int], list[str]]:
    """Last status, its counts, and the list of what failed, of a move of the CT study with two objects."""
    study = found(association, keys(PatientID="CLASS-0001"))[1][0]
    wanted = Dataset()
    wanted.QueryRetrieveLevel, wanted.StudyInstanceUID = "STUDY", study.StudyInstanceUID
    status, identifier = list(association.send_c_move(wanted, _DESTINATION, MOVE[1]))[-1]
    counts = {
        kind: int(status.get(f"NumberOf{kind}Suboperations"))
        for kind in ("Completed", "Failed")
        if f"NumberOf{kind}Suboperations" in status
    }
    failed = identifier.get("FailedSOPInstanceUIDList") if identifier else None
    uids = [failed] if isinstance(failed, str) else list(failed or [])
    return int(status.get("Status", -1)), counts, uids


def move_at(fault_id: str, lesson: Lesson = LESSON) -> tuple[int, dict[str, int], list[str]]:
    """What becomes of the move there."""
    with running(fault_id, lesson) as fault, associated(fault, *FIND, *MOVE) as association:
        return moved(association)


def test_a_healthy_peer_sends_to_who_takes_the_lesson() -> None:
    with nothing_left_behind():
        ours = Peer(LESSON, Manner(ae_title=_DESTINATION))
        before = len(ours.holdings.instances())
        ours.holdings._instances.clear()
        try:
            assert move_at("healthy", towards(ours.port)) == (0x0000, {"Completed": 2, "Failed": 0}, [])
            assert before == 5
            assert len(ours.holdings.instances()) == 2
        finally:
            ours.stop()


@pytest.mark.parametrize(
    ("fault_id", "status"),
    [
        ("move-unknown-destination", 0xA801),
        ("move-destination-off", 0xA702),
        ("move-destination-refuses-caller", 0xA702),
        ("move-destination-has-another-title", 0xA702),
        ("move-not-permitted", 0x0124),
    ],
)
def test_a_move_fails_before_anything_is_sent(fault_id: str, status: int) -> None:
    assert move_at(fault_id)[0] == status


def test_the_destination_refuses_every_object() -> None:
    status, counts, failed = move_at("move-destination-full")
    assert (status, counts) == (0xA702, {"Completed": 0, "Failed": 2})
    assert len(failed) == 2


def test_the_destination_refuses_every_second_object() -> None:
    status, counts, failed = move_at("move-partly")
    assert (status, counts) == (0xB000, {"Completed": 1, "Failed": 1})
    assert len(failed) == 1


def test_a_move_succeeds_and_nothing_was_sent() -> None:
    assert move_at("move-nothing") == (0x0000, {"Completed": 0, "Failed": 0}, [])


def test_a_move_succeeds_and_went_elsewhere() -> None:
    assert move_at("move-to-an-old-address") == (0x0000, {"Completed": 2, "Failed": 0}, [])


def test_a_move_is_aborted_after_the_first_object() -> None:
    assert move_at("move-aborted")[0] == -1
