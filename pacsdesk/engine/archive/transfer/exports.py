"""Makes the ZIP of an export: the stored bytes of some studies as a DICOM file-set with its DICOMDIR.

The ZIP appears under its final name when it is whole, or not at all; it is kept for a day.
"""

import hashlib
import logging
import shutil
import uuid
import zipfile
from collections.abc import Callable, Iterator, Sequence, Set
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from pacsdesk.contract.errors import NotFound, StorageBroken, StorageFull
from pacsdesk.contract.records.archive import Packing
from pacsdesk.contract.records.jobs import JobProblem, JobResult
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.archive.dataset.encoding import NATIVE
from pacsdesk.engine.archive.tables import StudyRow
from pacsdesk.engine.archive.transfer.dicomdir import encode_dicomdir
from pacsdesk.engine.archive.transfer.file_set import (
    FILE_SET_ID,
    IndexRow,
    PlacedFile,
    directory_of,
    place_files,
    read_rows,
    readme,
)
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.jobs.work import JobContext
from pacsdesk.engine.runtime.paths import DataFolder

log = logging.getLogger(__name__)


def new_uid() -> str:
    """A UID that nobody else has (PS3.5 B.2)."""
    return f"2.25.{uuid.uuid4().int}"


_KEPT = timedelta(days=1)
_COPY_CHUNK = 1 << 20
_MAX_PROBLEMS = 1000
# what a file costs in a ZIP and in its DICOMDIR beside its own bytes
_BYTES_PER_FILE = 1024
_ZIP64_FROM = 1 << 31
_DAMAGED = "its file is damaged, its bytes are not those that were stored; `pacsdesk check` names the file"
_UNFINISHED = ".part"
# quick, and within a few percent of the best for the pixels of CT and MR
_DEFLATE_LEVEL = 1


class Exports:
    """Writes exports and removes old ones."""

    def __init__(
        self,
        database: Database,
        folder: DataFolder,
        clock: Clock,
        reserve_bytes: int,
        new_uid: Callable[[], str] = new_uid,
        free_bytes: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free,
    ) -> None:
        """reserve_bytes: room that stays free on the disk."""
        self._database = database
        self._folder = folder
        self._clock = clock
        self._reserve_bytes = reserve_bytes
        self._new_uid = new_uid
        self._free_bytes = free_bytes

    def recover(self) -> None:
        """Remove what an earlier run left unfinished, and exports that are over a day old."""
        for path in self._folder.exports.glob(f"*{_UNFINISHED}"):
            path.unlink(missing_ok=True)
        self._remove_old()

    def check_held(self, study_instance_uids: Sequence[StudyInstanceUID]) -> None:
        """Raises NotFound unless the archive holds all of these studies."""
        wanted = {str(uid) for uid in study_instance_uids}
        with self._database.read() as connection:
            held = connection.scalars(
                select(StudyRow.study_instance_uid).where(StudyRow.study_instance_uid.in_(wanted))
            )
            _refuse_missing(wanted.difference(held))

    def write(
        self, context: JobContext, study_instance_uids: Sequence[StudyInstanceUID], packing: Packing
    ) -> JobResult:
        """Make the ZIP of a job. Raises NotFound, StorageFull, StorageBroken, JobCancelled.

        What is missing or damaged is left out and named; the rest is exported.
        """
        rows = self._rows(study_instance_uids)
        self._check_room(rows)
        finished = self._folder.exports / f"{context.job_id}.zip"
        unfinished = finished.with_suffix(_UNFINISHED)
        try:
            with zipfile.ZipFile(unfinished, "x", _method(packing), compresslevel=_DEFLATE_LEVEL) as archive:
                problems, files = self._fill(archive, context, rows)
            unfinished.replace(finished)
        except OSError as error:
            raise StorageFull("The export cannot be written.", str(error.strerror), "Make room on the disk.") from error
        finally:
            unfinished.unlink(missing_ok=True)
        self._remove_old()
        summary = f"{files:,} {'instance' if files == 1 else 'instances'} exported"
        return JobResult(
            summary=f"{summary}, {len(problems):,} left out" if problems else summary,
            problems=tuple(problems[:_MAX_PROBLEMS]),
            number_of_problems=len(problems),
            artifact=f"export/{context.job_id}",
        )

    def _rows(self, study_instance_uids: Sequence[StudyInstanceUID]) -> list[IndexRow]:
        wanted = dict.fromkeys(str(uid) for uid in study_instance_uids)
        with self._database.read() as connection:
            rows = read_rows(connection, list(wanted))
        _refuse_missing(wanted.keys() - {row.study_instance_uid for row in rows})
        return rows

    def _check_room(self, rows: Sequence[IndexRow]) -> None:
        wanted = sum(row.size_bytes + _BYTES_PER_FILE for row in rows)
        free = self._free_bytes(self._folder.exports)
        if free - wanted < self._reserve_bytes:
            raise StorageFull(
                "There is not enough room for this export.",
                f"It needs {wanted:,} bytes, {max(0, free - self._reserve_bytes):,} are to be had.",
                "Export fewer studies at once, or make room on the disk of the data folder.",
            )

    def _fill(
        self, archive: zipfile.ZipFile, context: JobContext, rows: Sequence[IndexRow]
    ) -> tuple[list[JobProblem], int]:
        """Everything into the ZIP; answers what was left out, and how many files were not."""
        problems: list[JobProblem] = []
        written: list[PlacedFile] = []
        for done, file in enumerate(place_files(rows)):
            context.report(done, len(rows))
            if fault := self._fault(file):
                problems.append(JobProblem(file.row.sop_instance_uid, fault))
            else:
                self._copy(archive, file)
                written.append(file)
        roots = directory_of(written, lambda object_name: self._folder.objects / object_name)
        archive.writestr("DICOMDIR", encode_dicomdir(roots, FILE_SET_ID, self._new_uid()))
        archive.writestr("README.TXT", readme(written))
        context.report(len(rows), len(rows))
        return problems, len(written)

    def _fault(self, file: PlacedFile) -> str:
        """Why a file is left out, "" when every byte of it is what was stored. Asked before it is copied: what is in a
        ZIP stays there."""
        path = self._folder.objects / file.row.object_name
        try:
            return "" if file.stored_file().is_whole(path) else _DAMAGED
        except FileNotFoundError:
            return "its file is missing; it may have been deleted"
        except OSError as error:
            log.error("objects/%s cannot be read: %s", file.row.object_name, error.strerror)
            return f"its file cannot be read: {error.strerror}"

    def _copy(self, archive: zipfile.ZipFile, file: PlacedFile) -> None:
        entry: str | zipfile.ZipInfo = "/".join(file.file_id)
        if file.row.transfer_syntax_uid not in NATIVE:
            entry = zipfile.ZipInfo("/".join(file.file_id))  # compressed pixels do not get smaller: stored
        copied = hashlib.sha256()
        is_large = file.row.size_bytes >= _ZIP64_FROM
        with archive.open(entry, "w", force_zip64=is_large) as target:
            for start, chunk in self._chunks(file):
                target.write(chunk)
                copied.update(chunk[max(0, file.row.dataset_offset - start) :])
        if copied.hexdigest() != file.row.digest:
            raise _broken(file, "It answers other bytes each time it is read.")

    def _chunks(self, file: PlacedFile) -> Iterator[tuple[int, bytes]]:
        """The stored bytes and where each begins. Raises StorageBroken, as errors of reading are none of writing."""
        start = 0
        try:
            with (self._folder.objects / file.row.object_name).open("rb") as source:
                while chunk := source.read(_COPY_CHUNK):
                    yield start, chunk
                    start += len(chunk)
        except OSError as error:
            raise _broken(file, f"{error.strerror}.") from error

    def _remove_old(self) -> None:
        oldest = (self._clock() - _KEPT).timestamp()
        for path in self._folder.exports.glob("*.zip"):
            if path.stat().st_mtime < oldest:
                log.info("removing the export %s", path.name)
                path.unlink(missing_ok=True)


def _broken(file: PlacedFile, reason: str) -> StorageBroken:
    return StorageBroken(
        "The export was ended by an object that could not be copied.",
        f"{file.row.sop_instance_uid}, objects/{file.row.object_name}: {reason}",
        "Export again, and check the disk.",
    )


def _refuse_missing(uids: Set[str]) -> None:
    if uids:
        raise NotFound(
            "The archive does not hold this study.",
            min(uids),
            "It may have been deleted meanwhile: look at the list of studies.",
        )


def _method(packing: Packing) -> int:
    # a folder is unpacked at once where it was asked for: packing it would only cost time
    return zipfile.ZIP_DEFLATED if packing is Packing.ZIP else zipfile.ZIP_STORED
