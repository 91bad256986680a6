"""The engine kills itself while it brings an older index to its shape: the next start does it, nothing is lost."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pacsdesk.engine.migrations.upgrade import REVISIONS, migrate
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from tests.faults.aimed import Aim, after, start_aimed
from tests.faults.checks import nothing_is_lost, start_again
from tests.faults.devices import image, new_uid, send_all
from tests.faults.extent import randomness
from tests.faults.journal import Journal
from tests.support.engine import EngineProcess

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(600)]

IMAGES = 20
FIRST_REVISION = "0001_first_shape.py"

UPGRADE = "pacsdesk.engine.migrations.upgrade"
AIMS = {
    "the copy is begun": (after(f"{UPGRADE}:closing"), 2),
    "the copy is made": (after(f"{UPGRADE}:_copy"), 1),
    "the new shape is not committed": (after(f"{UPGRADE}:command.upgrade"), 1),
    "the new shape is committed": (after(f"{UPGRADE}:migrate"), 1),
}


def make_older(folder: DataFolder, revisions: Path) -> None:
    """Give the index its first shape back, with every row and column that it has in common with the present one."""
    present = folder.database.rename(folder.database.with_suffix(".present"))
    (revisions / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako", f"versions/{FIRST_REVISION}"):
        (revisions / name).write_bytes((REVISIONS / name).read_bytes())
    older = Database(folder.database, lambda reason: None)
    migrate(older, folder, lambda: datetime.now(UTC), revisions)
    older.close()
    with closing(sqlite3.connect(folder.database)) as database:
        database.execute("ATTACH ? AS present", (str(present),))
        for table in tables_of(database, "main") & tables_of(database, "present") - {"alembic_version"}:
            common = columns_of(database, "main", table) & columns_of(database, "present", table)
            shared = ", ".join(f'"{name}"' for name in common)
            database.execute(f"INSERT INTO main.{table} ({shared}) SELECT {shared} FROM present.{table}")
        database.commit()
    present.unlink()


def tables_of(database: sqlite3.Connection, schema: str) -> set[str]:
    """Names of its tables."""
    return {name for (name,) in database.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'")}


def columns_of(database: sqlite3.Connection, schema: str, table: str) -> set[str]:
    """Names of a table's columns."""
    return {row[1] for row in database.execute(f"PRAGMA {schema}.table_info({table})")}


@pytest.mark.parametrize(("aim", "passes"), AIMS.values(), ids=list(AIMS))
def test_a_migration_is_done_by_the_next_start_though_the_engine_ends_when(
    resting: EngineProcess, journal: Journal, tmp_path: Path, aim: Aim, passes: int
) -> None:
    resting.settings = ("dicom.receivers=0",)  # nothing is received meanwhile, and it starts sooner
    source = randomness("migration")
    series = new_uid(source), new_uid(source)
    resting.start()
    send_all(resting.dicom_port, journal, [image(source, series, pixels=1000) for _ in range(IMAGES)])
    resting.stop()
    folder = DataFolder(resting.site.data_dir)
    make_older(folder, tmp_path / "revisions")

    start_aimed(resting, aim, passes)
    seconds = start_again(resting)

    copies = list(folder.safety_copies.glob("index-*.db"))
    assert copies
    for copy in copies:
        with closing(sqlite3.connect(copy)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("SELECT count(*) FROM instances").fetchall() == [(IMAGES,)]
    nothing_is_lost(resting, journal, seconds)
