"""The window: shows the start, the assistant, the sign-in or the workspace, and remembers how it was left.

What comes next is decided by Startup; this is the one place where its signals meet pages.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.engine import Health, Profile
from pacsdesk.desktop.kit.errors import sentence_of
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.shell.about import AboutDialog
from pacsdesk.desktop.shell.attachment import Stranger
from pacsdesk.desktop.shell.closing import ClosingDialog, farewell, has_been_told, remember_told
from pacsdesk.desktop.shell.setup_assistant import SetupAssistant
from pacsdesk.desktop.shell.shell_actions import ShellActions
from pacsdesk.desktop.shell.sign_in import SignInPage
from pacsdesk.desktop.shell.site_folder import remember_folder
from pacsdesk.desktop.shell.start_page import StartPage
from pacsdesk.desktop.shell.startup import Session
from pacsdesk.desktop.shell.training_frame import TrainingFrame
from pacsdesk.desktop.shell.window_parts import WindowParts
from pacsdesk.desktop.shell.workspace import Workspace

SMALLEST = (960, 600)
FIRST_SIZE = (1280, 800)
_GEOMETRY_KEY = "window/geometry"


class MainWindow(QMainWindow):
    """closed: the window is gone; the engine goes on unless the person stopped it."""

    closed = Signal()

    def __init__(self, parts: WindowParts) -> None:
        super().__init__()
        self._parts = parts
        self._startup = parts.startup
        self._site = parts.site
        self._is_moved = False
        self._pages = QStackedWidget()
        self._frame = TrainingFrame(self._pages)
        self.start_page = StartPage()
        self.sign_in_page = SignInPage(parts.preferences, parts.site)
        self.assistant: SetupAssistant | None = None
        self.workspace: Workspace | None = None
        self._is_engine_stopped = False
        self.farewell = ""  # once it is closed: what to say where it was started from
        self.actions_of_shell = ShellActions(self, parts.theme, parts.language)
        self.setWindowTitle("PACSDesk")
        self.setMinimumSize(*SMALLEST)
        self._build()
        self._connect()

    def _build(self) -> None:
        set_look(self._pages, surface="0")
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.sign_in_page)
        self.setCentralWidget(self._frame)
        geometry = self._parts.preferences.value(_GEOMETRY_KEY)
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(*FIRST_SIZE)
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(self._on_number_pressed)
        self._enable_workspace_actions(False)

    def _connect(self) -> None:
        startup, shell = self._startup, self.actions_of_shell
        startup.progressed.connect(self._on_progressed)
        startup.setup_needed.connect(self._on_setup_needed)
        startup.setup_failed.connect(self._on_setup_failed)
        startup.moved.connect(self._on_moved)
        startup.attach_failed.connect(self._on_attach_failed)
        startup.sign_in_needed.connect(self._on_sign_in_needed)
        startup.sign_in_failed.connect(self.sign_in_page.show_failure)
        startup.other_site_found.connect(self._on_other_site_found)
        startup.opened.connect(self._on_opened)
        self._parts.language.chosen.connect(self._on_language_chosen)
        self.sign_in_page.submitted.connect(startup.sign_in)
        self.sign_in_page.password_begun.connect(startup.look_who_answers)
        shell.about.triggered.connect(self._on_about)
        shell.sign_out.triggered.connect(self._on_sign_out)
        shell.quit.triggered.connect(self.close)
        shell.quit_and_stop.triggered.connect(self._on_quit_and_stop)

    def is_training(self) -> bool:
        """Whether the frame of a training site is drawn."""
        return self._frame.is_training()

    def _enable_workspace_actions(self, is_enabled: bool) -> None:
        for action in self.actions_of_shell.of_a_session():
            action.setEnabled(is_enabled)

    @Slot(str)
    def _on_progressed(self, words: str) -> None:
        if self.workspace is None or self._pages.currentWidget() is self.start_page:
            self.start_page.show_step(words)
            self._pages.setCurrentWidget(self.start_page)

    @Slot()
    def _on_setup_needed(self) -> None:
        self.assistant = SetupAssistant(self._site)
        self.assistant.chosen.connect(self._startup.set_up)
        self.assistant.folder_wanted.connect(self._on_folder_wanted)
        self._pages.addWidget(self.assistant)
        self._pages.setCurrentWidget(self.assistant)

    @Slot()
    def _on_folder_wanted(self) -> None:
        self._parts.ask_folder(self, Path(self._site), self._startup.move_to)

    @Slot(object)
    def _on_moved(self, folder: Path) -> None:
        self._site, self._is_moved = str(folder), True
        self.sign_in_page.show_site(self._site)
        if self.assistant is not None:
            self.assistant.show_folder(self._site)

    @Slot(object)
    def _on_setup_failed(self, error: PacsDeskError) -> None:
        if self.assistant is not None:
            self.assistant.show_failure(error)
            self._pages.setCurrentWidget(self.assistant)

    @Slot(object)
    def _on_attach_failed(self, error: PacsDeskError) -> None:
        if self.workspace is not None and self._pages.currentWidget() is not self.start_page:
            self.workspace.banner.show_start_failed(sentence_of(error))
            self.sign_in_page.show_failure(error)
            return
        self.start_page.show_failure(error, self._startup.begin, self._startup.stop_other)
        self._pages.setCurrentWidget(self.start_page)

    @Slot(object)
    def _on_other_site_found(self, stranger: Stranger) -> None:
        self._enable_workspace_actions(False)
        self._is_engine_stopped = True  # ours: it does not go on when the window closes
        self.sign_in_page.clear()
        self.start_page.show_other_site(
            stranger, self._startup.begin, self.close, can_start=self._parts.can_start_engine
        )
        self._pages.setCurrentWidget(self.start_page)

    @Slot(object, str)
    def _on_sign_in_needed(self, health: Health, reason: str) -> None:
        self._frame.set_training(health.profile is Profile.CLASSROOM)
        self._enable_workspace_actions(False)
        self._pages.setCurrentWidget(self.sign_in_page)
        folder = Path(self._site) if self._parts.can_start_engine else None
        self.sign_in_page.way_out.show_engine(folder)
        self.sign_in_page.ask(reason)

    @Slot(object)
    def _on_opened(self, session: Session) -> None:
        if self._is_moved:
            remember_folder(self._parts.preferences, Path(self._site))
        self._is_engine_stopped = False
        self.sign_in_page.remember(session.grant.user_name)
        self.sign_in_page.clear()
        self._frame.set_training(session.health.profile is Profile.CLASSROOM)
        if self.workspace is not None and session.goes_on_from(self.workspace.session):
            self.workspace.go_on(session)
        else:
            self._drop_workspace()
            self._open_workspace(session)
        self._enable_workspace_actions(True)
        self.actions_of_shell.quit_and_stop.setEnabled(Permission.ENGINE_STOP in session.grant.permissions)
        if self.workspace is not None:
            self._pages.setCurrentWidget(self.workspace)

    def _open_workspace(self, session: Session) -> None:
        self.actions_of_shell.sign_out.setVisible(session.health.profile is not Profile.BENCH)
        workspace = Workspace(
            session,
            self._parts.panels,
            self._parts.calls,
            self._parts.preferences,
            self.actions_of_shell,
            site=self._site,
            can_start_engine=self._parts.can_start_engine,
            patience=self._parts.patience,
        )
        workspace.session_ended.connect(self._on_session_ended)
        workspace.engine_start_wanted.connect(self._startup.start_again)
        self._startup.engine_started.connect(workspace.revival.on_started)
        self.workspace = workspace
        self._pages.addWidget(workspace)
        self._pages.setCurrentWidget(workspace)
        workspace.begin()

    def _drop_workspace(self) -> None:
        if self.workspace is not None:
            self.workspace.close_workspace()
            self._pages.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None

    @Slot(str)
    def _on_session_ended(self, reason: str) -> None:
        if self.workspace is not None:
            words = translate("Shell", "{reason}. Everything you typed is still there.").format(
                reason=reason.rstrip(".")
            )
            self._startup.ask_again(words)

    @Slot()
    def _on_sign_out(self) -> None:
        self._drop_workspace()
        self._startup.sign_out()

    @Slot()
    def _on_about(self) -> None:
        version = self.workspace.session.health.version if self.workspace is not None else ""
        dialog = AboutDialog(version, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _on_quit_and_stop(self) -> None:
        if self.workspace is not None:
            workspace = self.workspace
            self._parts.calls.start(
                workspace.session.client.services.engine.stop, self._on_stopped, workspace.notices.fail, owner=self
            )

    def _must_tell(self) -> bool:
        app = QGuiApplication.instance()
        is_ending = isinstance(app, QGuiApplication) and app.isSavingSession()  # a log-out must not be held up
        return self._goes_on() and not is_ending and not has_been_told(self._parts.preferences)

    def _goes_on(self) -> bool:
        return self._parts.can_start_engine and self.workspace is not None and not self._is_engine_stopped

    def _tell_that_the_engine_goes_on(self) -> None:
        dialog = ClosingDialog(self, may_stop=self.actions_of_shell.quit_and_stop.isEnabled())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_told)
        dialog.stop_wanted.connect(self._on_quit_and_stop)
        dialog.open()

    @Slot()
    def _on_told(self) -> None:
        remember_told(self._parts.preferences)
        self.close()

    def _on_stopped(self, _answer: None) -> None:
        self._is_engine_stopped = True
        self.close()

    @Slot()
    def _on_language_chosen(self) -> None:
        if self.workspace is not None:
            words = translate("Shell", "The language changes when PACSDesk is opened the next time.")
            self.workspace.status_line.say(words)

    @Slot()
    def _on_number_pressed(self) -> None:
        shortcut = self.sender()
        if self.workspace is None or not isinstance(shortcut, QShortcut):
            return
        place = int(shortcut.key().toString()[-1]) - 1
        specs = self.workspace.specs()
        if self._pages.currentWidget() is self.workspace and place < len(specs):
            self.workspace.stack.choose(specs[place].panel_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, end what listens. The engine goes on, which is said the first time."""
        if self._must_tell():
            event.ignore()
            self._tell_that_the_engine_goes_on()
            return
        self._parts.preferences.setValue(_GEOMETRY_KEY, self.saveGeometry())
        self.farewell = farewell(self._site) if self._goes_on() else self.farewell
        self._drop_workspace()
        self._startup.give_up()
        self.closed.emit()
        super().closeEvent(event)
