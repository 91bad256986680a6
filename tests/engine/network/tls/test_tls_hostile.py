"""What strangers and mistaken devices do on the port for TLS: they are turned away with a reason and hold up nobody."""

import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread

import pytest

from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.engine.network.limits import NetworkLimits
from tests.engine.network.listening import TESTER
from tests.engine.network.raw_pdus import association_request, context, data, pdu, read_pdu, read_to_end
from tests.engine.network.sending import EXPLICIT, PRIVATE_CLASS
from tests.engine.network.test_command import stock_store_request
from tests.engine.network.test_server_admission import echoes as echoes_in_plain
from tests.engine.network.tls.tls_site import TlsSite, echoes, tls_site
from tests.engine.network.wire.handshakes import peer_context
from tests.support.peers import system_program

DONE, ACCEPTED = (0,), 0x02
HURRIED = NetworkLimits(acse_timeout=0.3, dimse_timeout=0.3, maximum_waiting=8)
PATIENT = NetworkLimits(acse_timeout=60.0, maximum_waiting=100, maximum_associations_per_host=100)

PLAIN = "It spoke DICOM without TLS on the port for TLS."
ELSE = "It spoke something else than TLS on the port for TLS."
LATE = "It did not finish the TLS handshake in time."
HELLO = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"


@pytest.fixture
def hurried(tmp_path: Path) -> Iterator[TlsSite]:
    """A site that waits for nobody longer than a third of a second."""
    with tls_site(tmp_path, HURRIED) as site:
        site.enter(TlsMode.TLS)
        yield site


OPENINGS = {
    "plain DICOM": (association_request(), PLAIN),
    "one byte of plain DICOM": (b"\x01", PLAIN),
    "4 GiB of plain DICOM": (b"\x01\x00\xff\xff\xff\xff" + bytes(100), PLAIN),
    "http": (b"GET / HTTP/1.1\r\nHost: archive\r\n\r\n", ELSE),
    "ssh": (b"SSH-2.0-OpenSSH_9.2\r\n", ELSE),
    "noise": (b"\x99" * 300, ELSE),
    "a hello of an SSL that is gone": (b"\x80\x2e\x01\x00\x02" + bytes(41), ELSE),
    "noise in a record of TLS": (b"\x16\x03\x01\x00\x20" + b"\x99" * 32, ""),
    "an alert": (b"\x15\x03\x03\x00\x02\x02\x28", ""),
    "application data": (b"\x17\x03\x03\x00\x20" + bytes(32), ""),
    "a record of 64 kB": (b"\x16\x03\x01\xff\xff" + bytes(100), ""),
}


@pytest.mark.parametrize(("opening", "reason"), OPENINGS.values(), ids=OPENINGS.keys())
def test_an_odd_opening_is_refused_with_its_reason(tls: TlsSite, opening: bytes, reason: str) -> None:
    with tls.connect() as connection:
        connection.sendall(opening)
        read_to_end(connection)
    (told,) = tls.reasons()
    assert told == reason or (not reason and told.endswith("."))
    (refused,) = tls.site.peers.refused_callers(TESTER)
    assert (refused.calling_ae_title, refused.address, refused.an_entry_helps) == ("", "127.0.0.1", False)


@pytest.mark.thorough
@pytest.mark.parametrize("opening", [b"", HELLO, HELLO[:1]], ids=["silence", "half a hello", "one byte"])
def test_who_does_not_go_on_is_refused_when_its_time_is_over(hurried: TlsSite, opening: bytes) -> None:
    with hurried.connect() as connection:
        connection.sendall(opening)
        read_to_end(connection)
    assert hurried.reasons() == [LATE]


@pytest.mark.thorough
def test_one_byte_after_the_other_gains_no_time(hurried: TlsSite) -> None:
    is_over = Event()
    with hurried.connect() as connection:

        def trickle() -> None:
            for byte in HELLO + bytes(500):
                try:
                    connection.sendall(bytes([byte]))
                except OSError:
                    return
                if is_over.wait(0.05):
                    return

        slow = Thread(target=trickle)
        slow.start()
        read_to_end(connection)
        is_over.set()
        slow.join()
    assert hurried.reasons() == [LATE]


def test_who_comes_and_goes_without_a_word_is_not_told(tls: TlsSite) -> None:
    tls.enter(TlsMode.TLS)
    tls.connect().close()
    assert echoes(tls) == DONE
    assert tls.reasons(0) == []


def test_a_silent_crowd_holds_up_neither_those_in_tls_nor_those_without(tmp_path: Path) -> None:
    limits = NetworkLimits(acse_timeout=60.0, maximum_waiting=32)
    with tls_site(tmp_path, limits) as tls, ExitStack() as stack:
        tls.enter(TlsMode.PLAIN)
        for number in range(50):
            connection = stack.enter_context(tls.connect())
            connection.sendall(HELLO if number % 2 else b"")
        assert echoes(tls) == DONE
        assert echoes_in_plain(tls.site)


def test_tls_on_the_other_port_is_refused_with_its_reason(tls: TlsSite) -> None:
    with tls.site.connect() as connection, pytest.raises(OSError, match=r"."):
        peer_context().wrap_socket(connection)
    assert tls.reasons() == ["It began TLS on the port for DICOM without TLS."]


def stalled(tls: TlsSite) -> Iterator[Callable[[], socket.socket]]:
    """Ways to stall, each as the opening of a connection that is then left alone."""

    def opened(*sent: bytes) -> socket.socket:
        connection = tls.wrapped()
        for content in sent:
            connection.sendall(content)
        return connection

    def in_the_middle() -> socket.socket:
        connection = opened(association_request(context(1, PRIVATE_CLASS, [EXPLICIT])))
        assert read_pdu(connection)[0] == ACCEPTED
        connection.sendall(data(1, 3, stock_store_request()) + data(1, 0, b"half"))
        return connection

    yield tls.connect
    yield opened
    yield lambda: opened(association_request()[:20])
    yield lambda: opened(association_request())
    yield in_the_middle


@pytest.mark.thorough
def test_fifty_who_stall_do_not_hold_up_the_end(tmp_path: Path) -> None:
    with tls_site(tmp_path, PATIENT) as tls, ExitStack() as stack:
        tls.enter(TlsMode.TLS)
        for way in stalled(tls):
            for _ in range(10):
                stack.enter_context(way())
        tls.server.stop(0.5)
        assert tls.server.listener().associations == 0
        assert list(tls.site.folder.staging.iterdir()) == []
        with pytest.raises(ConnectionRefusedError):
            tls.connect()


@pytest.mark.thorough
def test_a_broken_protocol_in_tls_is_answered_with_an_abort_and_the_end(hurried: TlsSite) -> None:
    with hurried.wrapped() as connection:
        connection.sendall(association_request())
        assert read_pdu(connection)[0] == ACCEPTED
        connection.sendall(pdu(0x99, b"x"))
        assert read_to_end(connection) == [0x07]
    assert echoes(hurried) == DONE


def test_half_a_dataset_and_a_cut_in_tls_leave_nothing(tls: TlsSite) -> None:
    tls.enter(TlsMode.TLS)
    with tls.wrapped() as connection:
        connection.sendall(association_request(context(1, PRIVATE_CLASS, [EXPLICIT])))
        assert read_pdu(connection)[0] == ACCEPTED
        connection.sendall(data(1, 3, stock_store_request()) + data(1, 0, b"half"))
        connection.shutdown(socket.SHUT_RDWR)  # without the end that TLS wants said
    tls.server.stop(10)
    assert list(tls.site.folder.staging.iterdir()) == []


@pytest.mark.thorough
def test_who_asks_to_negotiate_anew_gets_nothing_of_it(hurried: TlsSite) -> None:
    command = [system_program("openssl"), "s_client", "-tls1_2", "-connect", f"127.0.0.1:{hurried.port}"]
    done = subprocess.run(command, input="R\n", capture_output=True, text=True, timeout=20, check=False)
    assert "RENEGOTIATING" in done.stdout + done.stderr
    assert "no renegotiation" in done.stdout + done.stderr
