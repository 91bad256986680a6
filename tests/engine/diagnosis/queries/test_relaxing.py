"""Which queries are asked when one matched nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOrder
from pacsdesk.contract.types import QueryLevel
from pacsdesk.engine.diagnosis.queries.relaxing import MOST_ANSWERS, MOST_QUERIES, relaxations_of

NAMES = ("PatientName", "PatientID", "StudyDate", "Modality", "StudyDescription", "AccessionNumber", "StudyInstanceUID")
KEYS = st.lists(st.builds(QueryKey, st.sampled_from(NAMES), st.text("ab*?^ 0123456789-.ÄÖ", max_size=12)), max_size=7)


def asked(*keys: tuple[str, str], **of_order: object) -> list[tuple[str, dict[str, str]]]:
    order = replace(QueryOrder(tuple(QueryKey(*key) for key in keys)), **of_order)  # type: ignore[arg-type]  # a table of keywords, which the record itself checks
    return [(one.changed, {key.name: key.value for key in one.order.keys}) for one in relaxations_of(order)]


def test_first_what_only_narrows_is_left_out_one_at_a_time() -> None:
    changes = asked(("PatientID", "47"), ("Modality", "CT"), ("StudyDescription", "HEAD"))
    assert changes[0] == ("without Modality (CT)", {"PatientID": "47", "Modality": "", "StudyDescription": "HEAD"})
    assert changes[1][0] == "without StudyDescription (HEAD)"


@pytest.mark.parametrize(
    ("name", "value", "tried"),
    [
        ("PatientName", "Smith, John", "Smith^John*"),
        ("PatientName", "John Smith", "Smith^John*"),
        ("PatientName", "SMITH", "SMITH*"),
        ("PatientName", "smith", "SMITH"),
        ("PatientName", "SMITH^JOHN", "SMITH*"),
        ("PatientName", "MÜLLER", "M?LLER*"),
        ("PatientID", "00471 ", "*471*"),
        ("PatientID", " 471", "471"),
    ],
)
def test_what_names_a_patient_is_tried_in_the_forms_in_which_it_may_stand_there(
    name: str, value: str, tried: str
) -> None:
    assert tried in [keys[name] for _, keys in asked((name, value))]


@pytest.mark.parametrize(("value", "tried"), [("2026-03-05", "20260305"), ("5.3.2026", "20260305")])
def test_a_date_in_another_form_is_tried_in_the_standards(value: str, tried: str) -> None:
    changes = asked(("PatientID", "47"), ("StudyDate", value))
    assert tried in [keys["StudyDate"] for _, keys in changes]


def test_a_day_is_tried_with_those_around_it() -> None:
    assert "20260304-20260306" in [keys["StudyDate"] for _, keys in asked(("StudyDate", "20260305"))]


def test_modality_is_no_key_of_studies() -> None:
    changes = asked(("PatientID", "47"), ("Modality", "CT"))
    assert {"PatientID": "47", "ModalitiesInStudy": "CT"} in [keys for _, keys in changes]


def test_level_model_and_character_set_are_changed_too() -> None:
    changes = [one for one, _ in asked(("PatientName", "MÜLLER"), level=QueryLevel.SERIES)]
    assert {"at the level of studies", "in the patient-root model", "in the character set ISO_IR 100"} <= set(changes)


def test_two_keys_are_changed_at_once_after_each_alone() -> None:
    changes = asked(("PatientName", "doe*"), ("StudyDate", "2013-07-17"))
    words = [one for one, _ in changes]
    both = [" and at the same time " in one for one in words]
    assert both == sorted(both)
    assert {"PatientName": "DOE*", "StudyDate": "20130717"} in [keys for _, keys in changes]
    assert {"PatientName": "DOE*", "StudyDate": ""} in [keys for _, keys in changes]


def test_there_is_room_for_two_at_once_however_many_change_alone() -> None:
    changes = asked(("PatientName", "Müller"), ("PatientID", "047"), ("StudyDate", "20260305"), ("Modality", "ct"))
    assert len(changes) == MOST_QUERIES
    assert "without Modality (ct) and at the same time without StudyDate (20260305)" in [one for one, _ in changes]


def test_nobody_is_asked_for_everything() -> None:
    assert asked(("Modality", "CT")) == []
    assert asked(("PatientName", "*"), ("Modality", "CT")) == []


def test_a_worklist_is_asked_without_its_modality() -> None:
    step = "ScheduledProcedureStepSequence."
    changes = asked(
        (f"{step}ScheduledProcedureStepStartDate", "20260305"),
        (f"{step}Modality", "CT"),
        model=QueryModel.WORKLIST,
        level=None,
    )
    assert changes[0][0] == f"without {step}Modality (CT)"


@given(KEYS)
def test_there_are_never_many_and_each_still_names_somebody_and_differs(keys: list[QueryKey]) -> None:
    order = QueryOrder(tuple({key.name: key for key in keys}.values()))
    relaxations = relaxations_of(order)
    assert len(relaxations) <= MOST_QUERIES
    assert len({one.order for one in relaxations}) == len(relaxations)
    for one in relaxations:
        assert one.order.limit == MOST_ANSWERS and one.order != order
        assert any(key.value.strip("*? ^") for key in one.order.keys)
