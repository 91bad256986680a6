"""A Studies panel over a site in memory, shown as in the window, with everything around it that hears what it says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.bridge.events import EngineEvents
from pacsdesk.desktop.kit.search_field import SearchField
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.studies.panel import StudiesPanel
from pacsdesk.desktop.panels.studies.study_list import StudyList
from pacsdesk.desktop.panels.studies.table import StudyTable
from pacsdesk.desktop.panels.studies.transfers import FileWork
from tests.desktop.panels.studies.building import (
    AnsweringAsker,
    CountlessStudies,
    HeardNavigator,
    HeardNotices,
    HeardTray,
    SentFiles,
    make_preferences,
    make_site,
)
from tests.support.fake_services import FakeSite


@dataclass
class Stage:
    """The panel and everything a test looks at."""

    site: FakeSite
    panel: StudiesPanel
    context: PanelContext
    notices: HeardNotices
    tray: HeardTray
    navigator: HeardNavigator
    asker: AnsweringAsker
    files: SentFiles

    @property
    def studies(self) -> StudyList:
        return self.panel.studies.list

    @property
    def table(self) -> StudyTable:
        return self.panel.studies.list.table

    @property
    def field(self) -> SearchField:
        widget = self.panel.search_widget()
        assert isinstance(widget, SearchField)
        return widget

    def cells(self, column_id: str) -> list[str]:
        """What a column says, for the first hundred rows."""
        column = next(n for n, c in enumerate(self.studies.model.columns) if c.column_id == column_id)
        rows = min(self.studies.model.rowCount(), 100)
        return [str(self.studies.model.index(row, column).data()) for row in range(rows)]


SetStage = Callable[..., Stage]


@pytest.fixture
def set_stage(qtbot: QtBot, tmp_path: Path) -> Iterator[SetStage]:
    """Puts a panel over a site on the screen and waits until its list stands."""
    made: list[PanelContext] = []

    def set_up(site: FakeSite | None = None, *, count: int = 7, countless: int = 0) -> Stage:
        site = site if site is not None else make_site(count)
        services = site.services
        if countless:
            services = replace(services, studies=CountlessStudies(site, countless))
        notices, tray, navigator, files = HeardNotices(), HeardTray(), HeardNavigator(), SentFiles(site)
        context = PanelContext(
            services=services,
            client=site.client,  # type: ignore[arg-type]  # as much of the client as panels use
            calls=Calls(),
            events=EngineEvents(site.listen),
            navigator=navigator,
            notices=notices,
            jobs=tray,
            preferences=make_preferences(tmp_path),
            grant=site.grant(),
            health=site.health(),
        )
        made.append(context)
        with qtbot.waitSignal(context.events.engine_found):
            context.events.start()
        asker = AnsweringAsker()
        panel = StudiesPanel(context, FileWork(files.send, files.unpack), asker)
        qtbot.addWidget(panel)
        search = panel.search_widget()
        assert search is not None
        qtbot.addWidget(search)
        panel.resize(1100, 700)
        search.show()
        panel.show()
        qtbot.waitUntil(lambda: panel.studies.list.loader.is_loaded)
        return Stage(site, panel, context, notices, tray, navigator, asker, files)

    yield set_up
    for context in made:
        context.events.close()
        context.calls.close()
