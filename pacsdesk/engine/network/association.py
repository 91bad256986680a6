"""Who calls and what they propose, as plain records: the words that admission, services and wire share."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from pacsdesk.contract.records.peers import Peer
from pacsdesk.engine.network.command import Order, Response

_LONGEST_TITLE = 16

APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1"  # PS3.7 A.2.1
PROTOCOL_VERSION = 1  # bit 0, PS3.8 9.3.2

# a dataset that goes out: in one piece, or in pieces that are fetched while it goes
Content = bytes | memoryview | Iterable[bytes | memoryview]


@dataclass(frozen=True, slots=True)
class Caller:
    """Where an association request comes from. Titles are as sent, without outer spaces, not yet trusted.

    certificate: whose certificate it showed, "" for none; only one that we trust counts as shown.
    """

    calling_ae_title: str
    called_ae_title: str
    address: str
    is_encrypted: bool = False
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class ProposedContext:
    """A presentation context as the requestor proposes it."""

    context_id: int
    abstract_syntax: str
    transfer_syntaxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AcceptedContext:
    """A presentation context that both sides agreed on.

    application_information: what was agreed to by extended negotiation (PS3.7 D.3.3.5), b"" for nothing.
    """

    context_id: int
    abstract_syntax: str
    transfer_syntax: str
    application_information: bytes = b""


@dataclass(frozen=True, slots=True)
class RoleSelection:
    """The roles of a requestor for one SOP class, proposed or answered (PS3.7 D.3.3.4)."""

    sop_class_uid: str
    is_scu: bool
    is_scp: bool


@dataclass(frozen=True, slots=True)
class ExtendedNegotiation:
    """Service-class-application-information for one SOP class, proposed or answered (PS3.7 D.3.3.5)."""

    sop_class_uid: str
    application_information: bytes


class UserIdentityKind(IntEnum):
    """How a requestor says who its user is (PS3.7 D.3.3.7)."""

    NAME = 1
    NAME_AND_PASSCODE = 2
    KERBEROS = 3
    SAML = 4
    JWT = 5


@dataclass(frozen=True, slots=True)
class ClaimedUser:
    """Who a requestor says its user is. Nobody has verified it and no right follows from it.

    name: "" for the kinds that are tickets and tokens.
    """

    kind: UserIdentityKind
    name: str


@dataclass(frozen=True, slots=True)
class AssociationRequest:
    """An A-ASSOCIATE-RQ. protocol_version: one bit for each (PS3.8 9.3.2). The last three decide nothing, but tell
    people who called: what the caller says of itself, and the largest PDU that it takes (0 for any)."""

    caller: Caller
    contexts: tuple[ProposedContext, ...]
    roles: tuple[RoleSelection, ...] = ()
    extended: tuple[ExtendedNegotiation, ...] = ()
    claimed_user: ClaimedUser | None = None
    application_context: str = APPLICATION_CONTEXT
    protocol_version: int = PROTOCOL_VERSION
    maximum_length: int = 0
    implementation_class_uid: str = ""
    implementation_version_name: str = ""


class AssociationLost(Exception):
    """The association ended while an answer was due; the message says how, for people."""


class Invoker(Protocol):
    """The way back on an association that a caller opened: operations of ours, one at a time (PS3.4 C.4.3, J.3.3)."""

    @property
    def contexts(self) -> tuple[AcceptedContext, ...]:
        """Those in which the caller takes operations: it proposed to be their SCP (PS3.7 D.3.3.4)."""
        ...

    def invoke(self, context_id: int, order: Order, dataset: Content = b"") -> Response:
        """Send a request and wait for its answer, on a thread that does not receive. Raises AssociationLost."""
        ...


@dataclass(frozen=True, slots=True)
class OpenAssociation:
    """An accepted association. peer: None for a caller that is let in without being known. invoker: None where no wire
    is behind it."""

    association_id: str
    caller: Caller
    peer: Peer | None
    claimed_user: ClaimedUser | None = None
    invoker: Invoker | None = None


class Ending(IntEnum):
    """How an association ended. OVERDUE: the other side was silent for too long, and was given up."""

    RELEASED = 0
    ABORTED = 1
    BROKEN = 2
    DRAINED = 3
    OVERDUE = 4


@dataclass(frozen=True, slots=True)
class Rejection:
    """An A-ASSOCIATE-RJ (PS3.8 9.3.4) and the reason in words, for the list of refused callers.

    an_entry_helps: whether the caller would come in if it were entered as a peer. is_quiet: somebody decided it so,
    and nobody wants to hear of it again; the audit has it once a day.
    """

    result: int
    source: int
    reason: int
    why: str
    an_entry_helps: bool = False
    is_quiet: bool = False


def printable_title(text: str) -> str:
    """A stranger's AE title as it may be shown: printable ASCII, at most 16 characters, "?" for everything else."""
    return "".join(sign if sign.isascii() and sign.isprintable() else "?" for sign in text[:_LONGEST_TITLE])
