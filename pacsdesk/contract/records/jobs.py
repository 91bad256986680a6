"""Jobs as a face sees them: a title, a lane, how far, how it ended, and which things it could not do."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.types import JobId


class JobState(StrEnum):
    """Where a job is in its life; `interrupted` means the engine ended while it ran."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"

    @property
    def is_over(self) -> bool:
        """True when nothing more will happen by itself."""
        return self not in (JobState.WAITING, JobState.RUNNING)


class Lane(StrEnum):
    """Jobs of one lane share a limit of how many run at once."""

    NETWORK = "network"
    ARCHIVE = "archive"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class JobProblem:
    """One thing a job could not do, or left alone: its subject (a file name, a UID) and why."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class JobResult:
    """What a job leaves: one sentence, the problems (the first 1,000, with their full number), a file to fetch.

    passed_over: what was left alone because it was none of the job's business, listed as the problems are; no fault.
    """

    summary: str
    problems: tuple[JobProblem, ...] = ()
    number_of_problems: int = 0
    artifact: str = ""
    passed_over: tuple[JobProblem, ...] = ()
    number_passed_over: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """One job. total: 0 while unknown; can_retry: the engine still knows how to run it again."""

    job_id: JobId
    kind: str
    title: str
    lane: Lane
    state: JobState
    done: int
    total: int
    note: str
    started_by: str
    created_at: datetime
    ended_at: datetime | None
    result: JobResult | None
    error: str
    can_retry: bool
