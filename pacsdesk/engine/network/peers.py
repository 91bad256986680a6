"""The registry of peers: one entry per name, asked at every association, so that a change counts at once."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, NotFound
from pacsdesk.contract.events import PeersChanged
from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService, RefusedCaller, SameUidPolicy, TlsMode
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.hosts import HostCheck, is_host
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.tables import NO_PORT, PeerRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus

_MOST_NOTES = 2000

# Any: a row's columns have different types
_Row = RowMapping | Mapping[str, Any]


class Peers:
    """Implements contract.services.peers, and answers who a caller is."""

    def __init__(self, database: Database, events: EventBus, refused: RefusedCallers, hosts: HostCheck) -> None:
        self._database = database
        self._events = events
        self._refused = refused
        self._hosts = hosts

    def list(self, actor: Actor) -> tuple[Peer, ...]:
        """All peers by name."""
        with self._database.read() as connection:
            rows = connection.execute(select(PeerRow.__table__).order_by(PeerRow.name_key)).mappings().all()
        return tuple(_peer_of(row) for row in rows)

    def get(self, actor: Actor, name: str) -> Peer:
        """One peer. Raises NotFound."""
        with self._database.read() as connection:
            return _peer_of(_row_named(connection, name))

    def add(self, actor: Actor, peer: Peer) -> Peer:
        """Enter a peer. Raises AlreadyExists, InvalidInput."""
        values = _values_of(peer)
        with self._database.write() as connection:
            _check_free(connection, values, besides=None)
            connection.execute(insert(PeerRow).values(values))
        self._events.publish(PeersChanged(values["name"]))
        return _peer_of(values)

    def change(self, actor: Actor, name: str, peer: Peer) -> Peer:
        """Replace a peer's entry. Raises NotFound, AlreadyExists, InvalidInput."""
        values = _values_of(peer)
        with self._database.write() as connection:
            row_id = _row_named(connection, name)["row_id"]
            _check_free(connection, values, besides=row_id)
            connection.execute(update(PeerRow).where(PeerRow.row_id == row_id).values(values))
        self._events.publish(PeersChanged(values["name"]))
        return _peer_of(values)

    def remove(self, actor: Actor, name: str) -> Peer:
        """Take a peer out. Raises NotFound."""
        with self._database.write() as connection:
            row = _row_named(connection, name)
            connection.execute(delete(PeerRow).where(PeerRow.row_id == row["row_id"]))
        self._events.publish(PeersChanged(row["name"]))
        return _peer_of(row)

    def refused_callers(self, actor: Actor) -> tuple[RefusedCaller, ...]:
        """Callers turned away since the engine started, newest first."""
        return self._refused.entries()

    def entered_under(self, calling_ae_title: str) -> tuple[Peer, ...]:
        """All entries with this AE title; those with a checked host come before "any"."""
        with self._database.read() as connection:
            rows = (
                connection.execute(
                    select(PeerRow.__table__).where(PeerRow.ae_title == calling_ae_title).order_by(PeerRow.row_id)
                )
                .mappings()
                .all()
            )
        return tuple(sorted((_peer_of(row) for row in rows), key=lambda peer: peer.host == ANY_HOST))

    def caller_known(self, calling_ae_title: str, address: str) -> Peer | None:
        """The peer that calls with this title from this address; an entry with a checked host wins over "any"."""
        entries = self.entered_under(calling_ae_title)
        return next((peer for peer in entries if self._hosts.matches(peer.host, address)), None)


def _row_named(connection: Connection, name: str) -> _Row:
    row = (
        connection.execute(select(PeerRow.__table__).where(PeerRow.name_key == name.strip().casefold()))
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise NotFound(f"There is no peer {name!r}.", "", "The list of peers shows all names.")
    return row


def _check_free(connection: Connection, values: _Row, besides: int | None) -> None:
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


def _values_of(peer: Peer) -> dict[str, Any]:
    host = peer.host.strip().lower()
    if not is_host(host):
        raise InvalidInput(
            f"{peer.host!r} is no host.",
            'It takes a host name, an address, a subnet such as 10.1.0.0/16, or "any".',
            "Enter the address that the peer calls from.",
        )
    if not peer.name.isprintable() or len(peer.notes) > _MOST_NOTES:
        raise InvalidInput(
            "The peer's name or notes cannot be taken.",
            f"A name has printable characters only, notes have at most {_MOST_NOTES}.",
        )
    name = peer.name.strip()
    return {
        "name_key": name.casefold(),
        "name": name,
        "ae_title": str(peer.ae_title),
        "host": host,
        "port": peer.port or NO_PORT,
        "tls": peer.tls.value,
        "allow": " ".join(service.value for service in PeerService if service in peer.allow),
        "notes": peer.notes,
        "same_uid": peer.same_uid.value,
    }


def _peer_of(row: _Row) -> Peer:
    return Peer(
        name=row["name"],
        ae_title=AETitle(row["ae_title"]),
        host=row["host"],
        port=row["port"] or None,
        tls=TlsMode(row["tls"]),
        allow=tuple(PeerService(service) for service in row["allow"].split()),
        notes=row["notes"],
        same_uid=SameUidPolicy(row["same_uid"]),
    )
