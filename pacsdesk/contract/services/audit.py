"""What was done, by whom."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.security import AuditEntry


class AuditService(Protocol):
    """Reading only: nothing in the audit can be changed through a service."""

    @requires(Permission.AUDIT_VIEW)
    def entries(self, page: PageRequest) -> Page[AuditEntry]:
        """Entries, newest first."""
        ...
