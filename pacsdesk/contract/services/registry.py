"""The registry of peers and of our own titles as a whole."""

from datetime import datetime
from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.registry import FieldChange, RegistryFormat, RegistryImport, RegistryVersion


class RegistryService(Protocol):
    """Each change is a version; going back is a change like any other."""

    @requires(Permission.PEER_VIEW)
    def history(self, name: str = "") -> tuple[RegistryVersion, ...]:
        """Changes of one entry, also under its earlier names, or of all; newest first, at most 1,000."""
        ...

    @requires(Permission.PEER_VIEW)
    def diff(self, first: int, second: int) -> tuple[FieldChange, ...]:
        """What differs between two versions of entries of a kind. Raises NotFound, InvalidInput."""
        ...

    @requires(Permission.PEER_CHANGE)
    def rollback(self, version_id: int, reason: str = "") -> tuple[RegistryVersion, ...]:
        """Bring an entry back to what it was after this change; of a removal, what was removed.

        Answers the change that this is, none when it is so already.
        """
        ...

    @requires(Permission.PEER_CHANGE)
    def take_back(self, version_ids: tuple[int, ...], reason: str = "") -> tuple[RegistryVersion, ...]:
        """Bring the entries of these changes back to what they were before them, all or none; answers the changes."""
        ...

    @requires(Permission.PEER_CHANGE)
    def rollback_all(self, at: datetime, reason: str = "") -> tuple[RegistryVersion, ...]:
        """Bring all entries back to what they were at a time; answers the changes."""
        ...

    @requires(Permission.PEER_VIEW)
    def export(self, form: RegistryFormat) -> str:
        """All entries as TOML, all peers as CSV."""
        ...

    @requires(Permission.PEER_VIEW)
    def preview(self, file_name: str, text: str, form: RegistryFormat | None = None) -> RegistryImport:
        """What a file would bring: new, changed, the same, refused and why. form: None to tell by name and content."""
        ...

    @requires(Permission.PEER_CHANGE)
    def take_in(
        self, file_name: str, text: str, form: RegistryFormat | None = None, reason: str = ""
    ) -> RegistryImport:
        """Take in what a file brings, all of it but what is refused, or nothing when that fails."""
        ...
