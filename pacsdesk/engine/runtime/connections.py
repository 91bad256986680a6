"""Connections to SQLite, set up and checked one by one; for the database alone."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from pacsdesk.contract.errors import StorageBroken

_BUSY_TIMEOUT_MS = 10_000
# pages kept by each of up to 32 connections. Searching 100,000 studies alone takes 7 % longer than with 16 MB, eight
# searches at once take as long within the noise, and 8 connections keep 96 MiB less
_CACHE_KIB = 4000


def open_connections(path: Path, is_read_only: bool, pool_size: int, max_overflow: int) -> Engine:
    """A pool of connections, each of which writes durably or not at all."""
    if not is_read_only:
        path.touch(mode=0o600)  # the owner's alone, and so are the files that SQLite puts beside it
    engine = create_engine(
        _read_only_address(path) if is_read_only else f"sqlite:///{path.as_posix()}",
        # isolation_level None: the driver begins nothing by itself, `write` says BEGIN IMMEDIATE
        connect_args={"check_same_thread": False, "timeout": _BUSY_TIMEOUT_MS / 1000, "isolation_level": None},
        hide_parameters=True,  # a statement's values are patient data, and errors are logged
        pool_size=pool_size,
        max_overflow=max_overflow,
    )
    event.listen(engine, "connect", _set_up_for_reading if is_read_only else _set_up)
    return engine


def fault_of_writing(engine: Engine) -> str:
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
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}")
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


def keep_little(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Many snapshots may be open, and what each reads it reads once: no need to keep many pages of the file."""
    connection.execute("PRAGMA cache_size=-2000")
