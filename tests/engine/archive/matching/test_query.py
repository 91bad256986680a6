"""The rules of the hierarchy, and what a query makes of an identifier."""

from typing import Any

import pytest

from pacsdesk.contract.types import ProvidedModel, QueryLevel
from pacsdesk.engine.archive.dataset.reading import read_dataset
from pacsdesk.engine.archive.matching.query import IdentifierRefused, Negotiated, query_of
from pacsdesk.engine.archive.matching.values import MAX_VALUES
from tests.engine.archive.matching.asking import NOTHING, Keys, identifier, query

PATIENT_ROOT, STUDY_ROOT, PATIENT_STUDY = ProvidedModel
LEVEL, NAME, ID = 0x00080052, 0x00100010, 0x00100020
STUDY_UID, SERIES_UID = 0x0020000D, 0x0020000E


def refusal(model: ProvidedModel, negotiated: Negotiated = NOTHING, **keys: Any) -> tuple[int, str]:
    """Offending element and comment."""
    with pytest.raises(IdentifierRefused) as refused:
        query(model, negotiated, **keys)
    return refused.value.tag, refused.value.comment


REFUSED: list[tuple[ProvidedModel, Keys, int, str]] = [
    (STUDY_ROOT, {"PatientName": "x"}, LEVEL, "QueryRetrieveLevel"),
    (STUDY_ROOT, {"QueryRetrieveLevel": ""}, LEVEL, "QueryRetrieveLevel"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "PATIENT"}, LEVEL, "STUDY SERIES IMAGE"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "INSTANCE"}, LEVEL, "STUDY SERIES IMAGE"),
    (PATIENT_STUDY, {"QueryRetrieveLevel": "SERIES"}, LEVEL, "PATIENT STUDY"),
    (PATIENT_ROOT, {"QueryRetrieveLevel": "STUDY"}, ID, "PatientID"),
    (PATIENT_ROOT, {"QueryRetrieveLevel": "STUDY", "PatientID": ""}, ID, "PatientID"),
    (PATIENT_ROOT, {"QueryRetrieveLevel": "STUDY", "PatientID": "P*"}, ID, "one value"),
    (PATIENT_ROOT, {"QueryRetrieveLevel": "STUDY", "PatientID": ["A", "B"]}, ID, "one value"),
    (PATIENT_ROOT, {"QueryRetrieveLevel": "STUDY", "PatientID": "A", "PatientName": "D*"}, NAME, "PatientName"),
    (PATIENT_ROOT, {"QueryRetrieveLevel": "SERIES", "PatientID": "A"}, STUDY_UID, "StudyInstanceUID"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "SERIES"}, STUDY_UID, "StudyInstanceUID"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": ["1.2", "1.3"]}, STUDY_UID, "one value"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "IMAGE", "StudyInstanceUID": "1.2"}, SERIES_UID, "SeriesInstanceUID"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1.2", "PatientName": "D*"}, NAME, "STUDY level"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "STUDY", "Modality": "CT"}, 0x00080060, "SERIES level"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "STUDY", "SeriesInstanceUID": "1.2"}, SERIES_UID, "SERIES level"),
    (PATIENT_ROOT, {"QueryRetrieveLevel": "PATIENT", "StudyDate": "20260101"}, 0x00080020, "STUDY level"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "STUDY", "StudyDate": "2026"}, 0x00080020, "YYYYMMDD"),
    (STUDY_ROOT, {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": "1.2.*"}, STUDY_UID, "wild cards"),
]


@pytest.mark.filterwarnings("ignore:Invalid value for VR")  # pydicom, here the caller, warns of what it is told to ask
@pytest.mark.parametrize(("model", "keys", "tag", "named"), REFUSED)
def test_what_breaks_the_hierarchy_is_refused_by_name(model: ProvidedModel, keys: Keys, tag: int, named: str) -> None:
    offending, comment = refusal(model, **keys)
    assert (offending, named in comment, len(comment) <= 64) == (tag, True, True)


@pytest.mark.filterwarnings("ignore:Invalid value for VR")
def test_no_comment_is_cut() -> None:
    longest: Keys = {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1", "PerformedProcedureStepStartDate": "2026"}
    assert len(refusal(STUDY_ROOT, **longest)[1]) <= 64


@pytest.mark.parametrize(
    ("model", "keys"),
    [
        (STUDY_ROOT, {"QueryRetrieveLevel": "STUDY", "PatientID": "A", "PatientName": "D*"}),
        (STUDY_ROOT, {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1.2", "PatientID": "A"}),
        (STUDY_ROOT, {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1.2", "PatientName": "*"}),
        (STUDY_ROOT, {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1.2", "InstitutionName": "St*"}),
        (STUDY_ROOT, {"QueryRetrieveLevel": "STUDY", "InstitutionName": "St*"}),
        (STUDY_ROOT, {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": ["1.2", "1.3"]}),
        (STUDY_ROOT, {"QueryRetrieveLevel": "IMAGE", "StudyInstanceUID": "1.2", "SeriesInstanceUID": "1.2.1"}),
        (PATIENT_STUDY, {"QueryRetrieveLevel": "STUDY", "PatientID": "A", "StudyDate": "20260101-"}),
        (PATIENT_ROOT, {"QueryRetrieveLevel": "PATIENT", "PatientName": "D*"}),
    ],
)
def test_what_keeps_to_the_hierarchy_is_a_query(model: ProvidedModel, keys: Keys) -> None:
    assert query(model, **keys).level == keys["QueryRetrieveLevel"]


def test_relational_queries_may_name_keys_of_levels_above() -> None:
    asked = query(STUDY_ROOT, Negotiated(relational=True), QueryRetrieveLevel="IMAGE", PatientName="D*", Modality="CT")
    assert [str(criterion.key) for criterion in asked.criteria] == ["Modality", "PatientName"]


def test_relational_queries_know_no_keys_of_levels_below_either() -> None:
    offending, _ = refusal(STUDY_ROOT, Negotiated(relational=True), QueryRetrieveLevel="STUDY", Modality="CT")
    assert offending == 0x00080060


def test_the_unique_keys_down_to_the_level_are_always_returned() -> None:
    asked = query(PATIENT_ROOT, QueryRetrieveLevel="SERIES", PatientID="A", StudyInstanceUID="1.2")
    assert [str(asked.key) for asked in asked.return_keys] == ["PatientID", "StudyInstanceUID", "SeriesInstanceUID"]


def test_what_is_not_held_is_returned_and_told() -> None:
    asked = query(QueryRetrieveLevel="STUDY", AdmissionID="", RequestAttributesSequence=[])
    assert asked.has_unsupported_keys
    assert [(one.tag, one.vr) for one in asked.return_keys if one.key is None] == [
        (0x00380010, "LO"),
        (0x00400275, "SQ"),
    ]


def test_what_is_held_needs_no_telling() -> None:
    assert not query(QueryRetrieveLevel="STUDY", PatientName="").has_unsupported_keys


@pytest.mark.parametrize(
    ("negotiated", "moments"), [(NOTHING, 0), (Negotiated(combined_date_time=True), 1)], ids=["apart", "combined"]
)
def test_ranges_of_date_and_time_are_one_only_when_that_was_agreed(negotiated: Negotiated, moments: int) -> None:
    keys: Keys = {"QueryRetrieveLevel": "STUDY", "StudyDate": "20260101-20260131", "StudyTime": "1000-1100"}
    assert len(query(STUDY_ROOT, negotiated, **keys).moments) == moments


def test_two_quotation_marks_are_text_unless_empty_matching_was_agreed() -> None:
    keys: Keys = {"QueryRetrieveLevel": "STUDY", "AccessionNumber": '""'}
    holds = [
        query(STUDY_ROOT, agreed, **keys).criteria[0].holds("") for agreed in (NOTHING, Negotiated(empty_values=True))
    ]
    assert holds == [False, True]


def test_lists_without_end_are_refused() -> None:
    values = [str(number) for number in range(MAX_VALUES * 2 // 3)]
    offending, comment = refusal(STUDY_ROOT, QueryRetrieveLevel="STUDY", AccessionNumber=values, StudyID=values)
    assert (offending, str(MAX_VALUES) in comment) == (0x00080050, True)


def criterion_text(character_set: object, name: bytes) -> str:
    """What a name in these bytes is taken for."""
    content = identifier(QueryRetrieveLevel="STUDY", SpecificCharacterSet=character_set)
    element = b"\x10\x00\x10\x00PN" + len(name).to_bytes(2, "little") + name
    asked = query_of(read_dataset(content + element, True), STUDY_ROOT, NOTHING)
    pattern = asked.criteria[0].test.patterns[0]  # type: ignore[attr-defined]  # a name's test
    return "=".join(group.text for group in pattern.groups)


@pytest.mark.parametrize(
    ("character_set", "name", "text"),
    [
        ("ISO_IR 100", "Müller*".encode("latin_1"), "muller*"),
        ("ISO_IR 192", "Müller*".encode(), "muller*"),
        ("", "Müller*".encode(), "muller*"),
        ("", "Müller*".encode("latin_1"), "muller*"),
        ("ISO_IR 144", "Люкс*".encode("iso8859_5"), "люкс*"),
        ("GB18030", "王^小东*".encode("gb18030"), "王^小东*"),
        (["", "ISO 2022 IR 87"], b"Yamada*=\x1b$B;3ED\x1b(B*", "yamada*=山田*"),
        (["", "ISO 2022 IR 149"], b"Hong*=\x1b$)C\xfb\xf3*", "hong*=洪*"),
        ("ISO_IR 13", b"\xd4\xcf\xc0\xde*", "ヤマタ*"),
    ],
)
def test_text_is_read_in_the_callers_character_set(character_set: object, name: bytes, text: str) -> None:
    assert criterion_text(character_set, name) == text


def test_text_that_is_not_in_its_character_set_is_refused() -> None:
    with pytest.raises(IdentifierRefused, match="PatientName"):
        criterion_text("ISO_IR 192", b"M\xfcller")


def test_a_character_set_that_nobody_knows_is_refused_when_it_matters() -> None:
    with pytest.raises(IdentifierRefused, match="SpecificCharacterSet"):
        criterion_text("ROT13", b"M\xfcller")


def test_a_character_set_that_nobody_knows_does_not_matter_to_ascii() -> None:
    assert criterion_text("ROT13", b"Doe*") == "doe*"


def test_numbers_are_read_as_binary_too() -> None:
    asked = query(STUDY_ROOT, QueryRetrieveLevel="IMAGE", StudyInstanceUID="1.2", SeriesInstanceUID="1.3", Rows=512)
    assert asked.criteria[-1].holds(512)
    assert asked.level is QueryLevel.IMAGE
