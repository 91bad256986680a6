"""Temporary listeners: relays that pass associations on to a peer, sinks that take everything; and what they saw."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.associations import OperationCount

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


@dataclass(frozen=True, slots=True)
class SeenContext:
    """A presentation context as it passed. result: PS3.8 table 9-18, None while there is no answer. accepted: the
    transfer syntax that was taken, "" for none. role: of the requestor as it proposed it (PS3.7 D.3.3.4), "" for the
    usual one."""

    context_id: int
    abstract_syntax: str
    proposed: tuple[str, ...]
    accepted: str
    result: int | None
    role: str


@dataclass(frozen=True, slots=True)
class SeenExtended:
    """Extended negotiation as it was proposed (PS3.7 D.3.3.5), its information in hexadecimal digits."""

    sop_class_uid: str
    digits: str


@dataclass(frozen=True, slots=True)
class SeenSide:
    """What one side says of itself. maximum_length: of the PDUs that it takes, bytes, 0 for no limit."""

    maximum_length: int = 0
    implementation_class_uid: str = ""
    implementation_version_name: str = ""


class SeenEnd(StrEnum):
    """How a connection stands or ended.

    silent: it was closed before anything of an association. broken: closed in the middle. foreign: what came is no
    DICOM. encrypted: what came is TLS, which can be passed on but not read.
    """

    OPEN = "open"
    RELEASED = "released"
    ABORTED = "aborted"
    REJECTED = "rejected"
    BROKEN = "broken"
    SILENT = "silent"
    FOREIGN = "foreign"
    ENCRYPTED = "encrypted"


@dataclass(frozen=True, slots=True)
class SeenAssociation:
    """A connection that a relay passed on or a sink took, as decoded on the way. Titles are printable.

    number: within its listener, from 1 on. bytes_from_caller, bytes_to_caller: on the connection. user_identity: the
    kind of user identity that was offered, "" for none. problem: what went wrong, in words, "" for nothing.
    """

    number: int
    address: str
    began_at: datetime
    ended_at: datetime | None
    end: SeenEnd
    calling_ae_title: str
    called_ae_title: str
    caller: SeenSide
    called: SeenSide
    contexts: tuple[SeenContext, ...]
    extended: tuple[SeenExtended, ...]
    user_identity: str
    operations: tuple[OperationCount, ...]
    bytes_from_caller: int
    bytes_to_caller: int
    problem: str
