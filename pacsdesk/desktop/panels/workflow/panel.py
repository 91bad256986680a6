"""The Workflow panel: worklist, storage commitment and performed steps as pages over the same peers."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from pacsdesk.contract.events import EventsMissed, PeersChanged
from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.pages import TabbedPages
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Panel, PanelContext
from pacsdesk.desktop.panels.workflow.worklist_page import WorklistPage

WORKLIST = 0


class WorkflowPanel(Panel):
    """What is chosen on one page stays while another shows."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self.worklist = WorklistPage(context)
        self.pages = TabbedPages(translate("Workflow", "Worklist, commitment or performed steps"))
        self.pages.add(translate("Workflow", "Worklist"), self.worklist, self.worklist.toolbar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setFocusProxy(self.pages)
        context.events.happened.connect(self._on_happened)
        context.events.engine_found.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the peers again; answers stay as they were asked for."""
        context = self._context
        context.calls.start(context.services.peers.list, self._on_peers, context.notices.fail, owner=self)

    def panel_actions(self) -> tuple[QAction, ...]:
        """All that can be done here."""
        page = self.worklist
        return (page.ask, page.stop, page.why, page.report)

    def _on_peers(self, peers: tuple[Peer, ...]) -> None:
        self.worklist.form.show_peers(peers)
        self.worklist.show_nothing()

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, PeersChanged | EventsMissed):
            self.refresh()
