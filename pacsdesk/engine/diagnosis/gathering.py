"""Gathers evidence: what the registry, our settings and our own listeners say beside the outcome."""

from collections.abc import Callable
from ipaddress import ip_address

import psutil

from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import NoConnection, ProbeOutcome
from pacsdesk.engine.diagnosis.evidence import Evidence, KnownPeer, TakenPort
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.port_owner import called, port_owners


class Gathering:
    """Asks once for each diagnosis, or once for many outcomes."""

    def __init__(self, listeners: Callable[[], tuple[Listener, ...]]) -> None:
        """listeners: all of ours, those that are down as well."""
        self._listeners = listeners

    def evidence(self, outcome: ProbeOutcome, peer: Peer, peers: tuple[Peer, ...]) -> Evidence:
        """All that is known about one outcome."""
        is_own = is_own_address(outcome.address)
        listeners = self._listeners()
        return Evidence(
            outcome=outcome,
            tls=peer.tls,
            peers=tuple(KnownPeer(one.name, one.ae_title, one.host, one.port or 0) for one in peers),
            own_titles=tuple(dict.fromkeys(one.ae_title for one in listeners)),
            taken_ports=tuple(_taken(one) for one in listeners if one.state is ListenerState.DOWN and one.port),
            owner=owner_of(outcome.port) if is_own and _asks_for_owner(outcome) else "",
            is_own_computer=is_own,
        )


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


def _taken(listener: Listener) -> TakenPort:
    return TakenPort(listener.ae_title, listener.host, listener.port, owner_of(listener.port))
