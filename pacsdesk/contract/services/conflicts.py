"""Two objects under one SOP Instance UID: shown, then decided by a person."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.archive import Conflict, ConflictResolution
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.types import SOPInstanceUID


class ConflictsService(Protocol):
    """The list of conflicts. The second object's bytes come by the byte route `conflict/<conflict_id>`."""

    @requires(Permission.STUDY_SEARCH)
    def list(self, page: PageRequest) -> Page[Conflict]:
        """Open conflicts, newest first."""
        ...

    @requires(Permission.CONFLICT_RESOLVE)
    def resolve(self, conflict_id: str, resolution: ConflictResolution, reason: str) -> SOPInstanceUID:
        """Carry out a decision; what loses its place goes to the trash. Answers the UID under which the second is kept
        (keep-both: a new one), else the common UID. A second that is kept under a new UID is no longer what was sent:
        as it came it goes to the trash."""
        ...
