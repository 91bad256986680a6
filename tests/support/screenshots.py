"""Draws every panel and page in both themes: `python -m tests.support.screenshots FOLDER [PANEL ...]`."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from pacsdesk.contract.errors import StorageFull
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.desktop.kit.theme import ThemeChoice
from pacsdesk.desktop.panel import PanelSpec
from pacsdesk.desktop.shell.catalog import PANELS
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.support.demo_studies import demo_series, demo_sources, demo_studies
from tests.support.desktop_window import desktop_window, open_test_preferences
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW, PASSWORD, make_job

SIZE = (1280, 800)
PATIENCE_S = 10.0
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)


def demo_site(count: int, profile: Profile = Profile.CLINIC) -> FakeSite:
    """A site that looks like a busy day, moved to now so that "3 min ago" is."""
    studies = demo_studies(count)
    site = FakeSite(studies, demo_series(studies), profile=profile)
    if count:
        shift = datetime.now(UTC) - NOW
        site.sources = [replace(one, last_received_at=one.last_received_at + shift) for one in demo_sources()]
        site.jobs = [
            make_job("1", "Import 412 files from STICK", JobState.RUNNING, done=131, total=412),
            make_job("2", "Export 3 studies", JobState.FAILED),
        ]
    return site


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


def shoot(window: MainWindow, folder: Path, name: str) -> None:
    """Write one picture."""
    window.grab().save(str(folder / f"{name}.png"))


def draw_panels(folder: Path, theme: ThemeChoice, panels: tuple[PanelSpec, ...], scratch: Path) -> None:
    """Every panel full, empty and with the engine lost."""
    for count, state in ((60, "full"), (0, "empty")):
        with desktop_window(demo_site(count), scratch, PANELS) as window:
            window.resize(*SIZE)
            if state == "full":
                wait_until(window.sign_in_page.isVisible)
                shoot(window, folder, f"sign-in-{theme}")
            sign_in(window)
            assert window.workspace is not None
            for spec in panels:
                window.workspace.stack.show_panel(spec.panel_id)
                wait_until(lambda: True)
                shoot(window, folder, f"{spec.panel_id}-{state}-{theme}")


def draw_shell(folder: Path, theme: ThemeChoice, scratch: Path) -> None:
    """Assistant, palette, sheets, notices, the lost engine, a classroom."""
    site = demo_site(60, Profile.CLASSROOM)
    with desktop_window(site, scratch, PANELS) as window:
        window.resize(*SIZE)
        sign_in(window)
        assert window.workspace is not None
        window.workspace.notices.fail(
            StorageFull("The disk of the archive is full.", "412 images were refused.", "Free some room.")
        )
        window.workspace.guidance.show_help()
        wait_until(lambda: True)
        shoot(window, folder, f"classroom-notice-help-{theme}")
        window.workspace.guidance.show_shortcuts()
        site.is_up = False
        wait_until(lambda: window.workspace is not None and window.workspace.banner.isVisible())
        shoot(window, folder, f"lost-shortcuts-{theme}")
        window.workspace.guidance.open_palette()
        wait_until(lambda: True)
        shoot(window, folder, f"palette-{theme}")
    with desktop_window(site, scratch, PANELS, engine_url=None) as window:
        window.resize(*SIZE)
        wait_until(lambda: window.assistant is not None)
        shoot(window, folder, f"assistant-{theme}")


def main(words: list[str]) -> int:
    """Draw into the folder that is named."""
    folder, wanted = Path(words[0]), words[1:]
    folder.mkdir(parents=True, exist_ok=True)
    QApplication([])
    panels = tuple(spec for spec in PANELS if not wanted or spec.panel_id in wanted)
    for theme in THEMES:
        with tempfile.TemporaryDirectory() as scratch:
            preferences: QSettings = open_test_preferences(Path(scratch))
            preferences.setValue("look/theme", str(theme))
            preferences.sync()
            draw_panels(folder, theme, panels, Path(scratch))
            if not wanted:
                draw_shell(folder, theme, Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
