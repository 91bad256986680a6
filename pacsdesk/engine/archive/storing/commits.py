"""Puts flushed files in place and their rows in the index, for all waiting callers at once, in the one safe order.

File flushed (by its caller), renamed, folder flushed, rows committed, only then the callers' answer. Who comes first
leads a round on its own thread. Callers that come meanwhile share the next round's flush and commit, which one of them
leads; nobody waits for a timer, or for the flush of somebody else's file.
"""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from threading import Condition, Event

from sqlalchemy import Connection

from pacsdesk.contract.errors import StorageBroken, StorageFull, Unavailable
from pacsdesk.engine.archive.files.disk import translated
from pacsdesk.engine.archive.files.folders import OpenFolder
from pacsdesk.engine.archive.files.objects import ObjectStore
from pacsdesk.engine.archive.index.counters import remove_instance
from pacsdesk.engine.archive.index.entries import IndexEntry
from pacsdesk.engine.archive.index.held import HeldInstance, held_instances
from pacsdesk.engine.archive.index.new_entries import NewEntries
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.platform import sync_folder

log = logging.getLogger(__name__)

# fits a folder several times over, and keeps a round well under a tenth of a second of index work
_ROUND = 128


class Milestone(StrEnum):
    """Points that a store passes; tests end the process there."""

    SEALED = "sealed"
    ROWS_WRITTEN = "rows-written"
    PLACED = "placed"
    FOLDER_SYNCED = "folder-synced"
    COMMITTED = "committed"


Reached = Callable[[Milestone], None]


def pass_on(_milestone: Milestone) -> None:
    """Outside of tests nothing happens at a milestone."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A flushed file that is to become an instance.

    object_id: unique, names the file. replaces: the object name of the instance that gives up its place under the same
    UID (its file is the caller's to move), "" for none. besides: further statements of the same transaction.
    """

    source: Path
    object_id: str
    entry: IndexEntry
    replaces: str = ""
    besides: Callable[[Connection], None] | None = None


class _Job:
    """A caller's object on its way through a round. For its caller's thread, and the thread that leads."""

    def __init__(self, placement: Placement) -> None:
        self.placement = placement
        self.uid: str = placement.entry.filing.sop_instance_uid
        self.held: HeldInstance | None = None
        self.error: Exception | None = None
        self.is_settled = False
        self.woken = Event()  # settled, or to lead

    def settle(self, held: HeldInstance | None = None, error: Exception | None = None) -> None:
        """Let the caller go on."""
        self.held, self.error, self.is_settled = held, error, True
        self.woken.set()


class GroupCommit:
    """The one writer of instances. `place` may be called from any thread."""

    def __init__(
        self, database: Database, store: ObjectStore, open_folder: OpenFolder, reached: Reached = pass_on
    ) -> None:
        self._database = database
        self._new_entries = NewEntries(database)
        self._store = store
        self._folder = open_folder
        self._reached = reached
        self._waiting: deque[_Job] = deque()
        self._is_led = False
        self._is_closed = False
        self._changing = Condition()

    def place(self, placement: Placement) -> HeldInstance | None:
        """Return None when the instance is durable; or the instance that holds its UID, and nothing was changed.

        Raises StorageFull (the file is where it was), StorageBroken, Unavailable.
        """
        job = _Job(placement)
        if not self._enter(job):
            job.woken.wait()
        if not job.is_settled:
            self._lead(job)
        if job.error:
            raise job.error
        return job.held

    def close(self) -> None:
        """Return when what is waiting is settled; a later `place` is refused."""
        with self._changing:
            self._is_closed = True
            self._changing.wait_for(lambda: not self._is_led)

    def _enter(self, job: _Job) -> bool:
        """Wait with the others; whether this one is to lead. Raises Unavailable."""
        with self._changing:
            if self._is_closed:
                raise Unavailable("The archive is closing.", "Nothing was stored.", "Send again when it is back.")
            self._waiting.append(job)
            leads, self._is_led = not self._is_led, True
            return leads

    def _lead(self, job: _Job) -> None:
        """Commit rounds until this job is settled, then let another lead."""
        try:
            while not job.is_settled:
                self._settle([self._waiting.popleft() for _ in range(min(len(self._waiting), _ROUND))])
        finally:
            with self._changing:
                if self._waiting:
                    self._waiting[0].woken.set()
                else:
                    self._is_led = False
                    self._changing.notify_all()

    def _settle(self, jobs: list[_Job]) -> None:
        """Commit a round and give every caller its outcome. Of two objects with one UID, one waits for the next round,
        where it meets the first as held."""
        while jobs:
            taken: dict[str, _Job] = {}
            left = []
            for job in jobs:
                if job.uid in taken:
                    left.append(job)
                else:
                    taken[job.uid] = job
            self._settle_distinct(list(taken.values()))
            jobs = left

    def _settle_distinct(self, jobs: list[_Job]) -> None:
        try:
            held = self._commit(jobs)
        except (StorageFull, StorageBroken) as error:
            for job in jobs:
                job.settle(error=error)
        except Exception as error:
            # whatever it was must reach the callers, who wait for nothing else; alone, each gets its own outcome
            if len(jobs) == 1:
                log.exception("an object could not be committed")
                jobs[0].settle(error=error)
            else:
                for job in jobs:
                    self._settle_distinct([job])
        else:
            for job in jobs:
                job.settle(held.get(job.uid))

    def _commit(self, jobs: Sequence[_Job]) -> dict[str, HeldInstance]:
        """One round. Answers the instances that hold a UID already, by UID."""
        names = self._folder.next_names([job.placement.object_id for job in jobs])
        # until files of a failed round are back: a rebuild or a reset must not find them without their rows
        with self._database.alone():
            return self._commit_alone(jobs, names)

    def _commit_alone(self, jobs: Sequence[_Job], names: Sequence[str]) -> dict[str, HeldInstance]:
        placed: list[tuple[Placement, str]] = []
        try:
            with self._database.append() as connection:
                if self._needs_tables(jobs):
                    self._new_entries.settle(connection)
                held = held_instances(connection, [job.uid for job in jobs])
                free = [(job, name) for job, name in zip(jobs, names, strict=True) if _has_place(job.placement, held)]
                self._write_rows(connection, [(job.placement, name) for job, name in free])
                for job, name in free:
                    with translated(self._database, "The object could not be put in place."):
                        self._store.place(job.placement.source, name)
                    placed.append((job.placement, name))
                self._sync(placed)
        except Exception:
            self._undo(placed)
            raise
        self._reached(Milestone.COMMITTED)
        return {uid: instance for uid, instance in held.items() if uid not in {job.uid for job, _ in free}}

    def _needs_tables(self, jobs: Sequence[_Job]) -> bool:
        """Whether this round looks at rows that are not in the tables yet, or it is time to bring them in."""
        new = self._new_entries
        return new.is_any and (
            new.are_many
            or new.hold([job.uid for job in jobs])
            or any(job.placement.replaces or job.placement.besides for job in jobs)
        )

    def _write_rows(self, connection: Connection, free: list[tuple[Placement, str]]) -> None:
        for placement, _ in free:
            if placement.replaces:
                remove_instance(connection, placement.entry.filing.sop_instance_uid)
            if placement.besides is not None:
                placement.besides(connection)
        self._new_entries.add(connection, [replace(placement.entry, object_name=name) for placement, name in free])
        self._reached(Milestone.ROWS_WRITTEN)

    def _sync(self, placed: list[tuple[Placement, str]]) -> None:
        if not placed:
            return
        self._reached(Milestone.PLACED)
        with translated(self._database, "The folder of new objects could not be flushed."):
            sync_folder(self._folder.path)
        self._reached(Milestone.FOLDER_SYNCED)

    def _undo(self, placed: list[tuple[Placement, str]]) -> None:
        """Put files back whose rows were not committed. After a broken commit nobody knows whether they were: then the
        files stay where they are, and the next start decides."""
        if self._database.is_broken:
            return
        with translated(self._database, "An object could not be taken back."):
            for placement, name in placed:
                self._store.take_back(name, placement.source)


def _has_place(placement: Placement, held: dict[str, HeldInstance]) -> bool:
    """Whether the UID is free, or held by just the instance that is to give way."""
    instance = held.get(placement.entry.filing.sop_instance_uid)
    return instance is None or (placement.replaces != "" and instance.object_name == placement.replaces)
