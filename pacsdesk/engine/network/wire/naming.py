"""The step from a host's name to its addresses, bounded in time, though the system's own question is not."""

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import Thread

from pacsdesk.engine.network.stopping import Stop

_SLICE = 0.05


@dataclass(frozen=True, slots=True)
class Address:
    """Where to connect. place: as the system's socket functions take it."""

    family: int
    place: tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]

    @property
    def text(self) -> str:
        """The address alone."""
        return str(self.place[0])


@dataclass(frozen=True, slots=True)
class Resolved:
    """Addresses, or why there are none."""

    addresses: tuple[Address, ...] = ()
    problem: str = ""


def resolve(host: str, port: int, seconds: float, stop: Stop) -> Resolved:
    """All addresses of a host in the system's order. Raises Stopped."""
    if is_address(host):
        return _ask(host, port)
    answers: SimpleQueue[Resolved] = SimpleQueue()
    # the thread outlives a question that the name servers do not answer, by as long as the system takes to give up
    Thread(target=lambda: answers.put(_ask(host, port)), name="name-question", daemon=True).start()
    waited = 0.0
    while waited < seconds:
        stop.check()
        try:
            return answers.get(timeout=_SLICE)
        except Empty:
            waited += _SLICE
    return Resolved(problem=f"the name servers did not answer within {seconds:.0f} s")


def is_address(host: str) -> bool:
    """Whether a host is an address already, which needs no name server."""
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _ask(host: str, port: int) -> Resolved:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        return Resolved(problem=error.strerror or str(error))
    except UnicodeError:
        return Resolved(problem="it is no name that a name server could know")
    return Resolved(tuple(dict.fromkeys(Address(int(family), place) for family, _, _, _, place in found)))
