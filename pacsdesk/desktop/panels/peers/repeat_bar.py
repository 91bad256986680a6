"""How often peers are tested by themselves: a choice, and when the next run comes."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.peers.repeats import Repeats
from pacsdesk.desktop.panels.peers.run_words import INTERVALS, every_word


class _Intervals(QComboBox):
    """A turn of the wheel on its way over the page must call nobody."""

    def __init__(self) -> None:
        super().__init__()
        for every, _words in INTERVALS:
            self.addItem(every_word(every), every)
        self.setPlaceholderText(translate("Peers", "Different"))
        self.setAccessibleName(translate("Peers", "Repeat"))
        self.setToolTip(
            translate("Peers", "Test again and again while this window is open; what changes is told and listed")
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to what scrolls."""
        event.ignore()


class RepeatBar(QWidget):
    """wanted: how often from now on, None for not at all."""

    wanted = Signal(object)

    def __init__(self, repeats: Repeats) -> None:
        super().__init__()
        self._repeats = repeats
        self._names: tuple[str, ...] = ()
        self.label = TextLabel(translate("Peers", "Repeat"), tone=Tone.MUTED)
        self.box = _Intervals()
        self.next_label = ElidedLabel(tone=Tone.MUTED)
        self.label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.label)
        row.addWidget(self.box)
        row.addWidget(self.next_label, 1)
        self.box.activated.connect(self._on_activated)
        repeats.changed.connect(self._on_changed)

    def show_peers(self, names: tuple[str, ...]) -> None:
        """Whose plan shows, and is changed here."""
        self._names = names
        self._show()

    def _show(self) -> None:
        kinds = {self._repeats.every(name) for name in self._names} or {None}
        self.box.setCurrentIndex(self._place(kinds.pop()) if len(kinds) == 1 else -1)
        moments = [at for name in self._names if (at := self._repeats.next_at(name)) is not None]
        self.next_label.set_text(_next(min(moments)) if moments else "")

    def _place(self, every: timedelta | None) -> int:
        return [known for known, _ in INTERVALS].index(every)

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        self.wanted.emit(INTERVALS[place][0])

    @Slot(str)
    def _on_changed(self, name: str) -> None:
        if name in self._names:
            self._show()


def _next(at: datetime) -> str:
    return translate("Peers", "Next at {time}").format(time=at.astimezone().strftime("%H:%M"))
