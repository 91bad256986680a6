"""Values become text that a person reads at a glance, and hostile ones stay harmless text."""

import unicodedata
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.desktop.kit.formatting import (
    NOTHING,
    format_ago,
    format_count,
    format_date,
    format_date_time,
    format_decimal,
    format_duration,
    format_milliseconds,
    format_person_name,
    format_size,
    format_time,
    plain,
)
from tests.support.fake_state import NOW


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Doe^Jane", "DOE, Jane"),
        ("DOE^JANE^Q", "DOE, JANE Q"),
        ("Müller^Karl^^Dr.", "MÜLLER, Dr. Karl"),
        ("Adams^John Robert Quincy^^Rev.^B.A. M.Div.", "ADAMS, Rev. John Robert Quincy, B.A. M.Div."),
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "YAMADA, Tarou (山田 太郎 / やまだ たろう)"),
        ("=山田^太郎", "山田 太郎"),
        ("Doe", "Doe"),
        ("^Jane", "Jane"),
        ("Weiß^Eva", "Weiß, Eva"),
        ("", NOTHING),
        ("^^^^", NOTHING),
        ("==", NOTHING),
    ],
)
def test_a_person_name_is_shown_as_family_and_given(value: str, shown: str) -> None:
    assert format_person_name(value) == shown


@given(st.text(max_size=200))
def test_a_person_name_is_always_one_harmless_line(value: str) -> None:
    shown = format_person_name(value)
    assert shown
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in "\u202e\u2066"]


@given(st.text(max_size=600), st.integers(1, 50))
def test_plain_text_keeps_its_limit(text: str, limit: int) -> None:
    assert len(plain(text, limit)) <= limit


def test_direction_controls_do_not_reach_the_screen() -> None:
    assert plain("invoice\u202egpj.exe") == "invoicegpj.exe"


def test_line_breaks_become_spaces() -> None:
    assert plain("a\r\nb\u2028c\0d") == "a b c d"


@pytest.mark.parametrize(("value", "shown"), [("20261124", "2026-11-24"), ("", NOTHING), ("2026.11", "2026.11")])
def test_a_date_is_shown_by_year_month_day(value: str, shown: str) -> None:
    assert format_date(value) == shown


@pytest.mark.parametrize(("value", "shown"), [("140533.12", "14:05"), ("1405", "14:05"), ("14", "14"), ("", "")])
def test_a_time_is_shown_in_hours_and_minutes(value: str, shown: str) -> None:
    assert format_time(value) == shown


def test_a_date_without_a_time_stands_alone() -> None:
    assert format_date_time("20261124", "") == "2026-11-24"


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 KB"),
        (9949, "9.9 KB"),
        (9951, "10 KB"),
        (999_499, "999 KB"),
        (999_500, "1.0 MB"),
        (526_336, "526 KB"),
        (412_000_000_000, "412 GB"),
        (5 * 10**18, "5000 PB"),
        (-5, "0 B"),
    ],
)
def test_a_size_has_at_most_three_figures(size: int, shown: str) -> None:
    assert format_size(size) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (-1, "0.0 s"),
        (0.42, "0.4 s"),
        (9.96, "10 s"),
        (48, "48 s"),
        (60, "1 min"),
        (125, "2 min 5 s"),
        (12_000, "3 h 20 min"),
        (86_400, "1 day"),
        (4 * 86_400 + 7_200, "4 days 2 h"),
    ],
)
def test_a_duration_has_at_most_two_units(seconds: float, shown: str) -> None:
    assert format_duration(seconds) == shown


@pytest.mark.parametrize(
    ("passed", "shown"),
    [
        (timedelta(seconds=-30), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=4), "4 min ago"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(hours=47), "47 h ago"),
        (timedelta(days=12), "12 days ago"),
    ],
)
def test_how_long_ago_is_told_in_one_unit(passed: timedelta, shown: str) -> None:
    assert format_ago(NOW - passed, NOW) == shown


def test_thousands_are_set_apart() -> None:
    assert format_count(1_204_331) == "1,204,331"


def test_a_decimal_has_the_places_that_were_asked_for() -> None:
    assert format_decimal(1_204.25, 1) == "1,204.3"


@pytest.mark.parametrize(("number", "words"), [(0.42, "0.4 ms"), (12.3, "12 ms"), (6_200.0, "6.2 s")])
def test_times_of_steps_are_told_in_the_unit_that_suits(number: float, words: str) -> None:
    assert format_milliseconds(number) == words
