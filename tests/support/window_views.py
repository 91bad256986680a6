"""Every page, sheet and dialog of the window, one after the other, for pictures and for tests that look at them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QTabBar, QWidget

from pacsdesk.contract.errors import StorageFull
from pacsdesk.contract.records.archive import Conflict
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.jobs import JobProblem, JobResult, JobState
from pacsdesk.contract.records.peers import RefusedCaller
from pacsdesk.contract.types import SOPInstanceUID
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.studies.panel import StudiesPanel
from pacsdesk.desktop.panels.viewer.panel import ViewerPanel
from pacsdesk.desktop.shell.about import AboutDialog
from pacsdesk.desktop.shell.closing import ClosingDialog
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.desktop.shell.workspace import Workspace
from tests.support.bench_views import views_of_associations, views_of_commitments, views_of_peers, views_of_query
from tests.support.data import ct_phantom_slices
from tests.support.demo_associations import open_associations, past_associations
from tests.support.demo_commitments import demo_commitments, demo_uncommitted
from tests.support.demo_peers import demo_brought, demo_outcomes, demo_peers, demo_versions
from tests.support.demo_queries import ARCHIVE, answers, demo_explanation, demo_relaxations, study_rows
from tests.support.demo_studies import demo_series, demo_sources, demo_studies
from tests.support.dicom_site import site_of_files
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW, make_job
from tests.support.relay_views import views_of_relay
from tests.support.send_views import views_of_send
from tests.support.workflow_views import views_of_workflow

SLICES = slice(10, 16)  # of the phantom: enough to look at, quick to open
FAILED = replace(
    make_job("2", "Export 3 studies", JobState.FAILED),
    result=JobResult(
        "409 instances stored, 3 refused",
        (JobProblem("STICK/DICOM/IM_0007", "The file ends in the middle of an element."),) * 3,
        number_of_problems=412,
        passed_over=(JobProblem("STICK/AUTORUN.INF", "It is plainly no DICOM."),),
        number_passed_over=1,
    ),
)


@dataclass(frozen=True, slots=True)
class View:
    """What shows: `widget` is the window, or the dialog over it."""

    name: str
    widget: QWidget


class WatchedCalls(Calls):
    """Knows when every answer has come."""

    @property
    def is_idle(self) -> bool:
        return not self._waiting


def busy_site(profile: Profile = Profile.CLINIC) -> FakeSite:
    """A day's work, moved to now so that "3 min ago" is; its oldest study has real images."""
    studies = demo_studies(60)
    site = FakeSite(studies, demo_series(studies), profile=profile)
    phantom = site_of_files(ct_phantom_slices()[SLICES])
    long_ago = NOW - timedelta(days=40)
    site.studies += [replace(one, first_received_at=long_ago, last_received_at=long_ago) for one in phantom.studies]
    site.series += phantom.series
    site.instances += phantom.instances
    site.bytes |= phantom.bytes
    shift = datetime.now(UTC) - NOW
    site.sources = [replace(one, last_received_at=one.last_received_at + shift) for one in demo_sources()]
    site.peers, site.outcomes, site.versions = demo_peers(), demo_outcomes(), demo_versions()
    site.brought = demo_brought()
    not_entered, not_allowed = "No peer with this AE title is entered.", "The peer is not allowed to find, move."
    site.refused = [
        RefusedCaller("CT_ROOM_2", "PACSDESK", "192.0.2.18", not_entered, 3, NOW + shift),
        RefusedCaller("CT01", "PACSDESK", "192.0.2.17", not_allowed, 1, NOW + shift, an_entry_helps=False),
    ]
    site.open_associations, site.past_associations = open_associations(NOW + shift), past_associations(NOW + shift)
    site.commitments, site.uncommitted = demo_commitments(), demo_uncommitted()
    site.query_outcomes[ARCHIVE] = answers(study_rows())
    site.relaxations, site.explanation = demo_relaxations(), demo_explanation()
    site.jobs = [make_job("1", "Import 412 files from STICK", JobState.RUNNING, done=131, total=412), FAILED]
    site.conflicts = [_conflict(number, site) for number in range(4)]
    site.services.trash.delete(tuple(one.study_instance_uid for one in studies[20:23]), "sent twice")
    return site


def _conflict(number: int, site: FakeSite) -> Conflict:
    study = site.studies[number]
    return Conflict(
        conflict_id=f"conflict-{number}",
        sop_instance_uid=SOPInstanceUID(f"{study.study_instance_uid}.1.{number}"),
        study_instance_uid=study.study_instance_uid,
        patient_name=study.patient_name,
        patient_id=study.patient_id,
        first_received_at=NOW - timedelta(hours=3),
        first_sending_ae_title="CT01",
        first_size_bytes=526_000,
        second_received_at=NOW - timedelta(minutes=3),
        second_sending_ae_title="ARCHIVE2",
        second_size_bytes=525_812,
        differences=("PatientName: DOE^JANE / DOE^JAYNE", "PatientBirthDate: 19610412 / 19610421"),
    )


def walk(window: MainWindow, site: FakeSite, settle: Callable[[], None]) -> Iterator[View]:
    """Come to every view of a window that is signed in. settle: returns once everything that was asked for has come."""
    workspace = window.workspace
    assert workspace is not None
    for name in (name for part in (_panels, _sheets) for name in part(workspace, site, settle)):
        yield View(name, window)
    yield from _dialogs(window, settle)


def _panels(workspace: Workspace, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    workspace.stack.show_panel("home")
    settle()
    yield "home"
    studies = workspace.stack.show_panel("studies")
    assert isinstance(studies, StudiesPanel)
    settle()
    yield from _pages_of_studies(studies, settle)
    yield from views_of_peers(workspace, settle)
    yield from views_of_query(workspace, site, settle)
    yield from views_of_send(workspace, site, settle)
    yield from views_of_workflow(workspace, site, settle)
    yield from views_of_associations(workspace, settle)
    yield from views_of_relay(workspace, site, settle)
    yield from views_of_commitments(workspace, settle)
    workspace.stack.show_panel("conformance")
    settle()
    yield "conformance"
    viewer = workspace.stack.show_panel("viewer")
    assert isinstance(viewer, ViewerPanel)
    settle()
    yield "viewer-empty"
    if site.instances:
        workspace.stack.go(Destination("viewer", site.instances[0].study_instance_uid))
        viewer.actions_of_viewer.tags.setChecked(True)
        settle()
        yield "viewer"


def _pages_of_studies(studies: StudiesPanel, settle: Callable[[], None]) -> Iterator[str]:
    page, switch = studies.studies, studies.findChild(QTabBar)
    assert switch is not None
    yield "studies-none-chosen"
    if page.list.model.rowCount():
        page.list.table.select_row(1)
        page.list.toggle_current()
        settle()
        yield "studies"
        delete = page.actions_of_studies.delete
        assert delete is not None
        delete.trigger()
        settle()
        yield "studies-deleting"
        page.sheet.leave()
    switch.setCurrentIndex(1)
    settle()
    if studies.conflicts.list.table.model().rowCount():
        studies.conflicts.list.table.setCurrentIndex(studies.conflicts.list.table.model().index(0, 0))
    settle()
    yield "conflicts"
    switch.setCurrentIndex(2)
    settle()
    yield "trash"
    switch.setCurrentIndex(0)


def _sheets(workspace: Workspace, _site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    guidance = workspace.guidance
    guidance.show_help()
    for spec in workspace.specs():
        workspace.stack.show_panel(spec.panel_id)
        settle()
        yield f"{spec.panel_id}-help"
    workspace.stack.show_panel("home")
    for name, show in (
        ("shortcuts", guidance.show_shortcuts),
        ("command-line", guidance.show_elsewhere),
        ("job", lambda: guidance.show_job(FAILED)),
    ):
        show()
        settle()
        yield name
    workspace.sheet.close_sheet()
    workspace.notices.fail(StorageFull("The disk of the archive is full.", "412 images were refused.", "Free room."))
    settle()
    yield "notice"
    workspace.notice_area.dismiss_newest()
    guidance.open_palette()
    settle()
    yield "palette"
    workspace.palette_box.close_palette()


def _dialogs(window: MainWindow, settle: Callable[[], None]) -> Iterator[View]:
    for name, dialog in (
        ("closing", ClosingDialog(window, may_stop=True)),
        ("about", AboutDialog("0.1.0", window)),
    ):
        dialog.open()
        settle()
        yield View(name, dialog)
        dialog.reject()
        dialog.deleteLater()
