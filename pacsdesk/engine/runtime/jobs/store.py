"""Jobs between record and row: what is remembered over a restart, and for how long."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from sqlalchemy import Delete, RowMapping, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from pacsdesk.contract.records.jobs import Job, JobProblem, JobResult, JobState, Lane
from pacsdesk.contract.types import JobId
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.jobs.tables import JobRow

KEPT_FOR = timedelta(days=7)
MOST_LISTED = 500
_JOBS = JobRow.__table__


class JobStore:
    """Saves jobs and finds those of the last week."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, job: Job) -> None:
        """Write the job as it is now; at the end of one, those that ended over a week before are forgotten."""
        values = _values(job)
        statement = insert(JobRow).values(values)
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["job_id"], set_=values))
            if job.ended_at is not None:
                connection.execute(_ended_long_before(job.ended_at))

    def find(self, job_id: JobId) -> Job | None:
        """One job."""
        with self._database.read() as connection:
            row = connection.execute(select(_JOBS).where(JobRow.job_id == job_id)).mappings().first()
        return None if row is None else _job(row)

    def recent(self, now: datetime) -> tuple[Job, ...]:
        """Jobs that run or ended within a week, newest first."""
        oldest = (now - KEPT_FOR).replace(tzinfo=None)
        statement = select(_JOBS).where((JobRow.ended_at.is_(None)) | (JobRow.ended_at > oldest))
        with self._database.read() as connection:
            rows = connection.execute(statement.order_by(JobRow.created_at.desc()).limit(MOST_LISTED)).mappings().all()
        return tuple(_job(row) for row in rows)

    def settle(self, now: datetime) -> None:
        """At start: jobs that were under way are interrupted, those older than a week are forgotten."""
        open_states = (JobState.WAITING, JobState.RUNNING)
        moment = now.replace(tzinfo=None)
        with self._database.write() as connection:
            connection.execute(
                update(JobRow)
                .where(JobRow.state.in_(open_states))
                .values(state=JobState.INTERRUPTED, ended_at=moment, error="The engine ended while this ran.")
            )
            connection.execute(_ended_long_before(now))


def _ended_long_before(moment: datetime) -> Delete:
    return delete(JobRow).where(JobRow.ended_at < moment.replace(tzinfo=None) - KEPT_FOR)


def _values(job: Job) -> dict[str, object]:
    return {
        "job_id": job.job_id,
        "kind": job.kind,
        "title": job.title,
        "lane": job.lane,
        "state": job.state,
        "done": job.done,
        "total": job.total,
        "note": job.note,
        "started_by": job.started_by,
        "created_at": job.created_at.replace(tzinfo=None),
        "ended_at": None if job.ended_at is None else job.ended_at.replace(tzinfo=None),
        "result": "" if job.result is None else json.dumps(asdict(job.result)),
        "error": job.error,
    }


def _job(row: RowMapping) -> Job:
    ended_at: datetime | None = row["ended_at"]
    return Job(
        job_id=JobId(row["job_id"]),
        kind=row["kind"],
        title=row["title"],
        lane=Lane(row["lane"]),
        state=JobState(row["state"]),
        done=row["done"],
        total=row["total"],
        note=row["note"],
        started_by=row["started_by"],
        created_at=row["created_at"].replace(tzinfo=UTC),
        ended_at=None if ended_at is None else ended_at.replace(tzinfo=UTC),
        result=_result(row["result"]) if row["result"] else None,
        error=row["error"],
        can_retry=False,
    )


def _result(text: str) -> JobResult:
    content = json.loads(text)
    for listed in ("problems", "passed_over"):
        content[listed] = tuple(JobProblem(**one) for one in content.get(listed, ()))
    return JobResult(**content)
