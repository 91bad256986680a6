"""What a person works in once signed in: navigation, header, panels, side sheet, job tray, notices, palette.

It wires these parts to each other and to the engine's watch; each part knows only itself.
"""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.events import EventsMissed, JobChanged
from pacsdesk.contract.program import shell_line
from pacsdesk.contract.records.engine import EngineState
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.bridge.events import EngineEvents
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec
from pacsdesk.desktop.shell.banner import LostBanner
from pacsdesk.desktop.shell.engine_watch import EngineWatch
from pacsdesk.desktop.shell.finder import Finder
from pacsdesk.desktop.shell.guidance import Guidance
from pacsdesk.desktop.shell.header import Header
from pacsdesk.desktop.shell.job_tray import JobTray
from pacsdesk.desktop.shell.last_panel import LastPanel
from pacsdesk.desktop.shell.navigation import Navigation
from pacsdesk.desktop.shell.notices import NoticeArea, ShellNotices, StatusLine, status_bar
from pacsdesk.desktop.shell.palette import CommandPalette
from pacsdesk.desktop.shell.panel_stack import PanelStack
from pacsdesk.desktop.shell.patience import Patience
from pacsdesk.desktop.shell.revival import Revival
from pacsdesk.desktop.shell.sheets import SideSheet
from pacsdesk.desktop.shell.shell_actions import ShellActions
from pacsdesk.desktop.shell.startup import Session

ROOM_FOR_ALL = 1440  # navigation, work and a sheet side by side
_WARM_UP_AFTER_MS = 1500


class Workspace(QWidget):
    """Lives as long as the person's session, through losses of the engine."""

    session_ended = Signal(str)
    engine_start_wanted = Signal()

    def __init__(
        self,
        session: Session,
        specs: Sequence[PanelSpec],
        calls: Calls,
        preferences: QSettings,
        actions: ShellActions,
        *,
        site: str,
        can_start_engine: bool,
        patience: Patience,
    ) -> None:
        """site: what its own memories go by, its folder or its engine's address."""
        super().__init__()
        self.session = session
        self._calls = calls
        self._preferences = preferences
        self._last_panel = LastPanel(preferences, site)
        self._site_option = shell_line(("--data-dir" if can_start_engine else "--engine", site))
        self.actions_of_shell = actions
        self._specs = [spec for spec in specs if spec.is_for(session.grant, session.health)]
        self.events = EngineEvents(session.client.listen, self, first_wait_s=patience.first_wait_s)
        self.watch = EngineWatch(session.client.services, calls, self.events, self)
        self.status_line = StatusLine()
        self.notice_area = NoticeArea()
        self.notices = ShellNotices(self.status_line, self.notice_area, self)
        self.navigation = Navigation(self._specs, preferences)
        self.header = Header(session.grant.user_name)
        self.stack = PanelStack(self._specs, self._make_context)
        self.sheet = SideSheet()
        self.tray = JobTray(session.client.services.jobs, calls, self.notices)
        self.banner = LostBanner(patience.before_banner_ms, can_start=can_start_engine)
        self.revival = Revival(
            self, may_start=can_start_engine, ended_again_s=patience.ended_again_s, seconds=time.monotonic
        )
        self._jobs_button = make_button("", Rank.QUIET)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._build()
        finder = Finder(session, frozenset(spec.panel_id for spec in self._specs), self.stack.go)
        self.palette_box = CommandPalette(calls, finder.find, self)
        self.guidance = Guidance(self._specs, self.stack, self.sheet, self.palette_box, actions, self._site_option)
        self._connect()

    def _make_context(self) -> PanelContext:
        return PanelContext(
            services=self.session.client.services,
            client=self.session.client,
            calls=self._calls,
            events=self.events,
            navigator=self.stack,
            notices=self.notices,
            jobs=self.tray,
            preferences=self._preferences,
            grant=self.session.grant,
            health=self.session.health,
            site_option=self._site_option,
        )

    def _build(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.sheet)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.banner)
        right.addWidget(self.notice_area)
        right.addLayout(middle, 1)
        right.addWidget(self.tray)
        right.addWidget(status_bar(self.status_line, self._jobs_button))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(right, 1)
        self._jobs_button.setAccessibleName(translate("Shell", "Jobs"))
        self._jobs_button.setToolTip(translate("Shell", "Take ended jobs off the list"))
        self._jobs_button.hide()
        self.header.set_menu(self.actions_of_shell.menu_entries())

    def _connect(self) -> None:
        self.navigation.panel_chosen.connect(self.stack.choose)
        self.stack.panel_shown.connect(self._on_panel_shown)
        self.notices.session_ended.connect(self.session_ended)
        self.tray.counts_changed.connect(self._on_job_counts_changed)
        self.tray.details_requested.connect(self.guidance.show_job)
        self._jobs_button.clicked.connect(self.tray.clear_ended)
        for action, slot in (
            (self.actions_of_shell.palette, self.guidance.open_palette),
            (self.actions_of_shell.search, self.focus_search),
            (self.actions_of_shell.refresh, self.refresh),
            (self.actions_of_shell.help, self.guidance.show_help),
            (self.actions_of_shell.shortcuts, self.guidance.show_shortcuts),
            (self.actions_of_shell.elsewhere, self.guidance.show_elsewhere),
        ):
            action.triggered.connect(slot)
        self.events.happened.connect(self._on_happened)
        self.watch.lost.connect(self._on_engine_lost)
        self.watch.found.connect(self._on_engine_found)
        self.watch.session_ended.connect(self._on_session_ended)
        self.watch.state_changed.connect(self._on_engine_state_changed)
        self.banner.retry_pressed.connect(self.watch.check)
        self.banner.start_pressed.connect(self._on_start_wanted)
        self.banner.outlasted.connect(self.revival.on_outlasted)
        self.watch.found.connect(self.revival.on_found)
        self.watch.state_changed.connect(self.revival.on_state_changed)
        self.revival.wanted.connect(self._on_start_wanted)
        self.revival.succeeded.connect(self._on_revived)
        self.sheet.opened.connect(self._share_room)
        self.sheet.closed.connect(self._share_room)
        self.sheet.closed.connect(self._focus_panel)
        self.palette_box.closed.connect(self._focus_panel)
        self._settled.timeout.connect(self._on_settled)

    def begin(self) -> None:
        """Open the panel that showed last, listen to events, load the jobs."""
        first = self._last_panel.among(self._specs)
        if first is not None:
            self.stack.choose(first.panel_id)
        self.header.set_engine_state(self.session.health.state)
        self.events.start()
        self.tray.load()
        self._settled.start(_WARM_UP_AFTER_MS)

    @Slot()
    def _on_settled(self) -> None:
        slow = [spec.warm_up for spec in self._specs if spec.warm_up is not None]
        self._calls.start(lambda: _one_by_one(slow), _ignore, self.notices.fail, owner=self, priority=-1)

    def close_workspace(self) -> None:
        """Stop listening."""
        self._settled.stop()
        self.events.close()

    def go_on(self, session: Session) -> None:
        """The same person has signed in again: everything stays, the engine is asked anew."""
        self.session = session
        self._on_engine_found()

    def specs(self) -> list[PanelSpec]:
        """The panels that this person sees, in the order of Ctrl+1 to Ctrl+9."""
        return list(self._specs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that no panel wanted: close what opened last."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not (self.sheet.close_sheet() or self.notice_area.dismiss_newest()):
            self._focus_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, or less."""
        super().resizeEvent(event)
        self._share_room()

    @Slot()
    def _share_room(self) -> None:
        """On a small screen an open sheet takes its room from the navigation's words, not from the work."""
        self.navigation.set_squeezed(bool(self.sheet.title()) and self.width() < ROOM_FOR_ALL)

    @Slot()
    def refresh(self) -> None:
        """F5."""
        panel = self.stack.current_panel()
        if panel is not None:
            panel.refresh()
        self.watch.check()

    @Slot()
    def focus_search(self) -> None:
        """Ctrl+F."""
        panel = self.stack.current_panel()
        if panel is not None:
            panel.focus_search()

    @Slot()
    def _focus_panel(self) -> None:
        panel = self.stack.current_panel()
        if panel is not None:
            panel.setFocus()

    @Slot(object, object)
    def _on_panel_shown(self, spec: PanelSpec, panel: Panel) -> None:
        self.header.show_panel(translate("Panels", spec.title), panel.search_widget())
        self.navigation.show_current(spec.panel_id)
        self._last_panel.remember(spec)
        self.guidance.follow(spec)

    @Slot(int, int)
    def _on_job_counts_changed(self, running: int, failed: int) -> None:
        words = [counted("Shell", "%Ln jobs running", running)] if running else []
        words += [counted("Shell", "%Ln failed", failed)] if failed else []
        self._jobs_button.setText(", ".join(words))
        self._jobs_button.setVisible(bool(words))

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, JobChanged):
            self.tray.show_job(event.job)
        elif isinstance(event, EventsMissed):
            self.tray.load()

    @Slot(str)
    def _on_engine_lost(self, reason: str) -> None:
        self.header.set_engine_lost(reason)
        self.banner.show_lost(reason)

    @Slot()
    def _on_engine_found(self) -> None:
        self.banner.hide_lost()
        self.notices.engine_found()
        self.status_line.say(translate("Shell", "The engine answers again."))
        self.tray.load()
        panel = self.stack.current_panel()
        if panel is not None:
            panel.refresh()

    @Slot(str)
    def _on_session_ended(self, reason: str) -> None:
        self.banner.hide_lost()
        self.session_ended.emit(reason)

    @Slot(object, str)
    def _on_engine_state_changed(self, state: EngineState, reason: str) -> None:
        self.header.set_engine_state(state, reason)
        if state is EngineState.READ_ONLY:
            self.notices.warn(translate("Shell", "The archive is read-only: nothing is stored or changed."), reason)
        elif state is EngineState.DRAINING:
            self.status_line.say(translate("Shell", "The engine is stopping."))

    @Slot()
    def _on_start_wanted(self) -> None:
        self.banner.show_starting()
        self.engine_start_wanted.emit()

    @Slot()
    def _on_revived(self) -> None:
        self.notices.warn(
            translate("Shell", "The engine ended unexpectedly and was started again."),
            translate("Shell", "Images sent meanwhile were refused: look whether their senders send them again."),
        )


def _one_by_one(loads: list[Callable[[], None]]) -> None:
    """Never at once: two threads that enter one package by different modules break each other's import."""
    for load in loads:
        load()


def _ignore(_answer: None) -> None:
    """What was warmed up says nothing."""
