"""Opens what the byte route names for reading at random: stored instances, conflicting seconds, finished exports.

Paths are made from the index's own names and from ids of checked form, never from the caller's text.
"""

import os
import re
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from pacsdesk.contract.errors import NotFound, StorageBroken
from pacsdesk.engine.archive.files.objects import SUFFIX
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import read_at

DICOM_MEDIA_TYPE = "application/dicom"

Text = InstrumentedAttribute[str]

_JOB_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


class FileReader:
    """Implements link.door.ByteReader over an open file, which stays readable when it is moved or deleted meanwhile."""

    def __init__(self, path: Path, file_name: str, media_type: str, version: str = "") -> None:
        """version: changes whenever the bytes do; "" takes the file's time. Raises OSError."""
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        status = os.fstat(self._descriptor)
        self.size = status.st_size
        self.entity_tag = f"{version or status.st_mtime_ns}-{status.st_size}"
        self.media_type = media_type
        self.file_name = file_name

    def read(self, start: int, length: int) -> bytes:
        """Bytes from `start`, fewer than `length` only at the end. Raises StorageBroken."""
        try:
            return read_at(self._descriptor, start, length)
        except OSError as error:
            raise StorageBroken(
                f"{self.file_name} cannot be read.", str(error.strerror), "Check the disk of the data folder."
            ) from error

    def close(self) -> None:
        """Let the file go."""
        os.close(self._descriptor)


class ArchiveReaders:
    """Finds the file behind each kind of path of the byte route. Whether the caller may is the guard's question."""

    def __init__(self, database: Database, folder: DataFolder) -> None:
        self._database = database
        self._folder = folder

    def open_instance(self, sop_instance_uid: str) -> FileReader:
        """The Part 10 file of an instance, as stored. Raises NotFound, StorageBroken."""
        row = self._row(InstanceRow.object_name, InstanceRow.digest, InstanceRow.sop_instance_uid, sop_instance_uid)
        if row is None:
            raise NotFound(
                "The archive does not hold this instance.",
                hint="It may have been deleted meanwhile: look at the list of studies.",
            )
        return self._opened(self._folder.objects / row[0], row[1], f"{sop_instance_uid}{SUFFIX}")

    def open_conflict(self, conflict_id: str) -> FileReader:
        """The second object of an open conflict, as it came. Raises NotFound, StorageBroken."""
        row = self._row(ConflictRow.conflict_id, ConflictRow.digest, ConflictRow.conflict_id, conflict_id)
        if row is None:
            raise NotFound(
                "There is no such conflict.", hint="It may have been decided meanwhile: look at the list of conflicts."
            )
        name = f"{row[0]}{SUFFIX}"
        return self._opened(self._folder.conflicts / name, row[1], f"conflict-{name}")

    def open_export(self, job_id: str) -> FileReader:
        """The ZIP that an export job left. Raises NotFound."""
        path = self._folder.exports / f"{job_id}.zip"
        if not _JOB_ID.fullmatch(job_id) or not path.is_file():
            raise NotFound("This export is not there (any more).", hint="Exports are kept for a day: export again.")
        return FileReader(path, f"export-{job_id}.zip", "application/zip")

    def _row(self, name: Text, digest: Text, key: Text, wanted: str) -> tuple[str, str] | None:
        if not wanted.isascii():  # no key is; and a lone surrogate would stop the database driver
            return None
        with self._database.read() as connection:
            row = connection.execute(select(name, digest).where(key == wanted)).first()
        return (row[0], row[1]) if row else None

    def _opened(self, path: Path, digest: str, file_name: str) -> FileReader:
        try:
            return FileReader(path, file_name, DICOM_MEDIA_TYPE, digest)
        except FileNotFoundError as error:
            raise NotFound(
                f"The file of {file_name} is missing.",
                "It was moved away a moment ago, or the disk lost it.",
                "If the list of studies still shows it, compare index and files (`pacsdesk check`).",
            ) from error
        except OSError as error:
            raise StorageBroken(
                f"{file_name} cannot be read.", str(error.strerror), "Check the disk of the data folder."
            ) from error
