"""One of our own titles as a row of the registry and back, checked on the way in."""

from ipaddress import ip_address
from typing import Any

from sqlalchemy import select

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.registry.peer_rows import Row
from pacsdesk.engine.network.tables import NO_PORT, OwnAERow
from pacsdesk.engine.runtime.database import Database

_MOST_NOTES = 2000
_BETWEEN = "\\"


def values_of_ae(ae: OwnAE) -> dict[str, Any]:  # Any: a row's columns have different types
    """The columns of an entry, but its row_id. Raises InvalidInput."""
    if ae.host and not _is_address(ae.host.strip()):
        raise InvalidInput(
            f"{ae.host!r} is no address to listen on.",
            "It takes an address of this computer, as in 127.0.0.1, or 0.0.0.0 for all of them.",
            "Leave it out to listen where the main title does.",
        )
    if len(ae.notes) > _MOST_NOTES:
        raise InvalidInput("The notes cannot be taken.", f"They have at most {_MOST_NOTES} characters.")
    if len(set(ae.titles)) < len(ae.titles):
        raise InvalidInput(f"{ae.ae_title} has the same title twice.", "An alias is a further title.")
    return {
        "ae_title": str(ae.ae_title),
        "host": ae.host.strip(),
        "port": ae.port or NO_PORT,
        "allow": " ".join(service.value for service in PeerService if service in ae.allow),
        "aliases": _BETWEEN.join(ae.aliases),
        "notes": ae.notes,
    }


def ae_of_row(row: Row) -> OwnAE:
    """The entry in a row."""
    return OwnAE(
        ae_title=AETitle(row["ae_title"]),
        port=row["port"] or None,
        host=row["host"],
        allow=tuple(PeerService(service) for service in row["allow"].split()),
        aliases=tuple(AETitle(alias) for alias in row["aliases"].split(_BETWEEN) if alias),
        notes=row["notes"],
    )


def entered_aes(database: Database) -> tuple[OwnAE, ...]:
    """All further titles in order."""
    with database.read() as connection:
        rows = connection.execute(select(OwnAERow.__table__).order_by(OwnAERow.ae_title)).mappings().all()
    return tuple(ae_of_row(row) for row in rows)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
