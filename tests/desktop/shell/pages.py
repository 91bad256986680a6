"""Two plain panels for tests of the shell, and how tests reach into the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.panel import Destination, Panel, PanelContext, PanelSpec, Section
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.desktop.shell.workspace import Workspace
from tests.support.fake_state import PASSWORD


class NotePanel(Panel):
    """A page with one line to type into; counts what the shell asks of it."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.context = context
        self.line = QLineEdit()
        self.search = QLineEdit()
        self.refreshes = 0
        self.searches = 0
        self.visited: list[Destination] = []
        self.copies = 0
        self.action = QAction("Copy the note", self)
        self.action.setShortcut("Ctrl+Shift+C")
        self.action.triggered.connect(self._on_copy)
        QVBoxLayout(self).addWidget(self.line)
        self.setFocusProxy(self.line)

    def _on_copy(self) -> None:
        self.copies += 1

    def show_destination(self, destination: Destination) -> None:
        self.visited.append(destination)

    def refresh(self) -> None:
        self.refreshes += 1

    def focus_search(self) -> None:
        self.searches += 1

    def panel_actions(self) -> tuple[QAction, ...]:
        return (self.action,)

    def search_widget(self) -> QWidget | None:
        return self.search


NOTES = PanelSpec("notes", "Notes", Section.START, "file-text", Permission.ENGINE_VIEW, NotePanel)
STUDIES = PanelSpec("studies", "Studies", Section.ARCHIVE, "layout-list", Permission.STUDY_SEARCH, NotePanel)
USERS = PanelSpec("users", "Users", Section.ADMINISTRATION, "users", Permission.USER_VIEW, NotePanel)
PAGES = (NOTES, STUDIES, USERS)


def sign_in(window: MainWindow, qtbot: QtBot, password: str = PASSWORD) -> Workspace:
    """As a person does: name, password, Enter; answers the workspace once it listens."""
    page = window.sign_in_page
    qtbot.waitUntil(page.isVisible)
    page.name_field.clear()
    QTest.keyClicks(page.name_field, "ada")
    QTest.keyClicks(page.password_field, password)
    QTest.keyClick(page.password_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.isVisible())
    assert window.workspace is not None
    return window.workspace


def shown_panel(workspace: Workspace) -> NotePanel:
    """The page that shows."""
    panel = workspace.stack.current_panel()
    assert isinstance(panel, NotePanel)
    return panel


def button(parent: QWidget, text: str) -> QAbstractButton:
    """The visible button with this word."""
    (found,) = [one for one in parent.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]
    return found


def press(parent: QWidget, text: str) -> None:
    """Click the button with this word."""
    QTest.mouseClick(button(parent, text), Qt.MouseButton.LeftButton)
