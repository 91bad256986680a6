"""Whom to send to, as whom, and what: one frame above the plan, with the destination in full below."""

from pathlib import Path

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.buttons import make_button
from pacsdesk.desktop.kit.calling_title import CallingTitleField
from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.peer_box import PeerBox
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.send.sources import Source

_PEER_WIDTH, _TITLE_WIDTH = 240, 176
_LOOK_AGAIN, _YES = "send/looks-again", "yes"


class Choosing(QFrame):
    """changed: another peer, title or thing to send. chosen: another thing to send."""

    changed = Signal()
    chosen = Signal(object)

    def __init__(self, preferences: QSettings) -> None:
        """preferences: where it is remembered whether the peer is asked afterwards."""
        super().__init__()
        self._preferences = preferences
        self.peer = PeerBox(translate("Send", "Peer to send to"))
        self.calling = CallingTitleField()
        self.files = make_button(translate("Send", "Files..."))
        self.folder = make_button(translate("Send", "Folder..."))
        self.test_object = make_button(translate("Send", "Test object"))
        self.look_again = QCheckBox(translate("Send", "Then ask the peer what it shows"))
        self._what = ElidedLabel(strong=True)
        self._where = TextLabel(wrap=True, selectable=True)
        self._build()
        self.peer.currentIndexChanged.connect(self.changed)
        self.calling.editingFinished.connect(self.changed)
        self.files.clicked.connect(self._on_files)
        self.folder.clicked.connect(self._on_folder)
        self.test_object.clicked.connect(self._on_test_object)
        self.look_again.setChecked(str(preferences.value(_LOOK_AGAIN, "")) == _YES)
        self.look_again.toggled.connect(self._on_look_again)

    def _build(self) -> None:
        self.peer.setFixedWidth(_PEER_WIDTH)
        self.calling.setFixedWidth(_TITLE_WIDTH)
        self.test_object.setToolTip(
            translate("Send", "One small image of the invented patient TEST^PACSDESK, to be removed there afterwards")
        )
        to = QHBoxLayout()
        to.setSpacing(Space.S)
        for title, field in (
            (translate("Send", "To"), self.peer),
            (translate("Send", "Calling AE title"), self.calling),
        ):
            column = QVBoxLayout()
            column.setSpacing(Space.XS)
            column.addWidget(TextLabel(title, tone=Tone.MUTED, size=TypeSize.SMALL))
            column.addWidget(field)
            to.addLayout(column)
        what = QVBoxLayout()
        what.setSpacing(Space.XS)
        what.addWidget(TextLabel(translate("Send", "What is sent"), tone=Tone.MUTED, size=TypeSize.SMALL))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._what, 1)
        for button in (self.files, self.folder, self.test_object):
            row.addWidget(button)
        what.addLayout(row)
        to.addSpacing(Space.S)
        to.addLayout(what, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(to)
        column.addWidget(self.calling.problem_label)
        below = QHBoxLayout()
        below.setSpacing(Space.L)
        below.addWidget(self._where, 1)
        below.addWidget(self.look_again)
        column.addLayout(below)
        set_look(self, surface="1", edge="bottom")
        self.look_again.setToolTip(
            translate("Send", "After the send, find each study there: is it shown, whole, and under the same patient?")
        )
        self.show_destination("")
        self.show_source(None)

    def calling_title(self) -> AETitle | None:
        """None for our own. Raises ValueError."""
        return self.calling.title()

    def show_source(self, source: Source | None) -> None:
        """Say what is sent."""
        nothing = translate("Send", "Nothing is chosen yet")
        self._what.set_text(source.words() if source else nothing)

    def show_destination(self, words: str) -> None:
        """Say where it goes; "" says nothing."""
        self._where.setText(words)
        self._where.setVisible(bool(words))
        self.look_again.setVisible(bool(words))

    @Slot(bool)
    def _on_look_again(self, is_wanted: bool) -> None:
        self._preferences.setValue(_LOOK_AGAIN, _YES if is_wanted else "no")

    @Slot()
    def _on_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, translate("Send", "Choose files to send"))
        if names:
            self.chosen.emit(Source(paths=tuple(map(Path, names))))

    @Slot()
    def _on_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, translate("Send", "Choose a folder to send"))
        if name:
            self.chosen.emit(Source(paths=(Path(name),)))

    @Slot()
    def _on_test_object(self) -> None:
        self.chosen.emit(Source(is_test_object=True))
