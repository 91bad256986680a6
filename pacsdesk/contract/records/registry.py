"""The registry of peers and of our own titles as a whole: what became of entries, and files that bring or take them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is about."""

    PEER = "peer"
    AE = "ae"


class ChangeKind(StrEnum):
    """What happened to an entry."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an entry that differs, as text."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RegistryVersion:
    """One change of one entry: who, when, why, what. name: of the peer or the AE title, after the change."""

    version_id: int
    changed_at: datetime
    actor_name: str
    kind: EntryKind
    name: str
    change: ChangeKind
    reason: str
    fields: tuple[FieldChange, ...]


class RegistryFormat(StrEnum):
    """Files that entries come from. The first two are written as well; csv has peers alone.

    orthanc: `DicomModalities` in orthanc.json. dcmqrscp: the host table of DCMTK's dcmqrscp.cfg. acrnema: Conquest's
    acrnema.map.
    """

    TOML = "toml"
    CSV = "csv"
    ORTHANC = "orthanc"
    DCMQRSCP = "dcmqrscp"
    ACRNEMA = "acrnema"


class ImportVerdict(StrEnum):
    """What an import does with an entry of a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """One entry of a file. place: where in it; reason: why it is refused or left as it is."""

    verdict: ImportVerdict
    kind: EntryKind
    name: str
    place: str
    reason: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class RegistryImport:
    """What a file brings. is_applied: whether that is done, or only foreseen. version_ids: the changes, once done."""

    form: RegistryFormat
    entries: tuple[ImportedEntry, ...]
    is_applied: bool
    version_ids: tuple[int, ...] = ()
