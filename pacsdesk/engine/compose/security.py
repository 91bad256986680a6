"""Constructs who may, and who did."""

from dataclasses import dataclass
from datetime import timedelta

from pacsdesk.engine.compose.ground import Ground
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.security.aside import EntriesAside
from pacsdesk.engine.security.audit import AuditLog
from pacsdesk.engine.security.sessions import Sessions
from pacsdesk.engine.security.users import Accounts
from pacsdesk.link.finding import local_secret


@dataclass(frozen=True, slots=True)
class Security:
    """Who may, and who did."""

    accounts: Accounts
    audit: AuditLog
    sessions: Sessions


def compose_security(ground: Ground) -> Security:
    """Accounts, audit and sessions on the ground."""
    accounts = Accounts(ground.database, clock.now)
    audit = AuditLog(ground.database, clock.now, EntriesAside(ground.folder.audit_aside))
    sessions = Sessions(
        ground.database,
        clock.now,
        accounts,
        audit,
        lambda: timedelta(hours=ground.settings.current.security.session_hours),
        lambda: local_secret(ground.folder.root),
    )
    return Security(accounts, audit, sessions)
