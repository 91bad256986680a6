"""Many entries changed at once: what is to go goes first, so that two may change names; all of it or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from pacsdesk.contract.errors import AlreadyExists
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.registry.ae_rows import values_of_ae
from pacsdesk.engine.network.registry.fields import Entry
from pacsdesk.engine.network.registry.peer_rows import Row, values_of_peer
from pacsdesk.engine.network.registry.versions import Stamp, note_change
from pacsdesk.engine.network.tables import OwnAERow, PeerRow


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry before and after; None when it is not there."""

    before: Entry | None
    after: Entry | None


def write_changes(connection: Connection, stamp: Stamp, changes: Iterable[EntryChange]) -> tuple[int, ...]:
    """Carry changes out and keep their versions, whose ids are answered. Raises AlreadyExists, InvalidInput."""
    planned = tuple(changes)
    for change in planned:
        if isinstance(change.before, Peer):
            connection.execute(delete(PeerRow).where(PeerRow.name_key == change.before.name.casefold()))
        elif change.before:
            connection.execute(delete(OwnAERow).where(OwnAERow.ae_title == str(change.before.ae_title)))
    for change in planned:
        if isinstance(change.after, Peer):
            values = values_of_peer(change.after)
            check_free(connection, values, besides=None)
            connection.execute(insert(PeerRow).values(values))
        elif change.after:
            connection.execute(insert(OwnAERow).values(values_of_ae(change.after)))
    ids = (note_change(connection, stamp, change.before, change.after) for change in planned)
    return tuple(version_id for version_id in ids if version_id)


def check_free(connection: Connection, values: Row, besides: int | None) -> None:
    """Raises AlreadyExists when another row than `besides` has the peer's name, or its title, host and port."""
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


def check_titles_free(entered: OwnAE, others: Iterable[OwnAE], main: AETitle) -> None:
    """Raises AlreadyExists when a title of ours would stand for two entries. main: the settings'."""
    holders = {title: other.ae_title for other in others for title in other.titles} | {main: main}
    for title in entered.titles:
        if holder := holders.get(title):
            raise AlreadyExists(
                f"{title} is our own title already.",
                f"It is an alias of {holder}." if title != holder else "",
                "An AE title stands for one of our entries.",
            )
