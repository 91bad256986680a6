"""Versions of entries: written in the transaction of the change itself, read newest first, undone one by one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from pacsdesk.contract.records.registry import ChangeKind, EntryKind, RegistryVersion
from pacsdesk.contract.records.security import Actor
from pacsdesk.engine.network.registry.fields import (
    Entry,
    Texts,
    changes_between,
    key_of,
    kind_of,
    name_of,
    texts_of,
)
from pacsdesk.engine.network.tables import RegistryVersionRow

Key = tuple[EntryKind, str]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes something, when and why."""

    actor: Actor
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Version:
    """One change of one entry. before, after: None when it was not there."""

    version_id: int
    at: datetime
    actor_name: str
    kind: EntryKind
    reason: str
    before: Texts | None
    after: Texts | None

    @property
    def shown(self) -> Texts:
        """The entry after the change; of a removal, what was removed."""
        return self.after or self.before or {}

    @property
    def key(self) -> Key:
        """Of the entry as it is shown."""
        return self.kind, key_of(self.kind, self.shown)

    @property
    def key_before(self) -> Key | None:
        """Of the entry before the change."""
        return (self.kind, key_of(self.kind, self.before)) if self.before else None


def note_change(connection: Connection, stamp: Stamp, before: Entry | None, after: Entry | None) -> int:
    """Keep a change as a version, as a part of its transaction; answers its id. What changes nothing leaves none: 0."""
    old, new = (texts_of(entry) if entry else None for entry in (before, after))
    entry = after or before
    if entry is None or old == new:
        return 0
    done = connection.execute(
        insert(RegistryVersionRow).values(
            changed_at=stamp.at.astimezone(UTC).replace(tzinfo=None),
            actor_name=stamp.actor.name,
            kind=kind_of(entry).value,
            reason=stamp.reason,
            before=json.dumps(old) if old else "",
            after=json.dumps(new) if new else "",
        )
    )
    (version_id,) = done.inserted_primary_key or (0,)
    return int(version_id)


def versions(connection: Connection) -> tuple[Version, ...]:
    """All of them, newest first."""
    rows = connection.execute(select(RegistryVersionRow.__table__).order_by(RegistryVersionRow.row_id.desc()))
    return tuple(
        Version(
            version_id=row.row_id,
            at=row.changed_at.replace(tzinfo=UTC),
            actor_name=row.actor_name,
            kind=EntryKind(row.kind),
            reason=row.reason,
            before=json.loads(row.before) if row.before else None,
            after=json.loads(row.after) if row.after else None,
        )
        for row in rows
    )


def as_record(version: Version) -> RegistryVersion:
    """The version as faces see it."""
    change = ChangeKind.CHANGED
    if version.before is None or version.after is None:
        change = ChangeKind.REMOVED if version.after is None else ChangeKind.ADDED
    return RegistryVersion(
        version_id=version.version_id,
        changed_at=version.at,
        actor_name=version.actor_name,
        kind=version.kind,
        name=name_of(version.kind, version.shown),
        change=change,
        reason=version.reason,
        fields=changes_between(version.before, version.after),
    )


def of_entry(newest_first: Iterable[Version], name: str) -> tuple[Version, ...]:
    """Those of the entries that have or last had this name, also under the names that they had before."""
    keys = {(kind, key_of(kind, {"name": name, "ae_title": name})) for kind in EntryKind}
    found: list[Version] = []
    for version in newest_first:
        if version.key in keys:
            found.append(version)
            if version.key_before:
                keys.add(version.key_before)
    return tuple(found)


def present_key(newest_first: Iterable[Version], version: Version) -> Key:
    """Under which key the entry of a version is there now, if it is."""
    key = version.key
    for later in reversed([one for one in newest_first if one.version_id > version.version_id]):
        if later.key_before == key and later.after:
            key = later.key
    return key


def undone(present: Mapping[Key, Texts], newest_first: Iterable[Version]) -> dict[Key, Texts]:
    """Entries as they were before these versions."""
    entries = dict(present)
    for version in newest_first:
        entries.pop(version.key, None)
        if version.before and version.key_before:
            entries[version.key_before] = version.before
    return entries


def entries_before(newest_first: tuple[Version, ...], version_ids: Iterable[int]) -> dict[Key, Texts | None]:
    """What became of these changes' entries, by the key that they have now: as each was before the first of them."""
    chosen = set(version_ids)
    return {
        present_key(newest_first, version): version.before for version in newest_first if version.version_id in chosen
    }
