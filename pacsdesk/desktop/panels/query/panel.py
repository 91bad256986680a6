"""The Query panel: asking peers, and what was retrieved from them, as two pages under one row of tools; evidence
packs while they are looked at."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.events import EventsMissed, PeersChanged
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.evidence import EvidenceOrder, EvidenceRecords
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.retrieves import RetrieveOrder
from pacsdesk.contract.services.catalog import Services
from pacsdesk.desktop.kit.evidence_view import EvidenceNeeds, EvidenceView
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.pages import TabbedPages
from pacsdesk.desktop.kit.search_field import SearchField
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.query.answer_table import AnswerTable
from pacsdesk.desktop.panels.query.answer_view import AnswerView
from pacsdesk.desktop.panels.query.answers_page import AnswersPage
from pacsdesk.desktop.panels.query.dictionary import USUAL_DICTIONARY, Dictionary, read_dictionary
from pacsdesk.desktop.panels.query.query_page import QueryPage
from pacsdesk.desktop.panels.query.retrievals import Retrievals
from pacsdesk.desktop.panels.query.retrievals_page import RetrievalsPage

QUERY, RETRIEVALS, PACK = range(3)


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom we can ask, and how we call ourselves."""

    peers: tuple[Peer, ...]
    own_title: str


class QueryPanel(Panel):
    """What is retrieved on one page shows on the other."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._wanted_peer = ""
        self._dictionary = USUAL_DICTIONARY
        self.show_query = QAction(icon("search"), translate("Query", "Ask a peer"), self)
        self.add_peer = QAction(icon("plus"), translate("Query", "Show Peers"), self)
        self.query = QueryPage(context)
        self.retrievals = Retrievals(context, self)
        self.fetched = RetrievalsPage(context, self.retrievals, self.show_query)
        self.evidence = EvidenceView(self._needs_of_pack())
        self.pages = TabbedPages(translate("Query", "Query or retrievals"))
        self.search = SearchField(
            translate("Query", "Filter answers - for example: doe ct"), translate("Query", "Filter answers")
        )
        self._build()
        self._connect()
        context.calls.start(read_dictionary, self._on_dictionary_read, context.notices.fail, owner=self)
        self.refresh()

    def _build(self) -> None:
        self.pages.add(translate("Query", "Query"), self.query, self.query.toolbar())
        self.pages.add(translate("Query", "Retrievals"), self.fetched, self.fetched.toolbar())
        self.pages.add(translate("Query", "Evidence pack"), self.evidence, is_led_to=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setFocusProxy(self.pages)

    def _connect(self) -> None:
        self.show_query.triggered.connect(self._on_show_query)
        self.add_peer.triggered.connect(self._on_add_peer)
        self.query.ordering.retrieval_wanted.connect(self._on_retrieval_wanted)
        self.query.filter_left.connect(self._on_filter_left)
        self.search.words_changed.connect(self._on_words_changed)
        self.search.left.connect(self._on_search_left)
        self.search.entered.connect(self._on_search_left)
        self.query.answers.pack_wanted.connect(self._on_pack_wanted)
        self.evidence.left.connect(self._on_pack_left)
        self.retrievals.begun.connect(self._on_begun)
        self.fetched.counted.connect(self._on_running_counted)
        self.fetched.view.change_wanted.connect(self._on_change_wanted)
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_found.connect(self.refresh)

    # what the shell asks

    def show_destination(self, destination: Destination) -> None:
        """Ask the peer of this name."""
        self.pages.choose(QUERY)
        if destination.words:
            self._wanted_peer = destination.words
            self.query.form.choose_peer(destination.words)

    @Slot()
    def refresh(self) -> None:
        """Read the peers again; answers stay as they were asked for."""
        self._context.calls.start(
            lambda: _read_known(self._context.services), self._on_known, self._context.notices.fail, owner=self
        )

    def focus_search(self) -> None:
        """To the field in the header, with what stands there ready to be typed over."""
        self.search.setFocus()
        self.search.selectAll()

    def panel_actions(self) -> tuple[QAction, ...]:
        """All that can be done here."""
        actions = self.query.actions_of_query
        return (
            actions.ask,
            actions.stop,
            actions.why,
            actions.below,
            actions.back,
            actions.retrieve,
            actions.get,
            actions.send,
            actions.copy_findscu,
            actions.copy_pacsdesk,
        )

    def search_widget(self) -> QWidget | None:
        """The filter of the answers."""
        return self.search

    # what happened

    def _on_dictionary_read(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self.query.use(dictionary)

    def _on_known(self, known: _Known) -> None:
        self.query.set_peers(known.peers, known.own_title)
        if self._wanted_peer:
            self.query.form.choose_peer(self._wanted_peer)
            self._wanted_peer = ""
        if not known.peers:
            self.query.answers.show_no_peer((self.add_peer,))
        elif self.query.answers.outcome is None and not self.query.asking.is_running:
            self.query.answers.show_nothing()

    @Slot(str, object)
    def _on_retrieval_wanted(self, peer: str, orders: tuple[RetrieveOrder, ...]) -> None:
        self.retrievals.start(peer, orders)

    @Slot(object)
    def _on_pack_wanted(self, order: EvidenceOrder) -> None:
        self.pages.choose(PACK)
        self.evidence.show_order(order)

    @Slot()
    def _on_pack_left(self) -> None:
        self.pages.choose(QUERY)

    def _needs_of_pack(self) -> EvidenceNeeds:
        context = self._context
        return EvidenceNeeds(
            evidence=context.services.evidence,
            download=context.client.download,
            upload=context.client.upload,
            draw=self._draw_answers,
            calls=context.calls,
            say=context.notices.say,
            fail=context.notices.fail,
            may_save=context.may(Permission.STUDY_EXPORT),
        )

    def _draw_answers(self, records: EvidenceRecords) -> QWidget | None:
        if records.query is None:
            return None
        actions, table = self.query.actions_of_query, AnswerTable(self._context.preferences, ())
        table.use(self._dictionary)
        page = AnswersPage(table, AnswerView(()), actions.ask, actions.why)
        page.show_outcome(records.query)
        return page

    @Slot(object)
    def _on_begun(self, _job_id: object) -> None:
        self.pages.choose(RETRIEVALS)

    @Slot(int)
    def _on_running_counted(self, count: int) -> None:
        self.pages.count(RETRIEVALS, count)

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        self.pages.choose(QUERY)  # the field narrows answers; elsewhere it would seem to do nothing
        self.query.filter(words)

    @Slot()
    def _on_search_left(self) -> None:
        self.query.table.setFocus()

    @Slot()
    def _on_filter_left(self) -> None:
        self.search.search_for("")

    @Slot()
    def _on_show_query(self) -> None:
        self.pages.choose(QUERY)
        self.query.form.focus_keys()

    @Slot()
    def _on_add_peer(self) -> None:
        self._context.navigator.go(Destination("peers"))

    @Slot(str)
    def _on_change_wanted(self, peer: str) -> None:
        self._context.navigator.go(Destination("peers", words=peer))

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, PeersChanged | EventsMissed):
            self.refresh()


def _read_known(services: Services) -> _Known:
    """Blocks."""
    peers = tuple(peer for peer in services.peers.list() if peer.can_be_called)
    listeners = services.engine.status().listeners
    return _Known(peers, listeners[0].ae_title if listeners else "PACSDESK")
