"""Fragments: complete ones become requests, broken orders end the association, nothing unfinished stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.engine.network.command import Command, Response, parse_command
from pacsdesk.engine.network.messages import MessageReader, ProtocolViolation, Request
from tests.engine.network.test_command import stock_store_request

COMMAND, LAST = 1, 2
STORE = stock_store_request()


class RecordingExchange:
    def __init__(self) -> None:
        self.received = b""
        self.was_abandoned = False

    def receive(self, fragment: memoryview) -> None:
        self.received += bytes(fragment)

    def finish(self) -> Response:
        return Response(0)

    def cancel(self) -> None:
        pass

    def abandon(self) -> None:
        self.was_abandoned = True


class Reading:
    """A reader with the exchange that it opens."""

    def __init__(self) -> None:
        self.exchange = RecordingExchange()
        self.reader = MessageReader(self._begin)

    def _begin(self, context_id: int, command: Command) -> RecordingExchange:
        return self.exchange

    def take(self, flags: int, content: bytes, context_id: int = 1) -> Request | None:
        return self.reader.take(context_id, flags, memoryview(content), True)


@given(st.lists(st.binary(max_size=50), min_size=1, max_size=20), st.integers(1, len(STORE) - 1))
def test_a_dataset_in_any_pieces_comes_through_whole(pieces: list[bytes], cut: int) -> None:
    reading = Reading()
    reading.take(COMMAND, STORE[:cut])
    reading.take(COMMAND | LAST, STORE[cut:])
    for piece in pieces[:-1]:
        assert reading.take(0, piece) is None
    request = reading.take(LAST, pieces[-1])
    assert request == Request(1, parse_command(STORE), reading.exchange)
    assert reading.exchange.received == b"".join(pieces)


def test_two_messages_may_follow_each_other_in_different_contexts() -> None:
    reading = Reading()
    for context_id in (1, 3):
        reading.take(COMMAND | LAST, STORE, context_id)
        request = reading.take(LAST, b"data", context_id)
        assert request
        assert request.context_id == context_id


def test_an_unfinished_dataset_is_abandoned_when_the_association_ends() -> None:
    reading = Reading()
    reading.take(COMMAND | LAST, STORE)
    reading.take(0, b"half")
    reading.reader.close()
    assert reading.exchange.was_abandoned


def test_a_value_that_comes_in_pieces_ends_with_its_last_piece() -> None:
    reading = Reading()
    reading.take(COMMAND | LAST, STORE)
    assert reading.reader.take(1, LAST, memoryview(b"first"), False) is None
    assert reading.reader.take(1, LAST, memoryview(b"second"), True) is not None


@pytest.mark.parametrize(
    ("fragments", "reason"),
    [
        ([b"\x02data"], "without its command"),
        ([b"\x03" + STORE, b"\x03" + STORE], "predecessor"),
        ([b"\x03"], "no Command Field"),
        ([b"\x01" + bytes(40_000), b"\x01" + bytes(40_000)], "more than 65536"),
    ],
)
def test_a_broken_order_is_a_violation(fragments: list[bytes], reason: str) -> None:
    reading = Reading()
    with pytest.raises(ProtocolViolation, match=reason):
        for fragment in fragments:
            reading.take(fragment[0], fragment[1:])


def test_a_message_that_changes_its_context_is_a_violation() -> None:
    reading = Reading()
    reading.take(COMMAND | LAST, STORE, 1)
    with pytest.raises(ProtocolViolation, match="changes its presentation context"):
        reading.take(LAST, b"data", 3)
