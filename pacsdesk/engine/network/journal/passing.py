"""Associations that are not the archive's own, in the journal beside those that are: relays pass them on, sinks take
them. What is known of one, whoever follows its bytes says.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationFilter,
    AssociationState,
    AssociationSummary,
    Direction,
)
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.probes import BrokenOff, NoConnection
from pacsdesk.engine.network.journal.book import AssociationBook, CanEnd
from pacsdesk.engine.network.journal.past import PastAssociations
from pacsdesk.engine.runtime.clock import Clock

MOST_SHOWN = 200
_WORDLESS_EVERY = timedelta(minutes=1)

_How = tuple[AssociationState, NoConnection | None, BrokenOff | None]


class PassingJournal:
    """The journal as temporary listeners write it."""

    def __init__(self, book: AssociationBook, past: PastAssociations, clock: Clock, new_id: Callable[[], UUID]) -> None:
        self.book = book
        self.past = past
        self.clock = clock
        self.new_id = new_id

    def of(self, through: str, direction: Direction, peer_name: str = "") -> "ListenerJournal":
        """What one listener sees. through: its ID. peer_name: of the peer that it passes on to."""
        return ListenerJournal(self, through, direction, peer_name)


class ListenerJournal:
    """What one relay or sink saw, as a part of the journal. Safe from any thread."""

    def __init__(self, journal: PassingJournal, through: str, direction: Direction, peer_name: str) -> None:
        self._journal = journal
        self._through = through
        self._direction = direction
        self._peer_name = peer_name
        self._lock = Lock()
        self._received = self._sent = 0  # bytes, of those that are over
        self._wordless: dict[_How, datetime] = {}

    def begin(self, address: str, called_address: str) -> AssociationDetail:
        """A connection of which nothing is known yet but from where to where it is."""
        return AssociationDetail(
            AssociationSummary(
                association_id=self._journal.new_id().hex,
                direction=self._direction,
                state=AssociationState.OPEN,
                began_at=self._journal.clock(),
                ended_at=None,
                calling_ae_title="",
                called_ae_title="",
                address=address,
                peer_name=self._peer_name,
                operations=0,
                failures=0,
                bytes_received=0,
                bytes_sent=0,
                problem="",
                called_address=called_address,
                through=self._through,
            )
        )

    def open(self, begun: AssociationDetail, look: Callable[[], AssociationDetail], connection: CanEnd) -> None:
        """Keep it among those that are open. look: how it stands."""
        self._journal.book.follow(begun.summary.association_id, look, connection)

    def close(self, association_id: str) -> None:
        """It is over: a line of the journal.

        Connections that nobody asks for an association on have a line a minute for each way to end, as refused callers
        have: whoever only looks whether a port is open must not push out what was.
        """
        detail = self._journal.book.close(association_id)
        if detail is None:
            return
        now, summary = self._journal.clock(), detail.summary
        with self._lock:
            self._received += summary.bytes_received
            self._sent += summary.bytes_sent
            if not (summary.called_ae_title or summary.calling_ae_title or detail.items):
                how = summary.state, detail.end.no_connection, detail.end.broken_off
                noted = self._wordless.get(how)
                if noted and now - noted < _WORDLESS_EVERY:
                    return
                self._wordless[how] = now
        self._journal.past.add(replace(detail, summary=replace(summary, ended_at=now)))

    def seen(self) -> tuple[AssociationDetail, ...]:
        """The newest first, without contexts and extended negotiation, of which there may be very many."""
        which, page = AssociationFilter(through=self._through), PageRequest(limit=MOST_SHOWN)
        found = {one.summary.association_id: one for one in self._live()}
        found |= {one.summary.association_id: one for one in self._journal.past.details(which, page).items}
        newest = sorted(found.values(), key=lambda one: one.summary.began_at, reverse=True)
        return tuple(replace(one, items=(), extended=()) for one in newest[:MOST_SHOWN])

    def bytes(self) -> tuple[int, int]:
        """From and to callers, of all there were."""
        live = [one.summary for one in self._live()]
        with self._lock:
            came, went = self._received, self._sent
        return came + sum(one.bytes_received for one in live), went + sum(one.bytes_sent for one in live)

    def _live(self) -> list[AssociationDetail]:
        return [one for one in self._journal.book.live() if one.summary.through == self._through]
