"""A viewer panel over a site in memory that holds real files, shown as in the window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.bridge.events import EngineEvents
from pacsdesk.desktop.panel import Destination, PanelContext
from pacsdesk.desktop.panels.viewer.panel import ViewerPanel
from tests.support.data import ct_phantom_slices, shared_data
from tests.support.dicom_site import site_of_files
from tests.support.fake_services import FakeSite


class SilentShell:
    """Takes what a panel says to the shell; a failure is kept."""

    def __init__(self) -> None:
        self.failures: list[PacsDeskError] = []

    def go(self, destination: Destination) -> None:
        """Not expected of a viewer."""

    def say(self, text: str) -> None:
        """Passes."""

    def say_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Passes."""

    def warn(self, text: str, detail: str = "") -> None:
        """Passes."""

    def fail(self, error: PacsDeskError) -> None:
        """Keep it."""
        self.failures.append(error)

    def begin(self, title: str) -> None:
        """Not expected of a viewer."""


@dataclass
class Viewing:
    """The panel and what a test looks at."""

    site: FakeSite
    panel: ViewerPanel
    qtbot: QtBot
    shell: SilentShell
    context: PanelContext

    def open(self, study: int = 0, series: int | None = None) -> None:
        """Open a study of the site and wait until something is shown."""
        chosen = self.site.studies[study]
        of_study = [one for one in self.site.series if one.study_instance_uid == chosen.study_instance_uid]
        uid = None if series is None else of_study[series].series_instance_uid
        with self.qtbot.waitSignal(self.panel.controller.frame_shown):
            self.panel.show_destination(Destination("viewer", chosen.study_instance_uid, uid))

    def wait_for(self, position: int) -> None:
        """Wait until the frame at a position is on the screen."""
        self.qtbot.waitUntil(lambda: self._shows(position))

    def _shows(self, position: int) -> bool:
        shown = self.panel.controller.shown
        return shown is not None and shown.address == self.panel.controller.stack.at(position)

    def picture(self) -> QImage:
        """The image view as it is on the screen."""
        return self.panel.stage.view.grab().toImage()


SetViewing = Callable[..., Viewing]


@pytest.fixture
def set_viewing(qtbot: QtBot, tmp_path: Path) -> Iterator[SetViewing]:
    """Puts a viewer over a site of files on the screen."""
    made: list[PanelContext] = []

    def set_up(*paths: Path) -> Viewing:
        site, shell = site_of_files(paths), SilentShell()
        context = PanelContext(
            services=site.services,
            client=site.client,  # type: ignore[arg-type]  # as much of the client as panels use
            calls=Calls(),
            events=EngineEvents(site.listen),
            navigator=shell,
            notices=shell,
            jobs=shell,  # type: ignore[arg-type]  # a viewer begins no work in the tray
            preferences=QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat),
            grant=site.grant(),
            health=site.health(),
        )
        made.append(context)
        with qtbot.waitSignal(context.events.engine_found):
            context.events.start()
        panel = ViewerPanel(context)
        qtbot.addWidget(panel)
        panel.resize(1000, 700)
        panel.show()
        return Viewing(site, panel, qtbot, shell, context)

    yield set_up
    for context in made:
        context.events.close()
        context.calls.close()


@pytest.fixture
def ct(set_viewing: SetViewing) -> Viewing:
    """The CT head phantom: 28 slices, and a localizer as a second series."""
    localizer = next(path for path in shared_data("ct-phantom").rglob("*") if path.is_file() and "S1000" in path.parts)
    viewing = set_viewing(*ct_phantom_slices(), localizer)
    viewing.open()
    return viewing
