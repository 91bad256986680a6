"""The chosen peer beside the list: Connect climbs to it, as ourselves or as another; then what was found."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.evidence import EvidenceOrder
from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.proposals import Proposal
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.applying import Applying
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.calling_title import CallingTitleField
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import ElidedLabel, StateMark, TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.as_text import text_of
from pacsdesk.desktop.panels.peers.climbs import Climbs
from pacsdesk.desktop.panels.peers.entry_page import EntryPage
from pacsdesk.desktop.panels.peers.history_page import HistoryPage
from pacsdesk.desktop.panels.peers.negotiated import NegotiatedPage
from pacsdesk.desktop.panels.peers.repeat_bar import RepeatBar
from pacsdesk.desktop.panels.peers.repeats import Repeats
from pacsdesk.desktop.panels.peers.result_page import ResultPage
from pacsdesk.desktop.panels.peers.rows import PeerRow, state_of_row
from pacsdesk.desktop.panels.peers.run_strip import RunStrip
from pacsdesk.desktop.panels.peers.words import address_of

TITLE_WIDTH = 156


class PeerView(QWidget):
    """change_wanted: the entry shall be changed. pack_wanted: an evidence pack of this order shall be put together."""

    change_wanted = Signal()
    pack_wanted = Signal(object)

    def __init__(self, context: PanelContext, climbs: Climbs, repeats: Repeats) -> None:
        super().__init__()
        self._context = context
        self._climbs = climbs
        self._repeats = repeats
        self._row: PeerRow | None = None
        self._may_probe = context.may(Permission.PEER_PROBE)
        self._name = ElidedLabel(size=TypeSize.TITLE, strong=True)
        self._address = ElidedLabel(tone=Tone.MUTED)
        self._mark = StateMark()
        self._as_label = TextLabel(translate("Peers", "As"), tone=Tone.MUTED)
        self.as_title = CallingTitleField()
        self.connect_button = make_button(translate("Peers", "Connect"), Rank.PRIMARY)
        self.stop_button = make_button(translate("Peers", "Stop"))
        self.copy_button = make_button(translate("Peers", "Copy as text"), Rank.LINK)
        self.pack_button = make_button(translate("Peers", "Evidence pack"), Rank.LINK)
        self._applying = Applying(context, self)
        self.result = ResultPage(may_change=context.may(Permission.PEER_CHANGE), applies=self._applying.kinds)
        self.negotiated = NegotiatedPage(context.preferences)
        self.entry = EntryPage()
        self.history = HistoryPage(context, may_change=context.may(Permission.PEER_CHANGE))
        self.repeating = RepeatBar(repeats)
        self.strip = RunStrip()
        self.switch = QTabBar()
        self._pages = QStackedWidget()
        self._set_up()
        self._build()
        self._connect()

    def _set_up(self) -> None:
        self._as_label.setBuddy(self.as_title)
        self.as_title.setFixedWidth(TITLE_WIDTH)
        self.connect_button.setToolTip(
            translate("Peers", "Climb to the peer step by step; nothing is stored, moved or changed there (Enter)")
        )
        self.stop_button.setToolTip(translate("Peers", "End it at once, and what would come again (Esc)"))
        for title, page in (
            (translate("Peers", "Result"), self.result),
            (translate("Peers", "Negotiated"), self.negotiated),
            (translate("Peers", "Entry"), self.entry),
            (translate("Peers", "History"), self.history),
        ):
            self.switch.addTab(title)
            self._pages.addWidget(page)
        self.switch.setAccessibleName(translate("Peers", "Result, negotiated items, entry or history"))
        self.switch.setDrawBase(False)
        self.switch.setExpanding(False)

    def _build(self) -> None:
        doing = QHBoxLayout()
        doing.setSpacing(Space.S)
        doing.addWidget(self._mark)
        doing.addStretch()
        for widget in (self._as_label, self.as_title, self.connect_button, self.stop_button):
            doing.addWidget(widget)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        head.setSpacing(Space.XS)
        head.addWidget(self._name)
        head.addWidget(self._address)
        head.addSpacing(Space.XS)
        head.addLayout(doing)
        head.addWidget(self.as_title.problem_label)
        again = QHBoxLayout()
        again.setSpacing(Space.M)
        again.addWidget(self.strip, 1)
        again.addWidget(self.repeating)
        head.addLayout(again)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(Space.S, 0, Space.L, 0)
        tabs.addWidget(self.switch)
        tabs.addStretch()
        tabs.addWidget(self.pack_button, alignment=Qt.AlignmentFlag.AlignVCenter)
        tabs.addWidget(self.copy_button, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(tabs)
        layout.addWidget(self._pages, 1)
        set_look(self, surface="0")

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._on_page_chosen)
        self.connect_button.clicked.connect(self.begin)
        self.stop_button.clicked.connect(self.end)
        self.copy_button.clicked.connect(self.copy_text)
        self.pack_button.clicked.connect(self._on_pack)
        self.as_title.returnPressed.connect(self.begin)
        self.repeating.wanted.connect(self._on_repeat_wanted)
        self._repeats.changed.connect(self._on_repeats_changed)
        self.result.change_wanted.connect(self.change_wanted)
        self.result.apply_wanted.connect(self._on_apply_wanted)
        self._applying.applied.connect(self._on_applied)
        self._applying.failed.connect(self.result.offer_again)
        self.result.again_wanted.connect(self.begin)
        self.result.another_title_wanted.connect(self.as_title.ask_for_another)

    def word(self) -> str:
        """How the peer stands, as it is shown."""
        return self._mark.word()

    def show_row(self, row: PeerRow) -> None:
        """Show a peer, or what has become of the one that shows."""
        is_other = self._row is None or self._row.peer.name != row.peer.name
        if is_other or (self._row is not None and self._row.peer != row.peer):
            self._name.set_text(plain(row.peer.name))
            self._address.set_text(address_of(row.peer))
            self.entry.show_peer(row.peer)
            self._read_history(row.peer.name)
        if is_other:
            self.as_title.clear()
        self._row = row
        self._show_state(row)

    def show_steps(self, name: str) -> None:
        """A ladder has got on."""
        climb = self._climbs.running(name)
        if climb is not None and self._row is not None and self._row.peer.name == name:
            self.result.show_running(climb.steps)

    def _show_state(self, row: PeerRow) -> None:
        can_call = row.peer.can_be_called
        self._mark.set_state(*state_of_row(row))
        is_calling = self._may_probe and can_call
        self.connect_button.setVisible(is_calling and not row.is_running)
        self._show_repeats(row.peer.name, is_calling=is_calling, is_running=row.is_running)
        self._as_label.setVisible(is_calling)
        self.as_title.setVisible(is_calling)
        self.as_title.setEnabled(not row.is_running)
        has_come = row.outcome is not None and not row.is_running
        self.copy_button.setVisible(has_come)
        self.pack_button.setVisible(has_come and self._may_probe)
        if row.is_running:
            climb = self._climbs.running(row.peer.name)
            self.result.show_running(climb.steps if climb else ())
            self.negotiated.show_outcome(None)
            return
        self.negotiated.show_outcome(row.outcome)
        if row.outcome is not None:
            self.result.show_outcome(row.outcome)
        elif can_call:
            words = translate(
                "Peers",
                "Not tried yet. Connect climbs from this computer to the peer's services, step by step, and says what "
                "stands in the way. Nothing is stored, moved or changed there.",
            )
            self.result.show_nothing(words)
        elif row.peer.is_blocked:
            words = translate(
                "Peers",
                "It is blocked: its calls are refused, only the audit notes one a day. Remove the entry to unblock it.",
            )
            self.result.show_nothing(words)
        else:
            words = translate(
                "Peers", "It is entered without a port or a single host: it may call us, we cannot call it."
            )
            self.result.show_nothing(words)

    def _show_repeats(self, name: str, *, is_calling: bool, is_running: bool) -> None:
        is_repeated = self._repeats.every(name) is not None
        self.stop_button.setVisible(is_calling and (is_running or is_repeated))
        self.repeating.setVisible(is_calling)
        self.repeating.show_peers((name,))
        self.strip.setVisible(is_calling)
        self.strip.show_runs(self._repeats.history(name).runs)

    @Slot(str)
    def _on_repeats_changed(self, name: str) -> None:
        row = self._row
        if row is not None and row.peer.name == name:
            is_running = self._climbs.running(name) is not None
            self._show_repeats(name, is_calling=self._may_probe and row.peer.can_be_called, is_running=is_running)

    @Slot(object)
    def _on_repeat_wanted(self, every: timedelta | None) -> None:
        if self._row is None:
            return
        name = self._row.peer.name
        if every is None:
            self._repeats.stop((name,))
            return
        try:
            self._repeats.start((name,), every, self.as_title.title())
        except ValueError:
            self.repeating.show_peers((name,))  # its field says what is wrong with the title

    @Slot()
    def begin(self, *, tries_wrong_title: bool = False) -> None:
        """Climb to the peer that shows, unless that is under way or cannot be."""
        row = self._row
        try:
            title = self.as_title.title()
        except ValueError:
            return
        if row is not None and self._may_probe and row.peer.can_be_called:
            self._climbs.start(row.peer.name, title, tries_wrong_title=tries_wrong_title)

    @Slot()
    def end(self) -> None:
        """Stop it at once, and what would come again."""
        if self._row is not None:
            self._repeats.stop((self._row.peer.name,))
            self._climbs.stop(self._row.peer.name)

    @Slot()
    def copy_text(self) -> None:
        """All that was found, into the clipboard."""
        outcome = self._row.outcome if self._row is not None else None
        if outcome is not None:
            QGuiApplication.clipboard().setText(text_of(outcome))
            self._context.notices.say(translate("Peers", "The result is in the clipboard."))

    @Slot()
    def _on_pack(self) -> None:
        if self._row is not None and self._row.outcome is not None:
            self.pack_wanted.emit(EvidenceOrder(peer=self._row.peer.name, ladder=self._row.outcome))

    @Slot(int)
    def _on_page_chosen(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        if self._row is not None:
            self._read_history(self._row.peer.name)

    def _read_history(self, name: str) -> None:
        if self._pages.currentWidget() is self.history:
            self.history.show_peer(name)

    @Slot(object, object)
    def _on_apply_wanted(self, proposal: Proposal, code: FindingCode) -> None:
        if self._row is not None:
            self._applying.apply(self._row.peer.name, proposal, code)

    @Slot(str)
    def _on_applied(self, name: str) -> None:
        """See at once what came of it; as whom is as before."""
        if self._may_probe:
            self._climbs.start(name, self._as_before(name))

    def _as_before(self, name: str) -> AETitle | None:
        outcome, title = self._climbs.outcome(name), self.as_title.text().strip()
        is_shown = self._row is not None and self._row.peer.name == name
        return outcome.calling_ae_title if outcome is not None and title and is_shown else None
