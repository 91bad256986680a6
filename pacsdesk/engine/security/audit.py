"""The audit: who did what, on what, when, from where, how it ended. Entries are added, never changed.

The chain of hashes, signed heads and forwarding take their place inside `AuditLog.write`. While the archive is
read-only because its disk has failed, entries are put aside, so that people can still read (docs/decisions/0124).
"""

from datetime import UTC, datetime, timedelta
from threading import Lock

from sqlalchemy import func, insert, select

from pacsdesk.contract.errors import InvalidInput, StorageBroken
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.security import Actor, ActorKind, AuditEntry, AuditOutcome
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.security.aside import EntriesAside
from pacsdesk.engine.security.tables import AuditRow

REPEATS_AFTER = timedelta(minutes=15)
_MOST_REMEMBERED = 20_000
_LONGEST_TEXT = 2000


class AuditLog:
    """Where every guard, listener and job writes. Safe from any thread."""

    def __init__(self, database: Database, clock: Clock, aside: EntriesAside) -> None:
        self._database = database
        self._clock = clock
        self._aside = aside
        self._lock = Lock()
        self._written: dict[tuple[str, ...], datetime] = {}

    def write(self, actor: Actor, action: str, subject: str, outcome: AuditOutcome, reason: str = "") -> None:
        """Add an entry, durable on return. Raises StorageFull: then the action must not happen.

        While the archive is read-only the entry is put aside, and a change fails by itself.
        """
        values = {
            "at": self._clock().replace(tzinfo=None),
            "actor_kind": actor.kind,
            "actor_name": actor.name,
            "address": actor.address,
            "session_id": actor.session_id,
            "action": action,
            "subject": subject[:_LONGEST_TEXT],
            "outcome": outcome,
            "reason": reason[:_LONGEST_TEXT],
        }
        try:
            with self._database.write() as connection:
                connection.execute(insert(AuditRow).values(values))
        except StorageBroken:
            self._aside.add(values)

    def recover(self) -> None:
        """At start: add what was put aside, in the order in which it happened. Raises StorageFull, StorageBroken."""
        if entries := self._aside.entries():
            with self._database.write() as connection:
                connection.execute(insert(AuditRow), entries)
            self._aside.clear()

    def write_read(self, actor: Actor, action: str, subject: str) -> None:
        """Add an entry for a read, once per person, session, action and subject within 15 minutes (PS3.15 A.5)."""
        key = (actor.name, actor.session_id, action, subject)
        if self._is_due(key):
            self.write(actor, action, subject, AuditOutcome.DONE)
            self._remember(key)

    def write_stranger(self, actor: Actor, action: str, reason: str) -> None:
        """Add an entry for a refused caller without a session, once per address and action within 15 minutes: who can
        be anybody must not be able to fill the disk or to keep the database busy."""
        key = (actor.address, action)
        if self._is_due(key):
            self.write(actor, action, "", AuditOutcome.REFUSED, reason)
            self._remember(key)

    def _is_due(self, key: tuple[str, ...]) -> bool:
        now = self._clock()
        with self._lock:
            last = self._written.get(key)
        return last is None or not now - REPEATS_AFTER < last <= now

    def _remember(self, key: tuple[str, ...]) -> None:
        with self._lock:
            self._written.pop(key, None)
            self._written[key] = self._clock()
            while len(self._written) > _MOST_REMEMBERED:
                self._written.pop(next(iter(self._written)))


class AuditServiceImplementation:
    """Implements contract.services.audit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, actor: Actor, page: PageRequest) -> Page[AuditEntry]:
        """Entries, newest first; the key of a page is the last entry's number."""
        statement = select(AuditRow.__table__).order_by(AuditRow.entry_id.desc())
        if page.after_key:
            if not page.after_key.isdecimal():
                raise InvalidInput("This is not a key of the audit's pages.", "", "Read the list from its start.")
            statement = statement.where(AuditRow.entry_id < int(page.after_key))
        with self._database.read() as connection:
            rows = connection.execute(statement.offset(page.skip).limit(page.limit + 1)).mappings().all()
            total = connection.execute(select(func.count()).select_from(AuditRow)).scalar_one() if page.count else None
        items = tuple(
            AuditEntry(
                entry_id=row["entry_id"],
                at=row["at"].replace(tzinfo=UTC),
                actor_kind=ActorKind(row["actor_kind"]),
                actor_name=row["actor_name"],
                address=row["address"],
                action=row["action"],
                subject=row["subject"],
                outcome=AuditOutcome(row["outcome"]),
                reason=row["reason"],
            )
            for row in rows[: page.limit]
        )
        return Page(items, str(items[-1].entry_id) if len(rows) > page.limit else "", total)
