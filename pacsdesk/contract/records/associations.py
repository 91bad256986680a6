"""Associations as the journal has them: who, when, with what agreed, what was done, how it ended."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.probes import AbortNumbers, BrokenOff, NoConnection, NoTls, RejectNumbers


class Direction(StrEnum):
    """Who opened an association, as seen from this archive.

    relayed: another system opened it to a third, and a relay of ours passed it on. sink: another system, to a sink of
    ours.
    """

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    RELAYED = "relayed"
    SINK = "sink"


class AssociationState(StrEnum):
    """How an association stands, or ended.

    released: as it should. aborted: one side gave it up. broken: the connection was lost. drained: this archive was
    stopped, or a person ended it. refused: there never was one. unread: a relay passed on what it could not read, so
    nobody here knows.
    """

    OPEN = "open"
    RELEASED = "released"
    ABORTED = "aborted"
    BROKEN = "broken"
    DRAINED = "drained"
    REFUSED = "refused"
    UNREAD = "unread"


class EndedBy(StrEnum):
    """Whose doing an end was: one of the two sides, or this archive between them."""

    CALLER = "caller"
    CALLED = "called"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class NegotiatedItem:
    """A presentation context. proposed: transfer syntaxes as they were offered; accepted: the one that was taken, ""
    for none; result: PS3.8 table 9-18. role: of the requestor, where it proposed one (PS3.7 D.3.3.4)
    and a relay or a sink saw it."""

    context_id: int
    abstract_syntax: str
    proposed: tuple[str, ...]
    accepted: str
    result: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class OperationCount:
    """Requests of one kind that were answered with one status."""

    operation: str
    status: int
    count: int


@dataclass(frozen=True, slots=True)
class AssociationSummary:
    """One line of the journal. Titles and address are as the caller sent them, made printable.

    peer_name: the entry under which the other side is known, "" for none; of a relayed one the peer that was called.
    operations, failures: requests that were answered, and those of them with a failure status. bytes_received,
    bytes_sent: on the connection, by this archive; of a relayed one from its caller, and to it. problem: why it was
    refused or what went wrong, in words, "" for nothing. called_address, through: of a relayed one and of one that a
    sink took, where the caller got to, and the relay or sink; "" for others.
    """

    association_id: str
    direction: Direction
    state: AssociationState
    began_at: datetime
    ended_at: datetime | None
    calling_ae_title: str
    called_ae_title: str
    address: str
    peer_name: str
    operations: int
    failures: int
    bytes_received: int
    bytes_sent: int
    problem: str
    called_address: str = ""
    through: str = ""


@dataclass(frozen=True, slots=True)
class AssociationEnd:
    """What stood in the way of an association or cut it short, for programs; nothing of it when it ended as it should.

    reject: by whoever was called. abort: of the other side, where its numbers are known. broken_off: what the other
    side did instead of going on. by: whose doing the end was, of a relayed one and one that a sink took.
    """

    no_connection: NoConnection | None = None
    tls_problem: NoTls | None = None
    reject: RejectNumbers | None = None
    abort: AbortNumbers | None = None
    broken_off: BrokenOff | None = None
    by: EndedBy | None = None


@dataclass(frozen=True, slots=True)
class CalledSide:
    """What the called side of a relayed association says of itself. maximum_length: of the PDUs that it takes, bytes, 0
    for no limit."""

    maximum_length: int = 0
    implementation_class_uid: str = ""
    implementation_version_name: str = ""


@dataclass(frozen=True, slots=True)
class ProposedExtended:
    """Extended negotiation as it was proposed (PS3.7 D.3.3.5), its information in hexadecimal digits."""

    sop_class_uid: str
    digits: str


@dataclass(frozen=True, slots=True)
class AssociationDetail:
    """All that is known of one. maximum lengths: of a PDU, in bytes, 0 for no limit. implementation_*: what the other
    side says it is (PS3.7 D.3.3.2), made printable; of one that was relayed or taken by a sink: the caller.

    called, extended, user_identity: told by relays and sinks. user_identity: the kind that was offered, "" for none.
    """

    summary: AssociationSummary
    items: tuple[NegotiatedItem, ...] = ()
    operations: tuple[OperationCount, ...] = ()
    our_maximum_length: int = 0
    their_maximum_length: int = 0
    implementation_class_uid: str = ""
    implementation_version_name: str = ""
    end: AssociationEnd = AssociationEnd()
    called: CalledSide = CalledSide()
    extended: tuple[ProposedExtended, ...] = ()
    user_identity: str = ""


@dataclass(frozen=True, slots=True)
class AssociationFilter:
    """Which of the past. text: words, each in a title, an address, a peer's name or the problem. only_failed: refused,
    aborted, broken, or with a failure among its answers. through: a relay's or a sink's ID."""

    text: str = ""
    only_failed: bool = False
    direction: Direction | None = None
    since: datetime | None = None
    until: datetime | None = None
    through: str = ""
