"""Looks around for the lint: what is entered, where we listen, what this computer is called, whether a port is free."""

import errno
import socket
from collections.abc import Callable
from dataclasses import dataclass

import psutil

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.engine import Listener
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.remarks import RemarkCode
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.port_owner import port_error
from pacsdesk.engine.network.registry.lint import Around
from pacsdesk.engine.network.wire.credentials import TlsFiles

_CODES = {
    errno.EADDRINUSE: RemarkCode.PORT_TAKEN,
    errno.EACCES: RemarkCode.PORT_PRIVILEGED,
    errno.EPERM: RemarkCode.PORT_PRIVILEGED,
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Asked anew each time: what is around an entry changes."""

    peers: Callable[[], tuple[Peer, ...]]
    aes: Callable[[], tuple[OwnAE, ...]]
    listeners: Callable[[], tuple[Listener, ...]]
    tls: TlsFiles

    def now(self) -> Around:
        """As it is at this moment."""
        return Around(
            peers=self.peers(),
            aes=self.aes(),
            listeners=self.listeners(),
            addresses=_own_addresses(),
            certificate=_missing(self.tls),
            port_problem=port_problem,
        )


def port_problem(host: str, port: int) -> tuple[RemarkCode, str] | None:
    """What stands in the way of listening there, None when nothing does; found out by trying."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as tried:
            option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
            tried.setsockopt(socket.SOL_SOCKET, option, 1)
            tried.bind((host, port))
            tried.listen(1)
    except OSError as error:
        told = port_error("DICOM", host, port, error, is_setting=False)
        return _CODES.get(error.errno or 0, RemarkCode.ADDRESS_NOT_OURS), f"{told.title} {told.hint}".strip()
    return None


def _own_addresses() -> frozenset[str]:
    return frozenset(
        plain_address(one.address)
        for addresses in psutil.net_if_addrs().values()
        for one in addresses
        if one.family in (socket.AF_INET, socket.AF_INET6)
    )


def _missing(tls: TlsFiles) -> str:
    for what, path, setting in (
        ("certificate of ours", tls.certificate, "tls.certificate"),
        ("private key of ours", tls.key, "tls.key"),
        ("certificate that we trust", tls.trusted, "tls.trusted"),
    ):
        if not path.is_file():
            return f"TLS needs files: there is no {what} in {path} ({setting})."
    return ""
