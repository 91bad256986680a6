"""Draws every view of the window in both themes, and in German: `python -m tests.support.screenshots FOLDER`."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from pacsdesk.contract.records.engine import Profile
from pacsdesk.desktop.kit.language import Language, LanguageChoice
from pacsdesk.desktop.kit.theme import ThemeChoice
from pacsdesk.desktop.shell.catalog import PANELS
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.engine.compose.site import conformance_statement
from pacsdesk.engine.runtime.paths import DataFolder
from tests.support.desktop_window import desktop_window, open_test_preferences
from tests.support.fake_services import FakeSite
from tests.support.fake_state import PASSWORD
from tests.support.relay_views import views_of_exercises
from tests.support.window_views import WatchedCalls, busy_site, walk

SIZE = (1280, 800)
PATIENCE_S = 10.0
LOOKS = (
    (ThemeChoice.LIGHT, LanguageChoice.ENGLISH),
    (ThemeChoice.DARK, LanguageChoice.ENGLISH),
    (ThemeChoice.LIGHT, LanguageChoice.GERMAN),
)


def wait_until(is_true: Callable[[], bool]) -> None:
    """Let the window work until something holds; gives up quietly, the picture then shows why."""
    end = time.monotonic() + PATIENCE_S
    while not is_true() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    settled = time.monotonic() + 0.4
    while time.monotonic() < settled:
        QApplication.processEvents()
        time.sleep(0.01)


def sign_in(window: MainWindow) -> None:
    """Come to the workspace."""
    wait_until(window.sign_in_page.isVisible)
    window.sign_in_page.submitted.emit("ada", PASSWORD)
    wait_until(lambda: window.workspace is not None)


def settle(calls: WatchedCalls) -> None:
    """Until everything has come, and what fades or waits a moment is done."""
    wait_until(lambda: calls.is_idle)


def draw(folder: Path, suffix: str, scratch: Path) -> None:
    """Every view of a busy site and of an empty one."""
    busy = busy_site()
    busy.statement = conformance_statement(DataFolder(scratch / "no-site"))
    for site, state in ((busy, ""), (FakeSite(), "-of-an-empty-site")):
        calls = WatchedCalls()
        with desktop_window(site, scratch, PANELS, calls=calls) as window:
            window.resize(*SIZE)
            wait_until(window.sign_in_page.isVisible)
            window.grab().save(str(folder / f"sign-in{state}-{suffix}.png"))
            sign_in(window)
            for view in walk(window, site, partial(settle, calls)):
                view.widget.grab().save(str(folder / f"{view.name}{state}-{suffix}.png"))


def draw_shell(folder: Path, suffix: str, scratch: Path) -> None:
    """The assistant, a classroom, and an engine that is lost."""
    site, calls = busy_site(Profile.CLASSROOM), WatchedCalls()
    with desktop_window(site, scratch, PANELS, calls=calls) as window:
        window.resize(*SIZE)
        sign_in(window)
        assert window.workspace is not None
        for name in views_of_exercises(window.workspace, partial(settle, calls)):
            window.grab().save(str(folder / f"{name}-{suffix}.png"))
        banner = window.workspace.banner
        wait_until(lambda: site.listen_tries > 0)
        site.is_up = False
        wait_until(banner.isVisible)
        window.grab().save(str(folder / f"classroom-lost-{suffix}.png"))
    with desktop_window(site, scratch, PANELS, engine_url=None) as window:
        window.resize(*SIZE)
        wait_until(lambda: window.assistant is not None)
        window.grab().save(str(folder / f"assistant-{suffix}.png"))


def main(words: list[str]) -> int:
    """Draw into the folder that is named."""
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for theme, language in LOOKS:
        with tempfile.TemporaryDirectory() as scratch:
            preferences = open_test_preferences(Path(scratch))
            preferences.setValue("look/theme", str(theme))
            spoken = Language(app, preferences)
            spoken.choose(language)
            preferences.sync()
            spoken.load()
            for part in (draw, draw_shell):
                part(folder, f"{theme}-{language}", Path(scratch))
            spoken.unload()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
