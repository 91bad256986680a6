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
    def check(self) -> IntegrityReport:
        """Compare index and files both ways, recount counters, run the database's own check."""
        ...
