"""Makes the index anew from the files, in small transactions, while reading and storing go on.

Each stored file is read and its rows are written over what was there; rows whose file is gone are taken out at the end.
No file is touched. It may be stopped and begun again at any point.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, select

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.jobs import JobProblem, JobResult
from pacsdesk.engine.archive.dataset.filing import IdentityMismatch, IdentityUnclear, file_object
from pacsdesk.engine.archive.files.moves import pending_moves
from pacsdesk.engine.archive.files.provenance import read_keys, read_provenance
from pacsdesk.engine.archive.index.entries import IndexEntry, index_entry
from pacsdesk.engine.archive.index.held import held_instances
from pacsdesk.engine.archive.index.reindex import FirstSights, forget_instances, recount_sources, reindex
from pacsdesk.engine.archive.storing.notices import StudyNotices
from pacsdesk.engine.archive.storing.seconds import SecondObjects
from pacsdesk.engine.archive.tables import InstanceRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.jobs.work import JobContext
from pacsdesk.engine.runtime.paths import DataFolder

_BATCH = 200
_MAX_PROBLEMS = 1000


@dataclass(slots=True)
class _Tally:
    """What a rebuild has done so far."""

    indexed: int = 0
    removed: int = 0
    number_of_problems: int = 0
    problems: list[JobProblem] = field(default_factory=list)

    def note(self, subject: str, reason: str) -> None:
        """Something that a person should know."""
        self.number_of_problems += 1
        if len(self.problems) < _MAX_PROBLEMS:
            self.problems.append(JobProblem(subject, reason))


class Rebuild:
    """The work of a job, on the archive of a running engine."""

    def __init__(self, database: Database, folder: DataFolder, seconds: SecondObjects, notices: StudyNotices) -> None:
        self._database = database
        self._folder = folder
        self._seconds = seconds
        self._notices = notices

    def work(self, context: JobContext) -> JobResult:
        """Go through all files. Raises JobCancelled between two transactions, StorageFull, StorageBroken."""
        tally = _Tally()
        sights = FirstSights()
        total = sum(1 for _ in self._files())
        files = self._files()
        done = 0
        while batch := list(islice(files, _BATCH)):
            context.report(done, total, "Reading files")
            self._index([entry for path in batch if (entry := self._entry(path, tally))], sights, tally)
            done += len(batch)
        self._remove_entries_without_file(context, tally)
        for path in self._seconds.relist():
            tally.note(f"conflicts/{path.name}", "It cannot be read, so it is not in the list of conflicts.")
        with self._database.write() as connection:
            recount_sources(connection)
        summary = f"{tally.indexed:,} objects indexed, {tally.removed:,} entries without a file removed."
        return JobResult(summary, tuple(tally.problems), tally.number_of_problems)

    def _files(self) -> Iterator[Path]:
        for folder in sorted(self._folder.objects.iterdir()):
            if folder.is_dir():
                yield from sorted(folder.iterdir())

    def _entry(self, path: Path, tally: _Tally) -> IndexEntry | None:
        """What the index is to say about a file; None for one that is not ours or went away meanwhile."""
        name = path.relative_to(self._folder.objects).as_posix()
        try:
            provenance = read_provenance(path)
            keys = read_keys(path, provenance)
            filing = file_object(keys, provenance.arrival)
        except FileNotFoundError:
            return None
        except OSError as error:
            tally.note(f"objects/{name}", f"The disk cannot read it: {error.strerror}.")
            return None
        except (InvalidInput, IdentityUnclear, IdentityMismatch) as error:
            tally.note(f"objects/{name}", str(error))
            return None
        receipt = provenance.receipt
        entry = index_entry(provenance.arrival, keys, filing, receipt.size_bytes, receipt.digest)
        return replace(entry, object_name=name, dataset_offset=provenance.dataset_offset)

    def _index(self, entries: list[IndexEntry], sights: FirstSights, tally: _Tally) -> None:
        with self._database.write() as connection:
            settled = self._settled(connection, entries, tally)
            if settled:
                reindex(connection, settled, sights)
        tally.indexed += len(settled)
        for entry in settled:
            self._notices.add(entry.filing.study_instance_uid)

    def _settled(self, connection: Connection, entries: list[IndexEntry], tally: _Tally) -> list[IndexEntry]:
        """Those entries whose file still is the one for its UID: asked inside of the transaction, because files come
        and go until it begins."""
        held = held_instances(connection, [entry.filing.sop_instance_uid for entry in entries])
        leaving = pending_moves(connection, self._folder)
        settled: dict[str, IndexEntry] = {}
        for entry in entries:
            path = self._folder.objects / entry.object_name
            if leaving.takes_away(path) or not path.exists():
                continue
            uid = entry.filing.sop_instance_uid
            other = settled[uid].object_name if uid in settled else held[uid].object_name if uid in held else ""
            if other not in ("", entry.object_name) and (self._folder.objects / other).exists():
                tally.note(f"objects/{entry.object_name}", f"It has the SOP Instance UID of objects/{other}.")
                continue
            settled[uid] = entry
        return list(settled.values())

    def _remove_entries_without_file(self, context: JobContext, tally: _Tally) -> None:
        last = 0
        while True:
            context.report(tally.indexed, tally.indexed, "Looking for entries without a file")
            with self._database.write() as connection:
                rows = connection.execute(
                    select(InstanceRow.row_id, InstanceRow.object_name, InstanceRow.sop_instance_uid)
                    .where(InstanceRow.row_id > last)
                    .order_by(InstanceRow.row_id)
                    .limit(_BATCH)
                ).all()
                if not rows:
                    return
                last = rows[-1].row_id
                gone = [row for row in rows if not (self._folder.objects / row.object_name).exists()]
                if gone:
                    forget_instances(connection, [row.row_id for row in gone])
            for row in gone:
                tally.removed += 1
                tally.note(row.sop_instance_uid, f"Its file objects/{row.object_name} is gone.")
