"""Value types take what the standard allows, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.types import UID, AETitle, DimseStatus, StudyInstanceUID


@pytest.mark.parametrize("text", ["A", " PACSDESK ", "ABCDEFGHIJKLMNOP", "a b", "Ct-01_x"])
def test_an_ae_title_of_one_to_sixteen_characters_is_taken(text: str) -> None:
    assert AETitle(text) == text.strip(" ")


@pytest.mark.parametrize("text", ["", "   ", "ABCDEFGHIJKLMNOPQ", "A\\B", "A\nB", "Ä", "\0"])
def test_a_wrong_ae_title_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="AE title"):
        AETitle(text)


@pytest.mark.parametrize("text", ["1", "1.2.840.10008.1.1", "1.02.3", "2.25.0", "1.2.3\0", "1.2.3 "])
def test_a_uid_of_numbers_is_taken_without_its_padding(text: str) -> None:
    assert StudyInstanceUID(text) == text.rstrip("\0 ")


@pytest.mark.parametrize("text", ["", ".", "1.", ".1", "1..2", "a", "1.2/../../etc", "1" * 65, "١.٢", "1.2\n", "-1"])
def test_a_wrong_uid_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="UID"):
        UID(text)


@given(st.text(max_size=80))
def test_whatever_becomes_a_uid_is_safe_in_any_path(text: str) -> None:
    try:
        uid = UID(text)
    except ValueError:
        return
    assert set(uid) <= set("0123456789.")
    assert ".." not in uid


@pytest.mark.parametrize(
    ("status", "is_stored"),
    [
        (DimseStatus.SUCCESS, True),
        (DimseStatus.COERCION_OF_ELEMENTS, True),
        (DimseStatus.DATASET_UNREADABLE, True),
        (DimseStatus.OUT_OF_RESOURCES, False),
        (DimseStatus.CANNOT_UNDERSTAND, False),
    ],
)
def test_success_and_warnings_alone_let_the_sender_forget(status: DimseStatus, is_stored: bool) -> None:
    assert status.is_stored is is_stored
