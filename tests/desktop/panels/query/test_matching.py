"""How keys are matched, said in words, and what in a value would match nothing."""

import pytest

from pacsdesk.desktop.panels.query.dictionary import USUAL_DICTIONARY, read_dictionary
from pacsdesk.desktop.panels.query.matching import doubt_about, matching_words


@pytest.mark.parametrize(
    ("vr", "value", "hint"),
    [
        ("PN", "Doe, Jane", "Doe^Jane"),
        ("PN", "Jane Doe", "Doe^Jane"),
        ("CS", "ct", "CT"),
        ("DA", "2026-03-01", "20260301"),
        ("DA", "1.3.2026", "20260301"),
        ("DA", "202603*", "range"),
        ("DA", "2026-02-30", "Neither a day"),
        ("DA", "20260331-20260301", "before it begins"),
        ("TM", "09:30", "0930"),
        ("UI", "1.2.*", "wildcards"),
        ("UI", "1.2.x", "digits"),
        ("UI", "1." + "2" * 64, "64"),
        ("IS", "4*", "wildcards"),
        ("LO", "4711 ", "blanks"),
    ],
)
def test_what_would_match_nothing_is_said_with_what_to_write(vr: str, value: str, hint: str) -> None:
    assert hint in doubt_about(vr, value)


@pytest.mark.parametrize(
    ("vr", "value"),
    [
        ("PN", "DOE^J*"),
        ("PN", "DOE"),
        ("PN", "van der Berg^*"),
        ("CS", "CT"),
        ("DA", "20260301-"),
        ("DA", "-20260331"),
        ("DA", "20260301-20260331"),
        ("TM", "0930-1200"),
        ("UI", "1.2.3\\1.2.4"),
        ("IS", "12"),
        ("LO", "a value of any kind"),
        ("DA", ""),
    ],
)
def test_what_may_match_is_left_alone(vr: str, value: str) -> None:
    assert doubt_about(vr, value) == ""


def test_each_kind_of_key_is_explained() -> None:
    explained = {vr: matching_words("Key", vr) for vr in ("PN", "LO", "CS", "DA", "TM", "DT", "UI", "IS", "SQ", "OB")}
    assert len(set(explained.values())) == len(explained)
    assert "Leave it empty" in matching_words("NumberOfStudyRelatedInstances", "IS")


@pytest.mark.parametrize("text", ["ReferringPhysicianName", "referringphysicianname", "0008,0090", "(0008,0090)"])
def test_a_key_is_known_by_its_keyword_and_by_its_tag(text: str) -> None:
    assert read_dictionary().keyword_of(text) == "ReferringPhysicianName"


def test_a_key_in_a_sequence_is_known_and_one_in_no_sequence_is_none() -> None:
    dictionary = read_dictionary()
    wanted = "ScheduledProcedureStepSequence.Modality"
    assert dictionary.keyword_of("0040,0100.0008,0060") == wanted
    assert [dictionary.keyword_of(one) for one in ("PatientID.Modality", "PatientsName", "", "0008")] == [""] * 4


def test_private_tags_are_keys_too() -> None:
    assert read_dictionary().keyword_of("0009,1001") == "00091001"


def test_the_usual_keys_are_written_as_the_dictionary_says() -> None:
    whole = read_dictionary()
    usual = {name: USUAL_DICTIONARY.vr_of(name) for name in ("PatientName", "StudyTime", "ScheduledStationAETitle")}
    assert usual == {name: whole.vr_of(name) for name in usual}
