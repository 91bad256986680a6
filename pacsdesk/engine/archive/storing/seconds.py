"""Keeps a second object that came under a stored UID with other content: whole, listed, until a person decides."""

import json
import logging
import uuid
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, insert, select

from pacsdesk.contract.errors import InvalidInput, PacsDeskError
from pacsdesk.contract.events import ConflictFound
from pacsdesk.contract.types import SOPInstanceUID
from pacsdesk.engine.archive.dataset.filing import IdentityMismatch, IdentityUnclear, file_object
from pacsdesk.engine.archive.files.disk import translated
from pacsdesk.engine.archive.files.moves import FileMove, FileMoves
from pacsdesk.engine.archive.files.objects import SUFFIX
from pacsdesk.engine.archive.files.provenance import read_keys, read_provenance
from pacsdesk.engine.archive.index.entries import IndexEntry, index_entry, stored_time
from pacsdesk.engine.archive.storing.intake import CompleteObject
from pacsdesk.engine.archive.tables import ConflictRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import sync_folder, write_privately

log = logging.getLogger(__name__)

_UUID_ROOT = "2.25."


def new_conflict_id() -> str:
    """32 hex digits."""
    return uuid.uuid4().hex


def uid_beside_first(conflict_id: str) -> SOPInstanceUID:
    """The UID that a second object gets when both are kept: the conflict's own UUID (PS3.5 B.2), so that after a crash
    its copy is told from what a sender sent."""
    return SOPInstanceUID(f"{_UUID_ROOT}{int(conflict_id, 16)}")


def is_undecided_copy(connection: Connection, uid: str) -> bool:
    """Whether an object under this UID was made to keep both of a conflict that is still open."""
    number = uid.removeprefix(_UUID_ROOT)
    if number == uid or not number.isdecimal():
        return False
    found = select(ConflictRow.conflict_id).where(ConflictRow.conflict_id == f"{int(number):032x}")
    return connection.scalar(found) is not None


class SecondObjects:
    """The folder of second objects and its list."""

    def __init__(
        self,
        database: Database,
        folder: DataFolder,
        moves: FileMoves,
        events: EventBus,
        new_id: Callable[[], str] = new_conflict_id,
    ) -> None:
        self._database = database
        self._folder = folder
        self._moves = moves
        self._events = events
        self._new_id = new_id

    def keep(self, staged: CompleteObject, entry: IndexEntry, differences: tuple[str, ...]) -> str:
        """Put a sealed object on the list, once however often it comes. Answers the conflict's id; then it is durable.

        Raises StorageFull, StorageBroken.
        """
        with self._database.read() as connection:
            listed = _listed(connection, entry)
        if listed and self._file_of(listed).is_file():
            staged.discard()
            return listed
        conflict_id = self._enlist(staged, entry, differences, listed or self._new_id())
        try:
            self._moves.carry_out()
        except PacsDeskError as error:
            # the commit has decided and the bytes are flushed: the file follows with the next moves, so it must not be
            # thrown away as that of a store that failed
            log.warning("a second object stays in staging for now: %s", error.detail)
        self._events.publish(ConflictFound(conflict_id, entry.filing.study_instance_uid))
        return conflict_id

    def relist(self) -> list[Path]:
        """Put files that are not on the list (it was lost) on it again. Answers those that cannot be read."""
        with self._database.read() as connection:
            listed = set(connection.scalars(select(ConflictRow.conflict_id)))
        unreadable = []
        for path in sorted(self._folder.conflicts.glob(f"*{SUFFIX}")):
            if path.stem in listed:
                continue
            try:
                provenance = read_provenance(path)
                keys = read_keys(path, provenance)
                filing = file_object(keys, provenance.arrival)
            except (OSError, InvalidInput, IdentityUnclear, IdentityMismatch):
                unreadable.append(path)
                continue
            receipt = provenance.receipt
            entry = index_entry(provenance.arrival, keys, filing, receipt.size_bytes, receipt.digest)
            with self._database.write() as connection:
                connection.execute(insert(ConflictRow).values(_row(path.stem, entry, _noted_differences(path))))
        return unreadable

    def _enlist(self, staged: CompleteObject, entry: IndexEntry, differences: tuple[str, ...], conflict_id: str) -> str:
        """Write the row and the file's way to its place down. Answers under which id, which is another's when the same
        object came a second time meanwhile."""
        side_file = self._file_of(conflict_id).with_suffix(".json")
        with translated(self._database, "The second object could not be kept."):
            write_privately(side_file, _side_file(entry, differences))
            sync_folder(staged.path.parent)
        with self._database.write() as connection:
            listed = _listed(connection, entry)
            if not listed:
                connection.execute(insert(ConflictRow).values(_row(conflict_id, entry, differences)))
            kept_as = listed or conflict_id
            self._moves.record(connection, [FileMove(staged.path, self._file_of(kept_as))])
        if kept_as != conflict_id:
            side_file.unlink(missing_ok=True)
        return kept_as

    def _file_of(self, conflict_id: str) -> Path:
        return self._folder.conflicts / f"{conflict_id}{SUFFIX}"


def _listed(connection: Connection, entry: IndexEntry) -> str:
    """The conflict under which an object with this content is on the list, "" when it is not."""
    found: str | None = connection.scalar(
        select(ConflictRow.conflict_id).where(
            ConflictRow.sop_instance_uid == entry.filing.sop_instance_uid, ConflictRow.digest == entry.digest
        )
    )
    return found or ""


def _row(conflict_id: str, entry: IndexEntry, differences: tuple[str, ...]) -> dict[str, object]:
    return {
        "conflict_id": conflict_id,
        "sop_instance_uid": entry.filing.sop_instance_uid,
        "study_instance_uid": entry.filing.study_instance_uid,
        "sop_class_uid": entry.filing.sop_class_uid,
        "transfer_syntax_uid": entry.transfer_syntax_uid,
        "patient_name": entry.keys.patient_name,
        "patient_id": entry.keys.patient_id,
        "size_bytes": entry.size_bytes,
        "digest": entry.digest,
        "dataset_offset": entry.dataset_offset,
        "received_at": stored_time(entry.received_at),
        "sending_ae_title": entry.sending_ae_title,
        "differences": "\n".join(differences),
    }


def _noted_differences(path: Path) -> tuple[str, ...]:
    try:
        noted = json.loads(path.with_suffix(".json").read_bytes())["differences"]
        return tuple(str(line) for line in noted)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _side_file(entry: IndexEntry, differences: tuple[str, ...]) -> bytes:
    """What the row says and the file does not, so that the list can be made anew."""
    facts = {
        "sop_instance_uid": entry.filing.sop_instance_uid,
        "digest": entry.digest,
        "received_at": entry.received_at.isoformat(),
        "sending_ae_title": entry.sending_ae_title,
        "differences": differences,
    }
    return json.dumps(facts, indent=2, ensure_ascii=False).encode("utf-8", "replace")
