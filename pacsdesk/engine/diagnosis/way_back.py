"""What our own side saw of a peer that was to call back: our listeners, and who called from its address meanwhile."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.associations import AssociationDetail, AssociationFilter, Direction
from pacsdesk.contract.records.engine import Listener
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import RefusedCaller
from pacsdesk.engine.diagnosis.gathering import is_own_address
from pacsdesk.engine.diagnosis.unanswered import Unanswered
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.journal.book import AssociationBook
from pacsdesk.engine.network.journal.past import PastAssociations

_MOST_CALLS = 50


@dataclass(frozen=True, slots=True)
class WayBack:
    """Where it is looked. refused: all callers that were turned away, the newest first."""

    listeners: Callable[[], tuple[Listener, ...]]
    refused: Callable[[], tuple[RefusedCaller, ...]]
    book: AssociationBook
    past: PastAssociations

    def seen(self, peer: str, host: str, title: str, since: datetime, waited: float) -> Unanswered:
        """Of a peer at this host that was asked as `title`, since then."""
        addresses = _addresses_of(host)
        is_own = any(map(is_own_address, addresses))

        def is_its(address: str) -> bool:
            plain = plain_address(address)
            return plain in addresses or (is_own and is_own_address(plain))

        return Unanswered(
            peer=peer,
            host=host,
            title=title,
            waited=waited,
            is_own_computer=is_own,
            listeners=self.listeners(),
            refused=tuple(one for one in self.refused() if one.last_at >= since and is_its(one.address)),
            came=tuple(one for one in self._came(since) if is_its(one.summary.address)),
        )

    def _came(self, since: datetime) -> tuple[AssociationDetail, ...]:
        live = [one for one in self.book.live() if one.summary.direction is Direction.INCOMING]
        which = AssociationFilter(direction=Direction.INCOMING, since=since)
        try:
            page = self.past.page(which, PageRequest(limit=_MOST_CALLS))
            over = [self.past.find(one.association_id) for one in page.items]
        except PacsDeskError:  # the journal cannot be read now: what is open is known all the same
            over = []
        return (*(one for one in live if one.summary.began_at >= since), *(one for one in over if one))


def _addresses_of(host: str) -> frozenset[str]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return frozenset({host})
    return frozenset(plain_address(str(entry[4][0])) for entry in found)
