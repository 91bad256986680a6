"""Traces: what passed on the wire, PDU by PDU, as it is listed and as one PDU is read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TraceSource(StrEnum):
    """Where a trace comes from: associations of a peer or an address, a relay, a file that was opened."""

    PEER = "peer"
    ADDRESS = "address"
    RELAY = "relay"
    FILE = "file"


class TraceEnd(StrEnum):
    """Why a trace ended: a person asked, its time was over, its file was full, the disk failed, the engine stopped."""

    ASKED = "asked"
    TIME = "time"
    SIZE = "size"
    DISK = "disk"
    ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Trace:
    """One trace. of: the peer's name, the address, or the file's name.

    is_masked: whether values that may identify a patient were replaced before they were written. ends_at: when it ends
    by itself, None for one that was opened from a file. size_bytes: of its file.
    """

    trace_id: str
    source: TraceSource
    of: str
    is_masked: bool
    began_at: datetime
    ends_at: datetime | None
    ended_at: datetime | None
    ended_by: TraceEnd | None
    associations: int
    pdus: int
    size_bytes: int

    @property
    def is_running(self) -> bool:
        """Whether more may come."""
        return self.ended_at is None


class TracedKind(StrEnum):
    """What a line of a trace is: a PDU of PS3.8 9.3.1, the beginning or end of a connection, bytes that are no PDU."""

    ASSOCIATE_RQ = "A-ASSOCIATE-RQ"
    ASSOCIATE_AC = "A-ASSOCIATE-AC"
    ASSOCIATE_RJ = "A-ASSOCIATE-RJ"
    DATA = "P-DATA-TF"
    RELEASE_RQ = "A-RELEASE-RQ"
    RELEASE_RP = "A-RELEASE-RP"
    ABORT = "A-ABORT"
    OPENED = "opened"
    CLOSED = "closed"
    OTHER = "no PDU"


@dataclass(frozen=True, slots=True)
class TracedPdu:
    """A line of a trace. number: from 1 on. seconds: since the trace began. association: numbered within the trace.

    from_requestor: whether it came from the side that opened the association. length, kept: bytes as they passed, and
    those of them in the trace; the rest was cut. summary: what it says, in one line.
    """

    number: int
    seconds: float
    association: int
    from_requestor: bool
    kind: TracedKind
    length: int
    kept: int
    summary: str


@dataclass(frozen=True, slots=True)
class TraceField:
    """A field of a PDU. depth: how deep it stands in the tree. offset, length: its bytes in the PDU, length 0 for none.

    is_masked: the value was replaced and is not the one that passed.
    """

    depth: int
    name: str
    value: str
    offset: int
    length: int
    is_masked: bool = False


@dataclass(frozen=True, slots=True)
class TracedBytes:
    """A stretch of a PDU's bytes, in hexadecimal digits; between stretches bytes were cut."""

    offset: int
    digits: str


@dataclass(frozen=True, slots=True)
class DecodedPdu:
    """One PDU in full, as far as it was kept."""

    pdu: TracedPdu
    fields: tuple[TraceField, ...]
    pieces: tuple[TracedBytes, ...]


@dataclass(frozen=True, slots=True)
class TraceFilter:
    """Which lines. text: words, each in the kind or the summary. association: 0 for all. kind: None for all."""

    text: str = ""
    association: int = 0
    kind: TracedKind | None = None
