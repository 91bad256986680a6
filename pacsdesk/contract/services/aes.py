"""Our own further AE titles."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.aes import OwnAE


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
