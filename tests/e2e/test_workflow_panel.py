"""The Workflow panel over a real engine: DCMTK's worklist, Orthanc's commitment after a send, steps told to a RIS."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.types import AETitle, StudyInstanceUID
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.send.panel import SendPanel
from pacsdesk.desktop.panels.workflow.days import DayChoice
from pacsdesk.desktop.panels.workflow.panel import COMMITMENT, STEPS, WorkflowPanel
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.engine.training.faults.fault import Lesson
from pacsdesk.engine.training.faults.healthy import behaving
from pacsdesk.link.client import Client
from tests.bench.window import open_window
from tests.desktop.shell.pages import press
from tests.e2e.callers import small_ct
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.sending import EXPLICIT, sender
from tests.support.data import shared_data
from tests.support.datasets import CT_IMAGE
from tests.support.demo_proposals import apply_proposal, shows_findings
from tests.support.engine import EngineProcess
from tests.support.information_system import InformationSystem, information_system
from tests.support.late_reports import LateReports
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.peers import ORTHANC_AE_TITLE, orthanc, peer_environment, system_program
from tests.support.processes import ServerProcess

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(180),
    # pynetdicom 3.0 leaves its socket to the garbage when a caller goes while it answers
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
WAIT_MS = 30_000
WHOLE, HALF = "2.25.177.1", "2.25.178.1"


@pytest.fixture(scope="module", autouse=True)
def _archive(engine: EngineProcess, link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Two studies of ours, and an Orthanc that knows us and has half of one of them."""
    whole, half = (
        [small_ct(f"{study}.{number}", StudyInstanceUID=study, PatientName=name) for number in (1, 2)]
        for study, name in ((WHOLE, "WHOLE^WANDA"), (HALF, "HALF^HANNA"))
    )
    with orthanc(tmp_path_factory.mktemp("orthanc"), {"us": (OWN_TITLE, engine.dicom_port)}) as peer:
        with sender(engine.dicom_port, [(CT_IMAGE, EXPLICIT)], calling=KNOWN) as caller:
            assert [caller.store(one)[0] for one in (*whole, *half)] == [0] * 4
        with sender(peer.dicom_port, [(CT_IMAGE, EXPLICIT)], called=ORTHANC_AE_TITLE) as caller:
            assert caller.store(half[0])[0] == 0
        link.services.peers.add(Peer("PACS", AETitle(ORTHANC_AE_TITLE), LOOPBACK, peer.dicom_port))
        yield


@pytest.fixture(scope="module", autouse=True)
def _worklist(link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """DCMTK's worklist server with the four orders of its makers, and an entry of it whose title is misspelt."""
    root, port = tmp_path_factory.mktemp("worklist"), free_port()
    folder = root / "RIS"
    folder.mkdir()
    (folder / "lockfile").touch()
    for file in shared_data("worklist").glob("*.wl"):
        shutil.copy(file, folder)
    with ServerProcess([system_program("wlmscpfs"), "-dfp", str(root), str(port)], peer_environment()):
        wait_until_accepting(port)
        link.services.peers.add(Peer("RIS", AETitle("RIS"), LOOPBACK, port))
        link.services.peers.add(Peer("Misspelt", AETitle("RSI"), "localhost", port))
        yield


@pytest.fixture(scope="module")
def steps(link: Client) -> Iterator[InformationSystem]:
    """Who is told of steps."""
    with information_system() as system:
        link.services.peers.add(Peer("Steps", AETitle("STEPS"), LOOPBACK, system.port))
        yield system


@pytest.fixture
def window(engine: EngineProcess, tmp_path: Path) -> Iterator[MainWindow]:
    """The window of the engine's administrator."""
    with open_window(engine, tmp_path) as window:
        yield window


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> WorkflowPanel:
    """Its Workflow panel, once it knows the peers."""
    panel = go(window, Destination("workflow"))
    assert isinstance(panel, WorkflowPanel)
    wait(qtbot, lambda: panel.worklist.form.peer.count() > 0)
    return panel


def go(window: MainWindow, destination: Destination) -> object:
    assert window.workspace is not None
    window.workspace.stack.go(destination)
    return window.workspace.stack.current_panel()


def wait(qtbot: QtBot, is_so: Callable[[], bool]) -> None:
    qtbot.waitUntil(is_so, timeout=WAIT_MS)


def type_into(line: QLineEdit, text: str) -> QLineEdit:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    return line


def choose_days(panel: WorkflowPanel, choice: DayChoice, typed: str = "") -> None:
    form = panel.worklist.form
    form.days.setCurrentIndex(form.days.findData(choice))
    if typed:
        type_into(form.other_days, typed)


def patients(panel: WorkflowPanel) -> list[str]:
    return [entry.raw("PatientName") for entry in panel.worklist.model.records]


def test_an_entry_of_the_worklist_is_begun_completed_and_then_over(
    panel: WorkflowPanel, steps: InformationSystem, qtbot: QtBot
) -> None:
    # given the worklist as the device AA32 sees it
    page = panel.worklist
    page.form.peer.choose("RIS")
    choose_days(panel, DayChoice.ANY)
    QTest.keyClick(type_into(page.form.station, "AA32"), Qt.Key.Key_Return)
    wait(qtbot, lambda: "VIVALDI^ANTONIO" in patients(panel))
    page.table.setCurrentIndex(page.model.index(patients(panel).index("VIVALDI^ANTONIO"), 0))
    assert "Patient ID: AV35674" in page.view.text()
    # when I take it over, then nothing is told yet; Begin tells all that the entry has
    page.report.trigger()
    assert (panel.pages.number, steps.steps) == (STEPS, {})
    panel.steps.form.peer.choose("Steps")
    press(panel, "Begin")
    wait(qtbot, lambda: bool(panel.steps.outcomes.model.records))
    assert panel.steps.findings.heading() == "Steps took it: Begun"
    (step,) = steps.steps.values()
    (scheduled,) = step.ScheduledStepAttributesSequence
    assert (str(step.PatientName), step.PatientID, step.Modality) == ("VIVALDI^ANTONIO", "AV35674", "MR")
    assert (scheduled.StudyInstanceUID, scheduled.ScheduledProcedureStepID) == ("1.2.276.0.7230010.3.2.101", "SPD3445")
    # and Complete ends it, once
    press(panel, "Complete")
    wait(qtbot, lambda: step.PerformedProcedureStepStatus == "COMPLETED")
    wait(qtbot, panel.steps.discontinue.isEnabled)
    press(panel, "Discontinue")
    wait(qtbot, lambda: len(panel.steps.findings.cards) == 1)
    assert "the step is over" in panel.steps.findings.cards[0].accessibleName()
    assert step.PerformedProcedureStepStatus == "COMPLETED"


def test_a_worklist_in_vain_is_explained_and_the_proposal_taken(panel: WorkflowPanel, qtbot: QtBot) -> None:
    page = panel.worklist
    page.form.peer.choose("RIS")
    choose_days(panel, DayChoice.OTHER, "1995-10-14")
    QTest.keyClick(type_into(page.form.station, "AA32"), Qt.Key.Key_Return)
    wait(qtbot, lambda: page.why.isEnabled())
    press(page, "Ask why")
    wait(qtbot, page.why_view.run_button.isVisible)
    page.why_view.run_button.click()
    wait(qtbot, lambda: shows_findings(page.why_view))
    assert "ScheduledProcedureStepStartDate" in page.why_view.cards[0].accessibleName()
    press(page.why_view, "Use this")
    wait(qtbot, lambda: "VIVALDI^ANTONIO" in patients(panel))


def test_a_misspelt_title_is_mended_as_proposed_and_the_worklist_comes(
    panel: WorkflowPanel, link: Client, qtbot: QtBot
) -> None:
    page = panel.worklist
    page.form.peer.choose("Misspelt")
    choose_days(panel, DayChoice.ANY)
    QTest.keyClick(page.form.station, Qt.Key.Key_Return)
    wait(qtbot, lambda: shows_findings(page.findings))
    apply_proposal(page.findings)
    wait(qtbot, lambda: len(patients(panel)) == 4)
    assert link.services.peers.get("Misspelt").ae_title == "RIS"


def test_a_study_that_was_sent_is_safe_there(window: MainWindow, panel: WorkflowPanel, qtbot: QtBot) -> None:
    # given a study that is sent to Orthanc
    sending = go(window, Destination("send", study_instance_uids=(StudyInstanceUID(WHOLE),)))
    assert isinstance(sending, SendPanel)
    wait(qtbot, lambda: sending.page.choosing.peer.count() > 0 and sending.page.choosing.isEnabled())
    sending.page.choosing.peer.choose("PACS")
    wait(qtbot, sending.page.send.isEnabled)
    press(sending, "Send")
    wait(qtbot, lambda: sending.page.sending.outcome is not None and sending.page.sending.outcome.is_over)
    # when I find it by words and ask, then Orthanc calls us, and each image is safe
    go(window, Destination("workflow"))
    page = panel.commitment
    panel.pages.choose(COMMITMENT)
    page.form.peer.choose("PACS")
    QTest.keyClicks(page.study.line, "WHOLE")
    wait(qtbot, page.study.found.isVisible)
    page.study.found.setCurrentRow(0)
    press(panel, "Ask whether it is safe")
    wait(qtbot, lambda: page.findings.heading() == "PACS keeps all 2 images")
    assert "by a call of the peer" in page.findings.words()


def test_what_orthanc_lacks_is_named_with_its_reason(window: MainWindow, panel: WorkflowPanel, qtbot: QtBot) -> None:
    page = panel.commitment
    go(window, Destination("workflow", StudyInstanceUID(HALF)))
    page.form.peer.choose("PACS")
    press(panel, "Ask whether it is safe")
    wait(qtbot, lambda: page.findings.heading() == "PACS keeps 1 of 2 images")
    lines = page.outcomes.lines.records
    assert [(one.sop_instance_uid, one.fate) for one in lines] == [(f"{HALF}.2", "not-kept"), (f"{HALF}.1", "kept")]


def test_a_report_that_comes_when_nobody_waits_shows_by_itself(
    window: MainWindow, panel: WorkflowPanel, engine: EngineProcess, link: Client, qtbot: QtBot
) -> None:
    late, page = LateReports(OWN_TITLE), panel.commitment
    archive = behaving(late.manner)(Lesson(date(2026, 11, 24), OWN_TITLE, LOOPBACK, engine.dicom_port, lifetime_s=60))
    try:
        link.services.peers.add(Peer("Late", AETitle(archive.ae_title), LOOPBACK, archive.port))
        go(window, Destination("workflow", StudyInstanceUID(WHOLE)))
        wait(qtbot, lambda: page.form.peer.findData("Late") >= 0)
        page.form.peer.choose("Late")
        page.wait.setValue(1)
        press(panel, "Ask whether it is safe")
        wait(qtbot, lambda: page.findings.heading() == "Late did not report")
        wait(qtbot, page.ask.isEnabled)
        late.tell()
        wait(qtbot, lambda: page.findings.heading() == "Late keeps all 2 images")
    finally:
        archive.stop()
