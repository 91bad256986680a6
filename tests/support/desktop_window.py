"""The real window over an engine in memory: for GUI tests and screenshots."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.icons import tint_again
from pacsdesk.desktop.kit.language import Language
from pacsdesk.desktop.kit.theme import Theme
from pacsdesk.desktop.panel import PanelSpec
from pacsdesk.desktop.shell.attachment import EngineAttachment
from pacsdesk.desktop.shell.closing import remember_told
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.desktop.shell.patience import Patience
from pacsdesk.desktop.shell.site_folder import AskFolder, ask_folder
from pacsdesk.desktop.shell.startup import Startup
from pacsdesk.desktop.shell.window_parts import WindowParts
from pacsdesk.link.client import Client
from tests.support.fake_services import FakeSite

HASTY = Patience(before_banner_ms=20, first_wait_s=0.02)


class NoLauncher:
    """Stands for the other process: remembers what was to be run, plays `init` and `serve` through two hooks."""

    def __init__(self) -> None:
        self.runs: list[tuple[list[str], str]] = []
        self.started: list[list[str]] = []
        self.answer = (0, "")
        self.on_run: Callable[[], None] = lambda: None
        self.on_start: Callable[[], None] = lambda: None
        self.is_running = True

    def run(self, arguments: list[str], standard_input: str) -> tuple[int, str]:
        self.runs.append((arguments, standard_input))
        self.on_run()
        return self.answer

    def start_detached(self, arguments: list[str], output: Path) -> Callable[[], bool]:
        self.started.append(arguments)
        self.on_start()
        return lambda: self.is_running


def open_test_preferences(folder: Path) -> QSettings:
    """Settings of the window in a file of the test."""
    return QSettings(str(folder / "desktop.ini"), QSettings.Format.IniFormat)


@contextmanager
def desktop_window(
    site: FakeSite,
    folder: Path,
    panels: Sequence[PanelSpec],
    *,
    engine_url: str | None = "http://127.0.0.1:8980",
    launcher: NoLauncher | None = None,
    calls: Calls | None = None,
    has_read_the_closing_words: bool = True,
    ask_folder: AskFolder = ask_folder,
) -> Iterator[MainWindow]:
    """A window on the site, shown, its start begun; closed with all its threads at the end."""
    app = cast(QApplication, QApplication.instance())
    preferences = open_test_preferences(folder)
    if has_read_the_closing_words:
        remember_told(preferences)
    theme = Theme(app, preferences)
    theme.changed.connect(lambda: tint_again(app))
    theme.apply()
    calls = calls or Calls()
    attachment = EngineAttachment(
        folder / "site", engine_url, lambda _address: cast(Client, site.client), launcher or NoLauncher()
    )
    startup = Startup(attachment, calls)
    window = MainWindow(
        WindowParts(
            startup,
            calls,
            theme,
            Language(app, preferences),
            preferences,
            panels,
            str(folder / "site"),
            can_start_engine=True,
            patience=HASTY,
            ask_folder=ask_folder,
        )
    )
    window.show()
    startup.begin()
    try:
        yield window
    finally:
        window.close()
        calls.close()
        window.deleteLater()
        theme.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.setStyleSheet("")
