"""Another site's engine answers where ours did: it is shown no password, and the person is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.desktop.shell.pages import PAGES, press, shown_panel, sign_in
from tests.support.desktop_window import NoLauncher, desktop_window
from tests.support.fake_services import FakeSite
from tests.support.fake_state import PASSWORD
from tests.support.site_folder import make_site_folder

ADDRESS = "http://127.0.0.1:8980"


def put_another(site: FakeSite) -> None:
    """What answers is another site's engine by now."""
    site.run_id, site.site_id, site.site_name = "of another", "another", "Radiology West"


def says_so(window: MainWindow) -> bool:
    pages = window.start_page.findChildren(MessagePage)
    words = f"Another site\u2019s engine answers at this address: Radiology West ({ADDRESS})."
    return any(page.isVisible() and words in page.accessibleName() for page in pages)


@pytest.fixture
def launcher() -> NoLauncher:
    """No processes."""
    return NoLauncher()


@pytest.fixture(params=["folder", "address"])
def window(
    request: pytest.FixtureRequest, site: FakeSite, launcher: NoLauncher, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """At the sign-in page of a site, found by its folder or named by its address."""
    make_site_folder(tmp_path / "site", ADDRESS)
    url = ADDRESS if request.param == "address" else None
    with desktop_window(site, tmp_path, PAGES, engine_url=url, launcher=launcher) as window:
        qtbot.waitUntil(window.sign_in_page.isVisible)
        yield window


def test_it_is_shown_no_password(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    put_another(site)
    window.sign_in_page.submitted.emit("ada", PASSWORD)
    qtbot.waitUntil(lambda: says_so(window))
    assert (site.calls["sessions.sign_in"], window.sign_in_page.password_field.text()) == (0, "")


def test_it_is_told_at_the_first_letter_of_the_password(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    put_another(site)
    QTest.keyClicks(window.sign_in_page.password_field, "c")
    qtbot.waitUntil(lambda: says_so(window))


def test_it_does_not_ask_those_who_were_signed_in_at_ours(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    qtbot.waitUntil(lambda: site.listen_tries == 1)
    put_another(site)
    site.is_token_valid = False
    site.cut_streams()
    qtbot.waitUntil(lambda: says_so(window))


def test_our_own_is_started_and_what_was_typed_is_still_there(
    site: FakeSite, launcher: NoLauncher, tmp_path: Path, qtbot: QtBot
) -> None:
    make_site_folder(tmp_path / "site", ADDRESS)

    def come_back() -> None:
        site.run_id, site.site_id, site.is_token_valid = "new", "", True
        make_site_folder(tmp_path / "site", ADDRESS, run_id="new")

    launcher.on_start = come_back
    with desktop_window(site, tmp_path, PAGES, engine_url=None, launcher=launcher) as window:
        workspace = sign_in(window, qtbot)
        qtbot.waitUntil(lambda: site.listen_tries == 1)
        QTest.keyClicks(shown_panel(workspace).line, "half a sentence")
        put_another(site)
        site.is_token_valid = False
        site.cut_streams()
        qtbot.waitUntil(lambda: says_so(window))
        press(window.start_page, "Start engine")
        assert shown_panel(sign_in(window, qtbot)).line.text() == "half a sentence"


def test_the_window_can_be_left(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    put_another(site)
    window.sign_in_page.submitted.emit("ada", PASSWORD)
    qtbot.waitUntil(lambda: says_so(window))
    with qtbot.waitSignal(window.closed):
        press(window.start_page, "Quit")
    assert window.farewell == ""  # no engine of ours goes on


def test_a_session_that_is_over_does_not_hinder_the_next_sign_in(
    window: MainWindow, site: FakeSite, qtbot: QtBot
) -> None:
    """An engine refuses the token of an ended session before it looks at the call."""
    sign_in(window, qtbot)
    tokens = []
    site.on_enter = lambda method: tokens.append(site.client.token) if method == "sessions.sign_in" else None
    window._startup.sign_in("ada", PASSWORD)
    qtbot.waitUntil(lambda: tokens == [""])
