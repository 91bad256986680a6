"""The registry as a whole: its history and the way back, files that bring entries and take them away."""

import logging
from collections.abc import Iterable
from datetime import datetime

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.events import AesChanged, PeersChanged
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.registry import (
    EntryKind,
    FieldChange,
    RegistryFormat,
    RegistryImport,
    RegistryVersion,
)
from pacsdesk.contract.records.security import Actor
from pacsdesk.engine.network.listeners import Listeners
from pacsdesk.engine.network.own_aes import OwnAEs
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.registry.ae_rows import entered_aes
from pacsdesk.engine.network.registry.entries import EntryChange, write_changes
from pacsdesk.engine.network.registry.fields import Entry, changes_between, entry_with, key_of, kind_of, texts_of
from pacsdesk.engine.network.registry.formats import as_csv, as_toml
from pacsdesk.engine.network.registry.formats.choosing import form_of, read_entries
from pacsdesk.engine.network.registry.importing import Plan, Planned
from pacsdesk.engine.network.registry.versions import (
    Key,
    Stamp,
    Version,
    as_record,
    entries_before,
    of_entry,
    present_key,
    undone,
    versions,
)
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus

log = logging.getLogger(__name__)

_MOST_SHOWN = 1000
_MOST_TOLD = 5  # numbers of versions in a reason


class WholeRegistry:
    """Implements contract.services.registry."""

    def __init__(
        self, database: Database, events: EventBus, peers: Peers, own_aes: OwnAEs, listeners: Listeners, clock: Clock
    ) -> None:
        self._database = database
        self._events = events
        self._peers = peers
        self._own_aes = own_aes
        self._listeners = listeners
        self._clock = clock

    def history(self, actor: Actor, name: str = "") -> tuple[RegistryVersion, ...]:
        """Changes, newest first."""
        found = self._versions()
        if name.strip():
            found = of_entry(found, name)
        return tuple(as_record(version) for version in found[:_MOST_SHOWN])

    def diff(self, actor: Actor, first: int, second: int) -> tuple[FieldChange, ...]:
        """What differs between the entries of two versions. Raises NotFound, InvalidInput."""
        found = self._versions()
        one, other = _version(found, first), _version(found, second)
        if one.kind is not other.kind:
            raise InvalidInput("A peer and a title of ours cannot be compared.", "", "Choose two versions of one kind.")
        return changes_between(one.shown, other.shown)

    def rollback(self, actor: Actor, version_id: int, reason: str = "") -> tuple[RegistryVersion, ...]:
        """Bring an entry back to what it was after a change; of a removal, what was removed."""
        with self._own_aes.changing:
            found = self._versions()
            version = _version(found, version_id)
            before = self._by_key().get(present_key(found, version))
            after = entry_with(version.kind, version.shown)
            told = reason or f"back to version {version_id}"
            return self._apply(Stamp(actor, self._clock(), told), [EntryChange(before, after)])

    def take_back(self, actor: Actor, version_ids: tuple[int, ...], reason: str = "") -> tuple[RegistryVersion, ...]:
        """Bring entries back to what they were before changes. Raises NotFound, and what a change raises."""
        with self._own_aes.changing:
            found = self._versions()
            for version_id in version_ids:
                _version(found, version_id)
            present, wanted = self._by_key(), entries_before(found, version_ids)
            changes = [
                EntryChange(present.get(key), entry_with(key[0], before) if before else None)
                for key, before in wanted.items()
            ]
            numbers = ", ".join(map(str, sorted(version_ids)[:_MOST_TOLD]))
            told = reason or f"taken back: {numbers}{', ...' if len(version_ids) > _MOST_TOLD else ''}"
            return self._apply(Stamp(actor, self._clock(), told), changes)

    def rollback_all(self, actor: Actor, at: datetime, reason: str = "") -> tuple[RegistryVersion, ...]:
        """Bring all entries back to what they were at a time. Raises InvalidInput."""
        if at.tzinfo is None:
            raise InvalidInput("The time has no zone.", "", "Give it with its offset, as in 2026-11-24T14:05+01:00.")
        with self._own_aes.changing:
            present = self._by_key()
            newer = [version for version in self._versions() if version.at > at]
            wanted = undone({key: texts_of(entry) for key, entry in present.items()}, newer)
            changes = [
                EntryChange(present.get(key), entry_with(key[0], wanted[key]) if key in wanted else None)
                for key in dict.fromkeys((*present, *wanted))
            ]
            told = reason or f"back to {at.isoformat(timespec='seconds')}"
            return self._apply(Stamp(actor, self._clock(), told), changes)

    def export(self, actor: Actor, form: RegistryFormat) -> str:
        """All entries as TOML, all peers as CSV. Raises InvalidInput for a form of others."""
        if form is RegistryFormat.TOML:
            return as_toml.write((*self._peers.entries(), *entered_aes(self._database)))
        if form is RegistryFormat.CSV:
            return as_csv.write(self._peers.entries())
        raise InvalidInput(f"Entries are not written as {form}.", "It is read only.", "Choose toml or csv.")

    def preview(self, actor: Actor, file_name: str, text: str, form: RegistryFormat | None = None) -> RegistryImport:
        """What a file would bring. Raises InvalidInput."""
        chosen = form or form_of(file_name, text)
        planned = self._planned(file_name, text, chosen)
        return RegistryImport(chosen, tuple(one.entry for one in planned), is_applied=False)

    def take_in(
        self, actor: Actor, file_name: str, text: str, form: RegistryFormat | None = None, reason: str = ""
    ) -> RegistryImport:
        """Take in what a file brings. Raises InvalidInput."""
        chosen = form or form_of(file_name, text)
        with self._own_aes.changing:
            planned = self._planned(file_name, text, chosen)
            told = reason or f"from {file_name[-80:]}"
            done = self._apply(Stamp(actor, self._clock(), told), [one.change for one in planned if one.change])
        ids = tuple(version.version_id for version in done)
        return RegistryImport(chosen, tuple(one.entry for one in planned), is_applied=True, version_ids=ids)

    def _planned(self, file_name: str, text: str, form: RegistryFormat) -> tuple[Planned, ...]:
        plan = Plan(self._by_key().values(), self._own_aes.main)
        return tuple(plan.foresee(given) for given in read_entries(file_name, text, form))

    def _apply(self, stamp: Stamp, changes: Iterable[EntryChange]) -> tuple[RegistryVersion, ...]:
        needed = [change for change in changes if change.before != change.after]
        with self._database.write() as connection:
            ids = write_changes(connection, stamp, needed)
        concerned = [change.after or change.before for change in needed]
        if any(entry and kind_of(entry) is EntryKind.AE for entry in concerned):
            for ae_title, error in self._listeners.follow(entered_aes(self._database)).items():
                log.error("%s is not called: %s", ae_title, error.title)
        for entry in concerned:
            if entry:
                told = PeersChanged(entry.name) if isinstance(entry, Peer) else AesChanged(str(entry.ae_title))
                self._events.publish(told)
        return tuple(as_record(version) for version in self._versions() if version.version_id in ids)

    def _by_key(self) -> dict[Key, Entry]:
        entries: tuple[Entry, ...] = (*self._peers.entries(), *entered_aes(self._database))
        return {(kind_of(entry), key_of(kind_of(entry), texts_of(entry))): entry for entry in entries}

    def _versions(self) -> tuple[Version, ...]:
        with self._database.read() as connection:
            return versions(connection)


def _version(found: Iterable[Version], version_id: int) -> Version:
    version = next((one for one in found if one.version_id == version_id), None)
    if version is None:
        raise NotFound(f"There is no version {version_id}.", "", "`pacsdesk peers history` lists all.")
    return version
