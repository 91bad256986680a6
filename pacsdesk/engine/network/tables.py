"""The registry of peers and of our own titles with its versions, and storage commitment requests, as rows. Private to
network."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pacsdesk.engine.runtime.database import Base

NO_PORT = 0  # stands for "sends only", so that the constraint below holds: NULLs would be distinct

# SQLite makes only INTEGER PRIMARY KEY an alias of the row id; PostgreSQL wants BIGINT for growth
_ROW_ID = BigInteger().with_variant(Integer(), "sqlite")


class PeerRow(Base):
    """A remote AE."""

    __tablename__ = "peers"
    __table_args__ = (UniqueConstraint("ae_title", "host", "port"),)

    row_id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    name_key: Mapped[str] = mapped_column(Text, unique=True)  # casefolded, so that Ct1 and CT1 are one
    name: Mapped[str] = mapped_column(Text)
    ae_title: Mapped[str] = mapped_column(String(16))
    host: Mapped[str] = mapped_column(Text)  # lower case
    port: Mapped[int] = mapped_column(Integer)
    tls: Mapped[str] = mapped_column(String(8))
    allow: Mapped[str] = mapped_column(Text)  # services separated by a space
    notes: Mapped[str] = mapped_column(Text)
    same_uid: Mapped[str] = mapped_column(Text)
    character_set: Mapped[str] = mapped_column(Text)
    contact: Mapped[str] = mapped_column(Text)
    uses: Mapped[str] = mapped_column(Text)  # as allow
    connect_timeout: Mapped[int] = mapped_column(Integer)  # seconds, 0 for what is usual; so the next two
    associate_timeout: Mapped[int] = mapped_column(Integer)
    answer_timeout: Mapped[int] = mapped_column(Integer)
    address_check: Mapped[str] = mapped_column(Text)


class OwnAERow(Base):
    """A further AE title of ours."""

    __tablename__ = "own_aes"

    row_id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    ae_title: Mapped[str] = mapped_column(String(16), unique=True)
    host: Mapped[str] = mapped_column(Text)
    port: Mapped[int] = mapped_column(Integer)  # 0 for the main listener's
    allow: Mapped[str] = mapped_column(Text)  # as of peers
    aliases: Mapped[str] = mapped_column(Text)  # separated by backslashes, which no title has
    notes: Mapped[str] = mapped_column(Text)


class RegistryVersionRow(Base):
    """What became of an entry, once for each change. The time is UTC without zone."""

    __tablename__ = "registry_versions"

    row_id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    changed_at: Mapped[datetime]
    actor_name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str] = mapped_column(Text)
    before: Mapped[str] = mapped_column(Text)  # the entry as JSON, "" when there was none; so the next
    after: Mapped[str] = mapped_column(Text)


class CommitmentRow(Base):
    """A storage commitment request. Times are UTC without zone."""

    __tablename__ = "commitments"
    __table_args__ = (
        # a Transaction UID is its sender's: what another one uses by mistake is not in its way
        UniqueConstraint("calling_ae_title", "transaction_uid"),
        Index("ix_commitments_state", "state", "next_attempt_at"),
    )

    row_id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    transaction_uid: Mapped[str] = mapped_column(String(64))
    calling_ae_title: Mapped[str] = mapped_column(String(16))
    called_ae_title: Mapped[str] = mapped_column(String(16))
    address: Mapped[str] = mapped_column(Text)
    requested_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(16))
    number_of_instances: Mapped[int] = mapped_column(Integer)
    number_of_failures: Mapped[int | None] = mapped_column(Integer)
    checked_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(Integer)
    next_attempt_at: Mapped[datetime]  # of its state's work; of one that is over, when it came to that
    problem: Mapped[str] = mapped_column(Text)


class CommitmentReferenceRow(Base):
    """An instance of a storage commitment request."""

    __tablename__ = "commitment_references"
    __table_args__ = ({"sqlite_with_rowid": False},)

    commitment_row_id: Mapped[int] = mapped_column(
        ForeignKey("commitments.row_id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    sop_class_uid: Mapped[str] = mapped_column(String(64))
    sop_instance_uid: Mapped[str] = mapped_column(String(64))
    failure_reason: Mapped[int] = mapped_column(Integer)  # 0: not checked yet, or committed
