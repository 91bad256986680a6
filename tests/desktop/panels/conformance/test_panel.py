"""The statement is read as a page and saved as PDF or text."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Unavailable
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.panels.conformance import PANEL
from pacsdesk.desktop.panels.conformance.panel import ConformancePanel
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.desktop.shell.pages import press, sign_in
from tests.support.desktop_window import desktop_window
from tests.support.fake_house import FakeEngine
from tests.support.fake_services import FakeSite

MARKDOWN = "# Statement\n\n## 4 Networking\n\n| SOP class | UID |\n|---|---|\n| <b>CT</b> | 1.2.840 |\n"


class StatingEngine(FakeEngine):
    """States a little."""

    def conformance(self) -> ConformanceStatement:
        return replace(super().conformance(), markdown=MARKDOWN)


class Answer:
    """The file dialog: answers with a path."""

    def __init__(self) -> None:
        self.path = Path()
        self.proposed = ""

    def __call__(self, _parent: QWidget, file_name: str, on_chosen: Callable[[Path], None]) -> None:
        self.proposed = file_name
        on_chosen(self.path)


@pytest.fixture
def site() -> FakeSite:
    """A site whose engine states a little."""
    site = FakeSite()
    site.services = replace(site.services, engine=StatingEngine(site))
    site.client.services = site.services
    return site


@pytest.fixture
def answer() -> Answer:
    """Where to save."""
    return Answer()


@pytest.fixture
def window(qtbot: QtBot, site: FakeSite, tmp_path: Path, answer: Answer) -> Iterator[MainWindow]:
    """A window that has this panel alone."""
    spec = replace(PANEL, build=lambda context: ConformancePanel(context, answer))
    with desktop_window(site, tmp_path, (spec,)) as window:
        yield window


def opened(window: MainWindow, qtbot: QtBot) -> ConformancePanel:
    panel = sign_in(window, qtbot).stack.current_panel()
    assert isinstance(panel, ConformancePanel)
    qtbot.waitUntil(panel.save.isEnabled)
    return panel


def saved(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: workspace.status_line.text().startswith("Written to"))


def test_the_statement_shows_as_a_page_and_never_as_markup(window: MainWindow, qtbot: QtBot) -> None:
    text = opened(window, qtbot).text()
    assert ("4 Networking" in text, "<b>CT</b>" in text, "|---|" in text) == (True, True, False)


def test_it_is_saved_as_text(window: MainWindow, qtbot: QtBot, answer: Answer, tmp_path: Path) -> None:
    answer.path = tmp_path / "statement.md"
    opened(window, qtbot).save.trigger()
    saved(window, qtbot)
    assert (answer.path.read_text("utf-8"), answer.proposed) == (MARKDOWN, "conformance-PACSDESK.pdf")


def test_it_is_saved_as_pdf(window: MainWindow, qtbot: QtBot, answer: Answer, tmp_path: Path) -> None:
    answer.path = tmp_path / "statement.pdf"
    opened(window, qtbot).save.trigger()
    saved(window, qtbot)
    assert answer.path.read_bytes().startswith(b"%PDF-")


def test_a_place_that_cannot_be_written_is_told(
    window: MainWindow, qtbot: QtBot, answer: Answer, tmp_path: Path
) -> None:
    answer.path = tmp_path / "nowhere" / "statement.pdf"
    opened(window, qtbot).save.trigger()
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: [str(answer.path) in bar.title for bar in workspace.notice_area.bars()] == [True])


def test_an_engine_that_cannot_state_offers_another_try(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.fail["engine.conformance"] = Unavailable("The engine is busy.")
    panel = sign_in(window, qtbot).stack.current_panel()
    assert isinstance(panel, ConformancePanel)
    qtbot.waitUntil(lambda: any(page.isVisible() for page in panel.findChildren(MessagePage)))
    press(panel, "Retry")
    qtbot.waitUntil(panel.save.isEnabled)
