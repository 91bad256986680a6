"""The registry of peers: one entry per name, asked at every association, so that a change counts at once."""

from collections.abc import Callable

from sqlalchemy import Connection, delete, insert, select, update

from pacsdesk.contract.errors import AlreadyExists, NotFound
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
from pacsdesk.engine.network.registry.lint import Around, draft_of_peer, lint_peer
from pacsdesk.engine.network.registry.peer_rows import Row, peer_of_row, values_of_peer
from pacsdesk.engine.network.tables import PeerRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus


class Peers:
    """Implements contract.services.peers, and answers who a caller is."""

    def __init__(self, database: Database, events: EventBus, refused: RefusedCallers, hosts: HostCheck) -> None:
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

    def add(self, actor: Actor, peer: Peer) -> Peer:
        """Enter a peer. Raises AlreadyExists, InvalidInput."""
        values = values_of_peer(peer)
        with self._database.write() as connection:
            _check_free(connection, values, besides=None)
            connection.execute(insert(PeerRow).values(values))
        self._events.publish(PeersChanged(values["name"]))
        return peer_of_row(values)

    def change(self, actor: Actor, name: str, peer: Peer) -> Peer:
        """Replace a peer's entry. Raises NotFound, AlreadyExists, InvalidInput."""
        values = values_of_peer(peer)
        with self._database.write() as connection:
            row_id = _row_named(connection, name)["row_id"]
            _check_free(connection, values, besides=row_id)
            connection.execute(update(PeerRow).where(PeerRow.row_id == row_id).values(values))
        self._events.publish(PeersChanged(values["name"]))
        return peer_of_row(values)

    def remove(self, actor: Actor, name: str) -> Peer:
        """Take a peer out. Raises NotFound."""
        with self._database.write() as connection:
            row = _row_named(connection, name)
            connection.execute(delete(PeerRow).where(PeerRow.row_id == row["row_id"]))
        self._events.publish(PeersChanged(row["name"]))
        return peer_of_row(row)

    def lint(self, actor: Actor, draft: PeerDraft) -> tuple[Remark, ...]:
        """What is noticed about a peer while it is typed."""
        return lint_peer(draft, self.around())

    def remarks(self, actor: Actor) -> tuple[EntryRemarks, ...]:
        """The peers about which something is noticed now."""
        around = self.around()
        found = (EntryRemarks(peer.name, lint_peer(draft_of_peer(peer), around)) for peer in around.peers)
        return tuple(one for one in found if one.remarks)

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


def _check_free(connection: Connection, values: Row, besides: int | None) -> None:
    same_name = PeerRow.name_key == values["name_key"]
    same_place = (
        (PeerRow.ae_title == values["ae_title"]) & (PeerRow.host == values["host"]) & (PeerRow.port == values["port"])
    )
    taken = connection.execute(select(PeerRow.__table__).where(same_name | same_place)).mappings().all()
    for row in taken:
        if row["row_id"] == besides:
            continue
        if row["name_key"] == values["name_key"]:
            raise AlreadyExists(
                f"There is already a peer {row['name']!r}.", "", "Choose another name, or change that one."
            )
        raise AlreadyExists(
            f"{row['name']} already has the AE title {row['ae_title']} at {row['host']}.",
            "Two entries for one AE could contradict each other.",
            f"Change {row['name']} instead.",
        )
