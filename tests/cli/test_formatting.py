"""Values as people read them."""

from datetime import UTC, datetime

import pytest

from pacsdesk.cli.formatting import amount, date, moment, size


@pytest.mark.parametrize(
    ("value", "shown"), [("20150206", "2015-02-06"), ("", ""), ("2015", "2015"), ("X" * 8, "X" * 8)]
)
def test_a_date_is_shown_in_parts_and_anything_else_as_it_is(value: str, shown: str) -> None:
    assert date(value) == shown


def test_a_moment_is_shown_in_this_computers_time_zone() -> None:
    at = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
    assert moment(at) == f"{at.astimezone():%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("size_bytes", "shown"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (9_940, "9.9 KB"), (9_960, "10 KB"), (38_400_000_000, "38 GB")],
)
def test_a_size_has_its_decimal_unit(size_bytes: int, shown: str) -> None:
    assert size(size_bytes) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0 studies"), (1, "1 study"), (2, "2 studies"), (1204, "1,204 studies")]
)
def test_a_number_goes_with_its_noun(number: int, shown: str) -> None:
    assert amount(number, "study", "studies") == shown
