"""Compares index and files both ways and reads every file anew; it changes nothing, and needs no running engine."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, func, select

from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.engine.archive.files.moves import pending_moves
from pacsdesk.engine.archive.files.objects import SUFFIX, digest_of
from pacsdesk.engine.archive.files.wholeness import STORED_FILE_COLUMNS, StoredFile
from pacsdesk.engine.archive.index.counters import wrong_counters
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import forget_cached

MAX_NAMED = 1000
_FOLDER_NAME_LENGTH = 8

# called with how many instances were read so far; may raise to end the comparison
Progress = Callable[[int], None]
# called with the length of each piece that was read; may wait, may raise
AfterChunk = Callable[[int], None]


def say_nothing(_done: int) -> None:
    """Nobody asked how far it is."""


def as_fast_as_it_goes(_length: int) -> None:
    """Reading is not to be slowed down."""


@dataclass(slots=True)
class Findings:
    """What was found so far; each list stops growing at 1,000."""

    instances_checked: int = 0
    files_checked: int = 0
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)

    def with_those(self, further: "Findings") -> "Findings":
        """Both together."""
        return Findings(
            self.instances_checked + further.instances_checked,
            self.files_checked + further.files_checked,
            [*self.missing, *further.missing][:MAX_NAMED],
            [*self.changed, *further.changed][:MAX_NAMED],
            [*self.stray, *further.stray][:MAX_NAMED],
        )

    @staticmethod
    def note(found: list[str], name: str) -> None:
        if len(found) < MAX_NAMED:
            found.append(name)


@dataclass(frozen=True, slots=True)
class _Expected:
    """What the list of conflicts says of a file."""

    dataset_offset: int
    size_bytes: int
    digest: str


def compare_index_with_files(
    database: Database, folder: DataFolder, progress: Progress = say_nothing
) -> IntegrityReport:
    """Every row against its file and every file against its row, counters against a recount, the database's own check.

    Reads the whole archive. What arrives or leaves meanwhile is no finding.
    """
    findings = Findings()
    for name in folder_names(database, folder):
        compare_folder(database, folder, name, findings)
        progress(findings.instances_checked)
    compare_rest(database, folder, findings)
    return report_of(database, findings)


def compare_rest(
    database: Database, folder: DataFolder, findings: Findings, after_chunk: AfterChunk = as_fast_as_it_goes
) -> None:
    """What lies in no folder of objects: second objects, and files that belong nowhere."""
    _compare_conflicts(database, folder, findings, after_chunk)
    for path in folder.objects.iterdir():
        if not path.is_dir():
            findings.note(findings.stray, f"objects/{path.name}")


def report_of(database: Database, findings: Findings, taken_in: tuple[str, ...] = ()) -> IntegrityReport:
    """What was found of files, with what the database says of itself. taken_in: files that had no row and have one."""
    with database.read() as connection:
        return IntegrityReport(
            instances_checked=findings.instances_checked,
            files_checked=findings.files_checked,
            missing_files=tuple(findings.missing),
            changed_files=tuple(findings.changed),
            stray_files=tuple(findings.stray),
            wrong_counters=tuple(wrong_counters(connection, MAX_NAMED)),
            database_faults=tuple(_database_faults(connection)),
            taken_in=taken_in,
        )


def number_of_instances(database: Database) -> int:
    """How many the index knows, for telling how far a comparison is."""
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(InstanceRow)).scalar_one()


def folder_names(database: Database, folder: DataFolder) -> list[str]:
    """Folders that are there or that rows speak of."""
    with database.read() as connection:
        prefix = func.substr(InstanceRow.object_name, 1, _FOLDER_NAME_LENGTH)
        named = set(connection.scalars(select(prefix).distinct()))
    return sorted(named | {path.name for path in folder.objects.iterdir() if path.is_dir()})


def compare_folder(
    database: Database, folder: DataFolder, name: str, findings: Findings, after_chunk: AfterChunk = as_fast_as_it_goes
) -> None:
    """One folder of objects, both ways."""
    files = {f"{name}/{path.name}": path for path in (folder.objects / name).glob("*")}
    rows = _rows(database, name)
    for object_name, expected in rows.items():
        findings.instances_checked += 1
        is_same = _is_whole(folder.objects / object_name, expected, after_chunk)
        if is_same or object_name not in _rows(database, name, object_name):
            continue
        found = findings.missing if object_name not in files else findings.changed
        findings.note(found, f"objects/{object_name}")
    findings.files_checked += len(files)
    for object_name in sorted(files.keys() - rows.keys()):
        if object_name not in _rows(database, name, object_name) and _stays(database, folder, files[object_name]):
            findings.note(findings.stray, f"objects/{object_name}")


def _rows(database: Database, name: str, object_name: str = "") -> dict[str, StoredFile]:
    """The rows of a folder, or of one file in it."""
    statement = select(*STORED_FILE_COLUMNS)
    if object_name:
        statement = statement.where(InstanceRow.object_name == object_name)
    else:
        # "0" is the character after "/"
        statement = statement.where(InstanceRow.object_name >= f"{name}/", InstanceRow.object_name < f"{name}0")
    with database.read() as connection:
        return {row[0]: StoredFile(*tuple(row)) for row in connection.execute(statement)}


def _stays(database: Database, folder: DataFolder, path: Path) -> bool:
    """Whether a file without a row is there to stay; a rename that was written down may still be to come."""
    with database.read() as connection:
        is_leaving = pending_moves(connection, folder).takes_away(path)
    return not is_leaving and path.exists()


def _compare_conflicts(database: Database, folder: DataFolder, findings: Findings, after_chunk: AfterChunk) -> None:
    rows = dict(_conflict_rows(database))
    files = {path.name: path for path in folder.conflicts.glob(f"*{SUFFIX}")}
    for name, expected in rows.items():
        path = folder.conflicts / name
        if not _is_same(path, expected, after_chunk) and name in dict(_conflict_rows(database)):
            if _is_on_its_way(database, folder, path):
                continue
            found = findings.missing if name not in files else findings.changed
            findings.note(found, f"conflicts/{name}")
    findings.files_checked += len(files)
    for name in sorted(files.keys() - rows.keys()):
        if name not in dict(_conflict_rows(database)) and _stays(database, folder, files[name]):
            findings.note(findings.stray, f"conflicts/{name}")


def _is_on_its_way(database: Database, folder: DataFolder, path: Path) -> bool:
    """Whether a rename that brings the file was written down and may still be to come."""
    with database.read() as connection:
        return path in pending_moves(connection, folder).targets


def _conflict_rows(database: Database) -> Iterator[tuple[str, _Expected]]:
    statement = select(ConflictRow.conflict_id, ConflictRow.dataset_offset, ConflictRow.size_bytes, ConflictRow.digest)
    with database.read() as connection:
        for row in connection.execute(statement):
            yield f"{row[0]}{SUFFIX}", _Expected(*row[1:])


def _is_whole(path: Path, expected: StoredFile, after_chunk: AfterChunk) -> bool:
    try:
        forget_cached(path)
        return expected.is_whole(path, after_chunk)
    except OSError:
        return False


def _is_same(path: Path, expected: _Expected, after_chunk: AfterChunk) -> bool:
    try:
        forget_cached(path)
        return digest_of(path, expected.dataset_offset, after_chunk) == (expected.size_bytes, expected.digest)
    except OSError:
        return False


def _database_faults(connection: Connection) -> list[str]:
    """What SQLite finds wrong with itself; PostgreSQL checks its pages as it reads them."""
    if connection.dialect.name != "sqlite":
        return []
    faults = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(100)") if row[0] != "ok"]
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        faults.append(f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there")
    return faults[:MAX_NAMED]
