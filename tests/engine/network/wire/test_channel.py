"""A connection: what comes is acknowledged at once, so that no peer waits for it with the end of a message."""

import socket
from collections.abc import Iterator

import pytest

from pacsdesk.engine.network.wire.channel import Channel

QUICK = socket.TCP_QUICKACK  # Linux, where the tests run


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Ours and the peer's."""
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as peer:
        ours, _ = listener.accept()
        with ours:
            yield ours, peer


def test_what_comes_is_acknowledged_at_once_however_the_system_felt_before(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    ours, peer = ends
    channel = Channel(ours)
    ours.setsockopt(socket.IPPROTO_TCP, QUICK, 0)
    assert ours.getsockopt(socket.IPPROTO_TCP, QUICK) == 0

    peer.sendall(b"beginning")
    assert channel.read(memoryview(bytearray(100))) == len(b"beginning")

    assert ours.getsockopt(socket.IPPROTO_TCP, QUICK) == 1


def test_where_no_system_knows_of_it_reading_is_as_ever(
    ends: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, peer = ends
    monkeypatch.setattr("pacsdesk.engine.runtime.platform._QUICK", 0)
    buffer = bytearray(100)
    peer.sendall(b"beginning")

    count = Channel(ours).read(memoryview(buffer))

    assert bytes(buffer[:count]) == b"beginning"


def test_a_connection_that_is_gone_is_at_its_end(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, _ = ends
    channel = Channel(ours)
    ours.close()

    assert channel.read(memoryview(bytearray(100))) == 0
