"""What is running, one line each: how far, how fast, how long still; stop, try again, and what went wrong.

Shows the engine's jobs and the desktop's own uploads and downloads alike. Ended lines stay until cleared, failed ones
first.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.jobs import Job, JobState
from pacsdesk.contract.services.jobs import JobsService
from pacsdesk.contract.types import JobId
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.labels import hairline
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.shell.job_line import LINE_HEIGHT, JobLine, TrayWork
from pacsdesk.desktop.shell.notices import ShellNotices

MOST_LINES_SHOWN = 4


class JobTray(QFrame):
    """The lines above the status line; invisible while there is nothing to tell."""

    counts_changed = Signal(int, int)  # running, failed
    details_requested = Signal(object)  # Job

    def __init__(self, jobs: JobsService, calls: Calls, notices: ShellNotices) -> None:
        super().__init__()
        self._jobs = jobs
        self._calls = calls
        self._notices = notices
        self._known: dict[JobId, Job] = {}
        self._lines: dict[JobId, JobLine] = {}
        self._local: dict[TrayWork, JobLine] = {}
        self._taken_over: set[JobId] = set()  # jobs whose good end another line tells
        self._shown: list[JobLine] = []
        self._has_loaded = False
        self._area = QScrollArea()
        self._column = QVBoxLayout()
        set_look(self, surface="1")
        self.setAccessibleName(translate("Shell", "Jobs"))
        self._build()
        self._fit()

    def _build(self) -> None:
        holder = QWidget()
        holder.setLayout(self._column)
        set_look(holder, surface="1")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._area.setWidget(holder)
        self._area.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(hairline())
        layout.addWidget(self._area)

    def lines(self) -> tuple[JobLine, ...]:
        """What shows, newest first."""
        return tuple(self._shown)

    def load(self) -> None:
        """Ask for all jobs: at the start and after the engine was found again. Old endings are history, not news."""
        self._calls.start(self._jobs.list, self._on_loaded, self._on_failed, owner=self)

    def show_failed(self) -> None:
        """See panel.JobTray."""
        self._calls.start(self._jobs.list, self._on_failed_listed, self._notices.fail, owner=self)

    def _on_failed_listed(self, jobs: tuple[Job, ...]) -> None:
        for job in reversed(jobs):
            if job.state is JobState.FAILED:
                self._known[job.job_id] = job
                self._show_end(job)

    def begin(self, title: str, instead_of: JobId | None = None) -> TrayWork:
        """See panel.JobTray."""
        if instead_of is not None:
            self._taken_over.add(instead_of)
            if instead_of in self._lines and self._lines[instead_of].is_over:
                self._show_end(self._known[instead_of])
        work, line = TrayWork(self), JobLine(title)
        self._local[work] = line
        line.show_progress(0, 0, "")
        line.stop_pressed.connect(work.stop)
        line.stop_pressed.connect(line.show_stopping)
        work.reported.connect(line.show_progress)
        work.finished.connect(self._on_work_finished)
        work.given_over.connect(self._on_work_given_over)
        self._add(line)
        return work

    def show_job(self, job: Job) -> None:
        """A job has changed."""
        before = self._known.get(job.job_id)
        self._known[job.job_id] = job
        if not job.state.is_over:
            self._line_of(job).show_progress(job.done, job.total, job.note, job.state)
        elif job.job_id in self._lines or (self._has_loaded and before is None):
            self._show_end(job)
        self._fit()

    def _line_of(self, job: Job) -> JobLine:
        if job.job_id not in self._lines:
            line = JobLine(in_own_words(job.title))
            line.stop_pressed.connect(lambda: self._on_stop(job.job_id))
            line.retry_pressed.connect(lambda: self._on_retry(job.job_id))
            line.details_pressed.connect(lambda: self.details_requested.emit(self._known[job.job_id]))
            line.faded.connect(lambda: self._drop(job.job_id))
            self._lines[job.job_id] = line
            self._add(line)
        return self._lines[job.job_id]

    def _show_end(self, job: Job) -> None:
        problems = job.result.number_of_problems if job.result is not None else 0
        if job.job_id in self._taken_over and job.state is JobState.DONE and not problems:
            self._drop(job.job_id)
            return
        line = self._line_of(job)
        words = in_own_words(job.result.summary if job.result is not None else job.error)
        if problems:
            words = "  \u00b7  ".join((words, counted("Shell", "%Ln problems", problems)))
        has_details = bool(problems or job.error)
        line.show_end(job.state, words, can_retry=job.can_retry, has_details=has_details, is_whole=not problems)
        if job.state in (JobState.DONE, JobState.CANCELLED) and not problems:
            line.fade()
        self._fit()

    @Slot()
    def clear_ended(self) -> None:
        """Take away what has ended."""
        for job_id in [job_id for job_id in self._lines if self._known[job_id].state.is_over]:
            self._drop(job_id)

    def _drop(self, job_id: JobId) -> None:
        line = self._lines.pop(job_id, None)
        if line is not None:
            self._remove(line)

    def _add(self, line: JobLine) -> None:
        self._shown.insert(0, line)
        self._column.insertWidget(0, line)
        self._fit()

    def _remove(self, line: JobLine) -> None:
        self._shown.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._fit()

    def _fit(self) -> None:
        frame = 2 * self._area.frameWidth()
        self._area.setFixedHeight(LINE_HEIGHT * min(len(self._shown), MOST_LINES_SHOWN) + frame)
        self.setVisible(bool(self._shown))
        running = sum(1 for line in self._shown if not line.is_over)
        failed = sum(1 for job_id in self._lines if self._known[job_id].state is JobState.FAILED)
        self.counts_changed.emit(running, failed)

    @Slot()
    def _on_work_given_over(self) -> None:
        work = self.sender()
        if isinstance(work, TrayWork) and work in self._local:
            self._remove(self._local.pop(work))
            work.deleteLater()

    @Slot(str, object)
    def _on_work_finished(self, text: str, state: JobState) -> None:
        work = self.sender()
        if isinstance(work, TrayWork) and work in self._local:
            line = self._local.pop(work)
            line.show_end(state, text)
            line.faded.connect(lambda: self._remove(line))
            line.fade()
            work.deleteLater()
            self._fit()

    def _on_loaded(self, jobs: tuple[Job, ...]) -> None:
        for job in reversed(jobs):
            self.show_job(job)
        self._has_loaded = True

    def _on_stop(self, job_id: JobId) -> None:
        self._lines[job_id].show_stopping()
        self._calls.start(lambda: self._jobs.cancel(job_id), self.show_job, self._notices.fail, owner=self)

    def _on_retry(self, job_id: JobId) -> None:
        self._drop(job_id)
        self._calls.start(lambda: self._jobs.retry(job_id), self._on_retried, self._notices.fail, owner=self)

    def _on_retried(self, _job_id: JobId) -> None:
        self.load()

    def _on_failed(self, _error: PacsDeskError) -> None:
        """The banner tells that the engine does not answer; the tray is asked again when it is found."""
