"""The one way to the database: SQLite in WAL mode, every connection set up and checked, one writer at a time.

A transaction never leaves its `with` block. Errors of the disk are told apart: full and locked pass, broken is final.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock, get_ident
from typing import Protocol

from sqlalchemy import Connection, Engine, MetaData, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import DeclarativeBase

from pacsdesk.contract.errors import StorageBroken, StorageFull
from pacsdesk.engine.runtime.connections import fault_of_writing, keep_little, open_connections

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


class Unsettled(Protocol):
    """What a feature has committed in a form of its own and brings into its tables later, many rows at a time.

    Everything here is called by who holds the write lock, but `is_any`. Nobody else meets the tables without it.
    """

    @property
    def is_any(self) -> bool:
        """Whether there is something to bring in."""
        ...

    def settle(self, connection: Connection) -> None:
        """Bring all of it in, as a part of this transaction."""
        ...

    def committed(self) -> None:
        """The transaction has come about, whatever it held."""
        ...

    def rolled_back(self) -> None:
        """It has not."""
        ...


class _Nothing:
    """Implements Unsettled for a database whose features write their tables at once."""

    is_any = False

    def settle(self, connection: Connection) -> None:
        """Nothing to do."""

    def committed(self) -> None:
        """Nothing was waiting for it."""

    def rolled_back(self) -> None:
        """Nor for this."""


class Database:
    """Reads in parallel, writes one after the other.

    A commit that failed with an I/O error or corruption is never tried again: `on_broken` hears of it and from then
    on every write raises StorageBroken (RELIABILITY 1).
    """

    def __init__(
        self, path: Path, on_broken: Callable[[str], None], make_room: Callable[[], None] = lambda: None
    ) -> None:
        """make_room: called before each transaction, so that a full disk does not stop what is small."""
        self.unsettled: Unsettled = _Nothing()
        self._write_lock = RLock()
        self._owner = 0  # the thread that holds it
        self._writer: Connection | None = None
        self._on_broken = on_broken
        self._make_room = make_room
        self._broken = ""
        if not os.access(path.parent, os.W_OK):  # a file system that was mounted read-only after an error, mostly
            self.mark_broken(f"{path.parent} cannot be written")
        self._engine = open_connections(path, self.is_broken, pool_size=8, max_overflow=24)
        if not self.is_broken and (fault := fault_of_writing(self._engine)):
            self.mark_broken(f"the database answered: {fault}")
            self._engine.dispose()
            self._engine = open_connections(path, self.is_broken, pool_size=8, max_overflow=24)
        # kept open, and any number beside
        self._engine_of_snapshots = open_connections(path, self.is_broken, pool_size=4, max_overflow=-1)
        event.listen(self._engine_of_snapshots, "connect", keep_little)

    @property
    def engine(self) -> Engine:
        """For migrations alone."""
        return self._engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the database until the block ends."""
        self.settle()
        with _translated(self), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")  # without it each statement would see a state of its own
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """The same for reading at somebody else's pace: of these any number may be open, so that those who are slow to
        take what they asked for never keep others from the database."""
        self.settle()
        with _translated(self), self._engine_of_snapshots.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: committed durably when the block ends, rolled back when it raises.

        Raises StorageFull (no room, or locked by another program for 10 s) and StorageBroken.
        """
        with self._transaction(settles=True) as connection:
            yield connection

    @contextmanager
    def append(self) -> Iterator[Connection]:
        """A transaction that leaves what is unsettled as it is: for the feature that adds to it."""
        with self._transaction(settles=False) as connection:
            yield connection

    def settle(self) -> None:
        """Bring in what is unsettled; not where nothing can be written, nor where this thread writes already."""
        if self.unsettled.is_any and not self._broken and self._owner != get_ident():
            with suppress(StorageFull, StorageBroken), self.write():
                pass

    @contextmanager
    def _transaction(self, settles: bool) -> Iterator[Connection]:
        with self.alone():
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
                    if settles and self.unsettled.is_any:
                        self.unsettled.settle(writer)
                    yield writer
                    writer.commit()
                except BaseException:
                    self.unsettled.rolled_back()
                    self._let_writer_go()
                    raise
                self.unsettled.committed()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep all other writers out until the block ends, whatever becomes of the transactions in it."""
        with self._write_lock:
            before, self._owner = self._owner, get_ident()
            try:
                yield
            finally:
                self._owner = before

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
        self.settle()
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
