"""Writes are whole or nothing, durable, and stop for good when the disk has failed."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from pacsdesk.contract.errors import StorageBroken, StorageFull
from pacsdesk.engine.runtime.database import Database, interrupt


@pytest.fixture
def told() -> list[str]:
    """Why the database said that it is broken."""
    return []


@pytest.fixture
def database(tmp_path: Path, told: list[str]) -> Iterator[Database]:
    """A database with one table."""
    made = Database(tmp_path / "index.db", told.append)
    with made.write() as connection:
        connection.execute(text("CREATE TABLE t (a INTEGER)"))
    yield made
    made.close()


def rows(database: Database) -> int:
    """How many rows the table has."""
    with database.read() as connection:
        return int(connection.execute(text("SELECT count(*) FROM t")).scalar_one())


def test_nobody_but_the_owner_can_read_the_files(database: Database, tmp_path: Path) -> None:
    files = list(tmp_path.glob("index.db*"))
    assert len(files) == 3
    assert [file.name for file in files if file.stat().st_mode & 0o077] == []


def test_every_connection_writes_durably(database: Database) -> None:
    with database.read() as first, database.read() as second:
        for connection in (first, second):
            assert connection.execute(text("PRAGMA synchronous")).scalar_one() == 2
            assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"


def test_a_block_that_raises_leaves_nothing(database: Database) -> None:
    with pytest.raises(KeyError), database.write() as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
        raise KeyError
    assert rows(database) == 0


def test_a_reader_sees_what_was_committed_before_it_began(database: Database) -> None:
    with database.write() as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
        assert rows(database) == 0
    assert rows(database) == 1


def test_a_reader_sees_one_state_until_its_block_ends(database: Database) -> None:
    with database.read() as connection:
        counts = [connection.execute(text("SELECT count(*) FROM t")).scalar_one()]
        with database.write() as writer:
            writer.execute(text("INSERT INTO t VALUES (1)"))
        counts.append(connection.execute(text("SELECT count(*) FROM t")).scalar_one())
    assert (counts, rows(database)) == ([0, 0], 1)


def test_full_is_no_failure_of_the_disk(database: Database, told: list[str]) -> None:
    with database.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    with pytest.raises(StorageFull), database.write() as connection:
        connection.execute(text(f"PRAGMA max_page_count={pages}"))
        connection.execute(
            text("WITH n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 100000) INSERT INTO t SELECT i FROM n")
        )
    assert told == []
    assert not database.is_broken


def test_an_io_error_stops_writing_for_good(database: Database, told: list[str]) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
    with pytest.raises(StorageBroken), database.write() as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
        raise OperationalError("COMMIT", {}, error)
    assert len(told) == 1
    with pytest.raises(StorageBroken), database.write():
        pass
    assert rows(database) == 0


def test_a_snapshot_sees_one_state_until_its_block_ends(database: Database) -> None:
    with database.snapshot() as connection:
        before = connection.execute(text("SELECT count(*) FROM t")).scalar_one()
        with database.write() as other:
            other.execute(text("INSERT INTO t VALUES (1)"))
        assert (before, connection.execute(text("SELECT count(*) FROM t")).scalar_one()) == (0, 0)


def test_many_open_snapshots_keep_nobody_from_writing(database: Database) -> None:
    with ExitStack() as snapshots:
        for _ in range(40):
            snapshots.enter_context(database.snapshot())
        with database.write() as connection:
            connection.execute(text("INSERT INTO t VALUES (1)"))
        assert rows(database) == 1


def test_a_statement_that_would_never_end_is_stopped(database: Database) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with database.snapshot() as connection:
        # a statement that has not begun is not stopped, so it is tried until it was there
        ended = Event()

        def stop() -> None:
            while not ended.wait(0.01):
                interrupt(connection)

        stopping = Thread(target=stop)
        stopping.start()
        with pytest.raises(OperationalError, match="interrupted"):
            connection.execute(text(endless))
        ended.set()
        stopping.join()
