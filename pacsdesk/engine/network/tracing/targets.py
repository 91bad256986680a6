"""Which connections a trace takes: those of one peer, in both directions, or all of one address."""

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.peers import ANY_HOST, AddressCheck, Peer
from pacsdesk.engine.network.hosts import HostCheck, is_host, is_single, plain_address
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.tracing.running import Target


def target_of_peer(peer: Peer, peers: Peers, hosts: HostCheck) -> Target:
    """What comes under its AE title from anywhere, or from its host under a title that is no other peer's: so that one
    that calls itself wrong is seen too. What we call at its host and port, or there under its title."""

    def is_there(address: str) -> bool:
        return peer.host != ANY_HOST and hosts.matches(peer.host, address, AddressCheck.EXACT)

    def takes_caller(address: str, title: str | None) -> bool | None:
        if title is None:
            return None
        if title == peer.ae_title:
            return True
        return is_there(address) and not (title and peers.entered_under(title))

    def takes_call(host: str, port: int, called_ae_title: str, address: str) -> bool:
        same_place = host.casefold() == peer.host.casefold() or is_there(address)
        return same_place and (port == peer.port or called_ae_title == peer.ae_title)

    return Target(takes_caller, takes_call)


def target_of_address(text: str, hosts: HostCheck) -> tuple[str, Target]:
    """All that comes from an address, or from what a name stands for, and all that goes there. Raises InvalidInput."""
    host = text.strip().casefold()
    if not host or host == ANY_HOST or not is_host(host) or not is_single(host):
        raise InvalidInput(
            f"{text!r} is no address of one computer.", "", "Give an IP address or a host name, as 10.1.2.3."
        )
    host = plain_address(host)

    def is_there(address: str) -> bool:
        return hosts.matches(host, address, AddressCheck.EXACT)

    return host, Target(
        lambda address, _title: is_there(address), lambda _host, _port, _title, address: is_there(address)
    )
