"""The Associations panel: who is connected now, and the journal of the past; beside both the chosen one in full."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.evidence import EvidenceOrder
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.letting_in import LettingIn, LettingInNeeds
from pacsdesk.desktop.kit.pages import TabbedPages
from pacsdesk.desktop.kit.search_field import SearchField
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.associations.details import AssociationDetails
from pacsdesk.desktop.panels.associations.leaving import make_evidence_view
from pacsdesk.desktop.panels.associations.live_page import FOLLOW_MS, LivePage
from pacsdesk.desktop.panels.associations.log_page import LogPage
from pacsdesk.desktop.panels.associations.past_page import REFRESH_MS, PastPage

NOW, PAST, PACK, LOG = range(4)
LIST_WIDTH, SIDE_WIDTH = 640, 440
SIDE_NARROWEST = 360


class AssociationsPanel(Panel):
    """What ends while it is looked at stays beside the list, as the journal has it then."""

    def __init__(self, context: PanelContext, follow_ms: int = FOLLOW_MS, refresh_ms: int = REFRESH_MS) -> None:
        """follow_ms, refresh_ms: how often those that are open and the past are looked at."""
        super().__init__()
        self._context = context
        self.copy = QAction(icon("copy"), translate("Associations", "Copy as text"), self)
        self.let_in = QAction(icon("log-in"), translate("Associations", "Let in"), self)
        self.pack = QAction(icon("package"), translate("Associations", "Evidence pack"), self)
        self._home = QAction(icon("home"), translate("Associations", "Show Home"), self)
        self.let_in.setVisible(context.may(Permission.PEER_CHANGE))
        self._set_up_actions()
        self.live = LivePage(context, self.copy, self._home, follow_ms)
        self.past = PastPage(context, self.copy, self._home, self.let_in, self.pack, refresh_ms)
        self.details = AssociationDetails(context)
        self.evidence = make_evidence_view(context, self.details)
        self.log = LogPage(context)
        notices = context.notices
        needs = LettingInNeeds(context.services.peers, context.calls, notices.say_with_undo, notices.fail)
        self._letting_in = LettingIn(needs, self)
        self.search = SearchField(
            translate("Associations", "AE title, address or peer - for example: ct01"),
            translate("Associations", "Search past associations"),
        )
        self.pages = TabbedPages(translate("Associations", "Connected now or past"))
        self._build()
        self._connect()

    def _set_up_actions(self) -> None:
        self.copy.setShortcut("Ctrl+Shift+C")
        self.copy.setToolTip(translate("Associations", "Copy all that is known of the chosen association"))
        self.let_in.setToolTip(translate("Associations", "Enter it as a peer that may echo and store from its address"))
        self.pack.setToolTip(
            translate(
                "Associations", "Put together what is known of it for the other side's maker, without patient data"
            )
        )
        self.pack.setVisible(self._context.may(Permission.PEER_PROBE))
        for action in (self.let_in, self.copy, self.pack):
            action.setEnabled(False)

    def _build(self) -> None:
        self.pages.add(translate("Associations", "Connected now"), self.live, self.live.toolbar())
        self.pages.add(translate("Associations", "Past"), self.past, self.past.toolbar())
        self.pages.add(translate("Associations", "Evidence pack"), self.evidence)
        self.pages.add(translate("Associations", "Log of the other side"), self.log, self.log.toolbar())
        # nothing stands beside these two: their width must not push out what stands beside the others
        for page in (self.evidence, self.log):
            page.setMinimumWidth(SIDE_NARROWEST)
        self.pages.put_above(self.live.question)
        self.pages.put_above(self.past.question)
        self.pages.put_beside(self.details, SIDE_NARROWEST, (LIST_WIDTH, SIDE_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.details.hide()
        self.setFocusProxy(self.pages)

    def _connect(self) -> None:
        self.copy.triggered.connect(self._on_copy)
        self.let_in.triggered.connect(self._on_let_in)
        self.pack.triggered.connect(self._on_pack)
        self.evidence.left.connect(partial(self.pages.choose, PAST))
        self._home.triggered.connect(self._on_home)
        self.past.clear.triggered.connect(self._on_clear)
        self.pages.chosen.connect(self._on_page_chosen)
        self.search.words_changed.connect(self._on_words_changed)
        self.search.left.connect(self._on_search_left)
        self.search.entered.connect(self._on_search_left)
        self.live.chosen_changed.connect(self._show_live)
        self.live.followed.connect(self._on_followed)
        self.live.gone.connect(self.details.show_gone)
        self.past.list.chosen_changed.connect(self._show_past)
        self.past.list.counted.connect(self._show_or_hide_details)
        self.details.read.connect(self._on_details_read)
        self._letting_in.changed.connect(self.details.read_again)

    # what the shell asks

    def show_destination(self, destination: Destination) -> None:
        """Look for words in the past."""
        if destination.words:
            self.pages.choose(PAST)
            self.search.search_for(destination.words)

    def refresh(self) -> None:
        """Read what shows again; what is chosen stays."""
        if self.pages.number == NOW:
            self.live.refresh()
        else:
            self.past.list.refresh()

    def focus_search(self) -> None:
        """To the field in the header, with what stands there ready to be typed over."""
        self.search.setFocus()
        self.search.selectAll()

    def panel_actions(self) -> tuple[QAction, ...]:
        """All that this person may do with associations."""
        ending = (self.live.end,) if self.live.may_end else ()
        letting_in = (self.let_in,) if self.let_in.isVisible() else ()
        packing = (self.pack,) if self.pack.isVisible() else ()
        return (*ending, *letting_in, *packing, self.past.export.action, self.copy)

    def search_widget(self) -> QWidget | None:
        """The field for past associations."""
        return self.search

    # what happened

    @Slot(int)
    def _on_page_chosen(self, number: int) -> None:
        if number == NOW:
            self._show_live()
        elif number == PAST:
            self._show_past()
        else:
            self._show_or_hide_details()

    @Slot()
    def _show_live(self) -> None:
        if self.pages.number == NOW:
            chosen = self.live.chosen()
            if len(chosen) == 1:
                self.details.show_live(chosen[0].detail)
            else:
                self.details.show_nothing(len(chosen))

    @Slot()
    def _show_past(self) -> None:
        if self.pages.number == PAST:
            chosen = self.past.list.chosen()
            if len(chosen) == 1:
                self.details.show_past(chosen[0].association_id)
            else:
                self.details.show_nothing(len(chosen))

    @Slot()
    def _on_followed(self) -> None:
        if self.live.chosen():
            self._show_live()
        self._show_or_hide_details()

    @Slot()
    def _on_details_read(self) -> None:
        self.let_in.setEnabled(self.let_in.isVisible() and self.details.entry is not None)
        self.copy.setEnabled(bool(self.details.text()))
        self.pack.setEnabled(bool(self.details.text()) and self.pages.number == PAST)
        self.past.question.leave()
        self._show_or_hide_details()

    @Slot()
    def _show_or_hide_details(self) -> None:
        """Beside an empty list there is nothing to choose."""
        table = {NOW: self.live.table, PAST: self.past.list.table}.get(self.pages.number)
        has_rows = table is not None and table.model().rowCount() > 0
        self.details.setVisible(has_rows or (table is not None and bool(self.details.shown_id())))

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        self.pages.choose(PAST)  # the field looks into the past; elsewhere it would seem to do nothing
        self.past.search(words)

    @Slot()
    def _on_search_left(self) -> None:
        self.pages.setFocus()

    @Slot()
    def _on_clear(self) -> None:
        self.past.show_all()
        self.search.search_for("")
        self.search.setFocus()

    @Slot()
    def _on_home(self) -> None:
        self._context.navigator.go(Destination("home"))

    @Slot()
    def _on_copy(self) -> None:
        text = self.details.text()
        if text:
            QGuiApplication.clipboard().setText(text)
            self._context.notices.say(translate("Associations", "Copied as text."))

    @Slot()
    def _on_pack(self) -> None:
        chosen = self.past.list.chosen()
        if len(chosen) == 1:
            self.pages.choose(PACK)
            self.evidence.show_order(EvidenceOrder(peer=chosen[0].peer_name, association_id=chosen[0].association_id))

    @Slot()
    def _on_let_in(self) -> None:
        entry = self.details.entry
        if entry is not None and self.let_in.isVisible():
            words = translate(
                "Associations", "Let {ae_title} in? It would be a peer that may echo and store from {host}."
            )
            asked = words.format(ae_title=plain(entry.ae_title), host=plain(entry.host))
            self.past.question.ask(asked, partial(self._letting_in.let_in, entry))
