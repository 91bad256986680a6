"""Index against files."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.contract.types import JobId


class IntegrityService(Protocol):
    """Nothing is deleted by a check or a rebuild."""

    @requires(Permission.INDEX_REBUILD)
    def start_rebuild(self) -> JobId:
        """Make the index anew from the files, while reading and storing go on."""
        ...

    @requires(Permission.INDEX_REBUILD)
    def start_check(self) -> JobId:
        """Compare index and files both ways, recount counters, run the database's own check; reads every file."""
        ...

    @requires(Permission.INDEX_REBUILD)
    def report(self, job_id: JobId) -> IntegrityReport:
        """What a check found. Raises NotFound for one that has not ended, or that ended too long ago."""
        ...

    @requires(Permission.INDEX_REBUILD)
    def last_report(self) -> IntegrityReport:
        """What the last comparison in the background found. Raises NotFound before the first has ended."""
        ...
