"""Carries out what a person decides about two objects under one SOP Instance UID; the loser goes to the trash.

Each decision is one transaction: a crash leaves the conflict open or decided, never half. No object is altered: keeping
both writes a new file under a new UID.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Row, Select, delete, func, select, tuple_

from pacsdesk.contract.errors import InvalidInput, NotFound, Refused, StorageBroken
from pacsdesk.contract.events import ConflictsChanged, TrashChanged
from pacsdesk.contract.records.archive import Conflict, ConflictResolution
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import SOPInstanceUID, StudyInstanceUID
from pacsdesk.engine.archive.dataset.filing import file_object
from pacsdesk.engine.archive.files.objects import SUFFIX, new_object_id
from pacsdesk.engine.archive.files.provenance import Provenance, file_meta_of, read_keys, read_provenance
from pacsdesk.engine.archive.files.renaming import renamed_dataset
from pacsdesk.engine.archive.index.entries import IndexEntry, index_entry
from pacsdesk.engine.archive.index.held import held_instances
from pacsdesk.engine.archive.pages import decode_key, encode_key
from pacsdesk.engine.archive.storing.commits import Placement
from pacsdesk.engine.archive.storing.ingest import IngestParts
from pacsdesk.engine.archive.storing.seconds import uid_beside_first
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow
from pacsdesk.engine.archive.trash.discards import Discard, Discarded, Discards
from pacsdesk.engine.archive.trash.versions import Versions
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus

_LIST = "conflicts"


@dataclass(frozen=True, slots=True)
class _Second:
    """The second object of a conflict, as its file says."""

    conflict_id: str
    path: Path
    provenance: Provenance
    entry: IndexEntry


class Conflicts:
    """Implements contract.services.conflicts.ConflictsService, the actor first."""

    def __init__(
        self,
        database: Database,
        parts: IngestParts,
        discards: Discards,
        versions: Versions,
        events: EventBus,
    ) -> None:
        self._database = database
        self._parts = parts
        self._discards = discards
        self._versions = versions
        self._events = events
        self._one_decision = Lock()

    def list(self, actor: Actor, page: PageRequest) -> Page[Conflict]:
        """Open conflicts, newest first. Raises InvalidInput for a key that is not of this list."""
        statement = _conflicts()
        if page.after_key:
            received_at, conflict_id = decode_key(_LIST, page.after_key, (str, str))
            position = tuple_(_moment(str(received_at)), conflict_id)
            statement = statement.where(tuple_(ConflictRow.received_at, ConflictRow.conflict_id) < position)
        with self._database.read() as connection:
            rows = connection.execute(statement.offset(page.skip).limit(page.limit + 1)).all()
            total = connection.scalar(select(func.count()).select_from(ConflictRow)) if page.count else None
        shown = rows[: page.limit]
        is_last = len(rows) <= page.limit
        next_key = "" if is_last else encode_key(_LIST, [shown[-1].received_at.isoformat(), shown[-1].conflict_id])
        return Page(tuple(_conflict(row) for row in shown), next_key, total)

    def resolve(self, actor: Actor, conflict_id: str, resolution: ConflictResolution, reason: str) -> SOPInstanceUID:
        """Carry out a decision. Raises NotFound, InvalidInput (a blank reason), Refused, StorageFull, StorageBroken."""
        if not reason.strip():
            raise InvalidInput("A decision about a conflict needs a reason.", hint="Say why, in a few words.")
        decide = {
            ConflictResolution.KEEP_FIRST: self._keep_first,
            ConflictResolution.TAKE_SECOND: self._take_second,
            ConflictResolution.KEEP_BOTH: self._keep_both,
        }[resolution]
        with self._one_decision:
            second = self._second(conflict_id)
            uid, trash_id = decide(actor, second, f"Conflict decided ({resolution}): {reason.strip()}")
            self._parts.moves.carry_out()
        second.path.with_suffix(".json").unlink(missing_ok=True)
        self._parts.notices.add(second.entry.filing.study_instance_uid)
        self._events.publish(ConflictsChanged(conflict_id))
        if trash_id:
            self._events.publish(TrashChanged(trash_id))
        return uid

    def _second(self, conflict_id: str) -> _Second:
        with self._database.read() as connection:
            found = connection.scalar(select(ConflictRow.conflict_id).where(ConflictRow.conflict_id == conflict_id))
        if found is None:
            raise NotFound(
                "There is no such conflict.", hint="It may have been decided meanwhile: look at the list of conflicts."
            )
        path = self._parts.folder.conflicts / f"{found}{SUFFIX}"
        try:
            provenance = read_provenance(path)
            keys = read_keys(path, provenance)
        except (OSError, InvalidInput) as error:
            raise StorageBroken(
                "The second object of this conflict cannot be read.",
                str(error),
                "Ask its sender to send it again, or restore it from a backup.",
            ) from error
        filing = file_object(keys, provenance.arrival)
        receipt = provenance.receipt
        entry = index_entry(provenance.arrival, keys, filing, receipt.size_bytes, receipt.digest)
        return _Second(found, path, provenance, entry)

    def _keep_first(self, actor: Actor, second: _Second, reason: str) -> tuple[SOPInstanceUID, str]:
        loser = self._discard_second(actor, second, reason)
        with _forgotten_on_failure(loser), self._database.write() as connection:
            _decided(second, loser)(connection)
        return second.entry.filing.sop_instance_uid, loser.trash_id

    def _take_second(self, actor: Actor, second: _Second, reason: str) -> tuple[SOPInstanceUID, str]:
        uid = second.entry.filing.sop_instance_uid
        with self._database.read() as connection:
            first = held_instances(connection, [uid]).get(uid)
        if first is None:
            self._place(Placement(second.path, new_object_id(), second.entry, besides=_decided(second, None)))
            return uid, ""
        loser = self._versions.prepare_for(actor, first, second.entry, reason)
        with _forgotten_on_failure(loser):
            self._place(
                Placement(
                    second.path, new_object_id(), second.entry, first.object_name, besides=_decided(second, loser)
                )
            )
        return uid, loser.trash_id

    def _keep_both(self, actor: Actor, second: _Second, reason: str) -> tuple[SOPInstanceUID, str]:
        uid = uid_beside_first(second.conflict_id)
        provenance, filing = second.provenance, replace(second.entry.filing, sop_instance_uid=uid)
        staged = self._parts.store.stage()
        try:
            transfer_syntax_uid = provenance.arrival.transfer_syntax_uid
            for chunk in renamed_dataset(second.path, provenance.dataset_offset, transfer_syntax_uid, uid):
                staged.write(chunk)
            staged.seal(file_meta_of(provenance.arrival, staged, filing.sop_class_uid, uid))
            entry = index_entry(provenance.arrival, second.entry.keys, filing, staged.size, staged.digest)
            loser = self._discard_second(actor, second, reason)
            with _forgotten_on_failure(loser):
                self._place(Placement(staged.path, staged.object_id, entry, besides=_decided(second, loser)))
        except Exception:
            staged.discard()
            raise
        return uid, loser.trash_id

    def _discard_second(self, actor: Actor, second: _Second, reason: str) -> Discard:
        entry = second.entry
        return self._discards.prepare(
            actor, Discarded(second.path, entry.keys, entry.filing.study_instance_uid, entry.size_bytes, reason)
        )

    def _place(self, placement: Placement) -> None:
        if self._parts.commits.place(placement) is not None:
            raise Refused(
                "The first object was changed while this was decided; nothing was done.",
                hint="Look at the list of conflicts and decide once more.",
            )


@contextmanager
def _forgotten_on_failure(loser: Discard) -> Iterator[None]:
    """When the decision does not happen, nothing of it stays in the trash."""
    try:
        yield
    except Exception:
        with suppress(OSError):  # an empty folder is left to the trash's next start
            loser.forget()
        raise


def _decided(second: _Second, loser: Discard | None) -> Callable[[Connection], None]:
    """What closes a conflict, as part of the decision's transaction."""

    def record(connection: Connection) -> None:
        connection.execute(delete(ConflictRow).where(ConflictRow.conflict_id == second.conflict_id))
        if loser is not None:
            loser.record(connection)

    return record


def _conflicts() -> Select[tuple[object, ...]]:
    """Conflicts with what the index knows of their first objects, which may be in the trash meanwhile."""
    return (
        select(
            ConflictRow.__table__,
            InstanceRow.received_at.label("first_received_at"),
            InstanceRow.sending_ae_title.label("first_sending_ae_title"),
            InstanceRow.size_bytes.label("first_size_bytes"),
        )
        .outerjoin(InstanceRow, InstanceRow.sop_instance_uid == ConflictRow.sop_instance_uid)
        .order_by(ConflictRow.received_at.desc(), ConflictRow.conflict_id.desc())
    )


def _conflict(row: Row[tuple[object, ...]]) -> Conflict:
    return Conflict(
        conflict_id=row.conflict_id,
        sop_instance_uid=SOPInstanceUID(row.sop_instance_uid),
        study_instance_uid=StudyInstanceUID(row.study_instance_uid),
        patient_name=row.patient_name,
        patient_id=row.patient_id,
        first_received_at=(row.first_received_at or row.received_at).replace(tzinfo=UTC),
        first_sending_ae_title=row.first_sending_ae_title or "",
        first_size_bytes=row.first_size_bytes or 0,
        second_received_at=row.received_at.replace(tzinfo=UTC),
        second_sending_ae_title=row.sending_ae_title,
        second_size_bytes=row.size_bytes,
        differences=tuple(row.differences.splitlines()),
    )


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError as error:
        raise InvalidInput("The key of the next page is not one of ours.", "It holds no time.") from error
