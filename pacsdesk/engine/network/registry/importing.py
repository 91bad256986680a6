"""What a file would bring to the registry, entry by entry: pure, so that a preview and the import say the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.registry import EntryKind, ImportedEntry, ImportVerdict
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.registry.ae_rows import ae_of_row, values_of_ae
from pacsdesk.engine.network.registry.entries import EntryChange, check_titles_free
from pacsdesk.engine.network.registry.fields import Entry, changes_between, entry_with, key_of, name_of, texts_of
from pacsdesk.engine.network.registry.formats.given import Given
from pacsdesk.engine.network.registry.peer_rows import peer_of_row, values_of_peer

_Place = tuple[str, str, int | None]


@dataclass(frozen=True, slots=True)
class Planned:
    """One entry of a file and what is to be done for it; change: None for nothing."""

    entry: ImportedEntry
    change: EntryChange | None = None


class Plan:
    """Goes through a file's entries in order; each meets those before it as if they were entered."""

    def __init__(self, entries: Iterable[Entry], main: AETitle) -> None:
        """entries: as they are; main: the title of the settings."""
        self._main = main
        self._entries: dict[tuple[EntryKind, str], Entry] = {}
        for entry in entries:
            kind = EntryKind.PEER if isinstance(entry, Peer) else EntryKind.AE
            self._entries[kind, key_of(kind, texts_of(entry))] = entry
        self._peers_at = {_place(one): one for one in self._entries.values() if isinstance(one, Peer)}
        self._seen: set[tuple[EntryKind, str]] = set()

    def foresee(self, given: Given) -> Planned:
        """What becomes of one entry."""
        name = name_of(given.kind, given.texts) or given.name
        if given.problem:
            return _refused(given, name, given.problem)
        key = given.kind, key_of(given.kind, given.texts)
        if key in self._seen:
            return _refused(given, name, "The file has this entry twice.")
        base = self._entries.get(key)
        try:
            entry = _checked(entry_with(given.kind, given.texts, base))
            if isinstance(entry, OwnAE):
                check_titles_free(entry, self._aes_but(base), self._main)
        except (ValueError, PacsDeskError) as error:
            told = error.title if isinstance(error, PacsDeskError) else f"{error}."
            return _refused(given, name, told[:1].upper() + told[1:])
        other = self._peers_at.get(_place(entry)) if isinstance(entry, Peer) else None
        if other and other != base:
            told = f"It is entered as {other.name}: AE title, host and port are the same."
            verdict = ImportVerdict.SAME if base is None else ImportVerdict.REFUSED
            return Planned(ImportedEntry(verdict, given.kind, name, given.place, told, ()))
        self._seen.add(key)
        fields = changes_between(texts_of(base) if base else None, texts_of(entry))
        if not fields:
            return Planned(ImportedEntry(ImportVerdict.SAME, given.kind, name, given.place, "", ()))
        self._enter(key, base, entry)
        verdict = ImportVerdict.CHANGED if base else ImportVerdict.NEW
        return Planned(ImportedEntry(verdict, given.kind, name, given.place, "", fields), EntryChange(base, entry))

    def _aes_but(self, base: Entry | None) -> list[OwnAE]:
        return [one for one in self._entries.values() if isinstance(one, OwnAE) and one != base]

    def _enter(self, key: tuple[EntryKind, str], base: Entry | None, entry: Entry) -> None:
        self._entries[key] = entry
        if isinstance(base, Peer):
            del self._peers_at[_place(base)]
        if isinstance(entry, Peer):
            self._peers_at[_place(entry)] = entry


def _place(peer: Peer) -> _Place:
    return peer.ae_title, peer.host, peer.port


def _checked(entry: Entry) -> Entry:
    """As it would be kept. Raises InvalidInput."""
    return peer_of_row(values_of_peer(entry)) if isinstance(entry, Peer) else ae_of_row(values_of_ae(entry))


def _refused(given: Given, name: str, why: str) -> Planned:
    return Planned(ImportedEntry(ImportVerdict.REFUSED, given.kind, name, given.place, why, ()))
