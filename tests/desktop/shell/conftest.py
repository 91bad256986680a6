"""A window on a site in memory, as a person finds it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.shell.main_window import MainWindow
from tests.desktop.shell.pages import PAGES
from tests.support.demo_studies import demo_studies
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite


@pytest.fixture
def site() -> FakeSite:
    """A clinic with a few studies."""
    return FakeSite(demo_studies(12))


@pytest.fixture
def window(qtbot: QtBot, site: FakeSite, tmp_path: Path) -> Iterator[MainWindow]:
    """The window at its sign-in page."""
    with desktop_window(site, tmp_path, PAGES) as window:
        yield window
