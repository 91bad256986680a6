"""The migrated schema is the models' schema; rows survive; a copy is made first; a newer database is left alone."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

import pacsdesk.engine.archive.tables
import pacsdesk.engine.network.tables
import pacsdesk.engine.runtime.jobs.tables
import pacsdesk.engine.security.tables  # noqa: F401  each import adds its tables to METADATA
from pacsdesk.contract.errors import Refused
from pacsdesk.engine.migrations.upgrade import REVISIONS, migrate
from pacsdesk.engine.runtime.database import METADATA, Database
from pacsdesk.engine.runtime.paths import DataFolder

HEAD = "0009"


def moment() -> datetime:
    """A time that stands still."""
    return datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """An empty data folder."""
    made = DataFolder(tmp_path / "site")
    made.make()
    return made


@pytest.fixture
def database(folder: DataFolder) -> Iterator[Database]:
    """Its database, migrated."""
    made = Database(folder.database, lambda reason: None)
    migrate(made, folder, moment)
    yield made
    made.close()


def test_the_migrated_schema_equals_the_models(database: Database) -> None:
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_a_database_of_this_version_is_not_touched(database: Database, folder: DataFolder) -> None:
    migrate(database, folder, moment)
    assert list(folder.safety_copies.iterdir()) == []


def test_a_newer_database_is_refused_untouched(database: Database, folder: DataFolder) -> None:
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Refused, match="newer PACSDesk"):
        migrate(database, folder, moment)


def test_an_empty_database_gets_its_shape_in_one_transaction(folder: DataFolder, database: Database) -> None:
    with database.read() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [HEAD]
        assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"


LATER = f"""
import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{HEAD}"


def upgrade():
    op.add_column("peers", sa.Column("colour", sa.Text(), nullable=False, server_default="grey"))
"""


def test_rows_survive_a_later_revision_and_a_copy_from_before_is_kept(
    database: Database, folder: DataFolder, tmp_path: Path
) -> None:
    with database.write() as connection:
        connection.execute(text("INSERT INTO sources VALUES ('CT01', '2026-11-24 08:00:00', 7)"))
        connection.execute(
            text(
                "INSERT INTO peers VALUES (1, 'ct', 'CT', 'CT01', 'any', 0, 'plain', 'echo store', 'notes', 'refuse', "
                "'ISO_IR 100', 'Ada', 'find', 5, 0, 60, 'exact')"
            )
        )
    revisions = tmp_path / "revisions"
    shutil.copytree(REVISIONS, revisions)
    (revisions / "versions" / "later.py").write_text(LATER, encoding="utf-8")
    migrate(database, folder, moment, revisions)
    with database.read() as connection:
        assert connection.execute(text("SELECT name, colour FROM peers")).all() == [("CT", "grey")]
        assert connection.execute(text("SELECT number_of_instances FROM sources")).scalar_one() == 7
    (copy,) = folder.safety_copies.glob("*.db")
    with closing(sqlite3.connect(copy)) as before:
        assert before.execute("SELECT name FROM peers").fetchall() == [("CT",)]
        assert before.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]


@pytest.fixture
def before_queries(folder: DataFolder, tmp_path: Path) -> Iterator[Database]:
    """A database of the first shape, with a patient and a series."""
    revisions = tmp_path / "first"
    shutil.copytree(REVISIONS, revisions)
    for later in sorted((revisions / "versions").glob("*.py"))[1:]:
        later.unlink()
    made = Database(folder.database, lambda reason: None)
    migrate(made, folder, moment, revisions)
    with made.write() as connection:
        for table, values in FIRST_ROWS.items():
            columns = connection.execute(text(f"PRAGMA table_info({table})")).mappings().all()
            row = {column["name"]: values.get(column["name"], _empty(column["type"])) for column in columns}
            places = ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO {table} VALUES ({places})"), row)
    yield made
    made.close()


FIRST_ROWS: dict[str, dict[str, object]] = {
    "patients": {"row_id": 1, "patient_id": "P1", "patient_name": "Müller^Åse"},
    "studies": {"row_id": 1, "patient_row_id": 1, "study_instance_uid": "1.2", "patient_name": "Müller^Åse"},
    "series": {"row_id": 1, "study_row_id": 1, "series_instance_uid": "1.2.1", "modality": "CT"},
}


def _empty(column_type: str) -> object:
    if column_type == "DATETIME":
        return "2026-11-24 08:00:00.000000"
    return 0 if column_type in ("INTEGER", "BIGINT") else ""


def test_patients_from_before_are_found_by_their_folded_names(before_queries: Database, folder: DataFolder) -> None:
    migrate(before_queries, folder, moment)
    with before_queries.read() as connection:
        assert connection.execute(text("SELECT patient_name, name_sort FROM patients")).all() == [
            ("Müller^Åse", "muller^ase")
        ]


def test_series_from_before_answer_no_request_yet(before_queries: Database, folder: DataFolder) -> None:
    migrate(before_queries, folder, moment)
    with before_queries.read() as connection:
        assert connection.execute(text("SELECT modality, request_attributes FROM series")).all() == [("CT", "")]


@pytest.fixture
def peer_from_before(folder: DataFolder, tmp_path: Path) -> Iterator[Database]:
    """A database in which a peer was entered at the second revision, migrated since."""
    revisions = tmp_path / "before"
    shutil.copytree(REVISIONS, revisions)
    for later in sorted((revisions / "versions").glob("*.py"))[2:]:
        later.unlink()
    database = Database(folder.database, lambda reason: None)
    migrate(database, folder, moment, revisions)
    with database.write() as connection:
        connection.execute(text("INSERT INTO peers VALUES (1, 'ct', 'CT', 'CT01', 'any', 0, 'plain', 'echo', '')"))
    migrate(database, folder, moment)
    yield database
    database.close()


def test_peers_from_before_keep_the_first_object_of_a_uid(peer_from_before: Database) -> None:
    with peer_from_before.read() as connection:
        assert connection.execute(text("SELECT name, same_uid FROM peers")).all() == [("CT", "keep-first")]


def test_peers_from_before_have_their_address_checked_and_the_usual_time_outs(peer_from_before: Database) -> None:
    with peer_from_before.read() as connection:
        assert connection.execute(text("SELECT address_check, uses, connect_timeout FROM peers")).all() == [
            ("exact", "", 0)
        ]


def test_commitment_requests_take_their_place_beside_peers_from_before(
    before_queries: Database, folder: DataFolder
) -> None:
    with before_queries.write() as connection:
        connection.execute(text("INSERT INTO peers VALUES (1, 'ct', 'CT', 'CT01', 'any', 0, 'plain', 'echo', '')"))
    migrate(before_queries, folder, moment)
    with before_queries.write() as connection:
        assert connection.execute(text("SELECT name FROM peers")).all() == [("CT",)]
        assert connection.execute(text("SELECT count(*) FROM commitments")).scalar_one() == 0
        assert connection.execute(text("SELECT count(*) FROM commitment_references")).scalar_one() == 0


def test_associations_from_before_went_through_no_relay(folder: DataFolder, tmp_path: Path) -> None:
    revisions = tmp_path / "before"
    shutil.copytree(REVISIONS, revisions)
    for later in sorted((revisions / "versions").glob("*.py"))[8:]:
        later.unlink()
    database = Database(folder.database, lambda reason: None)
    migrate(database, folder, moment, revisions)
    with database.write() as connection:
        connection.execute(
            text("INSERT INTO associations VALUES (1, 'a1', 'incoming', '2026-11-24 08:00:00', 0, 'ct01', x'80')")
        )
    migrate(database, folder, moment)
    with database.read() as connection:
        assert connection.execute(text("SELECT direction, through FROM associations")).all() == [("incoming", "")]
    database.close()
