"""Keys of a query to bytes and back."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.dataset import Dataset
from pydicom.filebase import DicomBytesIO
from pydicom.filereader import read_dataset
from pydicom.filewriter import write_dataset

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOrder
from pacsdesk.contract.types import QueryLevel
from pacsdesk.engine.network.scu.query_keys import Key, character_set_for, identifier_of, keys_of, row_of

EXPLICIT, IMPLICIT = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"
MODALITY = "ScheduledProcedureStepSequence.Modality"


def only(*keys: QueryKey, model: QueryModel = QueryModel.STUDY_ROOT) -> tuple[Key, ...]:
    level = None if model is QueryModel.WORKLIST else QueryLevel.STUDY
    return keys_of(QueryOrder(keys, model=model, level=level, adds_usual_keys=False))


def parsed(keys: tuple[Key, ...], syntax: str, level: QueryLevel | None = QueryLevel.STUDY) -> Dataset:
    content = identifier_of(keys, QueryModel.STUDY_ROOT, level, character_set_for(keys, ""), syntax)
    return read_dataset(BytesIO(content), syntax == IMPLICIT, True)


@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT])
def test_an_identifier_is_what_pydicom_reads(syntax: str) -> None:
    keys = only(
        QueryKey("PatientName", "MÜLLER*"),
        QueryKey("0010,0020", "47"),
        QueryKey(MODALITY, "CT"),
        QueryKey("00280010", "512"),
    )
    dataset = parsed(keys, syntax)
    assert dataset.PatientName == "MÜLLER*"
    assert (dataset.PatientID, dataset.Rows, dataset.QueryRetrieveLevel) == ("47", 512, "STUDY")
    assert dataset.ScheduledProcedureStepSequence[0].Modality == "CT"
    assert [element.tag for element in dataset] == sorted(element.tag for element in dataset)


def test_the_usual_keys_of_a_level_are_asked_for_as_well() -> None:
    names = [key.name for key in keys_of(QueryOrder((QueryKey("PatientID", "1"),)))]
    assert names[0] == "PatientID" and {"StudyInstanceUID", "ModalitiesInStudy"} <= set(names)
    assert names.count("PatientID") == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("PatientNam", "Did you mean 'PatientName'?"),
        ("QueryRetrieveLevel", "level"),
        ("Modality.PatientID", "sequence"),
        ("zz", "PatientID"),
    ],
)
def test_what_is_no_key_is_told(name: str, said: str) -> None:
    with pytest.raises(InvalidInput) as told:
        only(QueryKey(name, "1"))
    assert said in f"{told.value.title} {told.value.detail} {told.value.hint}"


def test_a_sequence_itself_takes_no_value() -> None:
    with pytest.raises(InvalidInput):
        only(QueryKey("ScheduledProcedureStepSequence", "CT"))


def test_text_that_a_character_set_has_not_is_told() -> None:
    keys = only(QueryKey("PatientName", "李"))
    with pytest.raises(InvalidInput):
        identifier_of(keys, QueryModel.STUDY_ROOT, QueryLevel.STUDY, "ISO_IR 100", EXPLICIT)


def test_a_row_has_the_values_in_the_keys_order_and_character_set() -> None:
    keys = only(QueryKey("PatientName"), QueryKey("Rows"), QueryKey(MODALITY), QueryKey("StudyDescription"))
    answer = Dataset()
    answer.SpecificCharacterSet = "ISO_IR 100"
    answer.PatientName = "MÜLLER^ANNA"
    answer.Rows = 512
    answer.ScheduledProcedureStepSequence = [Dataset()]
    answer.ScheduledProcedureStepSequence[0].Modality = "MR"
    stream = DicomBytesIO()
    stream.is_implicit_VR, stream.is_little_endian = False, True
    write_dataset(stream, answer, "iso8859")
    assert row_of(stream.getvalue(), keys, EXPLICIT) == ("MÜLLER^ANNA", "512", "MR", "")


@given(st.binary(max_size=200), st.sampled_from([EXPLICIT, IMPLICIT]))
def test_whatever_comes_is_a_row_that_can_be_shown(content: bytes, syntax: str) -> None:
    row = row_of(content, only(QueryKey("PatientName"), QueryKey("Rows"), QueryKey(MODALITY)), syntax)
    assert len(row) == 3 and all(cell.isprintable() for cell in row)
