"""The only way in: stores a received instance once, or not at all, and answers what its sender may believe.

Success is answered only when the bytes are flushed under their final name and the rows are committed. An object whose
identity is clear is never refused for what else is wrong with it; one whose identity is not goes into quarantine.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pacsdesk.contract.errors import PacsDeskError, StorageBroken
from pacsdesk.contract.records.peers import SameUidPolicy
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.dataset.filing import Arrival
from pacsdesk.engine.archive.dataset.part10 import DATASET_OFFSET
from pacsdesk.engine.archive.files.compare import ContentComparer, DatasetFile
from pacsdesk.engine.archive.files.moves import FileMove, FileMoves
from pacsdesk.engine.archive.files.objects import ObjectStore, StagedObject, digest_of
from pacsdesk.engine.archive.files.provenance import Provenance, copy_dataset
from pacsdesk.engine.archive.files.quarantine import Quarantine
from pacsdesk.engine.archive.files.room import Room
from pacsdesk.engine.archive.index.entries import IndexEntry, index_entry
from pacsdesk.engine.archive.index.held import HeldInstance
from pacsdesk.engine.archive.storing.commits import GroupCommit, Milestone, Placement, Reached, pass_on
from pacsdesk.engine.archive.storing.intake import CompleteObject, Intake
from pacsdesk.engine.archive.storing.notices import StudyNotices
from pacsdesk.engine.archive.storing.outcome import StoreOutcome, outcome_of
from pacsdesk.engine.archive.storing.seconds import SecondObjects
from pacsdesk.engine.archive.storing.versions import KeepsVersions, Version
from pacsdesk.engine.runtime.paths import DataFolder

log = logging.getLogger(__name__)

_CONFLICT = "UID stored before with other content; both kept, see conflicts"
_REFUSED = "UID stored before with other content"
_DAMAGED = "It was damaged on the disk, or could not be read; the same object came again and took its place."
_FIRST_DAMAGED = "the file of the first object is damaged or missing"


@dataclass(frozen=True, slots=True)
class IngestParts:
    """What ingest stands on; put together in compose."""

    store: ObjectStore
    commits: GroupCommit
    comparer: ContentComparer
    seconds: SecondObjects
    versions: KeepsVersions
    quarantine: Quarantine
    moves: FileMoves
    notices: StudyNotices
    room: Room
    folder: DataFolder


class Ingest:
    """Takes objects in; safe to use from any thread, and the more threads, the fewer flushes each costs."""

    def __init__(self, parts: IngestParts, reached: Reached = pass_on) -> None:
        self._parts = parts
        self._intake = Intake(parts.room, parts.store, parts.quarantine)
        self._reached = reached

    def stage(self) -> StagedObject:
        """Begin an object, whose dataset the caller then writes. Raises StorageFull, StorageBroken."""
        return self._intake.stage()

    def store(self, arrival: Arrival, staged: StagedObject) -> StoreOutcome:
        """Settle an object whose dataset is complete; when this returns, its outcome is durable and nothing is staged.

        Never raises for what the object contains or the disk does; those are outcomes.
        """
        return _or_discarded(staged, lambda: self._store(arrival, staged))

    def settle(self, staged: CompleteObject, entry: IndexEntry) -> StoreOutcome:
        """The same for an object that an `Intake` of another process completed in our staging."""
        return _or_discarded(staged, lambda: self._settle(staged, entry))

    def store_again(self, path: Path, provenance: Provenance) -> StoreOutcome:
        """Take in the object of a file of ours as it came the first time (received then, from there); the file stays.

        Never raises for what the object contains or the disk does; those are outcomes.
        """
        try:
            staged = self.stage()
            try:
                copy_dataset(path, provenance.dataset_offset, staged)
            except Exception:
                staged.discard()
                raise
        except PacsDeskError as error:
            return outcome_of(error)
        except OSError as error:
            log.error("a file of the archive cannot be read: %s", error.strerror)
            return StoreOutcome(DimseStatus.PROCESSING_FAILURE, "The file cannot be read", is_new=False)
        return self.store(provenance.arrival, staged)

    def _store(self, arrival: Arrival, staged: StagedObject) -> StoreOutcome:
        filed = self._intake.complete(arrival, staged)
        if isinstance(filed, StoreOutcome):
            return filed
        return self._settle(staged, index_entry(arrival, filed.keys, filed.filing, staged.size, staged.digest))

    def _settle(self, staged: CompleteObject, entry: IndexEntry) -> StoreOutcome:
        """Flush and commit a complete object, or find what to do with one whose UID is held."""
        staged.flush()
        self._reached(Milestone.SEALED)
        placement = Placement(staged.path, staged.object_id, entry)
        held = self._parts.commits.place(placement)
        while held:
            held_path = self._parts.store.path_of(held.object_name)
            is_whole = _is_whole(held_path, held)
            if not is_whole and entry.digest == held.digest:
                log.error("the file of a stored object is damaged; the same object came again and takes its place")
                placement = self._replacement(placement, held)
                held = self._parts.commits.place(placement)
                continue
            differences = self._differences(staged, entry, held) if is_whole else (_FIRST_DAMAGED,)
            if not differences:
                staged.discard()
                return _outcome(DimseStatus.SUCCESS, "The same object was stored before", entry, is_new=False)
            if is_whole and entry.same_uid is SameUidPolicy.NEWEST_WINS:
                placement, held = self._supersede(placement, held)
                continue
            if is_whole and entry.same_uid is SameUidPolicy.REFUSE:
                log.warning("an object under a stored UID is refused, as its sender's entry wants it")
                staged.discard()
                return _outcome(DimseStatus.CANNOT_UNDERSTAND, _REFUSED, entry, is_new=False)
            self._parts.seconds.keep(staged, entry, differences)
            self._parts.notices.add(entry.filing.study_instance_uid)
            return _outcome(DimseStatus.COERCION_OF_ELEMENTS, _CONFLICT, entry)
        if placement.replaces:
            self._parts.moves.carry_out()
        return self._stored(entry)

    def _replacement(self, placement: Placement, held: HeldInstance) -> Placement:
        """A placement that takes the place of a damaged file, which goes into quarantine."""
        damaged = self._parts.store.path_of(held.object_name)
        aside = []
        if damaged.exists():
            facts = {"sop_instance_uid": held.sop_instance_uid, "digest": held.digest}
            aside.append(FileMove(damaged, self._parts.quarantine.explain(damaged, _DAMAGED, facts)))
        return replace(
            placement,
            replaces=held.object_name,
            besides=lambda connection: self._parts.moves.record(connection, aside),
        )

    def _supersede(self, placement: Placement, held: HeldInstance) -> tuple[Placement, HeldInstance | None]:
        """Put a newer object in the place of the one that has its UID, which is kept as a version; or answer which has
        it by now, and nothing was changed."""
        version = self._parts.versions.prepare(held, placement.entry)
        superseding = replace(placement, replaces=held.object_name, besides=version.record)
        try:
            now_held = self._parts.commits.place(superseding)
        except Exception:
            _forget(version)
            raise
        if now_held is not None:
            _forget(version)
        return superseding, now_held

    def _differences(self, staged: CompleteObject, entry: IndexEntry, held: HeldInstance) -> tuple[str, ...]:
        if (entry.digest, entry.transfer_syntax_uid) == (held.digest, held.transfer_syntax_uid):
            return ()
        first = DatasetFile(
            self._parts.store.path_of(held.object_name),
            held.dataset_offset,
            held.size_bytes,
            held.transfer_syntax_uid,
        )
        second = DatasetFile(staged.path, DATASET_OFFSET, entry.size_bytes, entry.transfer_syntax_uid)
        return self._parts.comparer.differences(first, second)

    def _stored(self, entry: IndexEntry) -> StoreOutcome:
        self._parts.notices.add(entry.filing.study_instance_uid)
        if not entry.filing.unreadable:
            return _outcome(DimseStatus.SUCCESS, "", entry)
        return _outcome(DimseStatus.DATASET_UNREADABLE, f"Kept; unreadable: {entry.filing.unreadable}", entry)


def _or_discarded(staged: CompleteObject, settle: Callable[[], StoreOutcome]) -> StoreOutcome:
    try:
        return settle()
    except StorageBroken as error:
        return outcome_of(error)  # nobody knows whether the commit came about: the next start decides about the file
    except PacsDeskError as error:
        staged.discard()
        return outcome_of(error)
    except Exception:
        staged.discard()
        raise


def _outcome(status: DimseStatus, reason: str, entry: IndexEntry, is_new: bool = True) -> StoreOutcome:
    filing = entry.filing
    return StoreOutcome(status, reason, filing.sop_instance_uid, filing.study_instance_uid, is_new)


def _forget(version: Version) -> None:
    with suppress(OSError):  # an empty folder is left to the trash's next start
        version.forget()


def _is_whole(path: Path, held: HeldInstance) -> bool:
    """Whether a stored file still has the bytes that its sender was told are safe."""
    try:
        return digest_of(path, held.dataset_offset) == (held.size_bytes, held.digest)
    except OSError:
        return False
