"""Searches against an oracle that reads every row and compares it as naively as it can be written."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from pacsdesk.engine.archive.dataset.keys import IndexKeys
from pacsdesk.engine.runtime.database import METADATA, Database
from tests.engine.archive.matching.asking import Keys, find, query
from tests.engine.archive.matching.oracle import matches
from tests.support.indexed_objects import fill, instance

NAMES = st.sampled_from(
    ["", "Doe^Jane", "doe", "Müller^Å", "Kim^A=김^희중", "a%b_c", "=山", "Smith-Jones^O'x", "x y^z"]
)
TEXTS = st.sampled_from(["", "a", "A", "ab", "a*b", "a%", "a_", "é", "a b"])
DATES = st.sampled_from(["", "20260101", "20260102", "20260103", "2026"])
OBJECTS = st.lists(
    st.builds(
        lambda study, **keys: instance(f"1.2.{study}", **keys),
        study=st.integers(1, 6),
        patient_name=NAMES,
        patient_id=TEXTS,
        accession_number=TEXTS,
        study_description=TEXTS,
        study_date=DATES,
        study_time=st.sampled_from(["", "10", "101500", "235959.9"]),
        referring_physician_name=NAMES,
        modality=st.sampled_from(["", "CT", "MR"]),
    ),
    max_size=8,
)
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "PatientName": st.sampled_from(
            ["doe*", "*jane", "DOE", "m?ller^*", "김*", "=김*", "smith*", "*jones*", "?", "x y*", "a%*", "o*=*"]
        ),
        "PatientID": st.sampled_from(["a", "a*", "*b", "?", "A\\a", "a_", "a%", "é*", "*"]),
        "AccessionNumber": st.sampled_from(["a", "a*", "a*b", "*", "A?"]),
        "StudyDescription": st.sampled_from(["a*", "ab", "?b"]),
        "StudyDate": st.sampled_from(["20260101", "20260102-", "-20260102", "20260101-20260102"]),
        "StudyTime": st.sampled_from(["10", "1000-1100", "2300-"]),
        "ReferringPhysicianName": st.sampled_from(["doe*", "muller^a", "*^z"]),
        "ModalitiesInStudy": st.sampled_from(["CT", "C?", "CT\\MR", "T"]),
    },
)


@pytest.mark.filterwarnings("ignore:Invalid value for VR", "ignore:The value length")
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(OBJECTS, ASKED)
def test_narrowing_never_loses_a_match(index: Database, objects: list[IndexKeys], asked: Keys) -> None:
    empty(index)
    fill(index, objects)
    narrowed = found(index, **{keyword: value.split("\\") for keyword, value in asked.items()})
    assert narrowed == sorted(read_all_and_compared(index, asked))


def empty(index: Database) -> None:
    """Take every row out: a new index for each example would take most of the time."""
    with index.write() as connection:
        for table in reversed(METADATA.sorted_tables):
            connection.execute(delete(table))


def found(index: Database, **keys: Any) -> list[str]:
    """The studies that the archive finds."""
    asked = query(QueryRetrieveLevel="STUDY", SpecificCharacterSet="ISO_IR 192", **keys)
    return sorted(str(one.StudyInstanceUID) for one in find(index, asked))


def read_all_and_compared(index: Database, asked: Keys) -> list[str]:
    """The studies whose answered values the oracle finds to match: nothing is narrowed."""
    returned: Keys = dict.fromkeys(asked, "")
    everything = find(index, query(QueryRetrieveLevel="STUDY", **returned))
    return [
        str(one.StudyInstanceUID)
        for one in everything
        if all(matches(keyword, one[keyword].value, wanted) for keyword, wanted in asked.items())
    ]
