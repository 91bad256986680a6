"""Wild cards and names: what matches what, and that no pattern takes long."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.engine.archive.matching.patterns import Glob, NamePattern

TEXT = st.text(alphabet="ab^", max_size=8)


def naive(pattern: str, text: str) -> bool:
    """Wild cards by trying everything."""
    if not pattern:
        return not text
    if pattern[0] == "*":
        return any(naive(pattern[1:], text[start:]) for start in range(len(text) + 1))
    return bool(text) and pattern[0] in (text[0], "?") and naive(pattern[1:], text[1:])


@given(st.text(alphabet="ab^*?", max_size=8), TEXT)
def test_a_pattern_matches_what_trying_everything_finds(pattern: str, text: str) -> None:
    assert Glob(pattern).matches(text) == naive(pattern, text)


@given(st.text(alphabet="a.[]{}()+|\\$^\n", max_size=6))
def test_no_character_but_star_and_question_mark_is_special(text: str) -> None:
    assert [Glob(f"{text}*").matches(text + rest) for rest in ("", "\n", "x")] == [True] * 3
    assert not Glob(f"x{text}?").matches(text)


def test_text_that_is_meant_to_take_forever_is_decided_at_once() -> None:
    # trying everything would take longer than the age of the universe
    assert not Glob("*a" * 500 + "*b").matches("a" * 1024)


def test_a_pattern_agrees_with_the_shells() -> None:
    assert Glob("D?e*").matches("Doe^Jane") == fnmatchcase("Doe^Jane", "D?e*")


YAMADA = "Yamada^Tarou=山田^太郎=やまだ^たろう"


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("doe^jane", "DOE^JANE"),
        ("DOE^JANE", "doe^jane"),
        ("Doe^Jane^^", "Doe^Jane"),
        ("Doe^Jane", "Doe^Jane^^^"),
        ("Doe^Jane ", "Doe^Jane"),
        ("D?e*", "Doe^Jane"),
        ("*jane", "Doe^Jane"),
        ("muller*", "Müller^Åse"),
        ("MÜLLER^ÅSE", "Mu\u0308ller^A\u030ase"),
        ("Yamada*", YAMADA),
        ("yamada^tarou", YAMADA),
        ("山田*", YAMADA),
        ("やまだ^たろう", YAMADA),
        ("=山田*", YAMADA),
        ("==やまだ*", YAMADA),
        ("*=山田^太郎", YAMADA),
        (YAMADA, YAMADA),
        ("*太郎*", YAMADA),
        ("yamada*たろう", YAMADA),
        ("Ｙａｍａｄａ*", YAMADA),
        ("김^희?", "Kim^HeeJung=김^희중"),
        ("김*", "Kim^HeeJung=김^희중"),
        ("Ærø^*", "aero^x"),
        ("Doe?Jane", "Doe^Jane"),
    ],
)
def test_a_name_is_found(asked: str, held: str) -> None:
    assert NamePattern.of(asked).matches(held)


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Doe", "Doe^Jane"),
        ("Do?", "Doe^Jane"),
        ("Doe^Jane", "Doe^Janet"),
        ("=山田*", "山田^太郎"),
        ("Yamada*=佐藤*", YAMADA),
        ("Sato*=山田*", YAMADA),
        ("Doe*", ""),
        ("?", ""),
        ("김?", "Kim=김희중"),
    ],
)
def test_a_name_is_not_found(asked: str, held: str) -> None:
    assert not NamePattern.of(asked).matches(held)


@pytest.mark.parametrize("asked", ["*", "**", "=", "*=*", "^^", " "])
def test_a_pattern_of_nothing_but_stars_and_delimiters_is_universal(asked: str) -> None:
    assert NamePattern.of(asked).is_universal


@given(st.text(max_size=12))
def test_every_name_finds_itself(name: str) -> None:
    pattern = NamePattern.of(name)
    assert pattern.is_universal or pattern.matches(name)
