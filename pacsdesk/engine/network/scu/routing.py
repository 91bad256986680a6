"""Which way packets to a peer would leave this computer, as far as the system tells."""

import socket
import struct
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from pathlib import Path

import psutil

from pacsdesk.engine.network.wire.naming import Address

_TABLE = Path("/proc/net/route")  # of Linux, IPv4; other systems tell only by programs of their own
_IS_UP, _HAS_GATEWAY = 0x1, 0x2


@dataclass(frozen=True, slots=True)
class Way:
    """local: our address on that way. interface: "" when not known. route: in words."""

    local: str
    interface: str
    route: str


def way_to(address: Address) -> Way | None:
    """The way; None when the system knows none. Nothing is sent."""
    try:
        with socket.socket(address.family, socket.SOCK_DGRAM) as asking:
            asking.connect(address.place)  # of a datagram socket: it only chooses the way
            local = str(asking.getsockname()[0])
    except OSError:
        return None
    return Way(local, _interface_of(local), _route_to(address.text))


def _interface_of(local: str) -> str:
    try:
        interfaces = psutil.net_if_addrs()
    except (OSError, psutil.Error):
        return ""
    return next((name for name, known in interfaces.items() if any(one.address == local for one in known)), "")


def _route_to(address: str) -> str:
    """The narrowest of the routes that lead there."""
    if ip_address(address.partition("%")[0]).is_loopback:
        return "it stays on this computer"
    try:
        target = ip_address(address)
        lines = _TABLE.read_text("ascii").splitlines()[1:]
        routes = [line.split() for line in lines]
        leading = [
            (network.prefixlen, _dotted(gateway) if int(flags, 16) & _HAS_GATEWAY else "")
            for _, destination, gateway, flags, _, _, _, mask, *_ in routes
            if int(flags, 16) & _IS_UP
            and target in (network := ip_network(f"{_dotted(destination)}/{_dotted(mask)}", strict=False))
        ]
    except (OSError, ValueError):
        leading = []
    if not leading:
        return "not known"
    gateway = max(leading)[1]
    return f"through the gateway {gateway}" if gateway else "a neighbour, without a gateway"


def _dotted(hexadecimal: str) -> str:
    return socket.inet_ntoa(struct.pack("=L", int(hexadecimal, 16)))  # as the processor has it in memory
