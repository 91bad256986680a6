"""A channel in TLS is a channel: bytes as they were, ends and deadlines as without it."""

import socket
from pathlib import Path
from threading import Thread

import pytest

from pacsdesk.engine.network.outcome import TlsProblem
from pacsdesk.engine.network.wire.channel import Buffer
from pacsdesk.engine.network.wire.credentials import CallingSide
from pacsdesk.engine.network.wire.encrypted import TlsChannel
from pacsdesk.engine.network.wire.tls_problems import TlsFailed
from pacsdesk.engine.network.wire.watch import Watch
from tests.engine.network.wire.handshakes import echoing, server_context, tls_files
from tests.support.certificates import Authority


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """A test's own."""
    return Authority(tmp_path / "ca")


def connected(port: int, authority: Authority) -> TlsChannel:
    """A call of ours that has shaken hands."""
    files = tls_files(authority.issue("US"), authority.certificate)
    side = CallingSide(files)
    channel = TlsChannel(socket.create_connection(("127.0.0.1", port), timeout=20))
    channel.shake_hands(side.context, 20, side.explains, "127.0.0.1")
    return channel


def read_all(channel: TlsChannel, count: int) -> bytes:
    """So many bytes, or fewer at the end."""
    content = bytearray()
    view = memoryview(bytearray(1 << 18))
    while len(content) < count and (read := channel.read(view)):
        content += view[:read]
    return bytes(content)


def test_what_is_written_in_pieces_comes_back_in_order(authority: Authority) -> None:
    pieces: list[Buffer] = [b"header", bytes(range(256)) * 4096, b"", memoryview(b"end")]
    sent = b"".join(pieces)
    with echoing(server_context(authority.issue("PEER"))) as server:
        channel = connected(server.port, authority)
        writer = Thread(target=channel.write, args=(pieces, 20))
        writer.start()  # beside the reader: who echoes stops reading until it is read
        content = read_all(channel, len(sent))
        writer.join()
        channel.close()
    assert content == sent
    assert channel.agreed.startswith("TLSv1.3, TLS_AES_")
    assert server.failure is None, "the end was said, as TLS wants it"


def test_a_small_view_gets_the_rest_with_the_next_read(authority: Authority) -> None:
    with echoing(server_context(authority.issue("PEER"))) as server:
        channel = connected(server.port, authority)
        channel.write([b"0123456789"], 20)
        view = memoryview(bytearray(4))
        read = [bytes(view[: channel.read(view)]) for _ in range(3)]
        channel.close()
    assert read == [b"0123", b"4567", b"89"]


def test_many_threads_write_and_no_message_is_torn(authority: Authority) -> None:
    messages = [bytes([number]) * 40_000 for number in range(8)]
    with echoing(server_context(authority.issue("PEER"))) as server:
        channel = connected(server.port, authority)
        threads = [Thread(target=channel.write, args=([one[:6], one[6:]], 20)) for one in messages]
        for thread in threads:
            thread.start()
        content = read_all(channel, 8 * 40_000)
        for thread in threads:
            thread.join()
        channel.close()
    assert sorted(content[start : start + 40_000] for start in range(0, len(content), 40_000)) == messages


def test_shutting_its_input_ends_a_read_and_cutting_it_a_write(authority: Authority) -> None:
    with echoing(server_context(authority.issue("PEER"))) as server:
        channel = connected(server.port, authority)
        reader = Thread(target=channel.shut_input)
        reader.start()
        assert channel.read(memoryview(bytearray(10))) == 0
        reader.join()
        channel.cut()
        with pytest.raises(OSError, match=r"."):
            channel.write([b"late"], 20)
        channel.close()
    assert channel.failure is None


@pytest.mark.thorough
def test_a_handshake_ends_with_its_deadline(authority: Authority) -> None:
    watch = Watch()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        channel = TlsChannel(socket.create_connection(silent.getsockname()[:2], timeout=20))
        watch.add(channel)
        side = CallingSide(None)
        with pytest.raises(TlsFailed) as failed:
            channel.shake_hands(side.context, 0.2, side.explains, "127.0.0.1")
        watch.close()
        channel.close()
    assert failed.value.problem is TlsProblem.NO_ANSWER
