"""Sessions: a sign-in gives a token, the token gives the actor; they outlive the engine, not their hours."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import ColumnElement, delete, insert, select, update

from pacsdesk.contract.errors import NotSignedIn, PacsDeskError, StorageBroken
from pacsdesk.contract.records.security import Actor, ActorKind, AuditOutcome, RoleName, SessionGrant, User
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.security.attempts import Attempts
from pacsdesk.engine.security.audit import AuditLog
from pacsdesk.engine.security.roles import PERMISSIONS
from pacsdesk.engine.security.tables import SessionRow, UserRow
from pacsdesk.engine.security.users import Accounts

_ENDED = "This session has ended."


@dataclass(frozen=True, slots=True)
class _Session:
    """A sign-in that has not ended. expires_at: UTC without zone."""

    session_id: str
    expires_at: datetime
    name: str
    role: RoleName


class Sessions:
    """Implements contract.services.sessions, and says who holds a token."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        accounts: Accounts,
        audit: AuditLog,
        length: Callable[[], timedelta],
        local_secret: Callable[[], str],
    ) -> None:
        """length: how long a session lasts. local_secret: the folder's secret, "" where the profile has none."""
        self._database = database
        self._clock = clock
        self._accounts = accounts
        self._audit = audit
        self._attempts = Attempts(clock)
        self._length = length
        self._local_secret = local_secret
        # while the archive is read-only: sessions that could not be written, and ends that could not
        self._unwritten: dict[str, _Session] = {}
        self._ended: set[str] = set()

    def sign_in(self, actor: Actor, user_name: str, password: str) -> SessionGrant:
        """Open a session with a password. Raises NotSignedIn, also for a try that comes too early after wrong ones."""
        try:
            self._attempts.begin(user_name, actor.address)
        except NotSignedIn as error:
            self._audit.write_stranger(actor, "sessions.sign_in", error.title)
            raise
        try:
            user = self._accounts.check_password(user_name, password)
        except PacsDeskError as error:
            self._attempts.failed(user_name, actor.address)
            self._audit.write(actor, "sessions.sign_in", user_name, AuditOutcome.REFUSED, error.title)
            raise
        self._attempts.succeeded(user_name, actor.address)
        return self._open(user, actor, "with a password")

    def sign_in_with_secret(self, actor: Actor, secret: str) -> SessionGrant:
        """Open a session for the system's own user."""
        right = self._local_secret()
        user = self._accounts.sole_local_account()
        if not right or user is None or not hmac.compare_digest(secret.encode(), right.encode()):
            self._audit.write(
                actor, "sessions.sign_in_with_secret", "", AuditOutcome.REFUSED, "wrong secret or profile"
            )
            raise NotSignedIn(
                "The folder's secret does not open a session here.",
                "Only the bench and classroom profiles have one.",
                "Sign in with name and password.",
            )
        return self._open(user, actor, "through the folder's secret")

    def sign_out(self, actor: Actor) -> None:
        """End the caller's session."""
        for token_digest, session in tuple(self._unwritten.items()):
            if session.session_id == actor.session_id:
                self._unwritten.pop(token_digest, None)
                return
        try:
            with self._database.write() as connection:
                connection.execute(delete(SessionRow).where(SessionRow.session_id == actor.session_id))
        except StorageBroken:
            self._ended.add(actor.session_id)

    def current(self, actor: Actor) -> SessionGrant:
        """The caller's session, without its token."""
        unwritten = (one for one in self._unwritten.values() if one.session_id == actor.session_id)
        session = next(unwritten, None) or self._written(SessionRow.session_id == actor.session_id)
        if session is None:
            raise NotSignedIn(_ENDED, "", "Sign in again.")
        return SessionGrant(
            "", actor.name, session.role, tuple(sorted(actor.permissions)), session.expires_at.replace(tzinfo=UTC)
        )

    def actor_of(self, token: str, address: str) -> Actor:
        """Who holds this token. Raises NotSignedIn for a wrong one and one that has ended."""
        digest = _digest(token)
        session = self._unwritten.get(digest) or self._written((SessionRow.token_digest == digest) & UserRow.is_enabled)
        is_over = session is None or session.expires_at <= self._moment() or session.session_id in self._ended
        if session is None or is_over:
            raise NotSignedIn(_ENDED, "The token is unknown or its time is over.", "Sign in again.")
        return Actor(ActorKind.PERSON, session.name, PERMISSIONS[session.role], address, session.session_id)

    def _written(self, condition: ColumnElement[bool]) -> "_Session | None":
        statement = (
            select(SessionRow.session_id, SessionRow.expires_at, UserRow.name, UserRow.role)
            .join(UserRow, UserRow.name_key == SessionRow.name_key)
            .where(condition)
        )
        with self._database.read() as connection:
            row = connection.execute(statement).first()
        return _Session(row.session_id, row.expires_at, row.name, RoleName(row.role)) if row else None

    def _open(self, user: User, actor: Actor, how: str) -> SessionGrant:
        token = secrets.token_urlsafe(32)
        session_id = uuid4().hex
        now = self._moment()
        expires_at = now + self._length()
        permissions = PERMISSIONS[user.role]
        person = Actor(ActorKind.PERSON, user.name, permissions, actor.address, session_id)
        self._audit.write(person, "sessions.sign_in", user.name, AuditOutcome.DONE, how)
        try:
            self._write(_digest(token), person, now, expires_at)
        except StorageBroken:
            # people may read while the archive is read-only; then a session lasts as long as the engine at most
            self._unwritten[_digest(token)] = _Session(session_id, expires_at, user.name, user.role)
        return SessionGrant(token, user.name, user.role, tuple(sorted(permissions)), expires_at.replace(tzinfo=UTC))

    def _write(self, token_digest: str, person: Actor, now: datetime, expires_at: datetime) -> None:
        name_key = person.name.casefold()
        with self._database.write() as connection:
            connection.execute(delete(SessionRow).where(SessionRow.expires_at <= now))
            connection.execute(
                insert(SessionRow).values(
                    token_digest=token_digest,
                    session_id=person.session_id,
                    name_key=name_key,
                    address=person.address,
                    created_at=now,
                    expires_at=expires_at,
                )
            )
            connection.execute(update(UserRow).where(UserRow.name_key == name_key).values(last_signed_in_at=now))

    def _moment(self) -> datetime:
        return self._clock().replace(tzinfo=None)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
