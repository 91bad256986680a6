"""Tables that align whatever the script, fit the terminal, and never cut what a person must copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.cli.table import display_width, lay_out

UID = "1.2.826.0.1.3680043.8.498." + "7" * 38
TITLES = ("Patient", "Description", "Images", "Study Instance UID")
ROWS = (("SMITH^JOHN", "Thorax with contrast, late phase, second try", "12", UID), ("LI^NA", "Knee", "3", "1.2.3"))


def test_without_a_terminal_every_record_is_one_whole_line() -> None:
    lines = list(lay_out(TITLES, ROWS, None))
    assert [len(lines), all(cell in lines[1] for cell in ROWS[0])] == [3, True]


def test_a_table_that_fits_is_one_line_for_each_record() -> None:
    assert list(lay_out(TITLES, ROWS, 200)) == list(lay_out(TITLES, ROWS, None))


def test_the_last_column_of_a_table_that_is_too_wide_stands_below() -> None:
    assert list(lay_out(TITLES, ROWS, 80)) == [
        "Patient     Description                                   Images",
        "  Study Instance UID",
        "SMITH^JOHN  Thorax with contrast, late phase, second try  12",
        f"  {UID}",
        "LI^NA       Knee                                          3",
        "  1.2.3",
    ]


def test_words_are_cut_when_that_is_not_enough() -> None:
    assert list(lay_out(TITLES, ROWS, 50))[2] == "SMITH^JOHN  Thorax with contrast, late ph…  12"


def test_the_last_column_is_wrapped_between_words() -> None:
    lines = list(lay_out(("Setting", "What it is"), (("dicom.port", "TCP port for DICOM; 104 is usual"),), 24))
    assert lines[2:] == ["dicom.port", "  TCP port for DICOM;", "  104 is usual"]


@pytest.mark.parametrize("width", [1, 20, 40, 80, 120])
def test_a_uid_is_never_cut(width: int) -> None:
    titles, row = ("UID", "Words", "Second UID", "Third UID"), (UID, "some words of no account", UID, UID)
    assert "\n".join(lay_out(titles, (row,), width)).count(UID) == 3


def test_names_in_wide_characters_take_two_columns_each() -> None:
    lines = list(lay_out(("Name", "ID"), (("山田^太郎", "1"), ("Zoë", "2")), None))
    assert lines == ["Name       ID", "山田^太郎  1", "Zoë        2"]


def test_a_cell_without_end_is_cut() -> None:
    (_, line) = lay_out(("Name",), (("x" * 100_000,),), None)
    assert (len(line), line[-1]) == (1024, "…")


@given(
    st.lists(
        st.tuples(st.text("ab c\u5c71\u0301"), st.text("ab c"), st.text("ab c", max_size=20)), min_size=1, max_size=5
    ),
    st.integers(30, 90),
)
def test_a_table_of_words_fits_whatever_they_are(rows: list[tuple[str, str, str]], width: int) -> None:
    of_words = [tuple(f"{cell} a b" for cell in row) for row in rows]
    assert max(display_width(line) for line in lay_out(("One", "Two", "Three"), of_words, width)) <= width
