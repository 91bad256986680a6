"""The window begins where the person left it, at each site by itself, and never at a page with nothing to show."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from pacsdesk.desktop.shell.catalog import PANELS
from pacsdesk.desktop.shell.last_panel import LastPanel
from tests.desktop.shell.pages import NOTES, PAGES, STUDIES, USERS
from tests.support.desktop_window import open_test_preferences

LED_TO = replace(NOTES, panel_id="pictures", is_led_to=True)


@pytest.fixture
def preferences(tmp_path: Path) -> QSettings:
    """Settings of the window."""
    return open_test_preferences(tmp_path)


def test_the_last_panel_is_the_first_of_the_next_window(preferences: QSettings) -> None:
    LastPanel(preferences, "/sites/a").remember(USERS)
    assert LastPanel(preferences, "/sites/a").among(PAGES) is USERS


def test_each_site_remembers_its_own(preferences: QSettings) -> None:
    LastPanel(preferences, "/sites/a").remember(USERS)
    LastPanel(preferences, "/sites/b").remember(STUDIES)
    assert [LastPanel(preferences, site).among(PAGES) for site in ("/sites/a", "/sites/b", "/sites/c")] == [
        USERS,
        STUDIES,
        NOTES,
    ]


def test_a_panel_that_is_gone_gives_way_to_the_first(preferences: QSettings) -> None:
    LastPanel(preferences, "/sites/a").remember(USERS)
    assert LastPanel(preferences, "/sites/a").among((NOTES, STUDIES)) is NOTES


def test_a_panel_that_shows_only_what_it_is_led_to_is_not_begun_with(preferences: QSettings) -> None:
    last = LastPanel(preferences, "/sites/a")
    last.remember(STUDIES)
    last.remember(LED_TO)
    assert last.among((LED_TO, *PAGES)) is STUDIES


def test_without_a_memory_such_a_panel_is_passed_over(preferences: QSettings) -> None:
    assert LastPanel(preferences, "/sites/a").among((LED_TO, *PAGES)) is NOTES


def test_nothing_is_begun_with_where_nothing_may_be_seen(preferences: QSettings) -> None:
    assert LastPanel(preferences, "/sites/a").among(()) is None


def test_the_viewer_is_such_a_panel() -> None:
    assert [spec.panel_id for spec in PANELS if spec.is_led_to] == ["viewer"]
