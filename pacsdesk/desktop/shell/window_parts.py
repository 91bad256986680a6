"""What the main window is put together from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings

from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.language import Language
from pacsdesk.desktop.kit.theme import Theme
from pacsdesk.desktop.panel import PanelSpec
from pacsdesk.desktop.shell.patience import Patience
from pacsdesk.desktop.shell.site_folder import AskFolder, ask_folder
from pacsdesk.desktop.shell.startup import Startup


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What the window is given. site: its folder, or the address of its engine elsewhere."""

    startup: Startup
    calls: Calls
    theme: Theme
    language: Language
    preferences: QSettings
    panels: Sequence[PanelSpec]
    site: str
    can_start_engine: bool
    patience: Patience = Patience()
    ask_folder: AskFolder = ask_folder
