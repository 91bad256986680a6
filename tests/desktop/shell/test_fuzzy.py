"""Typed words find the entry that was meant, first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.desktop.shell.fuzzy import match_score

TITLES = ("Home", "Studies", "Viewer", "Import files", "Sign out", "Quit and stop the engine", "Light Theme")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("stu", "Studies"),
        ("home", "Home"),
        ("out", "Sign out"),
        ("stop eng", "Quit and stop the engine"),
        ("theme li", "Light Theme"),
        ("imfi", "Import files"),
    ],
)
def test_the_best_match_is_what_was_meant(typed: str, first: str) -> None:
    assert max(TITLES, key=lambda title: match_score(typed, title)) == first


def test_a_word_that_does_not_occur_fits_nothing() -> None:
    assert not any(match_score("zebra", title) for title in TITLES)


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_text_is_judged_without_harm(typed: str, title: str) -> None:
    assert match_score(typed, title) >= 0


@given(st.text(min_size=1, max_size=30).filter(lambda text: text.split()))
def test_a_title_fits_itself(title: str) -> None:
    assert match_score(title, title) > 0
