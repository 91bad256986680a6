"""Which bytes a Range header asks for (RFC 9110 14)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.link.serving.ranges import Stretch, wanted_stretch


@pytest.mark.parametrize(
    ("header", "stretch"),
    [
        ("bytes=0-0", Stretch(0, 1)),
        ("bytes=2-5", Stretch(2, 6)),
        ("bytes=5-", Stretch(5, 10)),
        ("bytes=-3", Stretch(7, 10)),
        ("bytes=-99", Stretch(0, 10)),
        ("bytes=8-99", Stretch(8, 10)),
        ("Bytes = 1-2", Stretch(1, 3)),
    ],
)
def test_a_range_is_understood(header: str, stretch: Stretch) -> None:
    assert wanted_stretch(header, 10) == stretch


@pytest.mark.parametrize("header", ["", "lines=0-5", "bytes=0-1,4-5"])
def test_the_whole_is_sent_for_what_a_server_may_ignore(header: str) -> None:
    assert wanted_stretch(header, 10) is None


@pytest.mark.parametrize(
    "header", ["bytes=10-", "bytes=5-4", "bytes=-0", "bytes=-", "bytes=a-b", "bytes=1", "bytes=²-"]
)
def test_a_range_without_a_byte_in_it_is_refused(header: str) -> None:
    with pytest.raises(InvalidInput):
        wanted_stretch(header, 10)


@given(st.text(alphabet="bytes=0123456789-, ", max_size=30), st.integers(0, 100))
def test_whatever_is_asked_lies_inside_the_object(header: str, size: int) -> None:
    try:
        stretch = wanted_stretch(header, size)
    except InvalidInput:
        return
    assert stretch is None or 0 <= stretch.start < stretch.end <= size
