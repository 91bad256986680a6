"""The Peers panel: peers, all at once, repeated, refused callers, our titles as pages under one row of tools; evidence
packs, the history of all entries and what a file brings while they are looked at."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.evidence import EvidenceOrder, EvidenceRecords
from pacsdesk.desktop.kit.evidence_view import EvidenceNeeds, EvidenceView
from pacsdesk.desktop.kit.pages import TabbedPages
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.peers.changes_page import ChangesPage
from pacsdesk.desktop.panels.peers.climbs import Climbs
from pacsdesk.desktop.panels.peers.grid_page import GridPage
from pacsdesk.desktop.panels.peers.import_page import ImportPage
from pacsdesk.desktop.panels.peers.over_time_page import OverTimePage
from pacsdesk.desktop.panels.peers.peers_page import PeersPage
from pacsdesk.desktop.panels.peers.refused_page import RefusedPage
from pacsdesk.desktop.panels.peers.repeats import Repeats
from pacsdesk.desktop.panels.peers.result_page import ResultPage
from pacsdesk.desktop.panels.peers.titles_page import TitlesPage

PEERS, GRID, OVER_TIME, REFUSED, TITLES, PACK, CHANGES, IMPORT = range(8)


class PeersPanel(Panel):
    """What a page found the others know."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.climbs = Climbs(context, self)
        self.repeats = Repeats(context, self.climbs, self)
        self.peers = PeersPage(context, self.climbs, self.repeats)
        self.grid = GridPage(context, self.climbs, self.repeats)
        self.over_time = OverTimePage(context, self.repeats)
        self.refused = RefusedPage(context)
        self.evidence = EvidenceView(_needs_of_pack(context))
        self.titles = TitlesPage(context)
        self.changes = ChangesPage(context)
        self.importing = ImportPage(context)
        self.pages = TabbedPages(translate("Peers", "Peers, all at once, repeated, refused callers or our titles"))
        self._build()
        self._connect()
        self.refused.list.refresh()
        self.titles.list.refresh()

    def _build(self) -> None:
        self.pages.add(translate("Peers", "Peers"), self.peers, self.peers.toolbar())
        self.pages.add(translate("Peers", "All at once"), self.grid, self.grid.toolbar())
        self.pages.add(translate("Peers", "Repeated"), self.over_time, self.over_time.toolbar())
        self.pages.add(translate("Peers", "Refused callers"), self.refused, self.refused.toolbar())
        self.pages.add(translate("Peers", "Our titles"), self.titles, self.titles.toolbar())
        self.pages.add(translate("Peers", "Evidence pack"), self.evidence, is_led_to=True)
        self.pages.add(translate("Peers", "History"), self.changes, self.changes.toolbar(), is_led_to=True)
        self.pages.add(translate("Peers", "Import"), self.importing, self.importing.toolbar(), is_led_to=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)

    def _connect(self) -> None:
        self.peers.form_opened.connect(self._on_form_opened)
        self.peers.view.pack_wanted.connect(self._on_pack_wanted)
        self.evidence.left.connect(self._on_form_opened)
        self.peers.registry.file_chosen.connect(self._on_file_chosen)
        self.peers.registry.history_wanted.connect(self._on_history_wanted)
        self.importing.left.connect(self._on_form_opened)
        self.grid.peer_wanted.connect(self._on_peer_wanted)
        self.over_time.peer_wanted.connect(self._on_peer_wanted)
        self.over_time.repeated.connect(self._on_repeated)
        self.refused.entry_wanted.connect(self.peers.write_entry)
        self.refused.another_wanted.connect(self.peers.change_nearest)
        self.refused.further_wanted.connect(self.peers.write_further)
        self.refused.list.counted.connect(self._on_refused_counted)
        self.setFocusProxy(self.peers.list.table)

    # what the shell asks

    def show_destination(self, destination: Destination) -> None:
        """Choose a peer by its name."""
        self.pages.choose(PEERS)
        if destination.words:
            self.peers.show_peer(destination.words)

    def refresh(self) -> None:
        """Read the lists again; what is chosen stays."""
        self.peers.list.refresh()
        self.refused.list.refresh()
        self.titles.list.refresh()

    def panel_actions(self) -> tuple[QAction, ...]:
        """All that this person may do with peers."""
        all_at_once = (self.grid.connect_all, self.over_time.stop, self.over_time.save)
        return (*self.peers.actions_of_peers.offered(), *all_at_once, *self.peers.registry.offered())

    # what happened

    @Slot()
    def _on_form_opened(self) -> None:
        self.pages.choose(PEERS)

    @Slot(str)
    def _on_peer_wanted(self, name: str) -> None:
        self.pages.choose(PEERS)
        self.peers.show_peer(name)

    @Slot(object)
    def _on_pack_wanted(self, order: EvidenceOrder) -> None:
        self.pages.choose(PACK)
        self.evidence.show_order(order)

    @Slot(object)
    def _on_file_chosen(self, path: Path) -> None:
        self.pages.choose(IMPORT)
        self.importing.show_file(path)

    @Slot()
    def _on_history_wanted(self) -> None:
        self.pages.choose(CHANGES)
        self.changes.show_all()

    @Slot(int)
    def _on_repeated(self, number: int) -> None:
        self.pages.count(OVER_TIME, number)

    @Slot(int)
    def _on_refused_counted(self, count: int) -> None:
        self.pages.count(REFUSED, count)


def _needs_of_pack(context: PanelContext) -> EvidenceNeeds:
    return EvidenceNeeds(
        evidence=context.services.evidence,
        download=context.client.download,
        upload=context.client.upload,
        draw=_draw_result,
        calls=context.calls,
        say=context.notices.say,
        fail=context.notices.fail,
        may_save=context.may(Permission.STUDY_EXPORT),
    )


def _draw_result(records: EvidenceRecords) -> QWidget | None:
    if records.ladder is None:
        return None
    page = ResultPage(may_change=False, applies=frozenset())
    page.show_outcome(records.ladder)
    return page
