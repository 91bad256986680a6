"""The Home page: four figures, the newest studies, the last image of each source; or a guide while there is nothing.

Loads again when something happened, at most every five seconds; sooner when a caller was refused, for then somebody
stands at a modality. While one shows it is counted on, for repeated refusals are told as events once a minute only.
"""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.events import (
    CallerRefused,
    EngineStateChanged,
    EventsMissed,
    JobChanged,
    PeersChanged,
    StudiesChanged,
    TrashChanged,
)
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.peers import RefusedCaller
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.letting_in import LettingIn, LettingInNeeds, own_ae_titles, peer_to_let_in
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.home.card_row import CardRow
from pacsdesk.desktop.panels.home.cards import JobsCard, ListenersCard, RoomCard, SourcesColumn, TotalsCard
from pacsdesk.desktop.panels.home.facts import HomeFacts, first_listener, gather_facts
from pacsdesk.desktop.panels.home.guide import FirstImageGuide
from pacsdesk.desktop.panels.home.newest import IMAGES, MODALITY, PATIENT, STUDY, WIDTHS, NewestModel
from pacsdesk.desktop.panels.home.refused import RefusedCallers

RELOAD_AFTER_MS = 5_000
AWAITED_AFTER_MS = 500
SOURCES_WIDTH = 304
_NEWS = (StudiesChanged, TrashChanged, EngineStateChanged, EventsMissed, PeersChanged, CallerRefused)


class HomePanel(Panel):
    """Reads; the one thing it changes is that a refused caller is let in."""

    def __init__(self, context: PanelContext, reload_after_ms: int = RELOAD_AFTER_MS) -> None:
        """reload_after_ms: news is gathered for so long."""
        super().__init__()
        self._context = context
        self._facts: HomeFacts | None = None
        self._is_loading = False
        self._is_wanted_again = False
        self.listeners, self.room, self.totals, self.jobs = ListenersCard(), RoomCard(), TotalsCard(), JobsCard()
        self.sources = SourcesColumn()
        self.refused = RefusedCallers(may_let_in=context.may(Permission.PEER_CHANGE))
        notices = context.notices
        needs = LettingInNeeds(context.services.peers, context.calls, notices.say_with_undo, notices.fail)
        self._letting_in = LettingIn(needs, self)
        self._model = NewestModel(self)
        self.table = Table(context.preferences, "home-newest", name=translate("Home", "Newest studies"))
        self._lower = QStackedWidget()
        self._guide: FirstImageGuide | None = None
        self._states = ListStates(self._build_page())
        self._timer = QTimer(self)
        self._reload_after_ms = reload_after_ms
        self._build()
        self._connect()
        self._states.show_loading()
        self._load()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._states)
        self._timer.setSingleShot(True)

    def _build_page(self) -> QWidget:
        page = QWidget()
        self._lower.addWidget(self._build_work())
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(CardRow((self.listeners, self.room, self.totals, self.jobs)))
        column.addWidget(self.refused)
        column.addWidget(self._lower, 1)
        return page

    def _build_work(self) -> QWidget:
        self.table.set_default_columns(WIDTHS, filling=(PATIENT, STUDY), spare=(IMAGES, MODALITY))
        self.table.set_model(self._model)
        newest = QVBoxLayout()
        newest.setSpacing(Space.S)
        newest.addWidget(TextLabel(translate("Home", "Newest studies"), tone=Tone.MUTED, strong=True))
        newest.addWidget(self.table, 1)
        self.sources.setFixedWidth(SOURCES_WIDTH)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addLayout(newest, 1)
        row.addWidget(self.sources)
        return work

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_time)
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_lost.connect(self._on_engine_lost)
        self.table.doubleClicked.connect(self._on_activated)
        self.jobs.look_wanted.connect(self._context.jobs.show_failed)
        self.refused.let_in_wanted.connect(self._on_let_in_wanted)
        self._letting_in.changed.connect(self._load)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Load now."""
        self._load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the study that is marked."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.currentIndex().isValid():
            self._on_activated(self.table.currentIndex())
            return
        super().keyPressEvent(event)

    def _load(self) -> None:
        if self._is_loading:
            self._is_wanted_again = True
            return
        self._is_loading, self._is_wanted_again = True, False
        self._timer.start(self._reload_after_ms)
        services = self._context.services
        self._context.calls.start(
            lambda: gather_facts(services, datetime.now(UTC)), self._on_loaded, self._on_failed, owner=self
        )

    def _on_loaded(self, facts: HomeFacts) -> None:
        self._is_loading = False
        self._facts = facts
        self.listeners.show_status(facts.status)
        self.room.show_status(facts.status)
        self.totals.show_totals(facts.totals)
        self.jobs.show_jobs(facts.failed_jobs)
        self.sources.show_sources(facts.sources, datetime.now(UTC))
        self._model.show_studies(facts.newest)
        self.refused.show_callers(facts.refused, own_ae_titles(facts.status))
        self._show_guide_or_work(facts)
        self._states.show_content()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._is_loading = False
        if self._facts is None:
            self._states.show_error(error, self._retry)

    def _retry(self) -> None:
        self._states.show_loading()
        self._load()

    def _show_guide_or_work(self, facts: HomeFacts) -> None:
        listener = first_listener(facts.status)
        is_empty = facts.totals.number_of_instances == 0
        if is_empty and self._guide is None and listener is not None:
            self._guide = FirstImageGuide(listener, facts.status.profile)
            self._guide.import_wanted.connect(self._on_import_wanted)
            self._guide.copied.connect(self._on_copied)
            self._lower.addWidget(_at_top(self._guide))
        self._lower.setCurrentIndex(1 if is_empty and self._guide is not None else 0)

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, _NEWS) or (isinstance(event, JobChanged) and event.job.state.is_over):
            if not self._timer.isActive():
                self._load()
                return
            self._is_wanted_again = True
            if self._is_awaited(event) and self._timer.remainingTime() > AWAITED_AFTER_MS:
                self._timer.start(AWAITED_AFTER_MS)

    def _is_awaited(self, event: object) -> bool:
        """Whether a person probably stands beside the sender and looks here: a refusal, the first image of a site."""
        return isinstance(event, CallerRefused) or (
            self._facts is not None and not self._facts.totals.number_of_instances
        )

    @Slot(str)
    def _on_engine_lost(self, _reason: str) -> None:
        self.listeners.show_unknown()

    @Slot()
    def _on_time(self) -> None:
        if self._is_wanted_again or self._counts_refusals():
            self._load()

    def _counts_refusals(self) -> bool:
        return self.isVisible() and self._facts is not None and bool(self._facts.refused)

    def showEvent(self, event: QShowEvent) -> None:
        """Count on where refused callers show."""
        super().showEvent(event)
        if self._counts_refusals() and not self._timer.isActive():
            self._load()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        study = self._model.study(index.row())
        self._context.navigator.go(Destination("viewer", study.study_instance_uid))

    @Slot(object)
    def _on_let_in_wanted(self, caller: RefusedCaller) -> None:
        peer = peer_to_let_in(caller, own_ae_titles(self._facts.status)) if self._facts is not None else None
        if peer is not None:
            self._letting_in.let_in(peer)

    @Slot()
    def _on_import_wanted(self) -> None:
        self._context.navigator.go(Destination("studies"))

    @Slot()
    def _on_copied(self) -> None:
        self._context.notices.say(translate("Home", "Copied."))


def _at_top(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch()
    return page
