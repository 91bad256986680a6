"""Two ends of a connection that shake hands, ours and that of Python's own ssl."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from pacsdesk.engine.network.wire.credentials import TlsFiles
from tests.support.certificates import Authority, Issued


def tls_files(issued: Issued, trusted: Path) -> TlsFiles:
    """As the settings name them."""
    return TlsFiles(issued.certificate, issued.key, trusted)


def peer_context(authority: Authority | Path | None = None, own: Issued | None = None) -> ssl.SSLContext:
    """A caller of TLS that trusts this authority, or anybody, and shows its own certificate if it has one."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if authority is not None:
        context.load_verify_locations(authority.certificate if isinstance(authority, Authority) else authority)
        context.verify_mode = ssl.CERT_REQUIRED
    if own:
        context.load_cert_chain(own.certificate, own.key)
    return context


def server_context(own: Issued, trusted: Path | None = None) -> ssl.SSLContext:
    """A peer that is called; trusted: whose certificates it asks for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own.certificate, own.key)
    if trusted:
        context.load_verify_locations(trusted)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


@dataclass
class Echoing:
    """A server that sends back what it reads. failure: what its handshake ended in."""

    port: int = 0
    failure: OSError | None = None


@contextmanager
def echoing(context: ssl.SSLContext) -> Iterator[Echoing]:
    """One connection of TLS, echoed to its end."""
    server = Echoing()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server.port = listening.getsockname()[1]

        def run() -> None:
            try:
                with context.wrap_socket(listening.accept()[0], server_side=True) as connection:
                    connection.settimeout(20)
                    while content := connection.recv(1 << 16):
                        connection.sendall(content)
            except OSError as error:
                server.failure = error

        thread = Thread(target=run)
        thread.start()
        try:
            yield server
        finally:
            thread.join(20)
            assert not thread.is_alive()
