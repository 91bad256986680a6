"""A lost engine of this computer is started by itself, once, unless it ended again soon or somebody stopped it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pacsdesk.contract.events import EngineStateChanged
from pacsdesk.contract.records.engine import EngineState
from pacsdesk.desktop.shell.revival import Revival
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import PAGES, sign_in
from tests.support.desktop_window import NoLauncher, desktop_window
from tests.support.fake_services import FakeSite
from tests.support.site_folder import make_site_folder

NOTICE = "The engine ended unexpectedly and was started again."


class Watched:
    """A revival at a clock that the test sets, and how often it asked and told."""

    def __init__(self, *, may_start: bool = True) -> None:
        self.now = 0.0
        self.asked = self.told = 0
        self.parent = QObject()
        self.revival = Revival(self.parent, may_start=may_start, ended_again_s=60, seconds=lambda: self.now)
        self.revival.wanted.connect(self._on_wanted)
        self.revival.succeeded.connect(self._on_succeeded)

    def _on_wanted(self) -> None:
        self.asked += 1

    def _on_succeeded(self) -> None:
        self.told += 1

    def come_back(self) -> None:
        """As after a start."""
        self.revival.on_started()
        self.revival.on_found()


@pytest.mark.parametrize(("seconds", "asked"), [(59, 1), (60, 2)])
def test_an_engine_that_ends_again_within_a_minute_is_left_to_the_person(seconds: int, asked: int) -> None:
    watched = Watched()
    watched.revival.on_outlasted()
    watched.come_back()
    watched.now += seconds
    watched.revival.on_outlasted()
    assert (watched.asked, watched.told) == (asked, 1)


def test_a_start_that_failed_is_not_tried_again_by_itself() -> None:
    watched = Watched()
    watched.revival.on_outlasted()
    watched.now += 3600
    watched.revival.on_outlasted()
    assert watched.asked == 1


def test_an_engine_that_came_back_by_itself_is_not_said_to_be_started() -> None:
    watched = Watched()
    watched.revival.on_outlasted()
    watched.revival.on_found()
    assert watched.told == 0


def test_an_engine_that_a_person_started_is_not_said_to_be_started() -> None:
    watched = Watched()
    watched.revival.on_state_changed(EngineState.DRAINING, "")
    watched.revival.on_outlasted()
    watched.come_back()
    assert watched.told == 0


def test_an_engine_elsewhere_is_left_alone() -> None:
    watched = Watched(may_start=False)
    watched.revival.on_outlasted()
    assert watched.asked == 0


def local_launcher(tmp_path: Path, site: FakeSite) -> NoLauncher:
    """A launcher behind the folder of the site, whose engine comes up when it is started."""
    make_site_folder(tmp_path / "site", "http://127.0.0.1:8980")
    launcher = NoLauncher()

    def come_up() -> None:
        site.is_up = True

    launcher.on_start = come_up
    return launcher


def wait_for_the_stream(site: FakeSite, workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: workspace.header.engine_mark.word() == "Engine running" and site.listen_tries == 1)


def test_an_engine_that_dies_is_started_and_the_person_told(tmp_path: Path, site: FakeSite, qtbot: QtBot) -> None:
    launcher = local_launcher(tmp_path, site)
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        workspace = sign_in(window, qtbot)
        wait_for_the_stream(site, workspace, qtbot)
        site.is_up = False
        qtbot.waitUntil(lambda: [bar.title for bar in workspace.notice_area.bars()] == [NOTICE], timeout=10_000)
        qtbot.waitUntil(lambda: not workspace.banner.isVisible(), timeout=10_000)
    assert len(launcher.started) == 1


def test_an_engine_that_dies_again_is_left_to_the_button(tmp_path: Path, site: FakeSite, qtbot: QtBot) -> None:
    launcher = local_launcher(tmp_path, site)
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        workspace = sign_in(window, qtbot)
        wait_for_the_stream(site, workspace, qtbot)
        site.is_up = False
        qtbot.waitUntil(lambda: site.is_up and site.listen_tries > 1, timeout=10_000)
        qtbot.waitUntil(lambda: not workspace.watch.is_lost and bool(workspace.notice_area.bars()), timeout=10_000)
        site.is_up = False
        qtbot.waitUntil(lambda: "refused until it is started" in workspace.banner.words(), timeout=10_000)
        qtbot.waitUntil(workspace.banner.isVisible)
    assert len(launcher.started) == 1


def test_an_engine_that_was_stopped_is_not_started(tmp_path: Path, site: FakeSite, qtbot: QtBot) -> None:
    launcher = local_launcher(tmp_path, site)
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        workspace = sign_in(window, qtbot)
        wait_for_the_stream(site, workspace, qtbot)
        site.state = EngineState.DRAINING  # as whoever asks is told, too
        site.publish(EngineStateChanged(site.state))
        qtbot.waitUntil(lambda: workspace.header.engine_mark.word() == "Engine stopping")
        site.is_up = False
        qtbot.waitUntil(workspace.banner.isVisible)
        assert "refused until it is started" in workspace.banner.words()
    assert launcher.started == []
