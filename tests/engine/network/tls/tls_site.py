"""A site with a listener in TLS beside the one without, and callers of it: DCMTK, pynetdicom, bare sockets."""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pynetdicom import AE

from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService, TlsMode
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.wire.credentials import TlsFiles
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.engine.network.wire.handshakes import peer_context, tls_files
from tests.support.certificates import Authority, Issued
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

VERIFICATION = "1.2.840.10008.1.1"


class TlsSite:
    """Its parts. port: of the listener in TLS."""

    def __init__(self, site: ListeningSite, authority: Authority, files: TlsFiles) -> None:
        self.site = site
        self.authority = authority
        self.files = files
        self.server = site.make_server(tls=files)
        self.port = 0

    def enter(self, tls: TlsMode, *allow: PeerService, ae_title: str = KNOWN) -> None:
        """Let a title call from anywhere, as the registry has it."""
        services = allow or (PeerService.ECHO, PeerService.STORE)
        self.site.peers.add(TESTER, Peer(ae_title, AETitle(ae_title), ANY_HOST, None, tls, allow=services))

    def caller(self, name: str = "CT") -> Issued:
        """A device's certificate, signed by the authority."""
        return self.authority.issue(name)

    def connect(self) -> socket.socket:
        """A bare TCP connection to the listener in TLS."""
        return socket.create_connection((LOOPBACK, self.port), timeout=20)

    def wrapped(self, own: Issued | None = None) -> ssl.SSLSocket:
        """A connection that has shaken hands, as the caller sees it."""
        return peer_context(self.authority, own).wrap_socket(self.connect(), server_hostname=LOOPBACK)

    def reasons(self, number: int = 1) -> list[str]:
        """Why callers were refused, newest first, once there are so many: a caller may hear of it before the list."""
        end = time.monotonic() + 10
        while len(entries := self.site.peers.refused_callers(TESTER)) < number and time.monotonic() < end:
            time.sleep(0.01)
        return [entry.reason for entry in entries]


@contextmanager
def tls_site(folder: Path, limits: NetworkLimits | None = None, trusts: bool = True) -> Iterator[TlsSite]:
    """One that listens. trusts: whether it trusts the authority, else nobody."""
    authority = Authority(folder / "ca")
    trusted = authority.certificate if trusts else folder / "nobody.pem"
    files = tls_files(authority.issue("ARCHIVE"), trusted)
    with listening_site(folder, limits, files) as listening:
        site = TlsSite(listening, authority, files)
        try:
            _, site.port = site.server.start()
            yield site
        finally:
            site.server.stop(5)


def echoes(tls: TlsSite, own: Issued | None = None, context: ssl.SSLContext | None = None) -> tuple[int | None, ...]:
    """What becomes of an echo of pynetdicom's: its status, or the numbers of a rejection; () for no association."""
    ae = AE(KNOWN)
    ae.acse_timeout = ae.dimse_timeout = ae.network_timeout = 20
    ae.add_requested_context(VERIFICATION)
    with_tls = (context or peer_context(tls.authority, own), LOOPBACK)
    association = ae.associate(LOOPBACK, tls.port, ae_title=OWN_TITLE, tls_args=with_tls)
    connection = association.dul.socket and association.dul.socket.socket
    try:
        if association.is_established:
            status = association.send_c_echo().Status
            association.release()
            return (status,)
        answer = association.acceptor.primitive
        return (answer.result, answer.result_source, answer.diagnostic) if answer and answer.result else ()
    finally:
        if connection:
            connection.close()


def dcmtk_with_tls(tls: TlsSite, program: str, own: Issued | None, *arguments: str | Path) -> tuple[int, str]:
    """Exit code and words of one of DCMTK's callers; own: None for one that shows no certificate."""
    shows = ("+tls", own.key, own.certificate) if own else ("+tla",)
    trusts = ("+cf", tls.authority.certificate)
    titles = ("-aet", KNOWN, "-aec", OWN_TITLE)
    done = dcmtk(program, "-v", *shows, *trusts, *titles, LOOPBACK, str(tls.port), *arguments)
    return done.returncode, done.stdout
