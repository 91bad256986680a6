"""Where the chosen answers shall be sent: one line above the list, a peer or any AE title, two buttons."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.calling_title import title_problem
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate

TITLE_WIDTH = 240


class DestinationBar(QFrame):
    """chosen: the AE title. Esc leaves it."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ElidedLabel(strong=True)
        self.title = QComboBox()
        self._problem = TextLabel(tone=Tone.DANGER, size=TypeSize.SMALL, wrap=True)
        self.send_button = make_button(translate("Query", "Send"), Rank.PRIMARY)
        self.leave_button = make_button(translate("Query", "Cancel"))
        self._build()
        self.title.currentTextChanged.connect(self._on_text_changed)
        self.send_button.clicked.connect(self._on_send)
        self.leave_button.clicked.connect(self.leave)

    def _build(self) -> None:
        help_text = translate(
            "Query",
            "The peer sends to an AE title that it knows by itself (C-MOVE): the title must stand in its own "
            "configuration, with its host and port.",
        )
        self.title.setEditable(True)
        self.title.setFixedWidth(TITLE_WIDTH)
        self.title.setFont(mono_font())
        self.title.setAccessibleName(translate("Query", "Destination AE title"))
        self.title.setAccessibleDescription(help_text)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self.title)
        row.addWidget(self.leave_button)
        row.addWidget(self.send_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(TextLabel(help_text, tone=Tone.MUTED, size=TypeSize.SMALL, wrap=True))
        column.addWidget(self._problem)
        set_look(self, surface="2", edge="bottom")
        self.hide()

    def ask(self, number: int, source: str, peers: tuple[Peer, ...]) -> None:
        """Where these shall go. source: the peer that has them."""
        self._words.set_text(counted("Query", "Have {peer} send %Ln of these to", number).format(peer=plain(source)))
        wanted = self.title.currentText()
        titles = sorted({str(one.ae_title) for one in peers if one.port is not None and one.name != source})
        self.title.clear()
        self.title.addItems(titles)
        if wanted:
            self.title.setCurrentText(wanted)
        self.show()
        self.title.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc backs out, Return sends."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_send()
        else:
            super().keyPressEvent(event)

    @Slot()
    def leave(self) -> None:
        """Go away without sending."""
        self.hide()
        self.left.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        self._show_problem("")

    @Slot()
    def _on_send(self) -> None:
        text = self.title.currentText().strip()
        problem = title_problem(text)
        self._show_problem(problem)
        if not problem:
            self.hide()
            self.chosen.emit(AETitle(text))

    def _show_problem(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
