"""Faults before a byte of DICOM is spoken: nothing there, nobody who answers, a door that shuts at once."""

import socket
from threading import Event

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import (
    AE_TITLE,
    LOOPBACK,
    Fault,
    Lesson,
    Level,
    Lifetime,
    RunningFault,
    Start,
)
from pacsdesk.engine.training.faults.sockets import conversing, hear_until_the_end, reset

_FILLERS = 8
_FILLER_S = 0.05


def _bound_but_deaf(lesson: Lesson) -> RunningFault:
    """A port that nobody else can take, and that refuses every caller."""
    bound = socket.socket()
    bound.bind((LOOPBACK, 0))
    return RunningFault(LOOPBACK, bound.getsockname()[1], AE_TITLE, Lifetime(lesson.lifetime_s, bound.close).finish)


def _full_backlog(lesson: Lesson) -> RunningFault:
    """Further SYNs are dropped by Linux, so that callers wait; Windows refuses them instead."""
    listening = socket.create_server((LOOPBACK, 0), backlog=0)
    open_ones = [listening]
    for _ in range(_FILLERS):
        filler = socket.socket()
        open_ones.append(filler)
        filler.settimeout(_FILLER_S)
        try:
            filler.connect(listening.getsockname())
        except OSError:
            break

    def end() -> None:
        for one in reversed(open_ones):
            one.close()

    return RunningFault(LOOPBACK, listening.getsockname()[1], AE_TITLE, Lifetime(lesson.lifetime_s, end).finish)


def _somebody_elses_port(lesson: Lesson) -> RunningFault:
    """Another program has the port on which a listener of ours is to start."""
    listening = socket.create_server((LOOPBACK, 0), backlog=1)
    return RunningFault(
        LOOPBACK, listening.getsockname()[1], lesson.ae_title, Lifetime(lesson.lifetime_s, listening.close).finish
    )


def _only_described(host: str) -> Start:
    """An address that nothing is behind: there is nothing to start."""
    return lambda lesson: RunningFault(host, 104, AE_TITLE, lambda: None)


def _say_nothing(connection: socket.socket, stopping: Event) -> None:
    hear_until_the_end(connection)


def _close(connection: socket.socket, stopping: Event) -> None:
    """As a port forward does whose target is off: accepted, then gone."""


def _reset(connection: socket.socket, stopping: Event) -> None:
    reset(connection)


# A new fault: one entry here, an id that was never used, and its line in tests/engine/training/faults.
CONNECTING = (
    Fault(
        "refused",
        FindingCode.CONNECTION_REFUSED,
        Level.CONNECTION,
        "The archive refuses at once",
        "The echo fails within a moment, with other peers it works.",
        "Nothing listens on the port: the archive's service is stopped, or the port is a wrong one.",
        _bound_but_deaf,
    ),
    Fault(
        "silent-port",
        FindingCode.NO_ANSWER,
        Level.CONNECTION,
        "The archive does not answer",
        "The echo waits for a long time and gives up before it is connected.",
        "What asks for a connection is dropped, as a firewall or an address that nobody has does it.",
        _full_backlog,
    ),
    Fault(
        "silent-service",
        FindingCode.NO_ANSWER,
        Level.CONNECTION,
        "Connected, but no answer",
        "The echo connects and then waits until it gives up.",
        "The port is open, but the program behind it hangs: it reads and never says a word.",
        conversing(_say_nothing),
    ),
    Fault(
        "closed-at-once",
        FindingCode.ACCEPTED_THEN_CLOSED,
        Level.CONNECTION,
        "The door shuts at once",
        "The connection is made and ends without a word.",
        "A port forward or load balancer without its target, or a server that filters by address.",
        conversing(_close),
    ),
    Fault(
        "reset-at-once",
        FindingCode.ACCEPTED_THEN_CLOSED,
        Level.CONNECTION,
        "The door is slammed",
        "The connection is made and broken off hard.",
        "Something between, or the server itself, resets connections from addresses that it does not know.",
        conversing(_reset),
    ),
    Fault(
        "name-unknown",
        FindingCode.NAME_NOT_RESOLVED,
        Level.CONNECTION,
        "A name that nobody knows",
        "The echo fails before it connects, and says that it does not find the host.",
        "The host name is misspelt, or missing in the name server (DNS).",
        _only_described("archive.invalid"),  # RFC 6761: never resolves
    ),
    Fault(
        "network-unreachable",
        FindingCode.NO_ROUTE,
        Level.CONNECTION,
        "No way there",
        "The echo fails at once: the network is unreachable.",
        "This computer has no route to the archive's network: a gateway or VLAN is missing.",
        _only_described("239.255.255.254"),  # RFC 2365: an address of groups, to which TCP has no way
    ),
    Fault(
        "port-taken",
        FindingCode.PORT_IN_USE,
        Level.CONNECTION,
        "Our own port is taken",
        "A listener of ours does not start on this port.",
        "Another program listens on the port already.",
        _somebody_elses_port,
    ),
)
