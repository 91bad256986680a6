"""The registry of peers as rows. Private to network."""

from sqlalchemy import BigInteger, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pacsdesk.engine.runtime.database import Base

NO_PORT = 0  # stands for "sends only", so that the constraint below holds: NULLs would be distinct


class PeerRow(Base):
    """A remote AE."""

    __tablename__ = "peers"
    __table_args__ = (UniqueConstraint("ae_title", "host", "port"),)

    # SQLite makes only INTEGER PRIMARY KEY an alias of the row id; PostgreSQL wants BIGINT for growth
    row_id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer(), "sqlite"), primary_key=True)
    name_key: Mapped[str] = mapped_column(Text, unique=True)  # casefolded, so that Ct1 and CT1 are one
    name: Mapped[str] = mapped_column(Text)
    ae_title: Mapped[str] = mapped_column(String(16))
    host: Mapped[str] = mapped_column(Text)  # lower case
    port: Mapped[int] = mapped_column(Integer)
    tls: Mapped[str] = mapped_column(String(8))
    allow: Mapped[str] = mapped_column(Text)  # services separated by a space
    notes: Mapped[str] = mapped_column(Text)
    same_uid: Mapped[str] = mapped_column(Text)
