"""The parts of Home: cards with one figure or list each, all of one build, on one grid."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from pacsdesk.contract.records.archive import ArchiveTotals, Source
from pacsdesk.contract.records.engine import EngineStatus, Listener, ListenerState, RoomState
from pacsdesk.contract.records.jobs import Job
from pacsdesk.desktop.kit.buttons import Rank, icon_button, make_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import format_ago, format_count, format_moment, format_size, plain
from pacsdesk.desktop.kit.labels import ElidedLabel, MonoLabel, StateMark, StateShape, TextLabel, Tone
from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panels.home.facts import SHOWN_SOURCES, is_silent

SHOWN_LISTENERS = 2
LINK_HEIGHT = 18  # as tall as the line of the title, so that titles of all cards stand on one line

_ROOM_MARKS = {
    RoomState.ENOUGH: (StateShape.UP, marked("Home", "Enough")),
    RoomState.LOW: (StateShape.SLOW, marked("Home", "Getting low")),
    RoomState.FULL: (StateShape.DOWN, marked("Home", "Full, images are refused")),
}


class Card(QFrame):
    """A title over content on a quiet ground."""

    def __init__(self, title: str) -> None:
        super().__init__()
        set_look(self, role="card")
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.column.setSpacing(Space.S)
        self.head = QHBoxLayout()
        self.head.addWidget(TextLabel(title, tone=Tone.MUTED, strong=True), 1)
        self.column.addLayout(self.head)


class ListenersCard(Card):
    """Where images can be sent to, and whether anybody listens there."""

    def __init__(self) -> None:
        super().__init__(translate("Home", "Listeners"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        self.column.addLayout(self._rows)
        self.column.addStretch()
        self._shown: tuple[Listener, ...] | None = None

    def show_unknown(self) -> None:
        """The engine does not answer: nobody knows whether it listens."""
        self._shown = None
        for mark in self.findChildren(StateMark):
            mark.set_state(StateShape.UNKNOWN, translate("Home", "Not known"))

    def show_status(self, status: EngineStatus) -> None:
        """Show every listener."""
        if status.listeners == self._shown:
            return
        self._shown = status.listeners
        _clear(self._rows)
        for listener in status.listeners[:SHOWN_LISTENERS]:
            self._rows.addWidget(_listener_row(listener))
        surplus = len(status.listeners) - SHOWN_LISTENERS
        if surplus > 0:
            self._rows.addWidget(TextLabel(counted("Home", "and %Ln more", surplus), tone=Tone.MUTED))
        if not status.listeners:
            self._rows.addWidget(StateMark(StateShape.DOWN, translate("Home", "Nobody listens")))


def _listener_row(listener: Listener) -> QWidget:
    is_up = listener.state is ListenerState.UP
    row = QWidget()
    layout = QGridLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(Space.M)
    layout.setVerticalSpacing(0)
    layout.addWidget(_listening_mark(is_up), 0, 0)
    title = TextLabel(listener.ae_title, strong=True, selectable=True)
    title.setFont(mono_font(TypeSize.TITLE))
    layout.addWidget(title, 0, 1)
    layout.addWidget(
        MonoLabel(f"{listener.host}:{listener.port}{' TLS' if listener.is_encrypted else ''}", tone=Tone.MUTED), 1, 1
    )
    if listener.problem:
        layout.addWidget(TextLabel(listener.problem, tone=Tone.DANGER, wrap=True), 2, 1)
    layout.setColumnStretch(1, 1)
    return row


def _listening_mark(is_up: bool) -> StateMark:
    if is_up:
        return StateMark(StateShape.UP, translate("Home", "Up"))
    return StateMark(StateShape.DOWN, translate("Home", "Down"))


class RoomCard(Card):
    """How much room is left for images."""

    def __init__(self) -> None:
        super().__init__(translate("Home", "Free room"))
        self._figure = TextLabel(size=TypeSize.DISPLAY, strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._mark = StateMark()
        self._whole = TextLabel(tone=Tone.MUTED)
        self._used = TextLabel(tone=Tone.MUTED)
        line = QHBoxLayout()
        line.addWidget(self._figure)
        line.addWidget(self._whole, 1, alignment=Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(line)
        self.column.addWidget(self._bar)
        below = QHBoxLayout()
        below.addWidget(self._mark, 1)
        below.addWidget(self._used)
        self.column.addLayout(below)
        self.column.addStretch()

    def show_status(self, status: EngineStatus) -> None:
        """Free in figures, used as a bar that says so, and whether the engine finds that enough."""
        free, total = status.free_bytes, status.total_bytes
        self._figure.setText(format_size(free))
        self._whole.setText(translate("Home", "of {total}").format(total=format_size(total)))
        used = 1000 * (total - free) // total if total else 0
        self._bar.setValue(used)
        words = translate("Home", "{percent} % used").format(percent=format_count(used // 10))
        self._used.setText(words)
        self._bar.setAccessibleName(words)
        shape, word = _ROOM_MARKS[status.room]
        self._mark.set_state(shape, translate("Home", word))


class TotalsCard(Card):
    """How much the archive holds."""

    def __init__(self) -> None:
        super().__init__(translate("Home", "Archive"))
        self._figure = TextLabel(size=TypeSize.DISPLAY, strong=True)
        self._images = ElidedLabel(tone=Tone.MUTED)
        self._size = TextLabel(tone=Tone.MUTED)
        for label in (self._figure, self._images, self._size):
            self.column.addWidget(label)
        self.column.addStretch()

    def show_totals(self, totals: ArchiveTotals) -> None:
        """Studies first, for that is what people count in."""
        self._figure.setText(counted("Home", "%Ln studies", totals.number_of_studies))
        patients = counted("Home", "%Ln patients", totals.number_of_patients)
        self._images.set_text(f"{patients}, {_images(totals)}")
        self._size.setText(format_size(totals.size_bytes))


def _images(totals: ArchiveTotals) -> str:
    return counted("Home", "%Ln images", totals.number_of_instances)


class JobsCard(Card):
    """What went wrong within a week; nothing, on a good day."""

    look_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Home", "Failed jobs"))
        self._look = make_button(translate("Home", "Show"), Rank.LINK)
        self._look.clicked.connect(self.look_wanted)
        self._look.setFixedHeight(LINK_HEIGHT)
        self.head.addWidget(self._look)
        self._figure = TextLabel(size=TypeSize.DISPLAY, strong=True)
        self._mark = StateMark()
        self._last = ElidedLabel(tone=Tone.MUTED)
        for widget in (self._figure, self._mark, self._last):
            self.column.addWidget(widget)
        self.column.addStretch()

    def show_jobs(self, failed: tuple[Job, ...]) -> None:
        """Count them, name the newest."""
        self._figure.setText(format_count(len(failed)) if failed else translate("Home", "None"))
        self._look.setVisible(bool(failed))
        if failed:
            self._mark.set_state(StateShape.DOWN, translate("Home", "Failed this week"))
        else:
            self._mark.set_state(StateShape.UP, translate("Home", "Nothing failed"))
        self._last.setVisible(bool(failed))
        self._last.set_text(f"{in_own_words(failed[0].title)}: {in_own_words(failed[0].error)}" if failed else "")


class SourcesColumn(QWidget):
    """Who sent what last; silence of days is marked."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.S)
        title = translate("Home", "Last image by source")
        self.column.addWidget(TextLabel(title, tone=Tone.MUTED, strong=True))
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(Space.L)
        self._rows.setVerticalSpacing(Space.S)
        self._rows.setColumnStretch(1, 1)
        self.column.addLayout(self._rows)
        self.column.addStretch()

    def show_sources(self, sources: tuple[Source, ...], now: datetime) -> None:
        """The newest sources."""
        _clear(self._rows)
        for row, source in enumerate(sources[:SHOWN_SOURCES]):
            title = MonoLabel(plain(source.ae_title, 24))
            when = TextLabel(format_ago(source.last_received_at, now), tone=Tone.MUTED)
            when.setToolTip(format_moment(source.last_received_at))
            silent = is_silent(source, now)
            self._rows.addWidget(title, row, 0)
            mark = StateMark(StateShape.SLOW, translate("Home", "Silent")) if silent else QWidget()
            self._rows.addWidget(mark, row, 1)
            self._rows.addWidget(when, row, 2, alignment=Qt.AlignmentFlag.AlignRight)
        if not sources:
            nobody = translate("Home", "Nobody has sent an image yet.")
            self._rows.addWidget(TextLabel(nobody, tone=Tone.MUTED, wrap=True), 0, 0, 1, 3)


class CopyLine(QFrame):
    """A command line that can be copied with one click."""

    copied = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        set_look(self, surface="2", edge="round")
        line = MonoLabel(text)
        button = icon_button("copy", translate("Home", "Copy"))
        button.clicked.connect(self._on_copy_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        layout.addWidget(line, 1)
        layout.addWidget(button)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copied.emit()


def _clear(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
