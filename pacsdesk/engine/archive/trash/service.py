"""Deletes studies in two steps: into the trash with a reason, and back; a study is always wholly in one place.

A deletion is one transaction (rows out of the index, a row into the trash, the renames written down), so it happened at
its commit or not at all, whenever the machine stops. Deleted studies have no rows in the tables of the living: no query
can forget a filter (docs/decisions/0020).
"""

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, func, insert, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from pacsdesk.contract.errors import InvalidInput, NotFound, PacsDeskError
from pacsdesk.contract.events import StudiesChanged, TrashChanged
from pacsdesk.contract.records.archive import TrashEntry
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.archive.files.disk import translated
from pacsdesk.engine.archive.files.moves import FileMove, FileMoves
from pacsdesk.engine.archive.files.objects import SUFFIX
from pacsdesk.engine.archive.index.counters import prune_patients
from pacsdesk.engine.archive.index.entries import stored_time
from pacsdesk.engine.archive.pages import decode_key, encode_key
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow, SeriesRow, StudyRow, TrashRow
from pacsdesk.engine.archive.trash.discards import new_trash_id
from pacsdesk.engine.archive.trash.folder import TrashFolder, TrashNote, trash_values
from pacsdesk.engine.archive.trash.taking_back import TakingBack
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus
from pacsdesk.engine.runtime.paths import DataFolder

log = logging.getLogger(__name__)

MAX_STUDIES = 1000
MAX_REASON = 1000
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Held:
    """What the archive holds of a study at one moment; conflict_ids: of conflicts with its instances."""

    study: Row[object]
    object_names: tuple[str, ...]
    conflict_ids: tuple[str, ...]

    @property
    def study_instance_uid(self) -> StudyInstanceUID:
        return StudyInstanceUID(self.study.study_instance_uid)


@dataclass(frozen=True, slots=True)
class _Deletion:
    """A deletion whose note is written and whose transaction is still to come."""

    trash_id: str
    held: _Held
    deleted_at: datetime
    deleted_by: str
    reason: str

    def entry(self) -> TrashEntry:
        study = self.held.study
        return TrashEntry(
            trash_id=self.trash_id,
            study_instance_uid=self.held.study_instance_uid,
            patient_name=study.patient_name,
            patient_id=study.patient_id,
            study_description=study.study_description,
            study_date=study.study_date,
            number_of_instances=study.number_of_instances,
            size_bytes=study.size_bytes,
            deleted_at=self.deleted_at,
            deleted_by=self.deleted_by,
            reason=self.reason,
        )


class ArchiveTrash:
    """Implements contract.services.trash.TrashService, the actor first."""

    def __init__(
        self,
        database: Database,
        folder: DataFolder,
        moves: FileMoves,
        taking_back: TakingBack,
        events: EventBus,
        clock: Clock,
        new_id: Callable[[], str] = new_trash_id,
    ) -> None:
        self._database = database
        self._folder = folder
        self._trash = TrashFolder(folder)
        self._moves = moves
        self._taking_back = taking_back
        self._events = events
        self._clock = clock
        self._new_id = new_id
        self._returning = Lock()

    def delete(
        self, actor: Actor, study_instance_uids: tuple[StudyInstanceUID, ...], reason: str
    ) -> tuple[TrashEntry, ...]:
        """Move studies to the trash, all or none. Raises NotFound, InvalidInput, StorageFull, StorageBroken."""
        uids = tuple(dict.fromkeys(study_instance_uids))
        why = _checked(uids, reason)
        begun: list[str] = []
        try:
            # their notes are flushed before the transaction, during which nothing can be stored
            deletions = [self._prepare(uid, actor, why, begun) for uid in uids]
            with self._database.write() as connection:
                entries = tuple(self._delete(connection, deletion) for deletion in deletions)
        except BaseException:
            self._forget(begun)
            raise
        self._carry_out_moves()
        self._tell(uids, entries)
        return entries

    def entries(self, actor: Actor, page: PageRequest) -> Page[TrashEntry]:
        """What is in the trash, newest first."""
        statement = select(TrashRow.__table__).order_by(TrashRow.deleted_at.desc(), TrashRow.trash_id.desc())
        if page.after_key:
            at, trash_id = decode_key("trash", page.after_key, (str, str))
            position = tuple_(stored_time(_moment(str(at))), trash_id)
            statement = statement.where(tuple_(TrashRow.deleted_at, TrashRow.trash_id) < position)
        with self._database.read() as connection:
            rows = connection.execute(statement.limit(page.limit + 1).offset(page.skip)).all()
            total = connection.scalar(select(func.count()).select_from(TrashRow)) if page.count else None
        items = tuple(_entry_of(row) for row in rows[: page.limit])
        more = len(rows) > page.limit
        key = encode_key("trash", (items[-1].deleted_at.isoformat(), items[-1].trash_id)) if more else ""
        return Page(items, key, total)

    def take_back(self, actor: Actor, trash_id: str) -> StudyInstanceUID:
        """Put a deleted study back, received when and from where it once was. Objects that were stored again meanwhile
        follow the rule for a UID again. Raises NotFound, StorageFull, StorageBroken."""
        with self._returning:
            with self._database.read() as connection:
                uid = connection.scalar(select(TrashRow.study_instance_uid).where(TrashRow.trash_id == trash_id))
            if uid is None:
                raise NotFound(
                    "This is not in the trash (any more).",
                    hint="It may have been taken back meanwhile: look at the list of the trash.",
                )
            self._moves.carry_out()
            self._taking_back.take_back(trash_id)
        study_instance_uid = StudyInstanceUID(uid)
        self._events.publish(TrashChanged(trash_id))
        self._events.publish(StudiesChanged((study_instance_uid,)))
        return study_instance_uid

    def _prepare(self, uid: StudyInstanceUID, actor: Actor, reason: str, begun: list[str]) -> "_Deletion":
        """Write the note of a deletion to come. Raises NotFound, StorageFull, StorageBroken."""
        trash_id = self._new_id()
        with self._database.read() as connection:
            held = _held(connection, uid)
        begun.append(trash_id)
        deletion = _Deletion(trash_id, held, self._clock(), actor.name, reason)
        self._note(deletion)
        return deletion

    def _note(self, deletion: "_Deletion") -> None:
        held = deletion.held
        seconds = tuple(f"{conflict_id}{SUFFIX}" for conflict_id in held.conflict_ids)
        note = TrashNote(deletion.entry(), tuple(Path(name).name for name in held.object_names), seconds)
        with translated(self._database, "The study could not be moved to the trash."):
            self._trash.begin(note)

    def _delete(self, connection: Connection, deletion: "_Deletion") -> TrashEntry:
        held = _held(connection, deletion.held.study_instance_uid)
        if held != deletion.held:  # something arrived or left meanwhile
            deletion = replace(deletion, held=held)
            self._note(deletion)
        sources = [*(self._folder.objects / name for name in held.object_names), *self._files_of(held.conflict_ids)]
        target = self._trash.path_of(deletion.trash_id)
        self._moves.record(connection, [FileMove(source, target / source.name) for source in sources])
        connection.execute(delete(ConflictRow).where(_is_in_conflict(held.study.row_id)))
        # series, instances and words go with their study (ON DELETE CASCADE)
        connection.execute(delete(StudyRow).where(StudyRow.row_id == held.study.row_id))
        prune_patients(connection, [held.study.patient_row_id])
        entry = deletion.entry()
        connection.execute(insert(TrashRow).values(trash_values(entry)))
        return entry

    def _files_of(self, conflict_ids: Sequence[str]) -> Iterator[Path]:
        for conflict_id in conflict_ids:
            yield self._folder.conflicts / f"{conflict_id}{SUFFIX}"
            side_file = self._folder.conflicts / f"{conflict_id}.json"
            if side_file.exists():
                yield side_file

    def _forget(self, begun: Sequence[str]) -> None:
        """Remove the folders of a deletion that did not happen. After a broken commit nobody knows: the next start
        looks whether it did."""
        if self._database.is_broken:
            return
        for trash_id in begun:
            try:
                self._trash.remove(trash_id)
            except OSError:
                log.warning("the empty folder of the deletion %s is left to the next start", trash_id)

    def _carry_out_moves(self) -> None:
        try:
            self._moves.carry_out()
        except PacsDeskError as error:
            # the deletion has happened; its files follow with the next moves, at the latest at the next start
            log.error("files of a deletion could not be moved yet: %s", error.detail)

    def _tell(self, uids: Sequence[StudyInstanceUID], entries: Sequence[TrashEntry]) -> None:
        for entry in entries:
            self._events.publish(TrashChanged(entry.trash_id))
        self._events.publish(StudiesChanged(tuple(uids)))


def _checked(uids: Sequence[StudyInstanceUID], reason: str) -> str:
    why = _UNPRINTABLE.sub(" ", reason).strip()
    if not why:
        raise InvalidInput("A deletion needs a reason.", hint="Say in a few words why, for whoever finds it gone.")
    if len(why) > MAX_REASON:
        raise InvalidInput("The reason is too long.", f"It may have {MAX_REASON:,} characters.")
    if not 1 <= len(uids) <= MAX_STUDIES:
        raise InvalidInput("No study was named." if not uids else f"At most {MAX_STUDIES:,} studies at once.")
    return why


def _held(connection: Connection, uid: StudyInstanceUID) -> _Held:
    """Raises NotFound."""
    study = connection.execute(select(StudyRow.__table__).where(StudyRow.study_instance_uid == str(uid))).first()
    if study is None:
        raise NotFound(
            "The archive does not hold this study.",
            uid,
            "It may have been deleted meanwhile: look at the list of studies.",
        )
    names = connection.scalars(_of_study(InstanceRow.object_name, study.row_id)).all()
    # the seconds of conflicts would be left without a first: they go along, and come back as conflicts
    conflict_ids = connection.scalars(select(ConflictRow.conflict_id).where(_is_in_conflict(study.row_id))).all()
    return _Held(study, tuple(names), tuple(conflict_ids))


def _is_in_conflict(study_row_id: int) -> ColumnElement[bool]:
    return ConflictRow.sop_instance_uid.in_(_of_study(InstanceRow.sop_instance_uid, study_row_id))


def _of_study(column: InstrumentedAttribute[str], study_row_id: int) -> Select[str]:
    return (
        select(column)
        .join(SeriesRow, InstanceRow.series_row_id == SeriesRow.row_id)
        .where(SeriesRow.study_row_id == study_row_id)
    )


def _entry_of(row: Row[object]) -> TrashEntry:
    values = dict(row._mapping)
    values["study_instance_uid"] = StudyInstanceUID(row.study_instance_uid)
    values["deleted_at"] = row.deleted_at.replace(tzinfo=UTC)
    return TrashEntry(**values)


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError as error:
        raise InvalidInput("The key of the next page is not one of ours.", "It holds no time.") from error
