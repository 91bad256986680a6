"""Remote AEs as configured, and callers that were turned away."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.types import AETitle


class PeerService(StrEnum):
    """What a peer may ask of us."""

    ECHO = "echo"
    STORE = "store"
    FIND = "find"
    MOVE = "move"
    GET = "get"
    COMMITMENT = "commitment"


class TlsMode(StrEnum):
    """How a peer is reached and recognised."""

    PLAIN = "plain"
    TLS = "tls"
    MUTUAL = "mutual"


class SameUidPolicy(StrEnum):
    """What happens when a peer sends other content under a SOP Instance UID that is stored already.

    keep-first: the second is kept and listed as a conflict. newest-wins: it takes the place, the older goes to the
    trash as a version. refuse: it is answered with a failure and not kept.
    """

    KEEP_FIRST = "keep-first"
    NEWEST_WINS = "newest-wins"
    REFUSE = "refuse"


ANY_HOST = "any"


@dataclass(frozen=True, slots=True)
class Peer:
    """A configured remote AE. host: name or address, "any" when the address is not checked; port: None sends only."""

    name: str
    ae_title: AETitle
    host: str
    port: int | None
    tls: TlsMode = TlsMode.PLAIN
    allow: tuple[PeerService, ...] = (PeerService.ECHO, PeerService.STORE)
    notes: str = ""
    same_uid: SameUidPolicy = SameUidPolicy.KEEP_FIRST

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > 64:
            raise ValueError("a peer's name has 1 to 64 characters")
        if self.port is not None and not 1 <= self.port <= 65535:
            raise ValueError(f"a port is 1 to 65535, not {self.port}")


@dataclass(frozen=True, slots=True)
class RefusedCaller:
    """A caller that was turned away, counted per title, address and reason.

    an_entry_helps: whether it comes in once it is entered as a peer with this title and address.
    """

    calling_ae_title: str
    called_ae_title: str
    address: str
    reason: str
    times: int
    last_at: datetime
    an_entry_helps: bool = True
