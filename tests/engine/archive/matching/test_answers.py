"""What an answer holds and how it is encoded."""

import pytest

from pacsdesk.contract.types import ProvidedModel
from pacsdesk.engine.runtime.database import Database
from tests.engine.archive.matching.asking import find, query, search
from tests.support.indexed_objects import fill, instance

CHARACTER_SET = 0x00080005


@pytest.mark.parametrize("explicit", [True, False])
def test_an_answer_holds_what_was_asked_and_where_it_can_be_had(index: Database, explicit: bool) -> None:
    fill(index, [instance("1.2.3", patient_name="Doe^Jane", study_date="20260311", modality="CT")])
    asked = query(QueryRetrieveLevel="STUDY", PatientName="", StudyDate="", NumberOfStudyRelatedInstances="")
    (answer,) = find(index, asked, explicit=explicit)
    assert {element.keyword: str(element.value) for element in answer} == {
        "QueryRetrieveLevel": "STUDY",
        "RetrieveAETitle": "PACSDESK",
        "PatientName": "Doe^Jane",
        "StudyDate": "20260311",
        "StudyInstanceUID": "1.2.3",
        "NumberOfStudyRelatedInstances": "1",
    }


def test_elements_stand_in_the_order_of_their_tags(index: Database) -> None:
    fill(index, [instance(patient_name="Müller")])
    asked = query(QueryRetrieveLevel="STUDY", StudyID="", PatientName="", SOPClassesInStudy="", AdmissionID="")
    (answer,) = find(index, asked)
    tags = [int(element.tag) for element in answer]
    assert tags == sorted(tags)


@pytest.mark.parametrize("explicit", [True, False])
def test_what_is_not_held_is_answered_with_zero_length(index: Database, explicit: bool) -> None:
    fill(index, [instance()])
    asked = query(QueryRetrieveLevel="STUDY", AdmissionID="X", PatientAge="", RequestAttributesSequence=[])
    (answer,) = find(index, asked, explicit=explicit)
    assert [len(answer[keyword].value or "") for keyword in ("AdmissionID", "PatientAge")] == [0, 0]
    assert list(answer.RequestAttributesSequence) == []


def test_computed_keys_count_over_patient_study_and_series(index: Database) -> None:
    fill(
        index,
        [
            instance("1.2.1", "1.2.1.1", patient_id="P", modality="CT"),
            instance("1.2.1", "1.2.1.1", patient_id="P", modality="CT"),
            instance("1.2.1", "1.2.1.2", patient_id="P", modality="SR", sop_class_uid="1.2.840.10008.5.1.4.1.1.88.11"),
            instance("1.2.2", patient_id="P", modality="MR"),
            instance("1.2.3", patient_id="Q", modality="MR"),
        ],
    )
    asked = query(
        QueryRetrieveLevel="STUDY",
        StudyInstanceUID="1.2.1",
        ModalitiesInStudy="",
        SOPClassesInStudy="",
        NumberOfStudyRelatedSeries="",
        NumberOfStudyRelatedInstances="",
        NumberOfPatientRelatedStudies="",
        NumberOfPatientRelatedSeries="",
        NumberOfPatientRelatedInstances="",
        InstanceAvailability="",
    )
    (answer,) = find(index, asked)
    assert (list(answer.ModalitiesInStudy), answer.InstanceAvailability) == (["CT", "SR"], "ONLINE")
    assert sorted(answer.SOPClassesInStudy) == ["1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.88.11"]
    assert (answer.NumberOfStudyRelatedSeries, answer.NumberOfStudyRelatedInstances) == (2, 3)
    assert (answer.NumberOfPatientRelatedStudies, answer.NumberOfPatientRelatedSeries) == (2, 3)
    assert answer.NumberOfPatientRelatedInstances == 4


def test_a_patient_is_counted_at_his_own_level(index: Database) -> None:
    fill(index, [instance("1.2.1", patient_id="P"), instance("1.2.2", patient_id="P")])
    asked = query(
        ProvidedModel.PATIENT_ROOT, QueryRetrieveLevel="PATIENT", PatientID="P", NumberOfPatientRelatedStudies=""
    )
    assert [answer.NumberOfPatientRelatedStudies for answer in find(index, asked)] == [2]


def test_series_and_images_carry_what_stands_above_them(index: Database) -> None:
    fill(index, [instance("1.2", "1.2.1", "1.2.1.1", patient_id="P", ethnic_group="E", rows=512, instance_number=3)])
    asked = query(
        QueryRetrieveLevel="IMAGE",
        StudyInstanceUID="1.2",
        SeriesInstanceUID="1.2.1",
        PatientID="P",
        EthnicGroup="",
        Rows=None,
        InstanceNumber="",
        AvailableTransferSyntaxUID="",
    )
    (answer,) = find(index, asked)
    assert (answer.PatientID, answer.EthnicGroup, answer.Rows, answer.InstanceNumber) == ("P", "E", 512, 3)
    assert answer.AvailableTransferSyntaxUID == "1.2.840.10008.1.2.1"


def test_numbers_that_an_object_does_not_have_are_empty(index: Database) -> None:
    fill(index, [instance("1.2", "1.2.1")])
    asked = query(QueryRetrieveLevel="SERIES", StudyInstanceUID="1.2", SeriesNumber="")
    assert [answer.SeriesNumber for answer in find(index, asked)] == [None]


@pytest.mark.parametrize(
    ("declared", "name", "answered"),
    [
        ("ISO_IR 100", "Müller", "ISO_IR 100"),
        ("ISO_IR 192", "Müller", "ISO_IR 192"),
        ("", "Müller", "ISO_IR 192"),
        ("ISO_IR 100", "山田", "ISO_IR 192"),
        (["", "ISO 2022 IR 87"], "山田", ["", "ISO 2022 IR 87"]),
        (["", "ISO 2022 IR 149"], "洪^吉洞", ["", "ISO 2022 IR 149"]),
        ("GB18030", "王^小东", "GB18030"),
    ],
)
def test_an_answer_is_in_the_callers_character_set_if_that_has_its_text(
    index: Database, declared: object, name: str, answered: object
) -> None:
    fill(index, [instance(patient_name=name)])
    (answer,) = find(index, query(QueryRetrieveLevel="STUDY", SpecificCharacterSet=declared, PatientName=""))
    assert (answer[CHARACTER_SET].value, str(answer.PatientName)) == (answered, name)


def test_an_answer_in_ascii_declares_nothing(index: Database) -> None:
    fill(index, [instance(patient_name="Doe")])
    (answer,) = find(index, query(QueryRetrieveLevel="STUDY", SpecificCharacterSet="ISO_IR 100", PatientName=""))
    assert CHARACTER_SET not in answer


def test_each_answer_takes_the_set_that_it_needs(index: Database) -> None:
    fill(index, [instance(f"1.2.{number}", patient_name=name) for number, name in enumerate(("山", "é", "e", "é"))])
    asked = query(QueryRetrieveLevel="STUDY", SpecificCharacterSet="ISO_IR 100", PatientName="")
    answers = {str(answer.StudyInstanceUID): answer for answer in find(index, asked)}
    declared = [answers[uid].get(CHARACTER_SET) and answers[uid][CHARACTER_SET].value for uid in sorted(answers)]
    assert declared == ["ISO_IR 192", "ISO_IR 100", None, "ISO_IR 100"]


def test_a_character_set_of_nobody_is_answered_in_unicode(index: Database) -> None:
    fill(index, [instance(patient_name="Müller")])
    content, _ = next(search(index, query(QueryRetrieveLevel="STUDY", PatientName="")).identifiers())
    assert "Müller".encode() in content


def test_every_value_has_an_even_length(index: Database) -> None:
    fill(index, [instance("1.2.3", patient_name="Doe", study_id="7", accession_number="A-1")])
    asked = query(QueryRetrieveLevel="STUDY", PatientName="", StudyID="", AccessionNumber="")
    content, _ = next(search(index, asked, explicit=False).identifiers())
    assert (len(content) % 2, content.count(b"1.2.3\0"), content.count(b"Doe ")) == (0, 1, 1)
