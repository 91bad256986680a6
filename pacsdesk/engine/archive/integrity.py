"""Index against files, for a person who asks: comparing now, or making the index anew as a job."""

from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.contract.records.jobs import Lane
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import JobId
from pacsdesk.engine.archive.check import compare_index_with_files
from pacsdesk.engine.archive.rebuild import Rebuild
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.jobs.work import JobOrder, JobStarter
from pacsdesk.engine.runtime.paths import DataFolder


class Integrity:
    """Implements contract.services.integrity.IntegrityService, the actor first."""

    def __init__(self, database: Database, folder: DataFolder, rebuild: Rebuild, jobs: JobStarter) -> None:
        self._database = database
        self._folder = folder
        self._rebuild = rebuild
        self._jobs = jobs

    def start_rebuild(self, actor: Actor) -> JobId:
        """Make the index anew from the files, while reading and storing go on."""
        return self._jobs.start(
            actor, JobOrder("rebuild-index", "Make the index anew from the files", Lane.ARCHIVE, self._rebuild.work)
        )

    def check(self, actor: Actor) -> IntegrityReport:
        """Compare index and files; reads the whole archive."""
        return compare_index_with_files(self._database, self._folder)
