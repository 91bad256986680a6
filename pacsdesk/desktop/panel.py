"""What a panel is and what it is given: the seam between shell and panels.

A new panel: a folder in panels/<id>/ with PANEL in its __init__, one line in shell/catalog.py, resources/help/<id>.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.engine import Health, Profile
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.contract.records.security import SessionGrant
from pacsdesk.contract.services.catalog import Services
from pacsdesk.contract.types import JobId, SeriesInstanceUID, StudyInstanceUID
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.bridge.events import EngineEvents
from pacsdesk.link.client import Client


class Section(StrEnum):
    """Groups of the navigation, in order; the navigation has their titles."""

    START = "start"
    ARCHIVE = "archive"
    BENCH = "bench"
    TRAINING = "training"
    ADMINISTRATION = "administration"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to go: a panel, and what to show there: one study, or several."""

    panel_id: str
    study_instance_uid: StudyInstanceUID | None = None
    series_instance_uid: SeriesInstanceUID | None = None
    words: str = ""
    study_instance_uids: tuple[StudyInstanceUID, ...] = ()


class Navigator(Protocol):
    """How a panel asks to be left for another one."""

    def go(self, destination: Destination) -> None:
        """Show a panel, telling it what to show."""
        ...


class Notices(Protocol):
    """How a panel speaks: success quietly, warnings until seen, errors with their next step."""

    def say(self, text: str) -> None:
        """A line in the status bar that passes."""
        ...

    def say_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        """A line with an Undo button, for ten seconds."""
        ...

    def warn(self, text: str, detail: str = "") -> None:
        """Stays until seen."""
        ...

    def fail(self, error: PacsDeskError) -> None:
        """Title, detail and hint of an error, with "Copy details"; stays until seen."""
        ...


class LocalWork(Protocol):
    """A line in the job tray for work that the desktop does itself (uploads, downloads)."""

    def report(self, done: int, total: int, note: str = "") -> None:
        """From any thread. Raises JobCancelled when the person pressed stop."""
        ...

    def finish(self, text: str, state: JobState = JobState.DONE) -> None:
        """It is over, or failed, or was stopped; the line says so and fades. From any thread."""
        ...

    def give_over(self) -> None:
        """A job of the engine goes on with it and has a line of its own: this one goes. From any thread."""
        ...


class JobTray(Protocol):
    """Where running work shows."""

    def begin(self, title: str, instead_of: JobId | None = None) -> LocalWork:
        """A new line, from the GUI thread. instead_of: a job that ended well, whose line this one takes over."""
        ...

    def show_failed(self) -> None:
        """Show the jobs that failed within the last week, each with its problems and Retry."""
        ...


@dataclass(frozen=True, slots=True)
class PanelContext:
    """All that a panel gets. services and client block: use them inside `calls.start` only.

    site_option: how a command that is typed names this site.
    """

    services: Services
    client: Client
    calls: Calls
    events: EngineEvents
    navigator: Navigator
    notices: Notices
    jobs: JobTray
    preferences: QSettings
    grant: SessionGrant
    health: Health
    site_option: str = ""

    def may(self, permission: Permission) -> bool:
        """Whether to offer an action; the engine decides again."""
        return permission in self.grant.permissions


class Panel(QWidget):
    """A page of the main window. Override what applies."""

    def show_destination(self, destination: Destination) -> None:
        """Somebody asked for something in particular."""

    def refresh(self) -> None:
        """F5, and after the engine was found again: load anew, keeping selection and what was typed."""

    def focus_search(self) -> None:
        """Ctrl+F."""

    def panel_actions(self) -> tuple[QAction, ...]:
        """Actions for the command palette and the shortcuts sheet; the same objects as in toolbar and context menu."""
        return ()

    def search_widget(self) -> QWidget | None:
        """The main field, for the middle of the header while this panel shows."""
        return None


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A panel in the navigation.

    title: its English text, marked for translation in the context "Panels"; icon: a file name in resources/icons
    without ending; needs: who sees it; warm_up: loads what is slow to load, run on a worker thread once the window has
    settled, so that the first opening is as quick as the others; is_led_to: shows nothing until another panel leads to
    it with something to show, so no window begins with it;
    profile: the only kind of site that has it, None for all.
    """

    panel_id: str
    title: str
    section: Section
    icon: str
    needs: Permission
    build: Callable[[PanelContext], Panel]
    warm_up: Callable[[], None] | None = None
    is_led_to: bool = False
    profile: Profile | None = None

    def is_for(self, grant: SessionGrant, health: Health) -> bool:
        """Whether this person, on this site, has it."""
        return self.needs in grant.permissions and self.profile in (None, health.profile)
