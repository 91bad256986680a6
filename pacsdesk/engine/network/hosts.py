"""Whether an address is a peer's: equal, within its subnet, one that its name resolves to, or not checked at all.

Names are asked of the system and remembered for a minute, so that a slow name server holds up few callers.
"""

import re
import socket
import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Lock

from pacsdesk.contract.records.peers import ANY_HOST, AddressCheck

_REMEMBERED_SECONDS = 60.0
_MOST_REMEMBERED = 1000
_NETWORK_OF = {4: 24, 6: 64}  # what an address shares with its neighbours, as DHCP deals them out
_HOST_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*\.?")

Resolve = Callable[[str], frozenset[str]]


def resolve_by_system(name: str) -> frozenset[str]:
    """All addresses of a host name; none when it is not known."""
    try:
        found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return frozenset()
    return frozenset(plain_address(str(entry[4][0])) for entry in found)


def plain_address(text: str) -> str:
    """One spelling per address: an IPv4 address mapped into IPv6 as IPv4, no scope. Other text is left as it is."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return text
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)


def is_host(text: str) -> bool:
    """Whether a lower-case text can be a peer's host: "any", an address, a subnet (10.1.0.0/16) or a host name."""
    return text == ANY_HOST or _is_network(text) or bool(_HOST_NAME.fullmatch(text))


def is_single(host: str) -> bool:
    """Whether a peer's host names one computer, which can be called there."""
    return host != ANY_HOST and (not _is_network(host) or ip_network(host, strict=False).num_addresses == 1)


class HostCheck:
    """Matches addresses against hosts as peers are entered with. Safe from any thread."""

    def __init__(self, resolve: Resolve = resolve_by_system, seconds: Callable[[], float] = time.monotonic) -> None:
        self._resolve = resolve
        self._seconds = seconds
        self._lock = Lock()
        self._remembered: dict[str, tuple[float, frozenset[str]]] = {}

    def matches(self, host: str, address: str, check: AddressCheck = AddressCheck.EXACT) -> bool:
        """Whether a caller from `address` can be the peer entered with `host`."""
        if host == ANY_HOST or check is AddressCheck.OFF:
            return True
        caller = plain_address(address)
        if _is_network(host) and not is_single(host):
            return _is_within(caller, host)
        addresses = {plain_address(host.partition("/")[0])} if _is_network(host) else self._addresses(host)
        if check is AddressCheck.SUBNET:
            return any(_is_within(caller, _network_around(one)) for one in addresses)
        return caller in addresses

    def _addresses(self, name: str) -> frozenset[str]:
        now = self._seconds()
        with self._lock:
            until, addresses = self._remembered.get(name, (now, frozenset()))
        if now < until:
            return addresses
        addresses = self._resolve(name)  # outside the lock: it may take seconds
        with self._lock:
            self._remembered.pop(name, None)
            self._remembered[name] = (now + _REMEMBERED_SECONDS, addresses)
            while len(self._remembered) > _MOST_REMEMBERED:
                self._remembered.pop(next(iter(self._remembered)))
        return addresses


def _is_within(address: str, network: str) -> bool:
    try:
        return ip_address(address) in ip_network(network, strict=False)
    except ValueError:
        return False


def _network_around(address: str) -> str:
    return f"{address}/{_NETWORK_OF[ip_address(address).version]}"


def _is_network(text: str) -> bool:
    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True
