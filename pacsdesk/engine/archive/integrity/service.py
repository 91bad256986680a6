"""Index against files, for a person who asks: comparing them, or making the index anew, both as jobs."""

from collections.abc import Callable, Iterator
from itertools import islice

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.contract.records.jobs import JobProblem, JobResult, Lane
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import JobId
from pacsdesk.engine.archive.integrity.check import compare_index_with_files, number_of_instances
from pacsdesk.engine.archive.integrity.rebuild import Rebuild
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.jobs.work import JobContext, JobOrder, JobStarter
from pacsdesk.engine.runtime.paths import DataFolder

_REPORTS_KEPT = 10
_MAX_PROBLEMS = 1000


class Integrity:
    """Implements contract.services.integrity.IntegrityService, the actor first."""

    def __init__(
        self,
        database: Database,
        folder: DataFolder,
        rebuild: Rebuild,
        jobs: JobStarter,
        last_in_background: Callable[[], IntegrityReport | None],
    ) -> None:
        self._database = database
        self._folder = folder
        self._rebuild = rebuild
        self._jobs = jobs
        self._last_in_background = last_in_background
        self._reports: dict[JobId, IntegrityReport] = {}

    def start_rebuild(self, actor: Actor) -> JobId:
        """Make the index anew from the files, while reading and storing go on."""
        return self._jobs.start(
            actor, JobOrder("rebuild-index", "Make the index anew from the files", Lane.ARCHIVE, self._rebuild.work)
        )

    def start_check(self, actor: Actor) -> JobId:
        """Compare index and files; reads the whole archive."""
        return self._jobs.start(actor, JobOrder("check-archive", "Compare index and files", Lane.ARCHIVE, self._check))

    def report(self, actor: Actor, job_id: JobId) -> IntegrityReport:
        """What a check found. Raises NotFound."""
        report = self._reports.get(job_id)
        if report is None:
            raise NotFound(
                "There is no report of this check.",
                f"It has not ended, it failed, or it is none of the last {_REPORTS_KEPT} since the engine started.",
                "Look at the list of jobs, or start another check.",
            )
        return report

    def last_report(self, actor: Actor) -> IntegrityReport:
        """What the last comparison in the background found. Raises NotFound."""
        report = self._last_in_background()
        if report is None:
            raise NotFound(
                "No comparison in the background has ended yet.",
                "`pacsdesk status` says how far it is; archive.check_rate says how fast it goes.",
                "Run `pacsdesk check` to compare now.",
            )
        return report

    def _check(self, context: JobContext) -> JobResult:
        total = number_of_instances(self._database)
        report = compare_index_with_files(
            self._database, self._folder, lambda done: context.report(done, max(total, done), "Reading files")
        )
        self._reports[context.job_id] = report
        while len(self._reports) > _REPORTS_KEPT:
            self._reports.pop(next(iter(self._reports)))
        problems = list(_problems(report))
        found = f"{len(problems):,} findings" if problems else "all is well"
        return JobResult(
            f"{report.instances_checked:,} instances and {report.files_checked:,} files compared: {found}.",
            tuple(islice(problems, _MAX_PROBLEMS)),
            len(problems),
        )


def _problems(report: IntegrityReport) -> Iterator[JobProblem]:
    """Every finding as a line for a person."""
    for reason, names in (
        ("The index has it and its file is gone.", report.missing_files),
        ("Its file does not have the bytes that were stored.", report.changed_files),
        ("The index does not know this file.", report.stray_files),
        ("Its counts are not those of a recount.", report.wrong_counters),
        ("The database found it wrong with itself.", report.database_faults),
    ):
        yield from (JobProblem(name, reason) for name in names)
