"""Days as they are typed become days as DICOM has them, and nothing else becomes one."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.days import dicom_days, ends_before_it_begins
from pacsdesk.desktop.kit.typed_days import typed_days

Writing = Callable[[date], str]


def dicom(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


WRITINGS: tuple[Writing, ...] = (
    dicom,
    lambda day: day.isoformat(),
    lambda day: f"{day.day}.{day.month}.{day.year:04}",
    lambda day: f"{day.day:02}.{day.month:02}.{day.year:04}",
    lambda day: f"{day.year:04}/{day.month}/{day.day}",
    lambda day: f"{day.year:04}.{day.month}.{day.day:02}",
)
DAYS, WAYS = st.dates(), st.sampled_from(WRITINGS)
BETWEEN = st.sampled_from(("..", " .. ", "-", " - ", "\u2013", " \u2013 "))


@given(DAYS, WAYS)
def test_a_day_is_understood_in_every_writing(day: date, writing: Writing) -> None:
    assert dicom_days(f" {writing(day)} ") == dicom(day)


@given(DAYS, DAYS, WAYS, WAYS, BETWEEN)
def test_so_is_a_range_and_one_that_is_open(
    first: date, last: date, writing: Writing, other: Writing, between: str
) -> None:
    asked = dicom_days(f"{writing(first)}{between}{other(last)}")
    assert asked == f"{dicom(first)}-{dicom(last)}"
    assert ends_before_it_begins(asked) == (first > last)
    assert dicom_days(f"{writing(first)}{between}") == f"{dicom(first)}-"
    assert dicom_days(f"{between}{writing(last)}") == f"-{dicom(last)}"


@given(DAYS, DAYS)
def test_what_is_asked_is_read_and_typed_back(first: date, last: date) -> None:
    for days in (dicom(first), f"{dicom(first)}-{dicom(last)}", f"{dicom(first)}-", f"-{dicom(last)}"):
        assert dicom_days(days) == days
        assert dicom_days(typed_days(days)) == days


@given(st.text("0123456789.-/ \u2013", max_size=24))
def test_anything_else_is_refused_and_never_changed(text: str) -> None:
    try:
        asked = dicom_days(text)
    except ValueError:
        return
    assert dicom_days(asked) == asked


@pytest.mark.parametrize(
    "typed",
    (
        *("", "-", "..", "yesterday", "2026-02-30", "31.4.2026", "20260230", "00000101", "2026-11", "24.11.26"),
        *("11/24/2026", "2026-11-24..x", "2026-11-24 2026-11-25", "\u0661\u0662.11.2026"),
    ),
)
def test_what_is_no_day_is_none(typed: str) -> None:
    with pytest.raises(ValueError):
        dicom_days(typed)
