"""The table of keys agrees with the standard's dictionary and its information models."""

import pytest
from pydicom.datadict import dictionary_VM, dictionary_VR, keyword_for_tag

from pacsdesk.contract.types import ProvidedModel, QueryLevel
from pacsdesk.engine.archive.matching.keys import KEYS, PATIENT_ID, TIME_OF_DATE, UNIQUE_KEYS, Key

# PS3.4 tables C.6-1 to C.6-6: what must be answered and matched
REQUIRED = {
    *("PatientName", "PatientID", "StudyDate", "StudyTime", "AccessionNumber", "StudyID", "StudyInstanceUID"),
    *("Modality", "SeriesNumber", "SeriesInstanceUID", "InstanceNumber", "SOPInstanceUID"),
}


@pytest.mark.parametrize("key", KEYS.values(), ids=str)
def test_a_key_is_named_and_represented_as_in_the_dictionary(key: Key) -> None:
    assert (keyword_for_tag(key.tag), dictionary_VR(key.tag)) == (key.keyword, key.vr)


@pytest.mark.parametrize("key", KEYS.values(), ids=str)
def test_a_key_of_several_values_is_one_of_the_dictionary(key: Key) -> None:
    assert not key.is_multiple or dictionary_VM(key.tag) != "1"


@pytest.mark.parametrize("key", KEYS.values(), ids=str)
def test_a_key_has_a_column_at_the_levels_where_the_models_have_it(key: Key) -> None:
    assert [level for level in key.levels if key.column_at(level) is None] == []


def test_all_required_keys_are_held() -> None:
    assert REQUIRED - {key.keyword for key in KEYS.values()} == set()


def test_each_level_has_its_unique_key() -> None:
    assert [str(UNIQUE_KEYS[level]) for level in QueryLevel] == [
        "PatientID",
        "StudyInstanceUID",
        "SeriesInstanceUID",
        "SOPInstanceUID",
    ]


def test_dates_and_their_times_are_keys_of_the_same_level() -> None:
    assert all(KEYS[date].levels == KEYS[time].levels for date, time in TIME_OF_DATE.items())


def test_the_study_root_counts_patients_attributes_to_the_study() -> None:
    assert PATIENT_ID.level_in(ProvidedModel.STUDY_ROOT, QueryLevel.STUDY) is QueryLevel.STUDY


def test_the_patient_root_counts_them_to_the_patient() -> None:
    assert PATIENT_ID.level_in(ProvidedModel.PATIENT_ROOT, QueryLevel.STUDY) is QueryLevel.PATIENT
