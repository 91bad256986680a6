"""Says what the program is, what it is not for, and whose work it stands on."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from pacsdesk import __version__
from pacsdesk.desktop.kit.icons import icon_pixmap
from pacsdesk.desktop.kit.labels import TextLabel, Tone, hairline
from pacsdesk.desktop.kit.tokens import Space, Token, TypeSize
from pacsdesk.desktop.kit.translation import marked, translate

NOT_FOR_DIAGNOSIS = marked("Shell", "Not for primary diagnosis")

# A part that ships with the program: its distribution's name and its licence. A new one: a line here.
PARTS = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("numpy", "BSD-3-Clause"),
    ("pydicom", "MIT"),
    ("pynetdicom", "MIT"),
    ("imagecodecs", "BSD-3-Clause"),
    ("pyqtgraph", "MIT"),
    ("SQLAlchemy", "MIT"),
    ("alembic", "MIT"),
    ("argon2-cffi", "MIT"),
    ("httpx", "BSD-3-Clause"),
    ("starlette", "BSD-3-Clause"),
    ("uvicorn", "BSD-3-Clause"),
    ("msgspec", "BSD-3-Clause"),
    ("psutil", "BSD-3-Clause"),
    ("Lucide icons", "ISC"),
)


class AboutDialog(QDialog):
    """Name, version, purpose, parts."""

    def __init__(self, engine_version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Shell", "About PACSDesk"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(TextLabel("PACSDesk", size=TypeSize.DISPLAY, strong=True))
        layout.addWidget(TextLabel(_versions(engine_version), tone=Tone.MUTED, selectable=True))
        layout.addSpacing(Space.S)
        layout.addWidget(_warning())
        layout.addSpacing(Space.S)
        layout.addWidget(hairline())
        layout.addWidget(TextLabel(translate("Shell", "Parts and their licences"), strong=True))
        layout.addLayout(_parts())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addSpacing(Space.S)
        layout.addWidget(buttons)


def _versions(engine_version: str) -> str:
    if not engine_version:
        return translate("Shell", "Version {version}").format(version=__version__)
    words = translate("Shell", "Version {version}, engine {engine_version}")
    return words.format(version=__version__, engine_version=engine_version)


def _warning() -> QWidget:
    line = QWidget()
    row = QGridLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setHorizontalSpacing(Space.S)
    picture = TextLabel()
    picture.setPixmap(icon_pixmap("alert-triangle", Token.WARNING, 20))
    row.addWidget(picture, 0, 0, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(TextLabel(translate("Shell", NOT_FOR_DIAGNOSIS), strong=True), 0, 1)
    why = translate(
        "Shell", "It is not a medical device: look at images here to administer and to teach, not to diagnose."
    )
    row.addWidget(TextLabel(why, tone=Tone.MUTED, wrap=True), 1, 1)
    row.setColumnStretch(1, 1)
    return line


def _parts() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.XS)
    half = (len(PARTS) + 1) // 2
    for place, (name, licence) in enumerate(PARTS):
        row, column = place % half, 2 * (place // half)
        grid.addWidget(TextLabel(f"{name} {_version_of(name)}".strip()), row, column)
        grid.addWidget(TextLabel(licence, tone=Tone.MUTED), row, column + 1)
    return grid


def _version_of(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""
