"""What goes between engine and receivers, over real sockets: messages whole and in order, descriptors, and the end."""

import os
import socket
import struct
from collections.abc import Iterator

import pytest

from pacsdesk.engine.network.receiving.messages import (
    TO_ASSOCIATION,
    TO_RECEIVER,
    Leave,
    Noted,
    OtherEndGone,
    Post,
    Settled,
    ToAssociation,
    ToReceiver,
)


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Two connected sockets."""
    first, second = socket.socketpair()
    with first, second:
        yield first, second


def test_messages_come_whole_and_in_order(pair: tuple[socket.socket, socket.socket]) -> None:
    sending: Post[ToAssociation] = Post(pair[0], TO_ASSOCIATION)
    receiving: Post[ToAssociation] = Post(pair[1], TO_ASSOCIATION)
    sent = (Settled(0, ""), Noted(), Settled(0xB000, "kept " * 20))
    for message in sent:
        sending.send(message)
    assert tuple(receiving.receive() for _ in sent) == sent


def test_descriptors_come_along_in_order(pair: tuple[socket.socket, socket.socket]) -> None:
    sending: Post[ToReceiver] = Post(pair[0], TO_RECEIVER)
    receiving: Post[ToReceiver] = Post(pair[1], TO_RECEIVER)
    reading, writing = os.pipe()
    sending.send(Leave(1), (reading, writing))
    assert receiving.receive() == Leave(1)
    received = tuple(receiving.descriptors)
    os.write(received[1], b"through")
    assert os.read(reading, 7) == b"through"
    for descriptor in (reading, writing, *received):
        os.close(descriptor)


@pytest.mark.parametrize(
    "content", [b"", b"\x01", struct.pack("<L", 1 << 30), b"\x02\0\0\0\xff\xff", b"\x01\0\0\0\x90"], ids=repr
)
def test_the_end_and_what_is_no_message_are_the_end(pair: tuple[socket.socket, socket.socket], content: bytes) -> None:
    pair[0].sendall(content)
    pair[0].shutdown(socket.SHUT_WR)
    with pytest.raises(OtherEndGone):
        Post(pair[1], TO_ASSOCIATION).receive()


def test_a_message_that_comes_in_parts_is_waited_for_and_not_lost(pair: tuple[socket.socket, socket.socket]) -> None:
    receiving: Post[ToAssociation] = Post(pair[1], TO_ASSOCIATION)
    whole = b"\x02\0\0\0\x91\x01"  # Noted
    for byte in whole[:-1]:
        pair[0].sendall(bytes([byte]))
        assert receiving.receive_within(0.001) is None
    pair[0].sendall(whole[-1:] + whole)
    assert [receiving.receive_within(10) for _ in range(2)] == [Noted(), Noted()]
    assert receiving.receive_within(0) is None


def test_nothing_can_be_sent_to_who_is_gone(pair: tuple[socket.socket, socket.socket]) -> None:
    pair[1].close()
    with pytest.raises(OtherEndGone):
        Post(pair[0], TO_ASSOCIATION).send(Noted())
