"""Prepared statements: the same rows and types as SQLAlchemy's own, its errors, and text that fits other databases."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DatabaseError

from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.prepared import Prepared

EVENTS = Table(
    "events",
    MetaData(),
    Column("row_id", Integer, primary_key=True),
    Column("name", String(20), unique=True),
    Column("at", DateTime),
)
NOON = datetime(2026, 3, 11, 12, 0, 0, 250)
ADD = Prepared(insert(EVENTS).returning(EVENTS.c.row_id), ("name", "at"))
FIND = Prepared(select(EVENTS.c.at, EVENTS.c.name).where(EVENTS.c.name == bindparam("wanted")))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A database with one empty table."""
    opened = Database(tmp_path / "test.db", lambda reason: None)
    EVENTS.create(opened.engine)
    yield opened
    opened.close()


def test_a_row_comes_back_with_the_types_it_went_in_with(database: Database) -> None:
    with database.write() as connection:
        ADD.row(connection, {"name": "noon", "at": NOON})
        assert FIND.row(connection, {"wanted": "noon"}) == (NOON, "noon")


def test_sqlalchemy_reads_what_was_written(database: Database) -> None:
    with database.write() as connection:
        ADD.row(connection, {"name": "noon", "at": NOON})
        assert connection.execute(select(EVENTS.c.at)).scalar_one() == NOON


def test_an_insert_answers_the_new_id(database: Database) -> None:
    with database.write() as connection:
        ids = [ADD.row(connection, {"name": name, "at": None}) for name in "ab"]
    assert ids == [(1,), (2,)]


def test_what_is_not_there_is_none(database: Database) -> None:
    with database.read() as connection:
        assert FIND.row(connection, {"wanted": "noon"}) is None


def test_many_rows_are_written_and_read(database: Database) -> None:
    every = Prepared(select(EVENTS.c.name).order_by(EVENTS.c.name))
    with database.write() as connection:
        Prepared(insert(EVENTS), ("name",)).run_many(connection, [{"name": "b"}, {"name": "a"}])
        assert every.rows(connection, {}) == [("a",), ("b",)]


def test_many_of_nothing_do_nothing(database: Database) -> None:
    with database.write() as connection:
        Prepared(insert(EVENTS), ("name",)).run_many(connection, [])
        assert Prepared(select(EVENTS.c.name)).rows(connection, {}) == []


def test_a_transaction_that_fails_takes_everything_back(database: Database) -> None:
    with pytest.raises(DatabaseError), database.write() as connection:
        ADD.row(connection, {"name": "noon", "at": None})
        ADD.row(connection, {"name": "noon", "at": None})
    with database.read() as connection:
        assert FIND.row(connection, {"wanted": "noon"}) is None


def test_an_error_tells_nothing_of_the_values(database: Database) -> None:
    with pytest.raises(DatabaseError) as raised, database.write() as connection:
        for _ in range(2):
            ADD.row(connection, {"name": "Phantom^Amber", "at": None})
    assert "Phantom" not in str(raised.value)


def test_a_parameter_may_stand_twice(database: Database) -> None:
    rename = Prepared(
        update(EVENTS).where(EVENTS.c.name != bindparam("new")).values(name=bindparam("new")),
    )
    with database.write() as connection:
        ADD.row(connection, {"name": "noon", "at": NOON})
        rename.run(connection, {"new": "midnight"})
        assert FIND.row(connection, {"wanted": "midnight"}) == (NOON, "midnight")


def test_another_database_gets_named_parameters() -> None:
    form = FIND._form(postgresql.dialect())  # type: ignore[no-untyped-call]  # SQLAlchemy's own
    assert form.parameters({"wanted": "noon", "more": 1}) == {"wanted": "noon"}
