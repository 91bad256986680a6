"""The Peers panel: the peers, all of them at once, and refused callers, as three pages under one row of tools."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout

from pacsdesk.desktop.kit.formatting import format_count
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.peers.climbs import Climbs
from pacsdesk.desktop.panels.peers.grid_page import GridPage
from pacsdesk.desktop.panels.peers.peers_page import PeersPage
from pacsdesk.desktop.panels.peers.refused_page import RefusedPage

PEERS, GRID, REFUSED = range(3)


class PeersPanel(Panel):
    """What a page found the others know."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.climbs = Climbs(context, self)
        self.peers = PeersPage(context, self.climbs)
        self.grid = GridPage(context, self.climbs)
        self.refused = RefusedPage(context)
        self.switch = QTabBar()
        self._pages = QStackedWidget()
        self._toolbars = QStackedWidget()
        self._build()
        self._connect()
        self.refused.list.refresh()

    def _build(self) -> None:
        for title, page, toolbar in (
            (translate("Peers", "Peers"), self.peers, self.peers.toolbar()),
            (translate("Peers", "All at once"), self.grid, self.grid.toolbar()),
            (translate("Peers", "Refused callers"), self.refused, self.refused.toolbar()),
        ):
            self.switch.addTab(title)
            self._pages.addWidget(page)
            self._toolbars.addWidget(toolbar)
        self.switch.setAccessibleName(translate("Peers", "Peers, all at once or refused callers"))
        self.switch.setDrawBase(False)
        self.switch.setExpanding(False)
        tools = QFrame()
        set_look(tools, surface="0", edge="bottom")
        row = QHBoxLayout(tools)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.L)
        row.addWidget(self._toolbars, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tools)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._on_page_chosen)
        self.peers.form_opened.connect(self._on_form_opened)
        self.grid.peer_wanted.connect(self._on_peer_wanted)
        self.refused.entry_wanted.connect(self.peers.write_entry)
        self.refused.another_wanted.connect(self.peers.change_nearest)
        self.refused.list.counted.connect(self._on_refused_counted)
        self.setFocusProxy(self.peers.list.table)

    # what the shell asks

    def show_destination(self, destination: Destination) -> None:
        """Choose a peer by its name."""
        self.switch.setCurrentIndex(PEERS)
        if destination.words:
            self.peers.show_peer(destination.words)

    def refresh(self) -> None:
        """Read the lists again; what is chosen stays."""
        self.peers.list.refresh()
        self.refused.list.refresh()

    def panel_actions(self) -> tuple[QAction, ...]:
        """All that this person may do with peers."""
        return (*self.peers.actions_of_peers.offered(), self.grid.connect_all)

    # what happened

    @Slot(int)
    def _on_page_chosen(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self._toolbars.setCurrentIndex(number)

    @Slot()
    def _on_form_opened(self) -> None:
        self.switch.setCurrentIndex(PEERS)

    @Slot(str)
    def _on_peer_wanted(self, name: str) -> None:
        self.switch.setCurrentIndex(PEERS)
        self.peers.show_peer(name)

    @Slot(int)
    def _on_refused_counted(self, count: int) -> None:
        title = translate("Peers", "Refused callers")
        self.switch.setTabText(REFUSED, f"{title} {format_count(count)}" if count else title)
