"""Puts sealed files in place and their rows in the index, for all waiting callers at once, in the one safe order.

rename, folder flushed, rows committed, only then the callers' answer (the file itself was flushed when it was sealed).
Callers that come while one round is on its way share the next round's flush and commit; nobody waits for a timer.
"""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from sqlalchemy import Connection

from pacsdesk.contract.errors import StorageBroken, StorageFull, Unavailable
from pacsdesk.engine.archive.counters import remove_instance
from pacsdesk.engine.archive.disk import translated
from pacsdesk.engine.archive.folders import OpenFolder
from pacsdesk.engine.archive.index import IndexEntry, add_entries
from pacsdesk.engine.archive.objects import ObjectStore
from pacsdesk.engine.archive.statements import HELD_INSTANCES
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.platform import sync_folder

log = logging.getLogger(__name__)

# fits a folder several times over, and keeps a round well under a tenth of a second of index work
_ROUND = 128


class Milestone(StrEnum):
    """Points that a store passes; tests end the process there."""

    SEALED = "sealed"
    PLACED = "placed"
    FOLDER_SYNCED = "folder-synced"
    ROWS_WRITTEN = "rows-written"
    COMMITTED = "committed"


Reached = Callable[[Milestone], None]


def pass_on(_milestone: Milestone) -> None:
    """Outside of tests nothing happens at a milestone."""


@dataclass(frozen=True, slots=True)
class HeldInstance:
    """The instance that the index has under a UID."""

    sop_instance_uid: str
    object_name: str
    transfer_syntax_uid: str
    size_bytes: int
    digest: str
    dataset_offset: int


@dataclass(frozen=True, slots=True)
class Placement:
    """A sealed file that is to become an instance.

    object_id: unique, names the file. replaces: the object name of the instance that gives up its place under the same
    UID (its file is the caller's to move), "" for none. besides: further statements of the same transaction.
    """

    source: Path
    object_id: str
    entry: IndexEntry
    replaces: str = ""
    besides: Callable[[Connection], None] | None = None


class GroupCommit:
    """The one writer of instances. `place` may be called from any thread."""

    def __init__(
        self, database: Database, store: ObjectStore, open_folder: OpenFolder, reached: Reached = pass_on
    ) -> None:
        self._database = database
        self._store = store
        self._folder = open_folder
        self._reached = reached
        self._waiting: SimpleQueue[tuple[Placement, Future[HeldInstance | None]] | None] = SimpleQueue()
        self._closing = Lock()
        self._is_closed = False
        self._thread = Thread(target=self._run, name="archive-commits", daemon=True)
        self._thread.start()

    def place(self, placement: Placement) -> HeldInstance | None:
        """Return None when the instance is durable; or the instance that holds its UID, and nothing was changed.

        Raises StorageFull (the file is where it was), StorageBroken, Unavailable.
        """
        outcome: Future[HeldInstance | None] = Future()
        with self._closing:
            if self._is_closed:
                raise Unavailable("The archive is closing.", "Nothing was stored.", "Send again when it is back.")
            self._waiting.put((placement, outcome))
        return outcome.result()

    def close(self) -> None:
        """Finish what is waiting, then end the thread; a later `place` is refused."""
        with self._closing:
            is_first = not self._is_closed
            self._is_closed = True
        if is_first:
            self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        is_running = True
        while is_running:
            batch = [self._waiting.get()]
            while len(batch) < _ROUND:
                try:
                    batch.append(self._waiting.get_nowait())
                except Empty:
                    break
            is_running = None not in batch
            self._settle([job for job in batch if job is not None])

    def _settle(self, jobs: list[tuple[Placement, Future[HeldInstance | None]]]) -> None:
        """Commit a round and give every caller its outcome. Of two objects with one UID, one waits for the next round,
        where it meets the first as held."""
        while jobs:
            taken: dict[str, tuple[Placement, Future[HeldInstance | None]]] = {}
            left = []
            for job in jobs:
                uid = job[0].entry.filing.sop_instance_uid
                if uid in taken:
                    left.append(job)
                else:
                    taken[uid] = job
            self._settle_distinct(list(taken.values()))
            jobs = left

    def _settle_distinct(self, jobs: list[tuple[Placement, Future[HeldInstance | None]]]) -> None:
        try:
            held = self._commit([placement for placement, _ in jobs])
        except (StorageFull, StorageBroken) as error:
            for _, outcome in jobs:
                outcome.set_exception(error)
        except Exception as error:
            # whatever it was must reach the callers, who wait for nothing else; alone, each gets its own outcome
            if len(jobs) == 1:
                log.exception("an object could not be committed")
                jobs[0][1].set_exception(error)
            else:
                for job in jobs:
                    self._settle_distinct([job])
        else:
            for placement, outcome in jobs:
                outcome.set_result(held.get(placement.entry.filing.sop_instance_uid))

    def _commit(self, placements: Sequence[Placement]) -> dict[str, HeldInstance]:
        """One round. Answers the instances that hold a UID already, by UID."""
        names = self._folder.next_names([placement.object_id for placement in placements])
        placed: list[tuple[Placement, str]] = []
        try:
            with self._database.write() as connection:
                held = held_instances(connection, [p.entry.filing.sop_instance_uid for p in placements])
                for placement, name in zip(placements, names, strict=True):
                    if _has_place(placement, held):
                        with translated(self._database, "The object could not be put in place."):
                            self._store.place(placement.source, name)
                        placed.append((placement, name))
                self._write(connection, placed)
                self._reached(Milestone.ROWS_WRITTEN)
        except Exception:
            self._undo(placed)
            raise
        self._reached(Milestone.COMMITTED)
        return {uid: instance for uid, instance in held.items() if uid not in _uids(placed)}

    def _write(self, connection: Connection, placed: list[tuple[Placement, str]]) -> None:
        if not placed:
            return
        self._reached(Milestone.PLACED)
        with translated(self._database, "The folder of new objects could not be flushed."):
            sync_folder(self._folder.path)
        self._reached(Milestone.FOLDER_SYNCED)
        for placement, _ in placed:
            if placement.replaces:
                remove_instance(connection, placement.entry.filing.sop_instance_uid)
            if placement.besides is not None:
                placement.besides(connection)
        add_entries(connection, [replace(placement.entry, object_name=name) for placement, name in placed])

    def _undo(self, placed: list[tuple[Placement, str]]) -> None:
        """Put files back whose rows were not committed. After a broken commit nobody knows whether they were: then the
        files stay where they are, and the next start decides."""
        if self._database.is_broken:
            return
        with translated(self._database, "An object could not be taken back."):
            for placement, name in placed:
                self._store.take_back(name, placement.source)


def held_instances(connection: Connection, uids: Sequence[str]) -> dict[str, HeldInstance]:
    """The instances under these SOP Instance UIDs, by UID."""
    rows = connection.execute(HELD_INSTANCES, {"uids": list(uids)})
    return {row.sop_instance_uid: HeldInstance(*row) for row in rows}


def _has_place(placement: Placement, held: dict[str, HeldInstance]) -> bool:
    """Whether the UID is free, or held by just the instance that is to give way."""
    instance = held.get(placement.entry.filing.sop_instance_uid)
    return instance is None or (placement.replaces != "" and instance.object_name == placement.replaces)


def _uids(placed: list[tuple[Placement, str]]) -> set[str]:
    return {placement.entry.filing.sop_instance_uid for placement, _ in placed}
