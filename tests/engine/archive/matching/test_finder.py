"""Searches find what matches and nothing else, end when they are cancelled, and see one state of the index."""

import tracemalloc
from typing import Any

import pytest
from sqlalchemy import text

from pacsdesk.contract.types import ProvidedModel
from pacsdesk.engine.archive.matching.query import Negotiated
from pacsdesk.engine.archive.matching.statements import statement_of
from pacsdesk.engine.runtime.database import Database
from tests.engine.archive.matching.asking import Keys, find, found, query, search
from tests.support.indexed_objects import fill, instance

JANE = instance(
    *("1.2.1", "1.2.1.1", "1.2.1.1.1"),
    patient_name="Doe^Jane",
    patient_id="P-1",
    study_date="20260310",
    study_time="101500",
    accession_number="A-17",
    modality="CT",
    study_description="Head native",
    referring_physician_name="Brown^Kim",
    physicians_of_record="House^G\\Müller^Åse",
)
ASE = instance(
    *("1.2.2", "1.2.2.1", "1.2.2.1.1"),
    patient_name="Müller^Åse",
    patient_id="P-2",
    study_date="20260311",
    study_time="1400",
    accession_number="A%17",
    modality="MR",
    sop_class_uid="1.2.840.10008.5.1.4.1.1.4",
)
TARO = instance(
    *("1.2.3", "1.2.3.1", "1.2.3.1.1"),
    patient_name="Yamada^Tarou=山田^太郎=やまだ^たろう",
    patient_id="Q_3",
    modality="CT",
)
TARO_TOO = instance("1.2.3", "1.2.3.2", "1.2.3.2.1", patient_id="Q_3", modality="SR", series_number=7)
J, A, T = "1.2.1", "1.2.2", "1.2.3"


@pytest.fixture
def held(index: Database) -> Database:
    fill(index, [JANE, ASE, TARO, TARO_TOO])
    return index


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, [J, A, T]),
        ({"PatientName": "doe^jane"}, [J]),
        ({"PatientName": "D*"}, [J]),
        ({"PatientName": "MULLER*"}, [A]),
        ({"PatientName": "山田*", "SpecificCharacterSet": "ISO_IR 192"}, [T]),
        ({"PatientName": "=山田^太郎", "SpecificCharacterSet": "ISO_IR 192"}, [T]),
        ({"PatientName": "*jane"}, [J]),
        ({"PatientName": "*a*"}, [J, A, T]),
        ({"PatientName": "Doe"}, []),
        ({"PatientID": "P-1"}, [J]),
        ({"PatientID": "p-1"}, []),
        ({"PatientID": "P-*"}, [J, A]),
        ({"PatientID": "?-?"}, [J, A]),
        ({"PatientID": "Q_*"}, [T]),
        ({"PatientID": "_-1"}, []),
        ({"PatientID": ["P-1", "Q_3"]}, [J, T]),
        ({"AccessionNumber": "A?17"}, [J, A]),
        ({"AccessionNumber": "A%17"}, [A]),
        ({"AccessionNumber": "%"}, []),
        ({"AccessionNumber": "' OR 1=1 --"}, []),
        ({"StudyInstanceUID": [J, T, "1.2.99"]}, [J, T]),
        ({"StudyDate": "20260311"}, [A]),
        ({"StudyDate": "-20260310"}, [J]),
        ({"StudyDate": "20260310-"}, [J, A]),
        ({"StudyDate": "20260310-20260311", "StudyTime": "1200-"}, [A]),
        ({"ModalitiesInStudy": "CT"}, [J, T]),
        ({"ModalitiesInStudy": "SR"}, [T]),
        ({"ModalitiesInStudy": ["SR", "MR"]}, [A, T]),
        ({"ModalitiesInStudy": "C"}, []),
        ({"ModalitiesInStudy": "T\\S"}, []),
        ({"SOPClassesInStudy": "1.2.840.10008.5.1.4.1.1.4"}, [A]),
        ({"SOPClassesInStudy": "1.2.840.10008.5.1.4.1.1"}, []),
        ({"NumberOfStudyRelatedSeries": "2"}, [T]),
        ({"NumberOfPatientRelatedInstances": "2"}, [T]),
        ({"StudyDescription": "head*"}, []),
        ({"StudyDescription": "Head*"}, [J]),
        ({"ReferringPhysicianName": "brown*"}, [J]),
        ({"PhysiciansOfRecord": "muller^ase"}, [J]),
        ({"PhysiciansOfRecord": "*house*"}, [J]),
        ({"InstanceAvailability": "ONLINE"}, [J, A, T]),
        ({"InstanceAvailability": "OFFLINE"}, []),
        ({"PatientName": "D*", "StudyDate": "20260311"}, []),
        ({"EthnicGroup": "X"}, []),
    ],
)
@pytest.mark.filterwarnings("ignore:Invalid value for VR", "ignore:The value length")
def test_studies_are_found(held: Database, keys: Keys, expected: list[str]) -> None:
    assert found(held, **keys) == expected


def test_combined_ranges_find_what_lies_between_two_moments(held: Database) -> None:
    keys: Keys = {"QueryRetrieveLevel": "STUDY", "StudyDate": "20260309-20260311", "StudyTime": "1100-1200"}
    combined = query(ProvidedModel.STUDY_ROOT, Negotiated(combined_date_time=True), **keys)
    apart = query(ProvidedModel.STUDY_ROOT, **keys)
    uids = [[str(one.StudyInstanceUID) for one in find(held, asked)] for asked in (combined, apart)]
    assert uids == [[J], []]


def test_empty_values_are_found_when_that_was_agreed(held: Database) -> None:
    asked = query(
        ProvidedModel.STUDY_ROOT, Negotiated(empty_values=True), QueryRetrieveLevel="STUDY", AccessionNumber='""'
    )
    assert [str(one.StudyInstanceUID) for one in find(held, asked)] == [T]


def test_patients_are_found_at_their_own_level(held: Database) -> None:
    asked = query(ProvidedModel.PATIENT_ROOT, QueryRetrieveLevel="PATIENT", PatientName="yamada*")
    assert [one.PatientID for one in find(held, asked)] == ["Q_3"]


@pytest.mark.parametrize(("key", "expected"), [({"Modality": "SR"}, ["1.2.3.2"]), ({"SeriesNumber": "7"}, ["1.2.3.2"])])
def test_series_are_found_in_their_study(held: Database, key: Keys, expected: list[str]) -> None:
    asked = query(QueryRetrieveLevel="SERIES", StudyInstanceUID=T, **key)
    assert [str(one.SeriesInstanceUID) for one in find(held, asked)] == expected


def test_images_are_found_in_their_series(held: Database) -> None:
    asked = query(QueryRetrieveLevel="IMAGE", StudyInstanceUID=T, SeriesInstanceUID="1.2.3.2", SOPInstanceUID="")
    assert [str(one.SOPInstanceUID) for one in find(held, asked)] == ["1.2.3.2.1"]


def test_relational_queries_find_images_by_their_patient(held: Database) -> None:
    asked = query(
        ProvidedModel.STUDY_ROOT, Negotiated(relational=True), QueryRetrieveLevel="IMAGE", PatientName="YAMADA*"
    )
    assert sorted(str(one.SOPInstanceUID) for one in find(held, asked)) == ["1.2.3.1.1", "1.2.3.2.1"]


def plan(database: Database, **keys: Any) -> str:
    """How SQLite reads the rows that may match."""
    with database.read() as connection:
        statement = statement_of(query(QueryRetrieveLevel="STUDY", **keys))
        compiled = statement.compile(connection, compile_kwargs={"literal_binds": True})
        return " ".join(row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}")))


@pytest.mark.parametrize(
    "keys",
    [
        {"PatientID": "P-1"},
        {"PatientID": "P-*"},
        {"AccessionNumber": "A-17"},
        {"StudyInstanceUID": J},
        {"StudyDate": "20260101-20260131"},
        {"PatientName": "Doe^J*"},
        {"PatientName": "Doe^Jane"},
        {"ReferringPhysicianName": "Brown*"},
    ],
    ids=str,
)
def test_an_index_leads_to_what_is_asked_most(held: Database, keys: Keys) -> None:
    assert "SCAN studies" not in plan(held, **keys)


def test_a_search_sees_one_state_of_the_index(held: Database) -> None:
    identifiers = search(held, query(QueryRetrieveLevel="STUDY")).identifiers()
    next(identifiers)
    fill(held, [instance("1.2.4")])
    assert len(list(identifiers)) == 2


def test_a_cancelled_search_ends_with_the_next_row(held: Database) -> None:
    running = search(held, query(QueryRetrieveLevel="STUDY"))
    identifiers = running.identifiers()
    next(identifiers)
    running.cancel()
    assert (list(identifiers), running.is_cancelled) == ([], True)


def test_a_search_that_is_cancelled_before_it_began_reads_nothing(held: Database) -> None:
    running = search(held, query(QueryRetrieveLevel="STUDY"))
    running.cancel()
    assert list(running.identifiers()) == []


def test_searches_that_nobody_reads_to_their_end_keep_nobody_from_the_index(held: Database) -> None:
    unread = [search(held, query(QueryRetrieveLevel="STUDY")).identifiers() for _ in range(60)]
    for identifiers in unread:
        next(identifiers)
    fill(held, [instance("1.2.4")])
    assert found(held, PatientID="P-1") == [J]
    for identifiers in unread:
        identifiers.close()  # type: ignore[attr-defined]  # a generator


def test_memory_does_not_grow_with_the_answer(index: Database) -> None:
    fill(index, [instance("1.3", "1.3.1", f"1.3.1.{number}", study_description="x" * 1000) for number in range(6000)])
    asked = query(QueryRetrieveLevel="IMAGE", StudyInstanceUID="1.3", SeriesInstanceUID="1.3.1", StudyDescription="")
    tracemalloc.start()
    total = sum(len(content) for content, _ in search(index, asked).identifiers())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < total / 3
