"""The journal's rows. Private to the journal."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from pacsdesk.engine.runtime.database import Base

# SQLite makes only INTEGER PRIMARY KEY an alias of the row id; PostgreSQL wants BIGINT for growth
_ROW_ID = BigInteger().with_variant(Integer(), "sqlite")


class AssociationRow(Base):
    """An association that is over, or a refused caller. Times are UTC without zone; rows come as associations end."""

    __tablename__ = "associations"
    __table_args__ = (Index("ix_associations_began_at", "began_at"),)

    row_id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    association_id: Mapped[str] = mapped_column(String(32), unique=True)
    direction: Mapped[str] = mapped_column(String(8))
    began_at: Mapped[datetime]
    is_failed: Mapped[bool]
    search_text: Mapped[str] = mapped_column(Text)  # casefolded: titles, addresses, peer's name, problem
    detail: Mapped[bytes] = mapped_column(LargeBinary)  # an AssociationDetail in MessagePack
    through: Mapped[str] = mapped_column(String(32), server_default="")  # the relay or sink, "" for none
