"""Deleting in two steps: to the trash with a reason, and back."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.archive import TrashEntry
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.types import StudyInstanceUID


class TrashService(Protocol):
    """Moves whole studies; nothing is deleted for good here."""

    @requires(Permission.STUDY_DELETE)
    def delete(self, study_instance_uids: tuple[StudyInstanceUID, ...], reason: str) -> tuple[TrashEntry, ...]:
        """Move studies to the trash, all or none. Raises NotFound, InvalidInput when the reason is blank."""
        ...

    @requires(Permission.STUDY_DELETE)
    def entries(self, page: PageRequest) -> Page[TrashEntry]:
        """What is in the trash, newest first."""
        ...

    @requires(Permission.STUDY_DELETE)
    def take_back(self, trash_id: str) -> StudyInstanceUID:
        """Put a deleted study back. Instances that were stored again meanwhile follow the rule for a UID again."""
        ...
