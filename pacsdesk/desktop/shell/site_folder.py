"""Which folder the desktop opens when none was named: the one chosen in the assistant, else the platform's own; and
where the window keeps what it remembers of one site.
"""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from pacsdesk.desktop.kit.translation import translate
from pacsdesk.link.finding import default_data_dir, is_site

AskFolder = Callable[[QWidget, Path, Callable[[Path], None]], None]
_KEY = "site/folder"


def key_of_site(group: str, site: str) -> str:
    """Where the window keeps what it remembers of one site. site: its folder, or the address of its engine."""
    return f"{group}/{sha256(site.encode()).hexdigest()[:12]}"  # a path would read as groups of the file


def remember_folder(preferences: QSettings, folder: Path) -> None:
    """A site was made in a folder that was chosen."""
    preferences.setValue(_KEY, str(folder))


def usual_folder(preferences: QSettings) -> Path:
    """PACSDESK_DATA_DIR, else the chosen folder as long as it is a site, else the platform's own."""
    chosen = str(preferences.value(_KEY, ""))
    if chosen and not os.environ.get("PACSDESK_DATA_DIR") and is_site(Path(chosen)):
        return Path(chosen)
    return default_data_dir()


def ask_folder(parent: QWidget, begin_at: Path, on_chosen: Callable[[Path], None]) -> None:
    """Ask with the system's dialog; nothing follows when the person backs out."""
    nearest = next((folder for folder in (begin_at, *begin_at.parents) if folder.is_dir()), begin_at)
    dialog = QFileDialog(parent, translate("Shell", "Folder of the site"), str(nearest))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
