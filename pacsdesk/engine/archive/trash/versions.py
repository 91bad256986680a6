"""Puts an instance that another object replaces under its UID into the trash, as the version from before."""

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.engine.archive.dataset.filing import IdentityMismatch, IdentityUnclear, file_object
from pacsdesk.engine.archive.files.provenance import read_keys, read_provenance
from pacsdesk.engine.archive.index.entries import IndexEntry
from pacsdesk.engine.archive.index.held import HeldInstance
from pacsdesk.engine.archive.trash.discards import Discard, Discarded, Discards
from pacsdesk.engine.runtime.paths import DataFolder

_REASON = "Replaced by a newer object with its SOP Instance UID, as the entry of the sender wants it."


class Versions:
    """Implements storing.versions.KeepsVersions."""

    def __init__(self, folder: DataFolder, discards: Discards) -> None:
        self._objects = folder.objects
        self._discards = discards

    def prepare(self, held: HeldInstance, newer: IndexEntry) -> Discard:
        """As a sender's entry wants it. Raises StorageFull, StorageBroken."""
        sender = Actor(ActorKind.PEER, newer.sending_ae_title or "unknown", frozenset())
        return self.prepare_for(sender, held, newer, _REASON)

    def prepare_for(self, actor: Actor, held: HeldInstance, newer: IndexEntry, reason: str) -> Discard:
        """As an actor decided. Raises StorageFull, StorageBroken."""
        path = self._objects / held.object_name
        try:
            provenance = read_provenance(path)
            keys = read_keys(path, provenance)
            study_instance_uid = file_object(keys, provenance.arrival).study_instance_uid
        except (OSError, InvalidInput, IdentityUnclear, IdentityMismatch):
            # a damaged file is what the newer replaces; what it was is told by the newer
            keys, study_instance_uid = newer.keys, newer.filing.study_instance_uid
        return self._discards.prepare(actor, Discarded(path, keys, study_instance_uid, held.size_bytes, reason))
