"""Which folders of objects/ take new files: known durably before the first file, so that a start looks only there.

A folder holds at most a thousand files, named by a counter ("000001a7"). Each receiver has an open folder of its own;
closed ones never change, so recovery does not grow with the archive.
"""

from datetime import UTC
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, update

from pacsdesk.engine.archive.files.disk import translated
from pacsdesk.engine.archive.files.objects import SUFFIX
from pacsdesk.engine.archive.tables import ObjectFolderRow
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import sync_folder

MAX_FILES = 1000


def open_folders(database: Database) -> list[str]:
    """Names of the folders that may hold files whose rows were not committed."""
    with database.read() as connection:
        numbers = connection.scalars(select(ObjectFolderRow.number).where(ObjectFolderRow.is_open)).all()
    return [_name(number) for number in numbers]


def close_folders(database: Database, names: list[str]) -> None:
    """Take no more files into these: every file in them has its row."""
    with database.write() as connection:
        numbers = [int(name, 16) for name in names]
        connection.execute(update(ObjectFolderRow).where(ObjectFolderRow.number.in_(numbers)).values(is_open=False))


class OpenFolder:
    """One receiver's folder for new files; for one thread."""

    def __init__(self, database: Database, folder: DataFolder, clock: Clock) -> None:
        self._database = database
        self._objects = folder.objects
        self._clock = clock
        self._number = -1
        self._files = MAX_FILES

    @property
    def path(self) -> Path:
        """Where the latest names lie; to be synchronised after files were placed."""
        return self._objects / _name(self._number)

    def next_names(self, object_ids: list[str]) -> list[str]:
        """Names for new files, all in one folder with room. Raises StorageFull, StorageBroken.

        Opens another folder, in a transaction of its own, when this one is full: the caller holds none, and everything
        that was placed before has its row.
        """
        if self._files + len(object_ids) > MAX_FILES:
            self._open_next()
        self._files += len(object_ids)
        return [f"{_name(self._number)}/{object_id}{SUFFIX}" for object_id in object_ids]

    def _open_next(self) -> None:
        with self._database.write() as connection:
            if self._number >= 0:
                connection.execute(
                    update(ObjectFolderRow).where(ObjectFolderRow.number == self._number).values(is_open=False)
                )
            number = self._free_number(connection)
            opened_at = self._clock().astimezone(UTC).replace(tzinfo=None)
            connection.execute(insert(ObjectFolderRow).values(number=number, opened_at=opened_at, is_open=True))
        with translated(self._database, "A folder for objects could not be made."):
            (self._objects / _name(number)).mkdir(mode=0o700)
            sync_folder(self._objects)
        self._number, self._files = number, 0

    def _free_number(self, connection: Connection) -> int:
        """The next number; names on disk that the table does not know (an older copy of it was restored) are passed."""
        highest: int | None = connection.scalar(select(func.max(ObjectFolderRow.number)))
        number = 0 if highest is None else highest + 1
        while (self._objects / _name(number)).exists():
            number += 1
        return number


def _name(number: int) -> str:
    return f"{number:08x}"
