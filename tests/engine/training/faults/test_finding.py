"""Faults of C-FIND and of the worklist: the same question finds with the healthy peer, or relaxed by one key."""

import pytest
from pydicom.dataset import Dataset

from pacsdesk.engine.training.faults.finding import FINDING
from pacsdesk.engine.training.faults.manner import FIND, VERIFICATION, WORKLIST
from tests.engine.training.faults.calling import TODAY, associated, found, keys, running

_REFUSED = [fault.id for fault in FINDING if fault.id.removeprefix("find-")[:2] in ("a7", "a9", "c0", "01", "02")]
_DAY = "20260227"  # of the CT, two days before the lesson

# id -> what finds nothing there, and what does
_EMPTY: dict[str, tuple[Dataset, Dataset]] = {
    "find-no-wildcards": (keys(PatientName="PHANTOM^AMB*"), keys(PatientName="PHANTOM^AMBER")),
    "find-minds-case": (keys(PatientName="Phantom^Amber"), keys(PatientName="PHANTOM^AMBER")),
    "find-padded-ids": (keys(PatientID="CLASS-0001"), keys(PatientID="*CLASS-0001")),
    "find-date-form": (keys(StudyDate=_DAY), keys(StudyDate="")),
    "find-character-set": (keys(PatientName="MÜSTERMANN*"), keys(PatientName="M*STERMANN*")),
    "find-study-level-only": (keys("SERIES", Modality="CT"), keys("STUDY", ModalitiesInStudy="CT")),
    "find-no-study-level": (keys(PatientID="CLASS-0001"), keys("SERIES", PatientID="CLASS-0001")),
}


@pytest.mark.parametrize("fault_id", _EMPTY)
def test_a_question_finds_nothing_and_another_does(fault_id: str) -> None:
    nothing, something = _EMPTY[fault_id]
    with running(fault_id) as fault, associated(fault, *FIND) as association:
        assert found(association, nothing) == (0, [])
        status, answers = found(association, something)
    assert status == 0
    assert answers


@pytest.mark.parametrize("fault_id", _EMPTY)
def test_a_healthy_peer_finds_both(fault_id: str) -> None:
    with running("healthy") as fault, associated(fault, *FIND) as association:
        for question in _EMPTY[fault_id]:
            assert found(association, question)[1]


def test_a_name_is_found_when_it_is_asked_for_in_the_only_character_set() -> None:
    question = keys()
    question.SpecificCharacterSet = "ISO_IR 100"
    question.PatientName = "MÜSTERMANN*"
    with running("find-character-set") as fault, associated(fault, *FIND) as association:
        assert len(found(association, question)[1]) == 1


def test_the_study_root_finds_nothing_and_the_patient_root_does() -> None:
    with running("find-patient-root-answers") as fault, associated(fault, *FIND) as association:
        assert found(association, keys(), FIND[1]) == (0, [])
        assert len(found(association, keys(), FIND[0])[1]) == 4


def test_others_find_it() -> None:
    with running("find-limited-to-callers") as fault:
        with associated(fault, *FIND) as association:
            assert found(association, keys()) == (0, [])
        with associated(fault, *FIND, calling="CT01") as association:
            assert len(found(association, keys())[1]) == 4


@pytest.mark.parametrize("fault_id", _REFUSED)
def test_a_query_is_refused_and_the_echo_is_not(fault_id: str) -> None:
    with running(fault_id) as fault, associated(fault, VERIFICATION, *FIND) as association:
        assert association.send_c_echo().Status == 0
        assert found(association, keys()) == (int(fault_id.removeprefix("find-"), 16), [])


def test_a_query_is_aborted_and_the_echo_is_not() -> None:
    with running("find-aborted") as fault, associated(fault, VERIFICATION, *FIND) as association:
        assert association.send_c_echo().Status == 0
        assert found(association, keys()) == (-1, [])
        association.join(5)
        assert association.is_aborted


def waiting(fault_id: str, **step: str) -> list[Dataset]:
    """Orders for today's CT01, unless told otherwise."""
    asked = Dataset()
    asked.ScheduledStationAETitle = "CT01"
    asked.ScheduledProcedureStepStartDate = TODAY.strftime("%Y%m%d")
    asked.Modality = "CT"
    for keyword, value in step.items():
        setattr(asked, keyword, value)
    question = Dataset()
    question.PatientName = question.AccessionNumber = ""
    question.ScheduledProcedureStepSequence = [asked]
    with running(fault_id) as fault, associated(fault, WORKLIST) as association:
        status, answers = found(association, question, WORKLIST)
    assert status == 0
    return answers


def test_a_healthy_worklist_has_three_patients() -> None:
    assert [str(one.PatientName).split("^")[0] for one in waiting("healthy")] == [
        "MIHON",
        "MÜSTERMANN-PRÜFLING",
        "PHANTOM",
    ]


@pytest.mark.parametrize(
    ("fault_id", "keyword", "value"),
    [
        ("worklist-other-station", "ScheduledStationAETitle", ""),
        ("worklist-other-day", "ScheduledProcedureStepStartDate", ""),
        ("worklist-other-modality", "Modality", ""),
    ],
)
def test_a_worklist_is_empty_because_of_one_key(fault_id: str, keyword: str, value: str) -> None:
    assert waiting(fault_id) == []
    assert len(waiting(fault_id, **{keyword: value})) == 3


def test_no_orders_have_arrived() -> None:
    everything = {"ScheduledStationAETitle": "", "ScheduledProcedureStepStartDate": "", "Modality": ""}
    assert waiting("worklist-no-orders", **everything) == []


def test_orders_of_other_rooms_come() -> None:
    steps = [one.ScheduledProcedureStepSequence[0] for one in waiting("worklist-foreign-orders")]
    assert [step.ScheduledStationAETitle for step in steps] == ["CT_ROOM2"] * 3


def test_names_are_garbled() -> None:
    assert "MÃ\x9cSTERMANN-PRÃ\x9cFLING^JÃ¶rg^^Dr." in [str(one.PatientName) for one in waiting("worklist-garbled")]
