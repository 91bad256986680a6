"""The Send panel: sends planned and followed; what peers accept."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from pacsdesk.contract.events import PeersChanged
from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.pages import TabbedPages
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.send.accepts_page import AcceptsPage
from pacsdesk.desktop.panels.send.send_page import SendPage
from pacsdesk.desktop.panels.send.sending import FOLLOW_MS
from pacsdesk.desktop.panels.send.sources import of_studies

SEND, ACCEPTS = range(2)


class SendPanel(Panel):
    """Two pages over the same peers."""

    def __init__(self, context: PanelContext, follow_ms: int = FOLLOW_MS) -> None:
        """follow_ms: how often a send is asked how far it is."""
        super().__init__()
        self._context = context
        self.page = SendPage(context, follow_ms)
        self.accepts = AcceptsPage(context)
        self.pages = TabbedPages(translate("Send", "Send, or ask what is accepted"))
        self.pages.add(translate("Send", "Send"), self.page, self.page.toolbar())
        self.pages.add(translate("Send", "What it accepts"), self.accepts, self.accepts.toolbar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setFocusProxy(self.pages)
        context.events.happened.connect(self._on_happened)
        self._read_peers()

    def show_destination(self, destination: Destination) -> None:
        """Studies that another panel hands over, to be sent."""
        uids = destination.study_instance_uids or tuple(filter(None, (destination.study_instance_uid,)))
        if uids:
            self.pages.choose(SEND)
            self.page.choose(of_studies(uids))

    def refresh(self) -> None:
        """Read the peers again."""
        self._read_peers()

    def panel_actions(self) -> tuple[QAction, ...]:
        """What can be done here."""
        page, accepts = self.page, self.accepts
        sending = (page.send, page.send_failed) if page.send.isVisible() else ()
        return (*sending, page.again, page.stop, accepts.ask, accepts.copy)

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, PeersChanged):
            self._read_peers()

    def _read_peers(self) -> None:
        context = self._context
        context.calls.start(context.services.peers.list, self._on_peers, context.notices.fail, owner=self)

    def _on_peers(self, peers: tuple[Peer, ...]) -> None:
        self.page.show_peers(peers)
        self.accepts.show_peers(peers)
