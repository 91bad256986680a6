"""Remote AEs that we know."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.records.remarks import EntryRemarks, PeerDraft, Remark


class PeersService(Protocol):
    """Peers are named; changes take effect at once, for new associations."""

    @requires(Permission.PEER_VIEW)
    def list(self) -> tuple[Peer, ...]:
        """All peers by name."""
        ...

    @requires(Permission.PEER_VIEW)
    def get(self, name: str) -> Peer:
        """One peer. Raises NotFound."""
        ...

    @requires(Permission.PEER_CHANGE)
    def add(self, peer: Peer, reason: str = "") -> Peer:
        """Enter a peer. Raises AlreadyExists when the name, or title with host and port, is taken."""
        ...

    @requires(Permission.PEER_CHANGE)
    def change(self, name: str, peer: Peer, reason: str = "") -> Peer:
        """Replace a peer's entry, also its name."""
        ...

    @requires(Permission.PEER_CHANGE)
    def remove(self, name: str, reason: str = "") -> Peer:
        """Take a peer out; answers what was removed, so that it can be added back."""
        ...

    @requires(Permission.PEER_VIEW)
    def lint(self, draft: PeerDraft) -> tuple[Remark, ...]:
        """What is noticed about a peer while it is typed."""
        ...

    @requires(Permission.PEER_VIEW)
    def remarks(self) -> tuple[EntryRemarks, ...]:
        """The peers about which something is noticed now."""
        ...

    @requires(Permission.PEER_VIEW)
    def refused_callers(self) -> tuple[RefusedCaller, ...]:
        """Callers turned away since the engine started and why, newest first, at most 1,000."""
        ...
