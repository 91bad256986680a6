"""What the shell says to the person: success in a line that passes, warnings and errors that stay until seen.

Notices stand between header and page, never over the work. A line with Undo waits ten seconds.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pacsdesk.contract.errors import NotSignedIn, PacsDeskError, Unavailable
from pacsdesk.desktop.kit.buttons import Rank, icon_button, make_button
from pacsdesk.desktop.kit.errors import explain, title_of
from pacsdesk.desktop.kit.icons import icon_pixmap
from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, Token
from pacsdesk.desktop.kit.translation import translate

STATUS_HEIGHT = 28
SAID_FOR_MS = 6_000
UNDO_FOR_MS = 10_000
MOST_NOTICES = 3


class StatusLine(QWidget):
    """One passing line, with Undo where there is something to undo."""

    def __init__(self) -> None:
        super().__init__()
        self._undo: Callable[[], None] | None = None
        self._text = ElidedLabel(tone=Tone.MUTED)
        self._button = make_button(translate("Shell", "Undo"), Rank.LINK)
        self._button.hide()
        self._button.clicked.connect(self._on_undo_clicked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._button)
        layout.addWidget(self._text, 1)

    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say a line; it replaces the one before."""
        self._undo = undo
        self._text.set_text(text)
        self._button.setVisible(undo is not None)
        self._timer.start(UNDO_FOR_MS if undo is not None else SAID_FOR_MS)

    @Slot()
    def clear(self) -> None:
        """Nothing to say any more."""
        self._timer.stop()
        self._undo = None
        self._text.set_text("")
        self._button.hide()

    @Slot()
    def _on_undo_clicked(self) -> None:
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()


class NoticeBar(QFrame):
    """One warning or error: what, why and next, Copy details, and a cross."""

    dismissed = Signal()

    def __init__(self, tone: Tone, title: str, detail: str, details_to_copy: str) -> None:
        super().__init__()
        self.title = title
        self._details = details_to_copy
        set_look(self, role="notice", tone=str(tone))
        self.setAccessibleName(f"{title} {detail}".strip())
        self._build(tone, title, detail)

    def _build(self, tone: Tone, title: str, detail: str) -> None:
        picture = TextLabel()
        token = Token.DANGER if tone is Tone.DANGER else Token.WARNING
        picture.setPixmap(icon_pixmap("circle-alert" if tone is Tone.DANGER else "alert-triangle", token, 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(title, strong=True, wrap=True, selectable=True))
        if detail:
            words.addWidget(TextLabel(detail, tone=Tone.MUTED, wrap=True, selectable=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        layout.setSpacing(Space.M)
        layout.addWidget(picture)
        layout.addLayout(words, 1)
        if self._details:
            copy = make_button(translate("Shell", "Copy details"), Rank.QUIET)
            copy.clicked.connect(self._on_copy_clicked)
            layout.addWidget(copy)
        cross = icon_button("x", translate("Shell", "Dismiss"))
        cross.clicked.connect(self.dismissed)
        layout.addWidget(cross)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


class NoticeArea(QWidget):
    """The notices that were not yet seen, newest first; the oldest go when there are too many."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self._layout.setSpacing(Space.S)
        self._bars: list[NoticeBar] = []
        self.hide()

    def bars(self) -> tuple[NoticeBar, ...]:
        """What shows, newest first."""
        return tuple(self._bars)

    def add(self, bar: NoticeBar) -> None:
        """Show a notice; the same title again replaces the one that shows."""
        for shown in [shown for shown in self._bars if shown.title == bar.title]:
            self._drop(shown)
        bar.dismissed.connect(self._on_dismissed)
        self._bars.insert(0, bar)
        self._layout.insertWidget(0, bar)
        for surplus in self._bars[MOST_NOTICES:]:
            self._drop(surplus)
        self.show()

    def dismiss_newest(self) -> bool:
        """Esc; answers whether there was one."""
        if not self._bars:
            return False
        self._drop(self._bars[0])
        return True

    def drop(self, bars: Iterable[NoticeBar]) -> None:
        """Take away those of them that still show."""
        for bar in [bar for bar in bars if bar in self._bars]:
            self._drop(bar)

    @Slot()
    def _on_dismissed(self) -> None:
        bar = self.sender()
        if isinstance(bar, NoticeBar):
            self._drop(bar)

    def _drop(self, bar: NoticeBar) -> None:
        self._bars.remove(bar)
        self._layout.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))


class ShellNotices(QObject):
    """The Notices of every panel. A session that has ended is no notice: it leads to the sign-in page."""

    session_ended = Signal(str)

    def __init__(self, line: StatusLine, area: NoticeArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._area = area
        self._of_the_loss: list[NoticeBar] = []

    def say(self, text: str) -> None:
        """See panel.Notices."""
        self._line.say(text)

    def say_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        """See panel.Notices."""
        self._line.say(text, undo)

    def warn(self, text: str, detail: str = "") -> None:
        """See panel.Notices."""
        self._area.add(NoticeBar(Tone.WARNING, text, detail, f"{text}\n{detail}".strip() if detail else ""))

    def fail(self, error: PacsDeskError) -> None:
        """See panel.Notices."""
        if isinstance(error, NotSignedIn):
            self.session_ended.emit(title_of(error))
            return
        parts = (type(error).__name__, error.title, error.detail, error.hint)
        bar = NoticeBar(Tone.DANGER, title_of(error), explain(error), "\n".join(part for part in parts if part))
        self._area.add(bar)
        if isinstance(error, Unavailable):
            self._of_the_loss.append(bar)

    def engine_found(self) -> None:
        """The engine answers again: what was said of its absence is over."""
        self._area.drop(self._of_the_loss)
        self._of_the_loss = []


def status_bar(line: StatusLine, jobs: QPushButton) -> QFrame:
    """The lowest row of the window. jobs: how many run and failed."""
    bar = QFrame()
    bar.setFixedHeight(STATUS_HEIGHT)
    set_look(bar, surface="1", edge="top")
    row = QHBoxLayout(bar)
    row.setContentsMargins(Space.L, 0, Space.S, 0)
    row.addWidget(line, 1)
    row.addWidget(jobs)
    return bar
