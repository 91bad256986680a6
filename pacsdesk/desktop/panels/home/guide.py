"""What to do on an empty site: let a sender in, send a first image, or import files."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pacsdesk.contract.records.engine import Listener, Profile
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.home.cards import CopyLine


class FirstImageGuide(QFrame):
    """Shown until the first image has come."""

    import_wanted = Signal()
    copied = Signal()

    def __init__(self, listener: Listener, profile: Profile) -> None:
        super().__init__()
        set_look(self, role="card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        self._layout.setSpacing(Space.S)
        address = f"{listener.host}:{listener.port}"
        title = translate("Home", "Send a first image to {ae_title} at {address}")
        self._add_title(title.format(ae_title=listener.ae_title, address=address))
        self._add_step(
            translate(
                "Home",
                "Send from the other program. With DCMTK it is this line; a modality takes the same title and address.",
            ),
            f"storescu -aec {listener.ae_title} {listener.host} {listener.port} image.dcm",
        )
        if profile is not Profile.CLASSROOM:
            words = translate(
                "Home",
                "A sender that nobody has entered is refused at its first try and then shows above: press Let in "
                "there, and send again.",
            )
            self._layout.addWidget(TextLabel(words, wrap=True))
        self._add_import()

    def _add_title(self, text: str) -> None:
        self._layout.addWidget(TextLabel(text, size=TypeSize.TITLE, strong=True, wrap=True))
        words = translate("Home", "The page fills by itself as images arrive.")
        self._layout.addWidget(TextLabel(words, tone=Tone.MUTED, wrap=True))

    def _add_step(self, words: str, command: str) -> None:
        self._layout.addSpacing(Space.S)
        self._layout.addWidget(TextLabel(words, wrap=True))
        line = CopyLine(command)
        line.copied.connect(self.copied)
        self._layout.addWidget(line)

    def _add_import(self) -> None:
        self._layout.addSpacing(Space.S)
        words = translate("Home", "Or take files that are already here: a folder, a ZIP, a CD.")
        self._layout.addWidget(TextLabel(words, wrap=True))
        button = make_button(translate("Home", "Import files"), Rank.PRIMARY)
        button.clicked.connect(self.import_wanted)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch()
        self._layout.addLayout(row)
