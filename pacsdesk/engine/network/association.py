"""Who calls and what they propose, as plain records: the words that admission, services and wire share."""

from dataclasses import dataclass
from enum import IntEnum

from pacsdesk.contract.records.peers import Peer

_LONGEST_TITLE = 16


@dataclass(frozen=True, slots=True)
class Caller:
    """Where an association request comes from. Titles are as sent, without outer spaces, not yet trusted."""

    calling_ae_title: str
    called_ae_title: str
    address: str
    is_encrypted: bool = False


@dataclass(frozen=True, slots=True)
class ProposedContext:
    """A presentation context as the requestor proposes it."""

    context_id: int
    abstract_syntax: str
    transfer_syntaxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssociationRequest:
    """An A-ASSOCIATE-RQ, as far as it decides anything."""

    caller: Caller
    contexts: tuple[ProposedContext, ...]


@dataclass(frozen=True, slots=True)
class OpenAssociation:
    """An accepted association. peer: None for a caller that is let in without being known."""

    association_id: str
    caller: Caller
    peer: Peer | None


class Ending(IntEnum):
    """How an association ended."""

    RELEASED = 0
    ABORTED = 1
    BROKEN = 2
    DRAINED = 3


@dataclass(frozen=True, slots=True)
class Rejection:
    """An A-ASSOCIATE-RJ (PS3.8 9.3.4) and the reason in words, for the list of refused callers."""

    result: int
    source: int
    reason: int
    why: str


def printable_title(text: str) -> str:
    """A stranger's AE title as it may be shown: printable ASCII, at most 16 characters, "?" for everything else."""
    return "".join(sign if sign.isascii() and sign.isprintable() else "?" for sign in text[:_LONGEST_TITLE])
