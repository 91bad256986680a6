"""The panel: traces, relays and sinks as pages; each follows what happens while it shows."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.relays import Relay, Sink
from pacsdesk.desktop.kit.pages import TabbedPages
from pacsdesk.desktop.kit.record_list import EmptyWords
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import Panel, PanelContext
from pacsdesk.desktop.panels.relay.listen_page import Listeners, ListenPage
from pacsdesk.desktop.panels.relay.start_bar import StartBar
from pacsdesk.desktop.panels.relay.traces_page import TracesPage
from pacsdesk.desktop.panels.relay.words import RELAY_COLUMNS, SINK_COLUMNS

_NO_RELAYS = EmptyWords(
    "split",
    marked("Relay", "No relays yet"),
    marked(
        "Relay",
        "A relay stands between two systems: have a sender call its port instead of the peer, and see both sides of "
        "what passes. Nothing is altered.",
    ),
)
_NO_SINKS = EmptyWords(
    "inbox",
    marked("Relay", "No sinks yet"),
    marked(
        "Relay",
        "A sink accepts everything that a sender proposes under any AE title, answers success and keeps nothing: to "
        "see what a device would send.",
    ),
)


class RelayPanel(Panel):
    """What this person may not see is no page of it."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self.pages = TabbedPages(translate("Relay", "Traces, relays or sinks"))
        self.traces = TracesPage(context)
        self.relays: ListenPage[Relay] | None = None
        self.sinks: ListenPage[Sink] | None = None
        self.pages.add(translate("Relay", "Traces"), self.traces, self.traces.toolbar())
        if context.may(Permission.RELAY_VIEW):
            self._add_listening()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setFocusProxy(self.pages)

    def _add_listening(self) -> None:
        relays, sinks = self._context.services.relays, self._context.services.sinks
        may_run = self._context.may(Permission.RELAY_RUN)
        self.relays = ListenPage(
            self._context,
            Listeners(
                key="relay-relays",
                name=translate("Relay", "Relays"),
                columns=RELAY_COLUMNS,
                empty=_NO_RELAYS,
                read=relays.list,
                start=relays.start,
                stop=relays.stop,
                seen=relays.associations,
                identity=lambda one: one.relay_id,
                listening=lambda one: one.listening,
                filling=(2,),
            ),
            StartBar(translate("Relay", "Start relay"), has_peer=True),
            may_run,
        )
        self.sinks = ListenPage(
            self._context,
            Listeners(
                key="relay-sinks",
                name=translate("Relay", "Sinks"),
                columns=SINK_COLUMNS,
                empty=_NO_SINKS,
                read=sinks.list,
                start=lambda _peer, order: sinks.start(order),
                stop=sinks.stop,
                seen=sinks.associations,
                identity=lambda one: one.sink_id,
                listening=lambda one: one.listening,
                filling=(1,),
            ),
            StartBar(translate("Relay", "Start sink"), has_peer=False),
            may_run,
        )
        self.pages.add(translate("Relay", "Relays"), self.relays, self.relays.toolbar())
        self.pages.add(translate("Relay", "Sinks"), self.sinks, self.sinks.toolbar())

    def showEvent(self, event: QShowEvent) -> None:
        """Peers may have come or gone meanwhile."""
        super().showEvent(event)
        self._read_peers()

    def refresh(self) -> None:
        """Read what shows again; what is chosen stays."""
        self._read_peers()
        self.traces.refresh()
        for page in (self.relays, self.sinks):
            if page is not None:
                page.refresh()

    def focus_search(self) -> None:
        """To the words that are looked for in the trace."""
        self.pages.choose(0)
        self.traces.reading.words.setFocus()
        self.traces.reading.words.selectAll()

    def panel_actions(self) -> tuple[QAction, ...]:
        """What can be done with traces."""
        return (self.traces.stop, self.traces.open, self.traces.save, self.traces.remove)

    @Slot()
    def _read_peers(self) -> None:
        if self._context.may(Permission.PEER_VIEW):
            peers = self._context.services.peers
            self._context.calls.start(peers.list, self._on_peers, self._on_no_peers, owner=self)

    def _on_peers(self, peers: tuple[Peer, ...]) -> None:
        self.traces.show_peers([peer.name for peer in peers])
        if self.relays is not None:
            self.relays.bar.show_peers([peer.name for peer in peers if peer.port is not None])

    def _on_no_peers(self, _error: PacsDeskError) -> None:
        """An address can still be typed; the page's own reading says what is wrong."""
