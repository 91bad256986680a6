"""Faults below the association, seen by a bare socket: what comes back, byte by byte, and what does not."""

import socket
import ssl
from datetime import UTC, datetime

import pytest

from pacsdesk.engine.training.faults.fault import RunningFault
from pacsdesk.engine.training.faults.issuing import Authority
from tests.engine.training.faults.calling import (
    ASSOCIATE_ACCEPT,
    associated,
    connected,
    first_bytes,
    request_of,
    running,
)

_PATIENCE_S = 0.15
ROOT = Authority("Nobody's", datetime.now(UTC)).certificate


def test_a_port_without_a_listener_refuses() -> None:
    with running("refused") as fault, pytest.raises(ConnectionRefusedError):
        socket.create_connection((fault.host, fault.port), timeout=5)


def test_a_full_backlog_lets_callers_wait() -> None:
    with running("silent-port") as fault, pytest.raises(TimeoutError):
        socket.create_connection((fault.host, fault.port), timeout=_PATIENCE_S)


def test_a_silent_service_connects_and_says_nothing() -> None:
    with running("silent-service") as fault, connected(fault) as connection:
        connection.sendall(request_of(fault))
        connection.settimeout(_PATIENCE_S)
        with pytest.raises(TimeoutError):
            connection.recv(1)


def test_a_door_shuts_without_a_byte() -> None:
    with running("closed-at-once") as fault, connected(fault) as connection:
        assert connection.recv(1) == b""


def test_a_door_is_slammed_by_a_reset() -> None:
    with running("reset-at-once") as fault, pytest.raises(ConnectionResetError), connected(fault) as connection:
        connection.recv(1)


def test_a_taken_port_cannot_be_listened_on() -> None:
    with running("port-taken") as fault, socket.socket() as ours, pytest.raises(OSError, match="in use"):
        ours.bind((fault.host, fault.port))


def test_a_name_that_never_resolves_is_reserved_for_that() -> None:
    with running("name-unknown") as fault:
        assert fault.host.endswith(".invalid")


def test_an_unreachable_address_cannot_be_connected_to() -> None:
    with running("network-unreachable") as fault, socket.socket() as caller, pytest.raises(OSError) as refused:
        caller.settimeout(_PATIENCE_S)
        caller.connect((fault.host, fault.port))
    assert not isinstance(refused.value, TimeoutError | ConnectionRefusedError)


@pytest.mark.parametrize(
    ("fault_id", "beginning"),
    [
        ("web-server", b"HTTP/1.1 400 "),
        ("remote-shell", b"SSH-2.0-"),
        ("hl7-listener", b"\x0bMSH|"),
        ("noise", b"\x91"),
    ],
)
def test_something_else_answers(fault_id: str, beginning: bytes) -> None:
    with running(fault_id) as fault:
        assert first_bytes(fault).startswith(beginning)


def test_a_remote_shell_speaks_first() -> None:
    with running("remote-shell") as fault, connected(fault) as connection:
        assert connection.recv(8) == b"SSH-2.0-"


def test_a_tls_server_answers_plain_callers_with_no_pdu() -> None:
    with running("wants-tls") as fault:
        assert not fault.speaks_tls
        assert first_bytes(fault)[:2] in (b"", b"\x15\x03")


def test_a_plain_server_is_no_tls_server() -> None:
    with running("speaks-plain") as fault, connected(fault) as connection, pytest.raises(ssl.SSLError):
        assert fault.speaks_tls
        secured(fault, connection, ROOT)


def test_a_plain_server_is_healthy_when_it_is_called_in_plain() -> None:
    with running("speaks-plain") as fault, associated(fault) as association:
        assert association.send_c_echo().Status == 0


def secured(fault: RunningFault, connection: socket.socket, root: str = "") -> ssl.SSLSocket:
    """As a caller that trusts the root which it was given, and no other."""
    context = ssl.create_default_context(cadata=root or fault.root_certificate)
    return context.wrap_socket(connection, server_hostname=fault.host)


def test_behind_tls_is_a_healthy_peer() -> None:
    with running("healthy-in-tls") as fault, connected(fault) as connection, secured(fault, connection) as talk:
        talk.sendall(request_of(fault))
        assert talk.recv(1) == bytes([ASSOCIATE_ACCEPT])


@pytest.mark.parametrize(
    ("fault_id", "reason"),
    [
        ("untrusted-certificate", "unable to get local issuer certificate"),
        ("expired-certificate", "certificate has expired"),
        ("early-certificate", "certificate is not yet valid"),
        ("other-name", "IP address mismatch"),
    ],
)
def test_a_certificate_does_not_convince(fault_id: str, reason: str) -> None:
    with running(fault_id) as fault, connected(fault) as connection, pytest.raises(ssl.SSLError, match=reason):
        secured(fault, connection)


def test_without_our_certificate_the_connection_breaks_off() -> None:
    with running("wants-our-certificate") as fault, connected(fault) as connection, secured(fault, connection) as talk:
        # in TLS 1.3 our side of the handshake is done before the other looks
        wanted = pytest.raises(ssl.SSLError, match="CERTIFICATE_REQUIRED")
        with wanted:
            talk.recv(1)


@pytest.mark.parametrize(
    ("fault_id", "reason"), [("no-common-version", "PROTOCOL_VERSION"), ("no-common-cipher", "HANDSHAKE_FAILURE")]
)
def test_nothing_is_in_common(fault_id: str, reason: str) -> None:
    with running(fault_id) as fault, connected(fault) as connection, pytest.raises(ssl.SSLError, match=reason):
        secured(fault, connection, ROOT)
