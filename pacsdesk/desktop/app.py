"""The desktop process: a window at once, an engine found or started behind it, an exit code at the end.

Everything is put together here and handed down; nothing below looks anything up.
"""

import logging
import signal
import sys
import warnings
from argparse import ArgumentParser
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.icons import icon, tint_again
from pacsdesk.desktop.kit.language import Language
from pacsdesk.desktop.kit.theme import Theme
from pacsdesk.desktop.kit.tokens import Token
from pacsdesk.desktop.shell.attachment import EngineAttachment, Launcher, ProcessLauncher
from pacsdesk.desktop.shell.catalog import PANELS
from pacsdesk.desktop.shell.crash import CrashDialog, CrashReports
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.desktop.shell.site_folder import usual_folder
from pacsdesk.desktop.shell.startup import Startup
from pacsdesk.desktop.shell.window_parts import WindowParts
from pacsdesk.link.client import Client

LOG_BYTES = 1_000_000
LOG_FILES = 3


@dataclass(frozen=True, slots=True)
class Places:
    """Where the desktop keeps its own things: preferences (window, theme, columns) and its log, no patient data."""

    preferences: Path
    logs: Path


def default_places() -> Places:
    """The platform's folders of the person."""
    return Places(
        Path(platformdirs.user_config_path("pacsdesk", appauthor=False)) / "desktop.ini",
        Path(platformdirs.user_log_path("pacsdesk", appauthor=False)),
    )


@dataclass(frozen=True, slots=True)
class Desktop:
    """The parts of a running desktop."""

    window: MainWindow
    theme: Theme
    calls: Calls
    startup: Startup


def main(words: list[str]) -> int:
    """The desktop from the command line: `pacsdesk [--data-dir DIR | --engine URL]`."""
    parser = ArgumentParser(prog="pacsdesk", description="Opens the desktop; starts an engine when none is running.")
    parser.add_argument("--data-dir", type=Path, default=None, help="folder of the site (or PACSDESK_DATA_DIR)")
    parser.add_argument("--engine", default=None, metavar="URL", help="address of an engine that is running elsewhere")
    chosen = parser.parse_args(words)
    return run(chosen.data_dir, chosen.engine)


def build_desktop(
    app: QApplication, data_dir: Path, engine_url: str | None, preferences: QSettings, launcher: Launcher
) -> Desktop:
    """Make all parts; the window is not shown and nothing is asked yet."""
    theme = Theme(app, preferences)
    theme.changed.connect(lambda: tint_again(app))
    theme.apply()
    language = Language(app, preferences)
    language.load()
    calls = Calls()
    attachment = EngineAttachment(data_dir, engine_url, Client, launcher)
    startup = Startup(attachment, calls)
    window = MainWindow(
        WindowParts(
            startup=startup,
            calls=calls,
            theme=theme,
            language=language,
            preferences=preferences,
            panels=PANELS,
            site=engine_url or str(attachment.data_dir),
            can_start_engine=engine_url is None,
        )
    )
    return Desktop(window, theme, calls, startup)


def run(data_dir: Path | None, engine_url: str | None, places: Places | None = None) -> int:
    """Show the window until it is closed. The engine goes on. Answers the exit code of the process.

    data_dir: the site's folder, None for the usual one.
    """
    places = places or default_places()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    app.setApplicationName("PACSDesk")
    app.setWindowIcon(icon("activity", Token.ACCENT))
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)
    log_handler = _start_log(places.logs)
    crashes = CrashReports()
    crashes.install(places.logs)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the window, never the engine
    preferences = open_preferences(places.preferences)
    desktop = build_desktop(app, data_dir or usual_folder(preferences), engine_url, preferences, ProcessLauncher())
    dialog = CrashDialog(desktop.window)
    crashes.reported.connect(dialog.report)
    desktop.window.show()
    QTimer.singleShot(0, desktop.startup.begin)  # after the first paint, so that the window never waits for an engine
    try:
        code = app.exec()
        if desktop.window.farewell and sys.stdout is not None:
            sys.stdout.write(f"{desktop.window.farewell}\n")
        return code
    finally:
        desktop.calls.close()
        preferences.sync()
        crashes.uninstall()
        logging.getLogger("pacsdesk").removeHandler(log_handler)
        log_handler.close()


def open_preferences(file: Path) -> QSettings:
    """The settings of the window; Qt writes the file by itself."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return QSettings(str(file), QSettings.Format.IniFormat)


def _start_log(folder: Path) -> logging.Handler:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "desktop.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    # pydicom quotes values of the objects it reads, in its log and in warnings: neither may reach a file or a terminal
    logging.getLogger("pydicom").setLevel(logging.CRITICAL + 1)
    warnings.simplefilter("ignore")
    logger = logging.getLogger("pacsdesk")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return handler
