"""Entries as fields of text, by the contract's names: how they are compared, kept as versions, and written to files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import (
    ANY_HOST,
    AddressCheck,
    Peer,
    PeerService,
    PeerTimeouts,
    SameUidPolicy,
    TlsMode,
    UsedService,
)
from pacsdesk.contract.records.registry import EntryKind, FieldChange
from pacsdesk.contract.types import AETitle

Entry = Peer | OwnAE
Texts = Mapping[str, str]
BETWEEN_ALIASES = "\\"  # which no title has

_Choice = TypeVar("_Choice", bound=StrEnum)
_TIMEOUTS = {f"{one}_timeout": one for one in ("connect", "associate", "answer")}
PEER_FIELDS = (
    *("name", "ae_title", "host", "port", "tls", "allow", "notes", "same_uid", "character_set", "contact", "uses"),
    *_TIMEOUTS,
    "address_check",
)
AE_FIELDS = ("ae_title", "port", "host", "allow", "aliases", "notes")
FIELDS = {EntryKind.PEER: PEER_FIELDS, EntryKind.AE: AE_FIELDS}


def kind_of(entry: Entry) -> EntryKind:
    """What the entry is about."""
    return EntryKind.PEER if isinstance(entry, Peer) else EntryKind.AE


def name_of(kind: EntryKind, texts: Texts) -> str:
    """What the entry is called."""
    return texts.get("name" if kind is EntryKind.PEER else "ae_title", "").strip()


def key_of(kind: EntryKind, texts: Texts) -> str:
    """Equal for entries of a kind that cannot be both there."""
    name = name_of(kind, texts)
    return name.casefold() if kind is EntryKind.PEER else name


def texts_of(entry: Entry) -> dict[str, str]:
    """All fields as text."""
    if isinstance(entry, OwnAE):
        return {
            "ae_title": str(entry.ae_title),
            "port": _number(entry.port),
            "host": entry.host,
            "allow": " ".join(entry.allow),
            "aliases": BETWEEN_ALIASES.join(entry.aliases),
            "notes": entry.notes,
        }
    return {
        "name": entry.name,
        "ae_title": str(entry.ae_title),
        "host": entry.host,
        "port": _number(entry.port),
        "tls": entry.tls.value,
        "allow": " ".join(entry.allow),
        "notes": entry.notes,
        "same_uid": entry.same_uid.value,
        "character_set": entry.character_set,
        "contact": entry.contact,
        "uses": " ".join(entry.uses),
        **{field: _number(getattr(entry.timeouts, one)) for field, one in _TIMEOUTS.items()},
        "address_check": entry.address_check.value,
    }


def entry_with(kind: EntryKind, texts: Texts, base: Entry | None = None) -> Entry:
    """`base`, or what an entry is without more being said, with these fields. Raises ValueError with what is wrong."""
    if unknown := [field for field in texts if field not in FIELDS[kind]]:
        raise ValueError(f"there is no field {unknown[0]!r}")
    return _ae_with(texts, base) if kind is EntryKind.AE else _peer_with(texts, base)


def changes_between(before: Texts | None, after: Texts | None) -> tuple[FieldChange, ...]:
    """The fields that differ; None for an entry that is not there."""
    old, new = before or {}, after or {}
    fields = dict.fromkeys((*old, *new))
    pairs = ((field, old.get(field, ""), new.get(field, "")) for field in fields)
    return tuple(FieldChange(*one) for one in pairs if one[1] != one[2])


# Any: the fields of a record have different types
_PEER_READERS: Mapping[str, Callable[[str], Any]] = {
    "name": str.strip,
    "ae_title": AETitle,
    "host": lambda text: text.strip() or ANY_HOST,
    "port": lambda text: _port(text),
    "tls": lambda text: _choice(TlsMode, text),
    "allow": lambda text: _choices(PeerService, text),
    "notes": str,
    "same_uid": lambda text: _choice(SameUidPolicy, text),
    "character_set": str,
    "contact": str,
    "uses": lambda text: _choices(UsedService, text),
    "address_check": lambda text: _choice(AddressCheck, text),
}
_AE_READERS: Mapping[str, Callable[[str], Any]] = {
    "ae_title": AETitle,
    "port": lambda text: _port(text),
    "host": str.strip,
    "allow": lambda text: _choices(PeerService, text),
    "aliases": lambda text: tuple(AETitle(one) for one in text.split(BETWEEN_ALIASES) if one.strip()),
    "notes": str,
}


def _peer_with(texts: Texts, base: Entry | None) -> Peer:
    given = {field: read(texts[field]) for field, read in _PEER_READERS.items() if field in texts}
    waits = {one: _seconds(texts[field]) for field, one in _TIMEOUTS.items() if field in texts}
    if isinstance(base, Peer):
        return replace(base, timeouts=replace(base.timeouts, **waits), **given)
    for field in ("name", "ae_title"):
        if field not in given:
            raise ValueError(f"{field} is missing")
    return Peer(**{"host": ANY_HOST, "port": None, **given}, timeouts=PeerTimeouts(**waits))


def _ae_with(texts: Texts, base: Entry | None) -> OwnAE:
    given = {field: read(texts[field]) for field, read in _AE_READERS.items() if field in texts}
    if isinstance(base, OwnAE):
        return replace(base, **given)
    if "ae_title" not in given:
        raise ValueError("ae_title is missing")
    return OwnAE(**given)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _port(text: str) -> int | None:
    return _whole(text, "a port")


def _seconds(text: str) -> int | None:
    return _whole(text, "a time-out") or None


def _whole(text: str, what: str) -> int | None:
    digits = text.strip()
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len("65535")):
        raise ValueError(f"{what} is a whole number, not {text[:20]!r}")
    return int(digits)


def _choice(kind: type[_Choice], text: str) -> _Choice:
    word = text.strip().lower()
    if not word:
        return next(iter(kind))
    return _member(kind, word)


def _choices(kind: type[_Choice], text: str) -> tuple[_Choice, ...]:
    asked = {_member(kind, word) for word in text.lower().replace(",", " ").split()}
    return tuple(one for one in kind if one in asked)


def _member(kind: Iterable[_Choice], word: str) -> _Choice:
    known = {str(one): one for one in kind}
    if word not in known:
        raise ValueError(f"{word[:40]!r} is none of {', '.join(known)}")
    return known[word]
