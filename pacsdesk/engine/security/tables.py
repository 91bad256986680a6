"""Accounts, sessions and the audit as rows. Private to security."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from pacsdesk.engine.runtime.database import Base

# SQLite makes only INTEGER PRIMARY KEY an alias of the row id; PostgreSQL wants BIGINT for growth
ROW_ID = BigInteger().with_variant(Integer(), "sqlite")


class UserRow(Base):
    """An account. password_hash: argon2id, "" for one that signs in by other means only."""

    __tablename__ = "users"

    name_key: Mapped[str] = mapped_column(Text, primary_key=True)  # casefolded, so that Ann and ann are one
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(String(32))
    password_hash: Mapped[str] = mapped_column(Text)
    is_enabled: Mapped[bool]
    created_at: Mapped[datetime]
    last_signed_in_at: Mapped[datetime | None]


class SessionRow(Base):
    """A sign-in that has not ended. The token itself is known to its holder alone."""

    __tablename__ = "sessions"

    token_digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    session_id: Mapped[str] = mapped_column(String(32), unique=True)
    name_key: Mapped[str] = mapped_column(ForeignKey("users.name_key", ondelete="CASCADE"), index=True)
    address: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class AuditRow(Base):
    """One audited action; rows are only ever added."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_at", "at"),)

    entry_id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    at: Mapped[datetime]
    actor_kind: Mapped[str] = mapped_column(String(16))
    actor_name: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    session_id: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(Text)
