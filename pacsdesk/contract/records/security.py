"""Who acts, with what rights, and what is written down about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.permissions import Permission


class ActorKind(StrEnum):
    """What stands behind an action."""

    PERSON = "person"
    PEER = "peer"
    JOB = "job"
    SYSTEM = "system"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who calls: the first argument of every service implementation, never a parameter of the interface.

    address: where from ("127.0.0.1", "local"); session_id: groups what one sign-in did, "" outside sessions.
    """

    kind: ActorKind
    name: str
    permissions: frozenset[Permission]
    address: str = "local"
    session_id: str = ""


class RoleName(StrEnum):
    """Presets; roles become editable records of their own later."""

    ADMINISTRATOR = "administrator"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class User:
    """An account as the list of users shows it."""

    name: str
    role: RoleName
    is_enabled: bool
    created_at: datetime
    last_signed_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class SessionGrant:
    """What sign-in answers: the token for the Authorization header, who that is and what they may do."""

    token: str
    user_name: str
    role: str
    permissions: tuple[Permission, ...]
    expires_at: datetime


class AuditOutcome(StrEnum):
    """How far an audited action came; a change has an entry before it runs and one with its end."""

    BEGUN = "begun"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what, on what, when, from where, with which outcome and reason."""

    entry_id: int
    at: datetime
    actor_kind: ActorKind
    actor_name: str
    address: str
    action: str
    subject: str
    outcome: AuditOutcome
    reason: str
