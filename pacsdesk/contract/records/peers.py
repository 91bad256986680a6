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


class UsedService(StrEnum):
    """What we use of a peer: what the ladder tries, and what a person is offered first."""

    ECHO = "echo"
    STORE = "store"
    FIND = "find"
    MOVE = "move"
    GET = "get"
    WORKLIST = "worklist"
    MPPS = "mpps"
    COMMITMENT = "commitment"


class AddressCheck(StrEnum):
    """What a caller's address must be beside its AE title (RELIABILITY 7.3).

    exact: the entry's host. subnet: in one network with it, /24 or /64, for addresses from DHCP. off: any, for callers
    behind address translation; unlike the host "any" it leaves a host at which the peer is reached.
    """

    EXACT = "exact"
    SUBNET = "subnet"
    OFF = "off"


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
LONGEST_TIMEOUT = 3600


@dataclass(frozen=True, slots=True)
class PeerTimeouts:
    """Seconds that we wait for a peer; None for what is usual. answer: for each response to a request of ours."""

    connect: int | None = None
    associate: int | None = None
    answer: int | None = None

    def __post_init__(self) -> None:
        for seconds in (self.connect, self.associate, self.answer):
            if seconds is not None and not 1 <= seconds <= LONGEST_TIMEOUT:
                raise ValueError(f"a time-out is 1 to {LONGEST_TIMEOUT} seconds, not {seconds}")


def is_one_place(host: str) -> bool:
    """Whether a peer's host is a name or an address, which can be called; not "any", and no subnet."""
    return host.casefold() != ANY_HOST and "/" not in host


@dataclass(frozen=True, slots=True)
class Peer:
    """A configured remote AE. host: name or address, "any" when the address is not checked; port: None sends only.

    allow: what it may ask of us; uses: what we ask of it. character_set: of the text that we send it, defined terms of
    (0008,0005) as in "ISO_IR 100", "" for what fits. contact: whom to ask about it.
    """

    name: str
    ae_title: AETitle
    host: str
    port: int | None
    tls: TlsMode = TlsMode.PLAIN
    allow: tuple[PeerService, ...] = (PeerService.ECHO, PeerService.STORE)
    notes: str = ""
    same_uid: SameUidPolicy = SameUidPolicy.KEEP_FIRST
    character_set: str = ""
    contact: str = ""
    uses: tuple[UsedService, ...] = ()
    timeouts: PeerTimeouts = PeerTimeouts()
    address_check: AddressCheck = AddressCheck.EXACT

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > 64:
            raise ValueError("a peer's name has 1 to 64 characters")
        if self.port is not None and not 1 <= self.port <= 65535:
            raise ValueError(f"a port is 1 to 65535, not {self.port}")

    @property
    def can_be_called(self) -> bool:
        """Whether it has a place to call: a port, and a host that is neither "any" nor a subnet."""
        return self.port is not None and is_one_place(self.host)

    @property
    def is_blocked(self) -> bool:
        """Whether the entry keeps a caller out and does nothing else: it may ask for nothing, and is not called."""
        return not self.allow and not self.uses and self.port is None


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
