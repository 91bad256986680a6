"""The one way to the database: SQLite in WAL mode, every connection set up and checked, one writer at a time.

A transaction never leaves its `with` block. Errors of the disk are told apart: full and locked pass, broken is final.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from urllib.parse import quote

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import ConnectionPoolEntry

from pacsdesk.contract.errors import StorageBroken, StorageFull

BUSY_TIMEOUT_MS = 10_000
# pages kept by each of up to 32 connections. Searching 100,000 studies alone takes 7 % longer than with 16 MB, eight
# searches at once take as long within the noise, and 8 connections keep 96 MiB less
_CACHE_KIB = 4000

# every constraint named (STYLE rule 16), so that a later revision can change it
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Base(DeclarativeBase):
    """Parent of every feature's table mappings; the features own the tables, migrations see them all."""

    metadata = METADATA


_BROKEN = (
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_READONLY,
)


class Database:
    """Reads in parallel, writes one after the other.

    A commit that failed with an I/O error or corruption is never tried again: `on_broken` hears of it and from then
    on every write raises StorageBroken (RELIABILITY 1).
    """

    def __init__(
        self, path: Path, on_broken: Callable[[str], None], make_room: Callable[[], None] = lambda: None
    ) -> None:
        """make_room: called before each transaction, so that a full disk does not stop what is small."""
        self._write_lock = RLock()
        self._writer: Connection | None = None
        self._on_broken = on_broken
        self._make_room = make_room
        self._broken = ""
        if not os.access(path.parent, os.W_OK):  # a file system that was mounted read-only after an error, mostly
            self.mark_broken(f"{path.parent} cannot be written")
        self._engine = _open(path, self.is_broken, pool_size=8, max_overflow=24)
        if not self.is_broken and (fault := _fault_of_writing(self._engine)):
            self.mark_broken(f"the database answered: {fault}")
            self._engine.dispose()
            self._engine = _open(path, self.is_broken, pool_size=8, max_overflow=24)
        # kept open, and any number beside
        self._engine_of_snapshots = _open(path, self.is_broken, pool_size=4, max_overflow=-1)
        event.listen(self._engine_of_snapshots, "connect", _keep_little)

    @property
    def engine(self) -> Engine:
        """For migrations alone."""
        return self._engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the database until the block ends."""
        with _translated(self), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")  # without it each statement would see a state of its own
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """The same for reading at somebody else's pace: of these any number may be open, so that those who are slow to
        take what they asked for never keep others from the database."""
        with _translated(self), self._engine_of_snapshots.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: committed durably when the block ends, rolled back when it raises.

        Raises StorageFull (no room, or locked by another program for 10 s) and StorageBroken.
        """
        with self._write_lock:
            if self._broken:
                raise StorageBroken(
                    "The archive is read-only.", self._broken, "Check the disk, then restart the engine."
                )
            self._make_room()
            with _translated(self):
                # always the same, as what it keeps of the file is good for as long as nobody else writes
                writer = self._writer = self._writer or self._engine.connect()
                try:
                    writer.exec_driver_sql("BEGIN IMMEDIATE")
                    yield writer
                    writer.commit()
                except BaseException:
                    self._let_writer_go()
                    raise

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep all other writers out until the block ends, whatever becomes of the transactions in it."""
        with self._write_lock:
            yield

    def mark_broken(self, reason: str) -> None:
        """Stop all writing: the disk has failed."""
        if not self._broken:
            self._broken = reason
            self._on_broken(reason)

    @property
    def is_broken(self) -> bool:
        """Whether writing has stopped for good."""
        return bool(self._broken)

    def close(self) -> None:
        """Let all connections go; the write-ahead log is folded into the file."""
        with self._write_lock:
            self._let_writer_go()
        self._engine_of_snapshots.dispose()
        self._engine.dispose()

    def _let_writer_go(self) -> None:
        """Roll back what it has begun; the next transaction gets another."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.close()


def interrupt(connection: Connection) -> None:
    """Stop the statement that runs on a connection, from any thread; it raises DatabaseError where it was executed."""
    driver = connection.connection.driver_connection
    assert driver is not None, "an open connection has one of the driver's"
    driver.interrupt()


def _open(path: Path, is_read_only: bool, pool_size: int, max_overflow: int) -> Engine:
    if not is_read_only:
        path.touch(mode=0o600)  # the owner's alone, and so are the files that SQLite puts beside it
    engine = create_engine(
        _read_only_address(path) if is_read_only else f"sqlite:///{path.as_posix()}",
        # isolation_level None: the driver begins nothing by itself, `write` says BEGIN IMMEDIATE
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000, "isolation_level": None},
        hide_parameters=True,  # a statement's values are patient data, and errors are logged
        pool_size=pool_size,
        max_overflow=max_overflow,
    )
    event.listen(engine, "connect", _set_up_for_reading if is_read_only else _set_up)
    return engine


def _fault_of_writing(engine: Engine) -> str:
    """Why a connection that may write cannot be had although one that reads perhaps can, "" when it can."""
    try:
        with engine.connect():
            return ""
    except DatabaseError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        return str(error.orig) if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY) else ""
    except StorageBroken:
        return ""  # whoever uses it first is told


def _read_only_address(path: Path) -> str:
    """Without a write-ahead log the file is all there is and nobody changes it; else SQLite reads that, too, provided
    that its index (-shm) is still there."""
    log = path.with_name(f"{path.name}-wal")
    is_all = not log.exists() or log.stat().st_size == 0
    return f"sqlite:///file:{quote(path.as_posix())}?mode=ro{'&immutable=1' if is_all else ''}&uri=true"


def _set_up_for_reading(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")


def _set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
    mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    level = cursor.execute("PRAGMA synchronous").fetchone()[0]
    cursor.close()
    if mode != "wal" or level != 2:
        raise StorageBroken(
            "The database cannot be written durably here.",
            f"journal_mode is {mode}, synchronous is {level}",
            "Move the data folder to a local disk.",
        )


def _keep_little(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Many snapshots may be open, and what each reads it reads once: no need to keep many pages of the file."""
    connection.execute("PRAGMA cache_size=-2000")


@contextmanager
def _translated(database: Database) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StorageFull(
                "The index cannot be written now.",
                str(error.orig),
                "Make room on the disk, or end the program that locks it.",
            ) from error
        if code == sqlite3.SQLITE_CANTOPEN:  # no descriptor is left, perhaps: that passes
            raise StorageFull(
                "The index cannot be opened.",
                str(error.orig),
                "Check the data folder's disk and rights, and how many files this program may have open.",
            ) from error
        if code in _BROKEN:
            database.mark_broken(f"the database answered: {error.orig}")
            raise StorageBroken(
                "The index cannot be used.",
                str(error.orig),
                "Check the disk. If index.db is damaged, put one of safety-copies or of a backup in its place and run "
                "`pacsdesk rebuild`: the images are in objects.",
            ) from error
        raise
