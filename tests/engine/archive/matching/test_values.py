"""Each kind of matching of PS3.4 C.2.2.2 on single values."""

import re
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.engine.archive.matching.values import (
    BadValue,
    DateTest,
    TimeTest,
    Value,
    combined,
    time_span,
    value_test,
)

HOLDS: list[tuple[str, str, Value]] = [
    ("LO", "P1", "P1"),
    ("LO", " P1 ", "P1"),
    ("LO", "P*", "P1"),
    ("LO", "?1", "P1"),
    ("LO", "A\\P1", "P1"),
    ("LO", "A\\P?", "P1"),
    ("LO", "a.b[c]*", "a.b[c]d"),
    ("LT", "a\\b*", "a\\bc"),
    ("CS", "C?", "CT"),
    ("UI", "1.2\\1.3", "1.3"),
    ("UI", "1.2\0", "1.2"),
    ("IS", "007", 7),
    ("IS", "+7\\8", 7),
    ("IS", "-1", -1),
    ("US", "512", 512),
    ("AS", "034Y", "034Y"),
    ("DA", "20260311", "20260311"),
    ("DA", "2026.03.11", "20260311"),
    ("DA", "20260311", "2026.03.11"),
    ("DA", "20260301-20260311", "20260311"),
    ("DA", "20260311-", "20260311"),
    ("DA", "-20260311", "20260311"),
    ("DA", "20260301 - 20260331", "20260311"),
    ("TM", "101500", "101500"),
    ("TM", "1015", "101530.5"),
    ("TM", "10", "1059"),
    ("TM", "10:15:00", "101500"),
    ("TM", "1000-1100", "110059.999999"),
    ("TM", "-1100", "000000"),
    ("TM", "1015-", "235959"),
    ("TM", "101500.5", "101500.599999"),
]
FAILS: list[tuple[str, str, Value]] = [
    ("LO", "p1", "P1"),
    ("LO", "P", "P1"),
    ("LO", "P1", ""),
    ("LO", "?", ""),
    ("CS", "ct", "CT"),
    ("UI", "1.2", "1.2.3"),
    ("IS", "7", None),
    ("IS", "0", None),
    ("IS", "99999999999", 7),
    ("DA", "20260301-20260310", "20260311"),
    ("DA", "-20260311", ""),
    ("DA", "20260311-", "2026"),
    ("DA", "20260311-20260301", "20260305"),
    ("TM", "1000-1100", "110100"),
    ("TM", "1000-1100", ""),
    ("TM", "1000-1100", "ten"),
    ("TM", "101500.5", "101500.4"),
]
UNIVERSAL = [("LO", ""), ("LO", "*"), ("LO", " "), ("LO", "\\"), ("UI", "*"), ("PN", "*"), ("DA", "*"), ("TM", "\0")]
BAD = [
    ("UI", "1.2.*"),
    ("AS", "03?Y"),
    ("IS", "seven"),
    ("IS", "7*"),
    ("US", "1.5"),
    ("DA", "2026"),
    ("DA", "202603*"),
    ("DA", "-"),
    ("DA", "20260101-20260102-20260103"),
    ("DA", "20260101\\20260102"),
    ("DA", "today"),
    ("TM", "1"),
    ("TM", "10-11-12"),
    ("TM", "ten"),
]


@pytest.mark.parametrize(("vr", "asked", "held"), HOLDS)
def test_a_value_matches(vr: str, asked: str, held: Value) -> None:
    test = value_test(vr, asked)
    assert test is not None
    assert test.holds(held)


@pytest.mark.parametrize(("vr", "asked", "held"), FAILS)
def test_a_value_does_not_match(vr: str, asked: str, held: Value) -> None:
    test = value_test(vr, asked)
    assert test is not None
    assert not test.holds(held)


@pytest.mark.parametrize(("vr", "asked"), UNIVERSAL)
def test_a_value_that_says_nothing_is_universal_matching(vr: str, asked: str) -> None:
    assert value_test(vr, asked) is None


@pytest.mark.parametrize(("vr", "asked"), BAD)
def test_a_value_that_cannot_be_meant_is_refused_with_what_would_be_right(vr: str, asked: str) -> None:
    with pytest.raises(BadValue, match="takes "):
        value_test(vr, asked)


@pytest.mark.parametrize("held", ["", None])
def test_two_quotation_marks_ask_for_what_is_empty(held: Value) -> None:
    test = value_test("LO", '""')
    assert test is not None
    assert (test.holds(held), test.holds("x")) == (True, False)


def moments(dates: str, times: str, held_date: str, held_time: str) -> bool:
    days, hours = value_test("DA", dates), value_test("TM", times)
    assert isinstance(days, DateTest)
    assert isinstance(hours, TimeTest)
    return combined(days, hours).holds_both(held_date, held_time)


@pytest.mark.parametrize(
    ("dates", "times", "date", "time", "expected"),
    [
        ("20260310-20260312", "1000-1400", "20260311", "0300", True),
        ("20260310-20260312", "1000-1400", "20260310", "0959", False),
        ("20260310-20260312", "1000-1400", "20260310", "1000", True),
        ("20260310-20260312", "1000-1400", "20260312", "140059", True),
        ("20260310-20260312", "1000-1400", "20260312", "1401", False),
        ("20260310-", "1000-", "20270101", "0001", True),
        ("-20260310", "-1000", "20260310", "1001", False),
        ("20260310-20260312", "1000-1400", "20260310", "", True),
        ("20260310-20260312", "1000-1400", "20260311", "noon", False),
        ("20260310-20260312", "1000-1400", "", "1000", False),
    ],
)
def test_date_and_time_are_one_moment(dates: str, times: str, date: str, time: str, expected: bool) -> None:
    assert moments(dates, times, date, time) is expected


@given(st.times())
def test_a_full_time_is_one_microsecond(moment: time) -> None:
    span = time_span(f"{moment:%H%M%S.%f}")
    assert span is not None
    assert span[0] == span[1]


@given(
    st.text(max_size=30),
    st.sampled_from(["LO", "PN", "UI", "DA", "TM", "IS", "US", "AS", "LT", "CS"]),
    st.text(max_size=9),
)
def test_whatever_is_asked_is_decided_or_refused(asked: str, vr: str, held: str) -> None:
    try:
        test = value_test(vr, asked)
    except BadValue as error:
        assert re.match("takes ", str(error))
    else:
        assert test is None or test.holds(held) in (True, False)
