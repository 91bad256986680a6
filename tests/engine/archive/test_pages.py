"""Keys of pages: what was encoded comes back, anything else is refused."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.engine.archive.pages import decode_key, encode_key

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=100)
NUMBER = st.integers(min_value=-(1 << 63), max_value=(1 << 63) - 1)


def forged(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


@given(TEXT, NUMBER)
def test_a_key_gives_back_its_values(text: str, number: int) -> None:
    assert decode_key("list", encode_key("list", [text, number]), (str, int)) == (text, number)


@given(TEXT, NUMBER)
def test_a_key_of_another_list_is_refused(text: str, number: int) -> None:
    with pytest.raises(InvalidInput):
        decode_key("other", encode_key("list", [text, number]), (str, int))


@given(st.text(max_size=300))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        decode_key("list", text, (str, int))


@pytest.mark.parametrize(
    "value",
    [
        ["list", "a"],
        ["list", "a", 1, 2],
        ["list", 1, 1],
        ["list", "a", "1"],
        ["list", "a", 1.0],
        ["list", "a", True],
        ["list", "a", 1 << 63],
        ["list", "\ud800", 1],
        {"list": 1},
        None,
    ],
)
def test_a_forged_key_is_refused(value: object) -> None:
    with pytest.raises(InvalidInput):
        decode_key("list", forged(value), (str, int))


@pytest.mark.parametrize("key", ["9" * 5000, "!!!!", "é", base64.urlsafe_b64encode(b"[" * 2000).decode()])
def test_a_broken_key_is_refused(key: str) -> None:
    with pytest.raises(InvalidInput):
        decode_key("list", key, (str, int))
