"""Files in and out of the archive as a person sees it: a line in the job tray from the first byte to the last.

An import is sent by a worker and goes on as the engine's job; an export is the engine's job, then fetched by a worker.
One line at a time tells of it: the engine's job takes over from the sending, the fetching from the engine's job.
"""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from pacsdesk.contract.errors import InternalError, JobCancelled, NotFound, PacsDeskError
from pacsdesk.contract.events import EventsMissed, JobChanged
from pacsdesk.contract.records.archive import Packing, Study
from pacsdesk.contract.records.jobs import Job, JobState
from pacsdesk.contract.types import JobId
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.errors import title_of
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import LocalWork, PanelContext
from pacsdesk.link.client import Client

LISTED_PROBLEMS = 10
Report = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class FileWork:
    """What of the link moves files. send: client, title, paths, report. unpack: a ZIP into a folder that it makes."""

    send: Callable[[Client, str, Sequence[Path], Report], JobId]
    unpack: Callable[[Path, Path], None]


@dataclass(frozen=True, slots=True)
class ExportTarget:
    """Where an export goes: a ZIP file to write, or a folder to make."""

    path: Path
    packing: Packing


class Transfers(QObject):
    """Runs imports and exports; several at once are fine."""

    def __init__(self, context: PanelContext, work: FileWork, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work = work
        self._awaited: dict[JobId, Callable[[Job], None]] = {}
        context.events.happened.connect(self._on_happened)
        context.events.engine_found.connect(self._on_engine_found)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Send files and folders to the engine and have it take them in."""
        title = (
            translate("Studies", "Import {name}").format(name=paths[0].name)
            if len(paths) == 1
            else counted("Studies", "Import %Ln files and folders", len(paths))
        )
        line = self._context.jobs.begin(plain(title))
        self._context.calls.start(
            partial(self._work.send, self._context.client, title, tuple(paths), line.report),
            partial(self._on_sent, line),
            partial(self._on_failed, line),
            owner=self,
        )

    def export_studies(self, studies: Sequence[Study], target: ExportTarget) -> None:
        """Have the engine pack studies, then fetch them."""
        uids = tuple(study.study_instance_uid for study in studies)
        self._context.calls.start(
            partial(self._context.services.transfer.start_export, uids, target.packing),
            partial(self._on_export_started, target),
            self._context.notices.fail,
            owner=self,
        )

    # import

    def _on_sent(self, line: LocalWork, job_id: JobId) -> None:
        line.give_over()
        self._await(job_id, self._on_import_over)

    def _on_import_over(self, job: Job) -> None:
        if job.state is not JobState.DONE or job.result is None:
            return  # the job tray shows how it ended and offers to retry
        result = job.result
        if not result.number_of_problems:
            self._context.notices.say(in_own_words(result.summary))
            return
        listed = [
            f"{plain(problem.subject)}: {in_own_words(plain(problem.reason))}"
            for problem in result.problems[:LISTED_PROBLEMS]
        ]
        more = result.number_of_problems - len(listed)
        if more > 0:
            listed.append(counted("Studies", "and %Ln more, listed with the job", more))
        self._context.notices.warn(in_own_words(result.summary), "\n".join(listed))

    # export

    def _on_export_started(self, target: ExportTarget, job_id: JobId) -> None:
        self._await(job_id, partial(self._on_export_over, target))

    def _on_export_over(self, target: ExportTarget, job: Job) -> None:
        if job.state is not JobState.DONE or job.result is None or not job.result.artifact:
            return  # the job tray shows how it ended; nothing was written
        title = translate("Studies", "Write {name}").format(name=plain(target.path.name))
        line = self._context.jobs.begin(title, instead_of=job.job_id)
        self._context.calls.start(
            partial(self._fetch, job.result.artifact, target, line),
            partial(self._on_fetched, line, target),
            partial(self._on_failed, line),
            owner=self,
        )

    def _fetch(self, artifact: str, target: ExportTarget, line: LocalWork) -> None:
        """On a worker thread. A folder is the same ZIP, fetched beside it and unpacked."""
        if target.packing is Packing.ZIP:
            self._context.client.download(artifact, target.path, lambda done, total: line.report(done, total, ""))
            return
        try:
            with tempfile.TemporaryDirectory(dir=target.path.parent, prefix=".export-") as beside:
                archive = Path(beside) / "export.zip"
                self._context.client.download(artifact, archive, lambda done, total: line.report(done, total, ""))
                self._work.unpack(archive, target.path)
        except OSError as error:
            title = translate("Studies", "The folder {folder} could not be written.").format(folder=target.path)
            hint = translate("Studies", "Choose another folder.")
            raise InternalError(title, error.strerror or "", hint) from error

    def _on_fetched(self, line: LocalWork, target: ExportTarget, _nothing: object) -> None:
        line.finish(translate("Studies", "Written to {path}").format(path=target.path))
        self._context.notices.say(translate("Studies", "Exported to {path}").format(path=target.path))

    # both

    def _on_failed(self, line: LocalWork, error: PacsDeskError) -> None:
        if isinstance(error, JobCancelled):
            line.finish(translate("Studies", "Stopped"), JobState.CANCELLED)
            return
        line.finish(title_of(error), JobState.FAILED)
        self._context.notices.fail(error)

    def _await(self, job_id: JobId, on_over: Callable[[Job], None]) -> None:
        """Have `on_over` called once the job has ended, also when it already has."""
        self._awaited[job_id] = on_over
        self._look_at(job_id)

    def _look_at(self, job_id: JobId) -> None:
        self._context.calls.start(
            partial(self._context.services.jobs.get, job_id),
            self._on_job,
            partial(self._on_job_unknown, job_id),
            owner=self,
        )

    def _on_job(self, job: Job) -> None:
        if job.state.is_over and job.job_id in self._awaited:
            self._awaited.pop(job.job_id)(job)

    def _on_job_unknown(self, job_id: JobId, error: PacsDeskError) -> None:
        """A lost engine is found again and asked again; a job that it forgot will never end."""
        if isinstance(error, NotFound):
            self._awaited.pop(job_id, None)

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, JobChanged):
            self._on_job(event.job)
        elif isinstance(event, EventsMissed):
            self._on_engine_found()

    @Slot()
    def _on_engine_found(self) -> None:
        for job_id in self._awaited:
            self._look_at(job_id)


def export_name(studies: Sequence[Study]) -> str:
    """A file name without ending for an export: no patient's name, for names of files travel further than files, and
    nothing of a sender's text but letters and figures.
    """
    if len(studies) != 1:
        return f"{len(studies)}-studies"
    words = (studies[0].accession_number, studies[0].study_date, "undated")
    safe = ("".join(letter for letter in word if letter.isascii() and letter.isalnum())[:32] for word in words)
    return f"study-{next(word for word in safe if word)}"
