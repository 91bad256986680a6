"""Our own further AE titles."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.remarks import EntryRemarks, OwnAEDraft, Remark


class AesService(Protocol):
    """AE titles of ours beside the main one. Changes take effect at once: listeners start and end, nothing restarts."""

    @requires(Permission.PEER_VIEW)
    def list(self) -> tuple[OwnAE, ...]:
        """All further titles in order."""
        ...

    @requires(Permission.PEER_VIEW)
    def get(self, name: str) -> OwnAE:
        """One of them by its AE title. Raises NotFound."""
        ...

    @requires(Permission.PEER_VIEW)
    def lint(self, draft: OwnAEDraft) -> tuple[Remark, ...]:
        """What is noticed about a title while it is typed; whether its port can be had is found out by trying."""
        ...

    @requires(Permission.PEER_VIEW)
    def remarks(self) -> tuple[EntryRemarks, ...]:
        """The further titles about which something is noticed now."""
        ...

    @requires(Permission.PEER_CHANGE)
    def add(self, ae: OwnAE, reason: str = "") -> OwnAE:
        """Take callers under one more title. Raises AlreadyExists, and Refused when its port cannot be had."""
        ...

    @requires(Permission.PEER_CHANGE)
    def change(self, name: str, ae: OwnAE, reason: str = "") -> OwnAE:
        """Replace an entry, also its title. Running associations of titles that are no more end cleanly."""
        ...

    @requires(Permission.PEER_CHANGE)
    def remove(self, name: str, reason: str = "") -> OwnAE:
        """Take no more callers under a title; its running associations end cleanly."""
        ...
