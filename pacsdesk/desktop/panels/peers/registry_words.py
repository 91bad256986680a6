"""Changes of entries and what a file brings, in words."""

from collections.abc import Iterable

from pacsdesk.contract.records.registry import ChangeKind, EntryKind, FieldChange, ImportVerdict, RegistryImport
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.translation import counted, marked, translate

CHANGES = {
    ChangeKind.ADDED: marked("Peers", "Added"),
    ChangeKind.CHANGED: marked("Peers", "Changed"),
    ChangeKind.REMOVED: marked("Peers", "Removed"),
}
_KINDS = {EntryKind.PEER: marked("Peers", "Peer"), EntryKind.AE: marked("Peers", "Our title")}
_VERDICTS = {
    ImportVerdict.NEW: (StateShape.UP, marked("Peers", "New")),
    ImportVerdict.CHANGED: (StateShape.SLOW, marked("Peers", "Changes")),
    ImportVerdict.SAME: (StateShape.UNKNOWN, marked("Peers", "As it is")),
    ImportVerdict.REFUSED: (StateShape.DOWN, marked("Peers", "Left out")),
}
_FIELDS = {
    "name": marked("Peers", "Name"),
    "ae_title": marked("Peers", "AE title"),
    "host": marked("Peers", "Host"),
    "port": marked("Peers", "Port"),
    "tls": marked("Peers", "TLS"),
    "allow": marked("Peers", "May ask of us"),
    "uses": marked("Peers", "Used by us"),
    "notes": marked("Peers", "Notes"),
    "aliases": marked("Peers", "Also called"),
    "contact": marked("Peers", "Contact"),
    "character_set": marked("Peers", "Character set"),
    "same_uid": marked("Peers", "Same UID"),
    "address_check": marked("Peers", "Address check"),
    "connect_timeout": marked("Peers", "Time to connect"),
    "associate_timeout": marked("Peers", "Time to associate"),
    "answer_timeout": marked("Peers", "Time to answer"),
}


def kind_word(kind: EntryKind) -> str:
    """What the entry is about."""
    return translate("Peers", _KINDS[kind])


def change_word(change: ChangeKind) -> str:
    """What happened to it."""
    return translate("Peers", CHANGES[change])


def verdict_word(verdict: ImportVerdict) -> str:
    """What an import does with it."""
    return translate("Peers", _VERDICTS[verdict][1])


def verdict_shape(verdict: ImportVerdict) -> StateShape:
    """The shape before that word."""
    return _VERDICTS[verdict][0]


def field_line(change: FieldChange) -> str:
    """One field, before and after."""
    name = translate("Peers", _FIELDS[change.field]) if change.field in _FIELDS else plain(change.field)
    return f"{name}: {plain(change.before) or NOTHING} \u2192 {plain(change.after) or NOTHING}"


def fields_line(changes: Iterable[FieldChange]) -> str:
    """All fields that differ."""
    return "; ".join(map(field_line, changes))


def number_of(result: RegistryImport, *verdicts: ImportVerdict) -> int:
    """How many entries of a file are that."""
    return sum(entry.verdict in verdicts for entry in result.entries)


def summary_of(file_name: str, result: RegistryImport) -> str:
    """How much a file brings, before it is taken in."""
    total = counted("Peers", "%Ln entries in {file}", len(result.entries)).format(file=plain(file_name))
    parts = (
        (ImportVerdict.NEW, translate("Peers", "{number} new")),
        (ImportVerdict.CHANGED, translate("Peers", "{number} changed")),
        (ImportVerdict.SAME, translate("Peers", "{number} as they are")),
        (ImportVerdict.REFUSED, translate("Peers", "{number} left out")),
    )
    told = [
        words.format(number=format_count(number_of(result, verdict)))
        for verdict, words in parts
        if number_of(result, verdict)
    ]
    return f"{total}: {', '.join(told)}" if told else total
