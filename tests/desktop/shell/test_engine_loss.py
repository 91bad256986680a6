"""The engine goes and comes back: the window says so calmly, loses nothing typed, and goes on by itself."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Unavailable
from pacsdesk.contract.events import EngineStateChanged
from pacsdesk.contract.records.engine import EngineState
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import PAGES, press, shown_panel, sign_in
from tests.support.desktop_window import NoLauncher, desktop_window
from tests.support.fake_services import FakeSite
from tests.support.site_folder import make_site_folder


def lose_engine(site: FakeSite, workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: workspace.header.engine_mark.word() == "Engine running" and site.listen_tries == 1)
    site.is_up = False
    qtbot.waitUntil(workspace.banner.isVisible)


def stop_engine(site: FakeSite, workspace: Workspace, qtbot: QtBot) -> None:
    """As `pacsdesk stop` does: it is not started by itself."""
    qtbot.waitUntil(lambda: site.listen_tries == 1 and site.calls["engine.status"] == 1)
    site.state = EngineState.DRAINING
    site.publish(EngineStateChanged(EngineState.DRAINING))
    qtbot.waitUntil(lambda: workspace.header.engine_mark.word() == "Engine stopping")
    site.is_up = False
    qtbot.waitUntil(workspace.banner.isVisible)


def test_a_loss_is_told_with_shape_and_word(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    lose_engine(site, workspace, qtbot)
    mark = workspace.header.engine_mark
    assert (mark.shape, mark.word()) == (StateShape.DOWN, "Engine not answering")


def test_the_window_finds_the_engine_again_by_itself(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    lose_engine(site, workspace, qtbot)
    site.is_up = True
    qtbot.waitUntil(lambda: not workspace.banner.isVisible(), timeout=10_000)


def test_what_was_typed_outlives_the_loss(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    QTest.keyClicks(shown_panel(workspace).line, "half a sentence")
    lose_engine(site, workspace, qtbot)
    site.is_up = True
    qtbot.waitUntil(lambda: not workspace.banner.isVisible(), timeout=10_000)
    assert shown_panel(workspace).line.text() == "half a sentence"


def test_the_panel_loads_again_after_a_loss(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    lose_engine(site, workspace, qtbot)
    site.is_up = True
    qtbot.waitUntil(lambda: shown_panel(workspace).refreshes == 1, timeout=10_000)


def test_a_session_that_did_not_outlive_the_engine_leads_to_sign_in(
    window: MainWindow, site: FakeSite, qtbot: QtBot
) -> None:
    workspace = sign_in(window, qtbot)
    lose_engine(site, workspace, qtbot)
    site.is_token_valid = False
    site.is_up = True
    qtbot.waitUntil(window.sign_in_page.isVisible, timeout=10_000)


def test_retry_now_asks_at_once(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    lose_engine(site, workspace, qtbot)
    asked = site.calls["engine.status"]
    press(workspace.banner, "Retry now")
    qtbot.waitUntil(lambda: site.calls["engine.status"] == asked + 1)


def test_an_engine_that_was_stopped_can_be_started(tmp_path: Path, site: FakeSite, qtbot: QtBot) -> None:
    make_site_folder(tmp_path / "site", "http://127.0.0.1:8980")
    launcher = NoLauncher()

    def come_up() -> None:
        site.is_up = True

    launcher.on_start = come_up
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        workspace = sign_in(window, qtbot)
        stop_engine(site, workspace, qtbot)
        press(workspace.banner, "Start engine")
        qtbot.waitUntil(lambda: not workspace.banner.isVisible(), timeout=10_000)
        assert (window.workspace, workspace.notice_area.bars()) == (workspace, ())


def test_a_lost_engine_of_this_computer_refuses_images_until_it_is_started(
    window: MainWindow, site: FakeSite, qtbot: QtBot
) -> None:
    workspace = sign_in(window, qtbot)
    stop_engine(site, workspace, qtbot)
    assert "Images sent to it are refused until it is started." in workspace.banner.words()


def test_a_start_that_fails_says_why_in_the_banner(tmp_path: Path, site: FakeSite, qtbot: QtBot) -> None:
    make_site_folder(tmp_path / "site", "http://127.0.0.1:8980")
    launcher = NoLauncher()
    launcher.is_running = False
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        workspace = sign_in(window, qtbot)
        stop_engine(site, workspace, qtbot)
        press(workspace.banner, "Start engine")
        qtbot.waitUntil(lambda: "did not start" in workspace.banner.words())


def test_an_engine_that_drains_is_told(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    qtbot.waitUntil(lambda: site.calls["engine.status"] == 1)
    site.state = EngineState.DRAINING
    site.publish(EngineStateChanged(EngineState.DRAINING))
    qtbot.waitUntil(lambda: workspace.header.engine_mark.word() == "Engine stopping")


def test_a_read_only_archive_is_told_until_seen(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    qtbot.waitUntil(lambda: site.calls["engine.status"] == 1)
    site.state = EngineState.READ_ONLY
    site.publish(EngineStateChanged(EngineState.READ_ONLY, "The disk answered a write with an error."))
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)
    assert "read-only" in workspace.notice_area.bars()[0].title


def test_no_engine_at_the_start_is_told_with_retry(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    site.is_up = False
    with desktop_window(site, tmp_path, PAGES) as window:
        qtbot.waitUntil(lambda: window.start_page.count() == 2)
        site.is_up = True
        press(window.start_page, "Retry")
        qtbot.waitUntil(window.sign_in_page.isVisible)


def test_stopping_the_engine_closes_the_window(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    with qtbot.waitSignal(window.closed):
        window.actions_of_shell.quit_and_stop.trigger()
    assert site.calls["engine.stop"] == 1


def test_closing_the_window_leaves_the_engine_alone(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    window.close()
    assert site.calls["engine.stop"] == 0


def test_an_engine_that_refuses_to_stop_is_told(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    workspace = sign_in(window, qtbot)
    site.fail["engine.stop"] = Unavailable("It is stopping already.")
    window.actions_of_shell.quit_and_stop.trigger()
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)


def test_a_notice_of_the_loss_goes_when_the_engine_answers_again(
    window: MainWindow, site: FakeSite, qtbot: QtBot
) -> None:
    workspace = sign_in(window, qtbot)
    lose_engine(site, workspace, qtbot)
    workspace.notices.fail(Unavailable("No engine answers.", "[Errno 111] Connection refused", "Start one."))
    workspace.notices.warn("The archive is read-only.")
    site.is_up = True
    qtbot.waitUntil(lambda: not workspace.banner.isVisible(), timeout=10_000)
    assert [bar.title for bar in workspace.notice_area.bars()] == ["The archive is read-only."]
