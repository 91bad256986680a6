"""The Workflow panel: worklist, storage commitment and performed steps as pages over the same peers."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from pacsdesk.contract.events import CommitmentReported, EventsMissed, PeersChanged
from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.pages import TabbedPages
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.workflow.commit_page import CommitPage
from pacsdesk.desktop.panels.workflow.entries import Entry
from pacsdesk.desktop.panels.workflow.step_page import StepPage
from pacsdesk.desktop.panels.workflow.worklist_page import WorklistPage

WORKLIST, COMMITMENT, STEPS = range(3)


class WorkflowPanel(Panel):
    """What is chosen on one page stays while another shows."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self.worklist = WorklistPage(context)
        self.commitment = CommitPage(context)
        self.steps = StepPage(context)
        self.pages = TabbedPages(translate("Workflow", "Worklist, commitment or performed steps"))
        self.pages.add(translate("Workflow", "Worklist"), self.worklist, self.worklist.toolbar())
        self.pages.add(translate("Workflow", "Commitment"), self.commitment, self.commitment.toolbar())
        self.pages.add(translate("Workflow", "Performed steps"), self.steps, self.steps.toolbar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setFocusProxy(self.pages)
        self.worklist.entry_taken.connect(self._on_entry_taken)
        context.events.happened.connect(self._on_happened)
        context.events.engine_found.connect(self.refresh)
        self.refresh()

    def show_destination(self, destination: Destination) -> None:
        """Whether this study is safe elsewhere."""
        if destination.study_instance_uid is not None:
            self.pages.choose(COMMITMENT)
            self.commitment.study.show_study(destination.study_instance_uid)

    @Slot()
    def refresh(self) -> None:
        """Read the peers and the requests again; answers stay as they were asked for."""
        context = self._context
        context.calls.start(context.services.peers.list, self._on_peers, context.notices.fail, owner=self)
        self.commitment.refresh()

    def panel_actions(self) -> tuple[QAction, ...]:
        """All that can be done here."""
        page, commitment, steps = self.worklist, self.commitment, self.steps
        asking = (page.ask, page.stop, page.why, page.report, commitment.ask, commitment.stop)
        return (*asking, steps.begin, steps.complete, steps.discontinue, steps.invented)

    def _on_peers(self, peers: tuple[Peer, ...]) -> None:
        for form in (self.worklist.form, self.commitment.form, self.steps.form):
            form.show_peers(peers)
        self.worklist.show_nothing()

    @Slot(object)
    def _on_entry_taken(self, taken: tuple[str, Entry]) -> None:
        self.steps.show_entry(*taken)
        self.pages.choose(STEPS)

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, PeersChanged | EventsMissed):
            self.refresh()
        elif isinstance(event, CommitmentReported):
            self.commitment.show_report(event.transaction_uid)
