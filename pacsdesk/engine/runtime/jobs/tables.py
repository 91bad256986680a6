"""Jobs as rows, so that a restart can say which were interrupted. Private to runtime.jobs."""

from datetime import datetime

from sqlalchemy import BigInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from pacsdesk.engine.runtime.database import Base


class JobRow(Base):
    """One job; progress is written when it changes state, not at each report."""

    __tablename__ = "jobs"

    job_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    lane: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16), index=True)
    done: Mapped[int] = mapped_column(BigInteger)
    total: Mapped[int] = mapped_column(BigInteger)
    note: Mapped[str] = mapped_column(Text)
    started_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    result: Mapped[str] = mapped_column(Text)  # JobResult as JSON, "" while there is none
    error: Mapped[str] = mapped_column(Text)
