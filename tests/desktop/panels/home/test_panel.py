"""Home answers at one look, follows what happens without haste, and helps an empty site to its first image."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Unavailable
from pacsdesk.contract.events import StudiesChanged
from pacsdesk.contract.records.engine import EngineStatus, Listener, ListenerState, Profile, RoomState
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.desktop.kit.labels import StateMark
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.home import PANEL
from pacsdesk.desktop.panels.home.newest import MODALITY
from pacsdesk.desktop.panels.home.panel import RELOAD_AFTER_MS, HomePanel
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.desktop.panels.home.conftest import Elsewhere, shown, words
from tests.desktop.shell.pages import press, sign_in
from tests.support.demo_studies import demo_studies
from tests.support.desktop_window import desktop_window
from tests.support.fake_house import FakeEngine
from tests.support.fake_services import FakeSite
from tests.support.fake_state import make_job


class LowRoom(FakeEngine):
    """Finds the room low, whatever the figures: its limits are settings."""

    def status(self) -> EngineStatus:
        return replace(super().status(), room=RoomState.LOW)


def test_listeners_show_title_address_and_state(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    shown(window, site, qtbot, "PACSDESK", "127.0.0.1:11112", "Up")


def test_a_listener_that_is_down_says_why(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.listeners = (Listener("PACSDESK", "127.0.0.1", 104, ListenerState.DOWN, 0, "The port is taken."),)
    shown(window, site, qtbot, "Down", "The port is taken.")


def test_a_listener_for_tls_is_told_from_the_other(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.listeners = (*site.listeners, Listener("PACSDESK", "127.0.0.1", 2762, ListenerState.UP, 0, is_encrypted=True))
    shown(window, site, qtbot, "127.0.0.1:11112", "127.0.0.1:2762 TLS")


def test_while_the_engine_is_lost_nobody_is_said_to_listen(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    panel = shown(window, site, qtbot, "PACSDESK", "Up")
    assert window.workspace is not None
    window.workspace.events.engine_lost.emit("It is gone.")
    assert [mark.word() for mark in panel.listeners.findChildren(StateMark)] == ["Not known"]
    panel.refresh()
    qtbot.waitUntil(lambda: [mark.word() for mark in panel.listeners.findChildren(StateMark)] == ["Up"])


def test_the_first_image_of_a_site_is_shown_soon(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    studies, site.studies = site.studies, []
    panel = shown(window, site, qtbot, "0 studies")
    site.studies = studies
    site.publish(StudiesChanged(()))
    qtbot.waitUntil(lambda: "20 studies" in words(panel), timeout=RELOAD_AFTER_MS - 1000)


def test_the_archives_size_is_told(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    shown(window, site, qtbot, "20 studies", "412 GB")


def test_the_bar_of_the_room_says_that_it_shows_what_is_used(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    panel = shown(window, site, qtbot, "58 % used")
    (bar,) = panel.room.findChildren(QProgressBar)
    assert (bar.value(), bar.accessibleName()) == (588, "58 % used")


def test_the_engines_judgement_of_the_room_is_told_in_words(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.services = replace(site.services, engine=LowRoom(site))
    site.client.services = site.services
    shown(window, site, qtbot, "Getting low")


def test_failed_jobs_are_counted_and_named(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.jobs = [make_job("1", "Export", JobState.FAILED)]
    shown(window, site, qtbot, "Failed this week", "Export: The disk is full.")


def test_failed_jobs_are_shown_in_the_tray(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.jobs = [make_job("1", "Export", JobState.FAILED)]
    panel = shown(window, site, qtbot, "Failed this week")
    press(panel.jobs, "Show")
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: len(workspace.tray.lines()) == 1)


def test_a_silent_source_is_marked(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    shown(window, site, qtbot, "MAMMO_BUILDING_B", "Silent")


def test_enter_opens_the_study_in_the_viewer(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    panel = shown(window, site, qtbot, "20 studies")
    panel.table.setCurrentIndex(panel.table.model().index(0, 0))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert window.workspace is not None
    viewer = window.workspace.stack.current_panel()
    assert isinstance(viewer, Elsewhere)
    assert viewer.visited == [Destination("viewer", site.studies[0].study_instance_uid)]


def test_a_flood_of_events_is_followed_without_haste(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    panel = shown(window, site, qtbot, "20 studies")
    before = site.calls["engine.status"]
    heard: list[object] = []
    assert window.workspace is not None
    window.workspace.events.happened.connect(heard.append)
    for _ in range(500):
        site.publish(StudiesChanged(()))
    qtbot.waitUntil(lambda: len(heard) == 500)
    assert panel.isVisible()
    assert site.calls["engine.status"] - before <= 5  # a slow machine may reach the next reload meanwhile


def test_news_is_shown_by_itself(qtbot: QtBot, site: FakeSite, tmp_path: Path) -> None:
    hasty = replace(PANEL, build=lambda context: HomePanel(context, reload_after_ms=50))
    with desktop_window(site, tmp_path, (hasty,)) as window:
        panel = shown(window, site, qtbot, "20 studies")
        site.studies = site.studies[:3]
        site.publish(StudiesChanged(()))
        qtbot.waitUntil(lambda: "3 studies" in words(panel))


def test_refresh_loads_anew(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    panel = shown(window, site, qtbot, "20 studies")
    site.studies = site.studies[:3]
    panel.refresh()
    qtbot.waitUntil(lambda: "3 studies" in words(panel))


def test_an_engine_that_fails_at_first_offers_another_try(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.fail["studies.totals"] = Unavailable("The index is being copied.", "", "Try again in a moment.")
    workspace = sign_in(window, qtbot)
    panel = workspace.stack.current_panel()
    assert isinstance(panel, HomePanel)
    qtbot.waitUntil(lambda: "The index is being copied." in words(panel))
    press(panel, "Retry")
    qtbot.waitUntil(lambda: "20 studies" in words(panel))


def test_what_shows_stays_when_the_engine_is_lost(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    panel = shown(window, site, qtbot, "20 studies")
    site.is_up = False
    panel.refresh()
    qtbot.waitUntil(lambda: site.calls["engine.status"] >= 3)
    assert "20 studies" in words(panel)


def test_an_empty_site_is_led_to_its_first_image(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.studies, site.sources = [], []
    shown(window, site, qtbot, "Send a first image to PACSDESK at 127.0.0.1:11112")


def test_the_line_for_storescu_is_copied_with_one_click(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.studies, site.profile = [], Profile.CLASSROOM
    panel = shown(window, site, qtbot, "Send a first image")
    (button,) = [one for one in panel.findChildren(QToolButton) if one.toolTip() == "Copy"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "storescu -aec PACSDESK 127.0.0.1 11112 image.dcm"


def test_the_first_image_ends_the_guide(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.studies = []
    panel = shown(window, site, qtbot, "Send a first image")
    site.studies = demo_studies(1)
    panel.refresh()
    qtbot.waitUntil(lambda: panel.table.isVisible() and panel.table.model().rowCount() == 1)


def test_modalities_are_written_as_in_the_list_of_studies(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.studies = [replace(site.studies[0], modalities_in_study=("CT", "DOC"))]
    panel = shown(window, site, qtbot, "1 study")
    assert panel.table.model().index(0, MODALITY).data() == "CT, DOC"


def test_names_of_strangers_are_shown_as_text(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.studies = [replace(site.studies[0], patient_name="<b>Bold</b>^<i>It</i>")]
    panel = shown(window, site, qtbot, "1 study")
    assert panel.table.model().index(0, 0).data() == "<B>BOLD</B>, <i>It</i>"
