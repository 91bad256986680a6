"""Which known word is near enough to be asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.nearest import did_you_mean

NOUNS = ("peers", "studies", "settings", "status")


@pytest.mark.parametrize(
    ("word", "meant"), [("peer", "peers"), ("study", "studies"), ("STATSU", "status"), ("settigns", "settings")]
)
def test_a_mistyped_word_is_answered_with_the_nearest(word: str, meant: str) -> None:
    assert did_you_mean(word, NOUNS) == f"Did you mean {meant!r}?"


@pytest.mark.parametrize("word", ["", "fly", "zzzzzz"])
def test_a_word_that_is_near_to_none_is_answered_with_nothing(word: str) -> None:
    assert did_you_mean(word, NOUNS) == ""


def test_a_known_word_keeps_its_own_spelling() -> None:
    assert did_you_mean("store 11", ("Store 1",)) == "Did you mean 'Store 1'?"


@given(st.text())
def test_no_word_is_too_odd_to_be_asked_about(word: str) -> None:
    assert isinstance(did_you_mean(word, NOUNS), str)
