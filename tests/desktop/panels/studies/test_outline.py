"""Rows and places: one way and back, whatever is open."""

from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.desktop.panels.studies.outline import Outline, Place

CHILDREN = st.dictionaries(st.integers(0, 60), st.integers(1, 9), max_size=12)


@given(CHILDREN)
def test_rows_walk_every_study_and_every_series_once(children: dict[int, int]) -> None:
    expected: list[Place] = []
    for position in range(70):
        expected.append(Place(position))
        expected.extend(Place(position, child) for child in range(children.get(position, 0)))
    outline = Outline(children)
    assert [outline.place_at(row) for row in range(len(expected))] == expected


@given(CHILDREN, st.integers(0, 1_000_000))
def test_a_position_is_found_again_at_its_row(children: dict[int, int], position: int) -> None:
    outline = Outline(children)
    assert outline.place_at(outline.row_of(position)) == Place(position)


def test_nothing_open_needs_no_rows_more() -> None:
    assert Outline({4: 0}).extra == 0
