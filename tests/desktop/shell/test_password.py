"""A new password is judged by its length first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.desktop.shell.password import MIN_LENGTH, Strength, judge_password


@pytest.mark.parametrize(
    ("password", "strength"),
    [
        ("", Strength.TOO_SHORT),
        ("S3cure!pass", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaa", Strength.TOO_SIMPLE),
        ("administrator", Strength.TOO_SIMPLE),
        ("correct horse", Strength.FAIR),
        ("correct horse battery", Strength.GOOD),
        ("correct horse battery staple", Strength.STRONG),
    ],
)
def test_a_password_has_its_strength(password: str, strength: Strength) -> None:
    assert judge_password(password, "Administrator").strength is strength


@given(st.text(max_size=MIN_LENGTH - 1))
def test_a_short_password_is_never_enough(password: str) -> None:
    assert not judge_password(password, "ada").is_enough


@given(st.text(max_size=40), st.text(max_size=20))
def test_what_is_not_enough_comes_with_advice(password: str, name: str) -> None:
    judged = judge_password(password, name)
    assert judged.is_enough or judged.advice
