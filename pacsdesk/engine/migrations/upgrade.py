"""Brings the database to this program's shape at start, after a safety copy; a newer one is refused untouched."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from pacsdesk.contract.errors import Refused
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import sync_folder

COPIES_KEPT = 5
_UNFINISHED = ".part"
REVISIONS = Path(__file__).parent


def migrate(database: Database, folder: DataFolder, clock: Clock, revisions: Path = REVISIONS) -> None:
    """Run what is missing, in one transaction. Raises Refused when the database was made by a newer PACSDesk."""
    config = _config(revisions)
    scripts = ScriptDirectory.from_config(config)
    head = scripts.get_current_head()
    with database.read() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current == head:
        return
    if current is not None:
        if current not in {revision.revision for revision in scripts.walk_revisions()}:
            raise Refused(
                f"The data folder {folder.root} was written by a newer PACSDesk.",
                f"Its database has the revision {current}, which this version does not know.",
                "Install the newer version, or use another data folder.",
            )
        _copy(folder, f"{clock():%Y%m%d-%H%M%S}-{current}")
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _config(revisions: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", revisions.as_posix().replace("%", "%%"))
    return config


def _copy(folder: DataFolder, name: str) -> None:
    """A consistent copy of the database, also while its log holds pages; the newest five are kept.

    It has its name once it is whole: a start that was cut short leaves none that looks like one.
    """
    for left in folder.safety_copies.glob(f"*{_UNFINISHED}"):
        left.unlink()
    target = folder.safety_copies / f"index-{name}.db"
    unfinished = target.with_suffix(_UNFINISHED)
    with closing(sqlite3.connect(folder.database)) as source, closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy)
    unfinished.chmod(0o600)
    unfinished.replace(target)
    sync_folder(folder.safety_copies)
    for old in sorted(folder.safety_copies.glob("index-*.db"))[:-COPIES_KEPT]:
        old.unlink()
