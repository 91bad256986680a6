"""Messages of the event stream come out as they went in, wherever the network cuts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.errors import TooLarge
from pacsdesk.link.codec import encode
from pacsdesk.link.sse import SIGN_OF_LIFE, Message, MessageReader, write_message

_ids = st.from_regex(r"[0-9a-f]{8}-[0-9]{1,9}", fullmatch=True)
_messages = st.builds(Message, _ids, st.from_regex(r"[A-Z][a-z]{1,9}", fullmatch=True), st.text().map(encode))


@given(st.lists(_messages | st.builds(Message, _ids), max_size=5), st.integers(1, 40))
def test_messages_arrive_equal_however_they_are_cut(messages: list[Message], length: int) -> None:
    text = SIGN_OF_LIFE.join(map(write_message, messages))
    reader = MessageReader()
    assert [m for at in range(0, len(text), length) for m in reader.feed(text[at : at + length])] == messages


@given(st.binary(max_size=200))
def test_noise_is_passed_over_or_becomes_a_message(noise: bytes) -> None:
    assert all(isinstance(message, Message) for message in MessageReader().feed(noise))


def test_a_message_without_end_is_refused() -> None:
    reader = MessageReader()
    with pytest.raises(TooLarge):
        for _ in range(10):
            list(reader.feed(b"data: " + b"x" * (1 << 20)))
