"""Temporary listeners: relays that pass associations on to a peer, sinks that take everything.

What they saw is in the journal of associations.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LOOPBACK = "127.0.0.1"
LONGEST_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class ListenOrder:
    """Where to listen and for how long. port: 0 takes any free one. seconds: until it stops by itself.

    is_open: the person knows that other computers reach it; without it only addresses of this computer are taken.
    """

    port: int = 0
    host: str = LOOPBACK
    seconds: int = 3600
    is_open: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise ValueError(f"a port is a number from 0 to 65535, not {self.port}")
        if not 1 <= self.seconds <= LONGEST_SECONDS:
            raise ValueError(f"it listens for 1 to {LONGEST_SECONDS:,} seconds, not {self.seconds:,}")


class ListeningEnd(StrEnum):
    """Why it listens no more: a person asked, its time was over, the engine stopped, its listener failed."""

    ASKED = "asked"
    TIME = "time"
    ENGINE = "engine"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Listening:
    """Where and how long. open, seen, turned_away: connections that are open, those there were, and those for which
    there was no place."""

    host: str
    port: int
    began_at: datetime
    ends_at: datetime
    ended_at: datetime | None
    ended_by: ListeningEnd | None
    open: int
    seen: int
    turned_away: int

    @property
    def is_running(self) -> bool:
        """Whether it takes connections."""
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class Relay:
    """A listener that passes each connection on to a peer, byte by byte. trace_id: "" without a trace.

    bytes_to_peer, bytes_from_peer: what it passed on so far.
    """

    relay_id: str
    peer_name: str
    peer_host: str
    peer_port: int
    listening: Listening
    trace_id: str
    bytes_to_peer: int
    bytes_from_peer: int


@dataclass(frozen=True, slots=True)
class Sink:
    """A listener that accepts all that is proposed, answers success, and keeps nothing."""

    sink_id: str
    listening: Listening
    bytes_received: int
