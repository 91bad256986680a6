"""Gathers evidence: what the registry, our settings and our own listeners say beside the outcome."""

from collections.abc import Callable
from ipaddress import ip_address

import psutil

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import NoConnection, ProbeOutcome
from pacsdesk.engine.diagnosis.evidence import Evidence, KnownPeer, TakenPort
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.port_owner import called, free_port_after, port_owners


class Gathering:
    """Asks once for each diagnosis, or once for many outcomes."""

    def __init__(
        self, listeners: Callable[[], tuple[Listener, ...]], aes: Callable[[], tuple[OwnAE, ...]] = tuple
    ) -> None:
        """listeners: all of ours, those that are down as well. aes: the entries of our further titles."""
        self._listeners = listeners
        self._aes = aes

    def evidence(self, outcome: ProbeOutcome, peer: Peer, peers: tuple[Peer, ...]) -> Evidence:
        """All that is known about one outcome."""
        is_own = is_own_address(outcome.address)
        listeners = self._listeners()
        return Evidence(
            outcome=outcome,
            tls=peer.tls,
            peers=tuple(KnownPeer(one.name, one.ae_title, one.host, one.port or 0) for one in peers),
            own_titles=tuple(dict.fromkeys(one.ae_title for one in listeners)),
            taken_ports=tuple(self._taken(one) for one in listeners if one.state is ListenerState.DOWN and one.port),
            owner=owner_of(outcome.port) if is_own and _asks_for_owner(outcome) else "",
            is_own_computer=is_own,
            entry=peer,
            own_hosts=tuple(one.host for one in listeners),
            own_ports=tuple(one.port for one in listeners),
        )

    def _taken(self, listener: Listener) -> TakenPort:
        entry = next((one for one in self._aes() if one.ae_title == listener.ae_title and one.port), None)
        free = free_port_after(listener.host, listener.port) if entry else 0
        owner = owner_of(listener.port)
        return TakenPort(listener.ae_title, listener.host, listener.port, owner, entry, free)


def is_own_address(address: str) -> bool:
    """Whether an address is one of this computer's."""
    try:
        if ip_address(address.partition("%")[0]).is_loopback:
            return True
        interfaces = psutil.net_if_addrs()
    except (ValueError, OSError, psutil.Error):
        return False
    wanted = plain_address(address)
    return any(plain_address(one.address) == wanted for known in interfaces.values() for one in known)


def owner_of(port: int) -> str:
    """The program that listens on a port of this computer, "" when the system does not tell."""
    return next((called(process) for process in port_owners(port)), "")


def _asks_for_owner(outcome: ProbeOutcome) -> bool:
    """Only where it explains something: to look it up takes the system a while."""
    return outcome.theirs is None and outcome.no_connection is not NoConnection.REFUSED
