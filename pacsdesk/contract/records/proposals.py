"""Changes of our own that may mend what a finding says: shown first, then made through the services like any other."""

from dataclasses import dataclass
from enum import StrEnum

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.registry import FieldChange


class ProposalKind(StrEnum):
    """What is changed."""

    PEER = "peer"
    AE = "ae"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class PeerChange:
    """A peer's entry as it was when it was looked at, and as it would be."""

    before: Peer
    after: Peer


@dataclass(frozen=True, slots=True)
class AeChange:
    """The same of a further title of ours."""

    before: OwnAE
    after: OwnAE


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change. text: what it does and why it is proposed, as a sentence; name: of the peer, the AE title or the
    setting; changes: what differs, to be shown first.

    peer, ae: the change itself, each for its kind; a setting's is the one of `changes`. needs_restart: whether it
    takes effect at the engine's next start only.
    """

    kind: ProposalKind
    name: str
    text: str
    changes: tuple[FieldChange, ...]
    peer: PeerChange | None = None
    ae: AeChange | None = None
    needs_restart: bool = False
