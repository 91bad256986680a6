"""A peer as a row of the registry and back: checked on the way in, so that what is read can be relied on."""

from collections.abc import Mapping
from typing import Any

from pydicom.charset import python_encoding
from sqlalchemy import RowMapping

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.peers import (
    AddressCheck,
    Peer,
    PeerService,
    PeerTimeouts,
    SameUidPolicy,
    TlsMode,
    UsedService,
)
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.hosts import is_host
from pacsdesk.engine.network.tables import NO_PORT

_MOST_NOTES = 2000
_MOST_CONTACT = 200

# Any: a row's columns have different types
Row = RowMapping | Mapping[str, Any]


def values_of_peer(peer: Peer) -> dict[str, Any]:
    """The columns of an entry, but its row_id. Raises InvalidInput."""
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
    if not peer.contact.isprintable() or len(peer.contact) > _MOST_CONTACT:
        raise InvalidInput(
            "The peer's contact cannot be taken.", f"It has at most {_MOST_CONTACT} printable characters."
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
        "character_set": _character_set(peer.character_set),
        "contact": peer.contact.strip(),
        "uses": " ".join(service.value for service in UsedService if service in peer.uses),
        "connect_timeout": peer.timeouts.connect or 0,
        "associate_timeout": peer.timeouts.associate or 0,
        "answer_timeout": peer.timeouts.answer or 0,
        "address_check": peer.address_check.value,
    }


def _character_set(text: str) -> str:
    """Defined terms of Specific Character Set, separated by backslashes (PS3.3 C.12.1.1.2)."""
    terms = [term.strip() for term in text.split("\\")]
    if unknown := [term for term in terms if term not in python_encoding]:
        raise InvalidInput(
            f"{unknown[0]!r} is no character set of DICOM.",
            "It takes a defined term of Specific Character Set (0008,0005).",
            "ISO_IR 192 is Unicode, ISO_IR 100 Western European; leave it empty when in doubt.",
        )
    return "\\".join(terms)


def peer_of_row(row: Row) -> Peer:
    """The entry in a row."""
    return Peer(
        name=row["name"],
        ae_title=AETitle(row["ae_title"]),
        host=row["host"],
        port=row["port"] or None,
        tls=TlsMode(row["tls"]),
        allow=tuple(PeerService(service) for service in row["allow"].split()),
        notes=row["notes"],
        same_uid=SameUidPolicy(row["same_uid"]),
        character_set=row["character_set"],
        contact=row["contact"],
        uses=tuple(UsedService(service) for service in row["uses"].split()),
        timeouts=PeerTimeouts(
            row["connect_timeout"] or None, row["associate_timeout"] or None, row["answer_timeout"] or None
        ),
        address_check=AddressCheck(row["address_check"]),
    )
