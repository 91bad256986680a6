"""Signing in and out."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, public, requires
from pacsdesk.contract.records.security import SessionGrant


class SessionsService(Protocol):
    """A wrong name and a wrong password are told apart by nobody: both raise NotSignedIn alike."""

    @public
    def sign_in(self, user_name: str, password: str) -> SessionGrant:
        """Open a session. Raises NotSignedIn."""
        ...

    @public
    def sign_in_with_secret(self, secret: str) -> SessionGrant:
        """Open a session for the system's own user in the bench profile, by the secret file in the data folder."""
        ...

    @requires(Permission.OWN_SESSION)
    def sign_out(self) -> None:
        """End the caller's session."""
        ...

    @requires(Permission.OWN_SESSION)
    def current(self) -> SessionGrant:
        """The caller's session, without its token."""
        ...
