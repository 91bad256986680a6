"""The calm line that says the engine is not answering, what goes on meanwhile, and what can be tried."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.labels import StateMark, StateShape, TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate


class LostBanner(QFrame):
    """Between header and page while the engine is lost. outlasted: the loss is not over by itself, the banner shows."""

    outlasted = Signal()
    retry_pressed = Signal()
    start_pressed = Signal()

    def __init__(self, patience_ms: int, *, can_start: bool) -> None:
        """patience_ms: for a loss that is over by itself; can_start: the engine is one that the desktop may start."""
        super().__init__()
        self._can_start = can_start
        self._words = TextLabel(wrap=True)
        self._patience = QTimer(self)
        self._patience.setInterval(patience_ms)
        self._retry = make_button(translate("Shell", "Retry now"))
        self._start = make_button(translate("Shell", "Start engine"), Rank.PRIMARY)
        self._start.setVisible(can_start)
        set_look(self, role="banner", tone=str(Tone.WARNING))
        self._build()
        self.hide()

    def _build(self) -> None:
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_outlasted)
        self._retry.clicked.connect(self.retry_pressed)
        self._start.clicked.connect(self.start_pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.setSpacing(Space.M)
        layout.addWidget(StateMark(StateShape.DOWN, translate("Shell", "The engine is not answering")))
        self._words.set_tone(Tone.MUTED)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._retry)
        layout.addWidget(self._start)

    def words(self) -> str:
        """What it says beside the state."""
        return self._words.text()

    def show_lost(self, reason: str) -> None:
        """Say it, unless the engine is back within a moment: a connection comes back by itself, an engine does not."""
        words = (
            translate("Shell", "Images sent to it are refused until it is started. What you typed is kept.")
            if self._can_start
            else translate("Shell", "Reconnecting by itself. What you typed is kept. ({reason})")
        )
        self._words.setText(words.format(reason=reason.rstrip(".")))
        self._patience.start()

    def _on_outlasted(self) -> None:
        self.show()
        self.outlasted.emit()

    def show_starting(self) -> None:
        """It is being started."""
        self._words.setText(translate("Shell", "Starting the engine."))
        self._start.setEnabled(False)

    def show_start_failed(self, words: str) -> None:
        """It did not start."""
        self._words.setText(words)
        self._start.setEnabled(True)

    def hide_lost(self) -> None:
        """The engine answers again."""
        self._patience.stop()
        self._start.setEnabled(True)
        self.hide()
