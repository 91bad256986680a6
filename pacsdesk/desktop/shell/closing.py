"""Says once, when the window is first closed, that the archive goes on without it, and offers to stop it instead."""

from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.shell.way_out import stop_command

_TOLD_KEY = "window/told_that_the_engine_goes_on"
_TEXT_WIDTH = 440


def has_been_told(preferences: QSettings) -> bool:
    """Whether this person has read it before."""
    return str(preferences.value(_TOLD_KEY, "false")) == "true"


def remember_told(preferences: QSettings) -> None:
    """Do not say it again."""
    preferences.setValue(_TOLD_KEY, "true")


def farewell(site: str) -> str:
    """What stays to be read in a terminal when the window is gone. site: the engine's folder."""
    words = translate("Shell", "The engine of {site} goes on receiving images. To stop it: {command}")
    return words.format(site=site, command=stop_command(Path(site)))


class ClosingDialog(QDialog):
    """Enter closes the window and leaves the engine alone; Esc keeps the window."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget, *, may_stop: bool) -> None:
        """may_stop: whether to offer stopping the engine."""
        super().__init__(parent)
        self.setWindowTitle(translate("Shell", "Close the window"))
        close = make_button(translate("Shell", "Close window"), Rank.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        stop = make_button(translate("Shell", "Quit and stop the engine"))
        stop.setVisible(may_stop)
        stop.setAutoDefault(False)
        stop.clicked.connect(self._on_stop_pressed)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch()
        row.addWidget(stop)
        row.addWidget(close)
        words = TextLabel(
            translate(
                "Shell",
                "The engine goes on receiving images while the window is closed. Open PACSDesk again to see them. "
                "It can be stopped at any time from the menu with your name.",
            ),
            tone=Tone.MUTED,
            wrap=True,
        )
        words.setFixedWidth(_TEXT_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(TextLabel(translate("Shell", "The archive goes on"), size=TypeSize.TITLE, strong=True))
        layout.addWidget(words)
        layout.addSpacing(Space.S)
        layout.addLayout(row)

    def _on_stop_pressed(self) -> None:
        self.reject()
        self.stop_wanted.emit()
