"""The registry of peers: one entry per name, asked at every association, so that a change counts at once."""

from collections.abc import Callable

from sqlalchemy import Connection, delete, insert, select, update

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.events import PeersChanged
from pacsdesk.contract.records.peers import (
    ANY_HOST,
    AddressCheck,
    Peer,
    RefusedCaller,
)
from pacsdesk.contract.records.remarks import EntryRemarks, PeerDraft, Remark
from pacsdesk.contract.records.security import Actor
from pacsdesk.engine.network.hosts import HostCheck
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.registry.entries import check_free
from pacsdesk.engine.network.registry.lint import Around, lint_peer, lint_peers
from pacsdesk.engine.network.registry.peer_rows import Row, peer_of_row, values_of_peer
from pacsdesk.engine.network.registry.versions import Stamp, note_change
from pacsdesk.engine.network.tables import PeerRow
from pacsdesk.engine.runtime.clock import Clock, now
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus


class Peers:
    """Implements contract.services.peers, and answers who a caller is."""

    def __init__(
        self,
        database: Database,
        events: EventBus,
        refused: RefusedCallers,
        hosts: HostCheck,
        clock: Clock = now,
    ) -> None:
        self._clock = clock
        self._database = database
        self._events = events
        self._refused = refused
        self._hosts = hosts
        # what the lint compares with; compose says where we listen once that is known
        self.around: Callable[[], Around] = lambda: Around(self.entries(), (), (), frozenset(), "", lambda *_: None)

    def list(self, actor: Actor) -> tuple[Peer, ...]:
        """All peers by name."""
        return self.entries()

    def get(self, actor: Actor, name: str) -> Peer:
        """One peer. Raises NotFound."""
        with self._database.read() as connection:
            return peer_of_row(_row_named(connection, name))

    def add(self, actor: Actor, peer: Peer, reason: str = "") -> Peer:
        """Enter a peer. Raises AlreadyExists, InvalidInput."""
        values = values_of_peer(peer)
        with self._database.write() as connection:
            check_free(connection, values, besides=None)
            connection.execute(insert(PeerRow).values(values))
            note_change(connection, Stamp(actor, self._clock(), reason), None, peer_of_row(values))
        self._events.publish(PeersChanged(values["name"]))
        return peer_of_row(values)

    def change(self, actor: Actor, name: str, peer: Peer, reason: str = "") -> Peer:
        """Replace a peer's entry. Raises NotFound, AlreadyExists, InvalidInput."""
        values = values_of_peer(peer)
        with self._database.write() as connection:
            row = _row_named(connection, name)
            check_free(connection, values, besides=row["row_id"])
            connection.execute(update(PeerRow).where(PeerRow.row_id == row["row_id"]).values(values))
            note_change(connection, Stamp(actor, self._clock(), reason), peer_of_row(row), peer_of_row(values))
        self._events.publish(PeersChanged(values["name"]))
        return peer_of_row(values)

    def remove(self, actor: Actor, name: str, reason: str = "") -> Peer:
        """Take a peer out. Raises NotFound."""
        with self._database.write() as connection:
            row = _row_named(connection, name)
            connection.execute(delete(PeerRow).where(PeerRow.row_id == row["row_id"]))
            note_change(connection, Stamp(actor, self._clock(), reason), peer_of_row(row), None)
        self._events.publish(PeersChanged(row["name"]))
        return peer_of_row(row)

    def lint(self, actor: Actor, draft: PeerDraft) -> tuple[Remark, ...]:
        """What is noticed about a peer while it is typed."""
        return lint_peer(draft, self.around())

    def remarks(self, actor: Actor) -> tuple[EntryRemarks, ...]:
        """The peers about which something is noticed now."""
        return lint_peers(self.around())

    def refused_callers(self, actor: Actor) -> tuple[RefusedCaller, ...]:
        """Callers turned away since the engine started, newest first."""
        return self._refused.entries()

    def entries(self) -> tuple[Peer, ...]:
        """All peers by name."""
        with self._database.read() as connection:
            rows = connection.execute(select(PeerRow.__table__).order_by(PeerRow.name_key)).mappings().all()
        return tuple(peer_of_row(row) for row in rows)

    def entered_under(self, calling_ae_title: str) -> tuple[Peer, ...]:
        """All entries with this AE title; those with a checked address come before the others."""
        with self._database.read() as connection:
            rows = (
                connection.execute(
                    select(PeerRow.__table__).where(PeerRow.ae_title == calling_ae_title).order_by(PeerRow.row_id)
                )
                .mappings()
                .all()
            )
        return tuple(sorted((peer_of_row(row) for row in rows), key=_how_loose))

    def caller_known(self, calling_ae_title: str, address: str) -> Peer | None:
        """The peer that calls with this title from this address; the entry that checks most wins."""
        entries = self.entered_under(calling_ae_title)
        return next(
            (peer for peer in entries if self._hosts.matches(peer.host, address, peer.address_check)),
            None,
        )


def _how_loose(peer: Peer) -> int:
    return len(AddressCheck) if peer.host == ANY_HOST else list(AddressCheck).index(peer.address_check)


def _row_named(connection: Connection, name: str) -> Row:
    row = (
        connection.execute(select(PeerRow.__table__).where(PeerRow.name_key == name.strip().casefold()))
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise NotFound(f"There is no peer {name!r}.", "", "The list of peers shows all names.")
    return row
