"""One line of the job tray: a title, how far, how fast, how long still, and the buttons that fit its state."""

from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from pacsdesk.contract.errors import JobCancelled
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.formatting import format_count, format_decimal, format_duration
from pacsdesk.desktop.kit.labels import ElidedLabel, StateMark, StateShape, Tone
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.shell.job_pace import JobPace

LINE_HEIGHT = 36
KEEP_DONE_MS = 8_000

STATE_MARKS = {
    JobState.WAITING: (StateShape.UNKNOWN, marked("Shell", "Waiting")),
    JobState.RUNNING: (StateShape.UP, marked("Shell", "Running")),
    JobState.DONE: (StateShape.UP, marked("Shell", "Done")),
    JobState.FAILED: (StateShape.DOWN, marked("Shell", "Failed")),
    JobState.CANCELLED: (StateShape.SLOW, marked("Shell", "Stopped")),
    JobState.INTERRUPTED: (StateShape.SLOW, marked("Shell", "Interrupted")),
}


class JobLine(QFrame):
    """One job or piece of local work."""

    stop_pressed = Signal()
    retry_pressed = Signal()
    details_pressed = Signal()
    faded = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.is_over = False
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(KEEP_DONE_MS)
        self._fading.timeout.connect(self.faded)
        self._pace = JobPace()
        self._mark = StateMark()
        self._mark.setFixedWidth(112)
        self._title = ElidedLabel(title, strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(translate("Shell", "Progress of {title}").format(title=title))
        self._note = ElidedLabel(tone=Tone.MUTED)
        self._stop = make_button(translate("Shell", "Stop"), Rank.QUIET)
        self._retry = make_button(translate("Shell", "Retry"), Rank.QUIET)
        self._details = make_button(translate("Shell", "Details"), Rank.QUIET)
        self.setFixedHeight(LINE_HEIGHT)
        self._build()

    def _build(self) -> None:
        self._stop.clicked.connect(self.stop_pressed)
        self._retry.clicked.connect(self.retry_pressed)
        self._details.clicked.connect(self.details_pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, 0, Space.S, 0)
        layout.setSpacing(Space.M)
        layout.addWidget(self._mark)
        layout.addWidget(self._title, 2)
        layout.addWidget(self._bar)
        layout.addWidget(self._note, 3)
        for button in (self._details, self._retry, self._stop):
            button.hide()
            layout.addWidget(button)

    def show_progress(self, done: int, total: int, note: str, state: JobState = JobState.RUNNING) -> None:
        """How far it is; total 0 while unknown."""
        self._pace.note(done)
        self._show_state(state)
        self._bar.setRange(0, 1000 if total else 0)
        self._bar.setValue(min(1000, 1000 * done // total) if total else 0)
        self._bar.show()
        self._note.set_text(self._progress_words(done, total, note))
        self._stop.show()

    def _show_state(self, state: JobState) -> None:
        shape, word = STATE_MARKS[state]
        self._mark.set_state(shape, translate("Shell", word))

    def _progress_words(self, done: int, total: int, note: str) -> str:
        words: list[str] = []
        if total:
            counted = translate("Shell", "{done} of {total}")
            words.append(counted.format(done=format_count(done), total=format_count(total)))
        pace, left = self._pace.per_second(), self._pace.seconds_left(total)
        if pace is not None:
            rate = format_decimal(pace, 0 if pace >= 10 else 1)
            words.append(translate("Shell", "{rate}/s", "so many a second").format(rate=rate))
        if left is not None:
            words.append(translate("Shell", "{duration} left").format(duration=format_duration(left)))
        return "  \u00b7  ".join([*words, note] if note else words)

    def show_end(
        self, state: JobState, words: str, *, can_retry: bool = False, has_details: bool = False, is_whole: bool = True
    ) -> None:
        """How it ended. is_whole: whether all of it was done, as "Done" says."""
        self.is_over = True
        if state is JobState.DONE and not is_whole:
            self._mark.set_state(StateShape.SLOW, translate("Shell", "Incomplete"))
        else:
            self._show_state(state)
        self._note.set_text(words)
        self._bar.hide()
        self._stop.hide()
        self._retry.setVisible(can_retry)
        self._details.setVisible(has_details)

    def fade(self) -> None:
        """Nobody needs to look at it: `faded` comes once it has been there for a while."""
        self._fading.start()

    def show_stopping(self) -> None:
        """Stop was asked for; it ends at its next report."""
        self._stop.setEnabled(False)
        self._note.set_text(translate("Shell", "Stopping"))


class TrayWork(QObject):
    """A line for what the desktop does itself; `report` and `finish` may be called from any thread."""

    reported = Signal(int, int, str)
    finished = Signal(str, object)  # JobState
    given_over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_stopped = Event()

    def report(self, done: int, total: int, note: str = "") -> None:
        """See panel.LocalWork."""
        if self._is_stopped.is_set():
            raise JobCancelled(translate("Shell", "It was stopped."))
        self.reported.emit(done, total, note)

    def finish(self, text: str, state: JobState = JobState.DONE) -> None:
        """See panel.LocalWork."""
        self.finished.emit(text, state)

    def give_over(self) -> None:
        """See panel.LocalWork."""
        self.given_over.emit()

    @Slot()
    def stop(self) -> None:
        """The person pressed Stop: the next report raises."""
        self._is_stopped.set()
