"""Faults of TLS: one side speaks plain, a certificate that does not convince, a certificate that is missing."""

import socket
import ssl
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import LOOPBACK, Fault, Lesson, Level, RunningFault, Start
from pacsdesk.engine.training.faults.healthy import behaving
from pacsdesk.engine.training.faults.issuing import Authority, Issued
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.engine.training.faults.relaying import start_between
from pacsdesk.engine.training.faults.sockets import CONNECTION_S, conversing, hear_until_the_end

_AUTHORITY, _STRANGER = "Classroom authority", "Some other authority"
_SERVER = "Classroom archive"
_HANDSHAKE_S = 10.0
_ALERT_PROTOCOL_VERSION, _ALERT_HANDSHAKE_FAILURE = 70, 40  # RFC 8446 6.2


def _encrypted(
    is_trusted: bool = True,
    hosts: tuple[str, ...] = (LOOPBACK, "localhost"),
    valid_days: tuple[int, int] = (-1, 30),
    wants_certificate: bool = False,
    is_registered_in_tls: bool = True,
) -> Start:
    """A healthy peer behind TLS. is_trusted: whether the caller is given the authority that vouches for it."""

    def start(lesson: Lesson) -> RunningFault:
        now = datetime.now(UTC)  # certificates are judged by the clock of this computer, whatever the lesson's day is
        authority = Authority(_AUTHORITY, now)
        issuer = authority if is_trusted else Authority(_STRANGER, now)
        context = _server_context(issuer.issue(_SERVER, *hosts, valid_days=valid_days))
        if wants_certificate:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(cadata=authority.certificate)
        running = start_between(lesson, meet=lambda accepted: _handshake(context, accepted))
        root = authority.certificate if is_registered_in_tls else ""
        return replace(running, speaks_tls=is_registered_in_tls, root_certificate=root)

    return start


def _server_context(issued: Issued) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    with tempfile.TemporaryDirectory() as folder:  # ssl reads keys from files only
        both = Path(folder) / "server.pem"
        both.touch(mode=0o600)
        both.write_text(issued.key + issued.certificate, encoding="ascii")
        context.load_cert_chain(both)
    return context


def _handshake(context: ssl.SSLContext, accepted: socket.socket) -> socket.socket:
    """On a duplicate: the one that was accepted stays open, so that shutting it down wakes who waits for the other."""
    accepted.settimeout(_HANDSHAKE_S)
    secured = context.wrap_socket(accepted.dup(), server_side=True)
    secured.settimeout(CONNECTION_S)
    return secured


def _plain_though_registered_in_tls(lesson: Lesson) -> RunningFault:
    return replace(behaving(Manner())(lesson), speaks_tls=True)


def _alerting(description: int) -> Start:
    """Ends each handshake by a fatal alert."""

    def alert(connection: socket.socket, stopping: Event) -> None:
        connection.recv(1 << 14)
        connection.sendall(bytes([0x15, 0x03, 0x01, 0, 2, 2, description]))
        connection.shutdown(socket.SHUT_WR)
        hear_until_the_end(connection)

    return lambda lesson: replace(conversing(alert)(lesson), speaks_tls=True)


ENCRYPTED = _encrypted()  # nothing is wrong with it

ENCRYPTING = (
    Fault(
        "wants-tls",
        FindingCode.TLS_EXPECTED,
        Level.TLS,
        "Connected, then shut",
        "The connection is made, and the association ends at its first word.",
        "The archive speaks TLS on this port; it was called in plain.",
        _encrypted(is_registered_in_tls=False),
    ),
    Fault(
        "speaks-plain",
        FindingCode.PLAIN_EXPECTED,
        Level.TLS,
        "No secure connection",
        "The connection is made, but the handshake of TLS fails.",
        "The archive speaks plain on this port; it was called in TLS.",
        _plain_though_registered_in_tls,
    ),
    Fault(
        "untrusted-certificate",
        FindingCode.CERTIFICATE_UNTRUSTED,
        Level.TLS,
        "A certificate from strangers",
        "The secure connection is refused by us.",
        "The archive's certificate comes from an authority that we do not trust.",
        _encrypted(is_trusted=False),
    ),
    Fault(
        "expired-certificate",
        FindingCode.CERTIFICATE_EXPIRED,
        Level.TLS,
        "It worked until yesterday",
        "The secure connection is refused by us.",
        "The archive's certificate expired two days ago.",
        _encrypted(valid_days=(-400, -2)),
    ),
    Fault(
        "early-certificate",
        None,
        Level.TLS,
        "It will work tomorrow",
        "The secure connection is refused by us.",
        "The archive's certificate is valid only in two days: our clock is late, or its maker's ahead.",
        _encrypted(valid_days=(2, 400)),
    ),
    Fault(
        "other-name",
        FindingCode.CERTIFICATE_NAME_MISMATCH,
        Level.TLS,
        "A certificate of somebody else",
        "The secure connection is refused by us.",
        "The archive's certificate is made out to another host name than the one that we call.",
        _encrypted(hosts=("pacs.example",)),
    ),
    Fault(
        "wants-our-certificate",
        FindingCode.CLIENT_CERTIFICATE_REQUIRED,
        Level.TLS,
        "It wants to know who we are",
        "The secure connection breaks off during the handshake, or right after it.",
        "The archive wants a certificate of ours, and none was shown.",
        _encrypted(wants_certificate=True),
    ),
    Fault(
        "no-common-version",
        FindingCode.TLS_NOTHING_IN_COMMON,
        Level.TLS,
        "Two generations of TLS",
        "The handshake of TLS fails at once.",
        "The archive knows only versions of TLS that are not allowed any more.",
        _alerting(_ALERT_PROTOCOL_VERSION),
    ),
    Fault(
        "no-common-cipher",
        FindingCode.TLS_NOTHING_IN_COMMON,
        Level.TLS,
        "No cipher in common",
        "The handshake of TLS fails at once.",
        "The archive and we have no cipher that both allow.",
        _alerting(_ALERT_HANDSHAKE_FAILURE),
    ),
)
