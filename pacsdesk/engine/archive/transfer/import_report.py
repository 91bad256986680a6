"""What an import says at its end: each file counted once, each that was not simply taken listed with its reason."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

from pacsdesk.contract.records.jobs import JobProblem, JobResult
from pacsdesk.engine.archive.transfer.uploads import printable_name

MAX_LISTED = 1000


class Became(StrEnum):
    """What became of one file."""

    STORED = "stored"
    UNREADABLE = "unreadable"
    ALREADY_THERE = "already there"
    CONFLICT = "conflict"
    REFUSED = "refused"
    PASSED_OVER = "passed over"  # no DICOM, in a folder or ZIP where such files are to be expected
    NOT_MEANT = "not meant"  # a DICOMDIR, or of the operating system: nobody asks after it


_PROBLEMS = (Became.REFUSED, Became.CONFLICT, Became.UNREADABLE)


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """What became of a file; reason: for people, where there is one."""

    name: str
    became: Became
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a face found and could not send: some of it with reasons, and how much it is in all."""

    listed: tuple[JobProblem, ...] = ()
    number: int = 0


class ImportReport:
    """Gathers outcomes; safe from any thread."""

    def __init__(self, left_out: LeftOut | None = None) -> None:
        self._lock = Lock()
        self._counts: Counter[Became] = Counter()
        self._problems: list[JobProblem] = []
        self._passed_over: list[JobProblem] = []
        if left_out is not None:
            self._problems += [
                JobProblem(printable_name(one.subject), printable_name(one.reason))
                for one in left_out.listed[:MAX_LISTED]
            ]
            self._counts[Became.REFUSED] += max(left_out.number, len(left_out.listed))
        self._came = 0

    def add(self, outcome: ItemOutcome) -> None:
        """Count a file, and list it when there is something to say."""
        with self._lock:
            self._came += 1
            self._counts[outcome.became] += 1
            listed = self._passed_over if outcome.became is Became.PASSED_OVER else self._problems
            if outcome.reason and len(listed) < MAX_LISTED:
                listed.append(JobProblem(outcome.name, outcome.reason))

    def result(self) -> JobResult:
        """All of it."""
        return self._result(self._summary())

    def result_so_far(self, of_files: int) -> JobResult:
        """What a stopped import did, and how many of its files it did not come to."""
        missing = of_files - self._came
        return self._result(f"{self._summary()}, {missing:,} left out" if missing > 0 else self._summary())

    def _result(self, summary: str) -> JobResult:
        return JobResult(
            summary,
            tuple(self._problems),
            number_of_problems=sum(self._counts[became] for became in _PROBLEMS),
            passed_over=tuple(self._passed_over),
            number_passed_over=self._counts[Became.PASSED_OVER],
        )

    def _summary(self) -> str:
        """One line: "412 instances stored, 3 already there, 2 conflicts, 5 refused, 1 file passed over"."""
        counts = self._counts
        stored = counts[Became.STORED] + counts[Became.UNREADABLE]
        parts = [f"{stored:,} {'instance' if stored == 1 else 'instances'} stored"]
        if counts[Became.UNREADABLE]:
            parts.append(f"{counts[Became.UNREADABLE]:,} of them not readable as a whole")
        if counts[Became.ALREADY_THERE]:
            parts.append(f"{counts[Became.ALREADY_THERE]:,} already there")
        if counts[Became.CONFLICT]:
            parts.append(f"{counts[Became.CONFLICT]:,} {'conflict' if counts[Became.CONFLICT] == 1 else 'conflicts'}")
        if counts[Became.REFUSED]:
            parts.append(f"{counts[Became.REFUSED]:,} refused")
        if passed_over := counts[Became.PASSED_OVER]:
            parts.append(f"{passed_over:,} {'file' if passed_over == 1 else 'files'} passed over")
        return ", ".join(parts)
