"""A stream in any pieces becomes the same PDUs; what they claim and do not hold is refused, and nothing is held."""

import socket
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.engine.network.wire.channel import NEVER, Channel
from pacsdesk.engine.network.wire.data import IS_COMMAND, data_pdus
from pacsdesk.engine.network.wire.pdu import BrokenPdu
from pacsdesk.engine.network.wire.reading import InputEnded, PduReader
from tests.engine.network.raw_pdus import pdu


class Fed(Channel):
    """A channel that gives what a test says, in pieces of at most so many bytes."""

    def __init__(self, content: bytes, most: int) -> None:
        self.read_by = NEVER
        self._left = content
        self._most = most

    def read(self, view: memoryview) -> int:
        piece = self._left[: min(self._most, len(view))]
        self._left = self._left[len(piece) :]
        view[: len(piece)] = piece
        return len(piece)


def value(context_id: int, control: int, content: bytes) -> bytes:
    """A presentation data value with its header."""
    return struct.pack(">LBB", len(content) + 2, context_id, control) + content


values = st.lists(st.tuples(st.integers(0, 255), st.integers(0, 3), st.binary(max_size=90)), min_size=1, max_size=5)


@given(st.lists(values, min_size=1, max_size=4), st.integers(1, 200), st.integers(12, 64))
def test_values_come_through_whole_however_they_are_cut(
    pdus: list[list[tuple[int, int, bytes]]], most: int, buffer_length: int
) -> None:
    stream = b"".join(pdu(0x04, b"".join(value(*one) for one in values)) for values in pdus)
    reader = PduReader(Fed(stream, most), buffer_length)
    read: list[tuple[int, int, bytes]] = []
    for _ in pdus:
        kind, length = reader.header(NEVER, 1.0)
        assert kind == 0x04
        content = b""
        for context_id, control, piece, ends in reader.pieces(length):
            content += bytes(piece)
            if ends:
                read.append((context_id, control, content))
                content = b""
    assert read == [one for values in pdus for one in values]


@given(st.binary(max_size=300), st.integers(1, 50))
def test_a_body_comes_through_whole(body: bytes, most: int) -> None:
    reader = PduReader(Fed(pdu(0x01, body), most), 32)
    _, length = reader.header(NEVER, 1.0)
    assert reader.body(length) == body


@pytest.mark.parametrize(
    "body",
    [b"", b"\0\0\0\x02\x01", value(1, 3, b"xy")[:-1], struct.pack(">LBB", 1, 1, 3), b"\xff\xff\xff\xff\x01\x03data"],
    ids=["nothing", "half a header", "past the end", "too short for itself", "4 GiB"],
)
def test_values_that_do_not_fit_their_pdu_are_refused(body: bytes) -> None:
    reader = PduReader(Fed(pdu(0x04, body), 100))
    _, length = reader.header(NEVER, 1.0)
    with pytest.raises(BrokenPdu):
        list(reader.pieces(length))


def test_a_stream_that_ends_inside_a_value_says_so() -> None:
    reader = PduReader(Fed(pdu(0x04, value(1, 3, b"x" * 50))[:-10], 100))
    _, length = reader.header(NEVER, 1.0)
    with pytest.raises(InputEnded):
        list(reader.pieces(length))


@given(st.binary(max_size=3000), st.sampled_from([0, 1, 128, 141, 4096]))
def test_what_we_cut_into_pdus_fits_the_peer_and_joins(content: bytes, maximum: int) -> None:
    stream = b"".join(data_pdus(5, IS_COMMAND, content, maximum))
    reader, joined, controls = PduReader(Fed(stream, 1000)), b"", []
    while len(joined) < len(content):
        _, length = reader.header(NEVER, 1.0)
        assert not maximum or length <= max(maximum, 134)
        for context_id, control, piece, _ in reader.pieces(length):
            assert context_id == 5
            controls.append(control)
            joined += bytes(piece)
    assert joined == content
    assert all(control == 1 for control in controls[:-1])


@contextmanager
def connected() -> Iterator[tuple[Channel, socket.socket]]:
    """A channel, and the peer's end of its connection."""
    listening = socket.create_server(("127.0.0.1", 0))
    peer = socket.create_connection(listening.getsockname(), timeout=10)
    ours, _ = listening.accept()
    listening.close()
    channel = Channel(ours)
    try:
        yield channel, peer
    finally:
        channel.close()
        peer.close()


def test_a_large_dataset_is_sent_as_it_lies() -> None:
    content = bytes(range(256)) * 4000
    with connected() as (channel, peer):
        buffers = list(data_pdus(1, 0, content, 65536))
        expected = b"".join(buffers)
        channel.write(buffers[:10], 10)
        sent = sum(map(len, buffers[:10]))
        received = b""
        while len(received) < sent:
            received += peer.recv(1 << 16)
    assert received == expected[:sent]


def test_a_read_that_is_overdue_ends() -> None:
    with connected() as (channel, _):
        channel.read_by = 1.0
        channel.keep_deadlines(2.0)
        assert (channel.read(memoryview(bytearray(1))), channel.is_overdue) == (0, True)


def test_a_write_that_is_overdue_ends_the_connection() -> None:
    with connected() as (channel, peer):
        channel.write_by = 1.0
        channel.keep_deadlines(2.0)
        assert peer.recv(1) == b""


def test_in_a_hurry_what_is_read_later_has_no_more_time() -> None:
    with connected() as (channel, _):
        channel.hurry(0.0)
        channel.read_by, channel.write_by = time.monotonic() + 100, NEVER
        channel.keep_deadlines(time.monotonic() + 1)
        assert (channel.read(memoryview(bytearray(1))), channel.is_overdue) == (0, True)


def test_in_a_hurry_a_write_that_begins_later_ends_too() -> None:
    with connected() as (channel, peer):
        channel.hurry(0.0)
        channel.write_by = time.monotonic() + 100
        channel.keep_deadlines(time.monotonic() + 1)
        assert peer.recv(1) == b""
