"""Accounts. Minimal for now: roles are presets."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.security import RoleName, User


class UsersService(Protocol):
    """The last enabled administrator can be neither removed nor disabled (Refused)."""

    @requires(Permission.USER_VIEW)
    def list(self) -> tuple[User, ...]:
        """All accounts by name."""
        ...

    @requires(Permission.USER_CHANGE)
    def add(self, name: str, password: str, role: RoleName) -> User:
        """Make an account. Raises AlreadyExists, InvalidInput for a name or password that breaks the rules."""
        ...

    @requires(Permission.USER_CHANGE)
    def remove(self, name: str) -> None:
        """Delete an account and end its sessions."""
        ...

    @requires(Permission.USER_CHANGE)
    def set_enabled(self, name: str, is_enabled: bool) -> User:
        """Let an account sign in, or not; its sessions end when not."""
        ...

    @requires(Permission.OWN_SESSION)
    def change_own_password(self, old_password: str, new_password: str) -> None:
        """Change the caller's password and end their other sessions. Raises NotSignedIn when the old one is wrong."""
        ...
