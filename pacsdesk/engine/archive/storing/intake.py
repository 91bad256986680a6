"""What a receiver does with an object by itself, before index and other objects come into it; it knows no database.

An object whose identity is clear leaves here complete, to be settled; one whose identity is not is in quarantine.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.dataset.filing import Arrival, Filing, IdentityMismatch, IdentityUnclear, file_object
from pacsdesk.engine.archive.dataset.keys import IndexKeys, read_index_keys
from pacsdesk.engine.archive.files.objects import ObjectStore, StagedObject
from pacsdesk.engine.archive.files.provenance import file_meta_of
from pacsdesk.engine.archive.files.quarantine import Quarantine
from pacsdesk.engine.archive.files.room import Room
from pacsdesk.engine.archive.storing.outcome import StoreOutcome


class CompleteObject(Protocol):
    """An object whose file in staging is as it will stay, though not durable yet; of this process or another."""

    @property
    def path(self) -> Path:
        """Where it is."""
        ...

    @property
    def object_id(self) -> str:
        """Its random name, kept when it is placed."""
        ...

    def flush(self) -> None:
        """Return when the file's bytes are on stable storage. Raises StorageFull, StorageBroken, Unavailable."""
        ...

    def discard(self) -> None:
        """Remove the file; harmless when it is gone already."""
        ...


@dataclass(frozen=True, slots=True)
class Filed:
    """What the index is to know of an object whose file is complete."""

    keys: IndexKeys
    filing: Filing


class Intake:
    """Begins and completes staged objects; safe from any thread."""

    def __init__(self, room: Room, store: ObjectStore, quarantine: Quarantine) -> None:
        self._room = room
        self._store = store
        self._quarantine = quarantine

    def stage(self) -> StagedObject:
        """Begin an object, whose dataset the caller then writes. Raises StorageFull, StorageBroken."""
        self._room.check()
        return self._store.stage()

    def complete(self, arrival: Arrival, staged: StagedObject) -> Filed | StoreOutcome:
        """Read the keys and write the header of an object whose dataset has come; or refuse it, durably.

        Raises StorageFull, StorageBroken; the caller then discards.
        """
        keys = read_index_keys(staged.read, staged.size, arrival.transfer_syntax_uid)
        try:
            filing = file_object(keys, arrival)
        except IdentityMismatch as error:
            return self._refuse(arrival, staged, DimseStatus.DATASET_DOES_NOT_MATCH, str(error))
        except IdentityUnclear as error:
            return self._refuse(arrival, staged, DimseStatus.CANNOT_UNDERSTAND, str(error))
        staged.complete(file_meta_of(arrival, staged, filing.sop_class_uid, filing.sop_instance_uid))
        return Filed(keys, filing)

    def _refuse(self, arrival: Arrival, staged: StagedObject, status: DimseStatus, reason: str) -> StoreOutcome:
        announced = arrival.sop_class_uid or "", arrival.sop_instance_uid or ""
        staged.seal(file_meta_of(arrival, staged, *announced))
        facts = {
            "received_at": arrival.received_at.isoformat(),
            "calling_ae_title": arrival.calling_ae_title,
            "address": arrival.address,
            "association_id": arrival.association_id,
            "status": f"{status:04X}",
        }
        self._quarantine.take(staged.path, reason, facts)
        return StoreOutcome(status, reason, is_new=False)
