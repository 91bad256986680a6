"""What needs no engine: founding a site, and comparing index and files of one that rests."""

from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.engine.archive.integrity.check import compare_index_with_files
from pacsdesk.engine.migrations.upgrade import migrate
from pacsdesk.engine.operations.founding import SiteOrder, found_site
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.lock import FolderLock
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.security.users import Accounts


def make_site(folder: DataFolder, order: SiteOrder) -> None:
    """Turn a folder into a site. Raises PacsDeskError; then the folder holds no settings file and is none."""
    folder.make()
    lock = FolderLock(folder.lock)
    lock.take()
    try:
        database = Database(folder.database, lambda reason: None)
        try:
            migrate(database, folder, clock.now)
            found_site(folder, order, Accounts(database, clock.now))
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
