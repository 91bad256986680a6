"""What needs no running engine: founding a site, comparing its index and files, the conformance statement."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.contract.records.engine import Profile
from pacsdesk.engine.archive.integrity.check import compare_index_with_files
from pacsdesk.engine.compose.engine import compose
from pacsdesk.engine.migrations.upgrade import migrate
from pacsdesk.engine.operations.founding import SiteOrder, check_is_free, found_site
from pacsdesk.engine.operations.kinds import write_settings_anew
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.lock import FolderLock
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.settings import Settings, all_declared, value_of
from pacsdesk.engine.runtime.settings_file import read_settings, write_first_settings
from pacsdesk.engine.security.users import Accounts


def make_site(folder: DataFolder, order: SiteOrder) -> None:
    """Turn an empty folder into a site. Raises PacsDeskError; then the folder holds no settings file and is none."""
    check_is_free(folder)
    folder.make()
    with _accounts_of(folder) as accounts:
        found_site(folder, order, accounts)


def restore_settings(folder: DataFolder, said: Profile | None, site_name: str) -> Profile:
    """Write the settings of an archive that lost them. Raises PacsDeskError; then nothing is changed."""
    if not folder.database.is_file():
        folder.check_is_site()
    with _accounts_of(folder) as accounts:
        return write_settings_anew(folder, said, site_name, accounts)


@contextmanager
def _accounts_of(folder: DataFolder) -> Iterator[Accounts]:
    """Under the folder's lock, in a database that has its shape."""
    lock = FolderLock(folder.lock)
    lock.take()
    try:
        database = Database(folder.database, lambda reason: None)
        try:
            migrate(database, folder, clock.now)
            yield Accounts(database, clock.now)
        finally:
            database.close()
    finally:
        lock.release()


def check_offline(folder: DataFolder) -> IntegrityReport:
    """Compare index and files of a folder without an engine. Raises Refused while one runs, NotFound for no site."""
    folder.check_is_site()
    lock = FolderLock(folder.lock)
    lock.take()
    try:
        database = Database(folder.database, lambda reason: None)
        try:
            return compare_index_with_files(database, folder)
        finally:
            database.close()
    finally:
        lock.release()


def conformance_statement(folder: DataFolder) -> ConformanceStatement:
    """What an engine of this site would do on a network; without a site, one with the usual settings.

    An engine is put together in a folder of its own and not started. Raises PacsDeskError for broken settings.
    """
    settings = read_settings(folder.settings) if folder.settings.is_file() else Settings()
    values = {one.name: value_of(settings, one.name) for one in all_declared() if one.name.startswith("dicom.")}
    with TemporaryDirectory(prefix="pacsdesk-", ignore_cleanup_errors=True) as scratch:
        aside = DataFolder(Path(scratch))
        aside.make()
        write_first_settings(aside.settings, {**values, "site.profile": Profile.BENCH, "archive.ballast_mib": 0})
        engine = compose(aside, {}, _nothing, "")
        try:
            return engine.conformance()
        finally:
            engine.close()


def _nothing() -> None:
    """An engine that does not run need not be stopped."""
