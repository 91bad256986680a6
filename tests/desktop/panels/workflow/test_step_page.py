"""Performed steps told by hand: begun with the invented patient or an entry of the worklist, then ended."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.performed_steps import TEST_PATIENT_ID, TEST_PATIENT_NAME, PerformedStatus, StepOperation
from pacsdesk.desktop.panels.workflow.panel import STEPS, WorkflowPanel
from tests.desktop.panels.workflow.conftest import Open
from tests.support.demo_workflow import RIS, demo_step
from tests.support.fake_services import FakeSite


def begun(panel: WorkflowPanel, qtbot: QtBot) -> None:
    panel.pages.choose(STEPS)
    panel.steps.begin.trigger()
    qtbot.waitUntil(lambda: bool(panel.steps.outcomes.model.records))


def test_an_invented_patient_is_begun_and_then_completed(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    assert not panel.steps.complete.isEnabled()
    begun(panel, qtbot)
    order = site.steps_begun[0]
    assert (order.patient_name, order.patient_id) == (TEST_PATIENT_NAME, TEST_PATIENT_ID)
    assert panel.steps.form.step.text() == "2.25.99"
    panel.steps.complete.trigger()
    qtbot.waitUntil(lambda: len(panel.steps.outcomes.model.records) == 2)
    change = site.steps_changed[0]
    assert (change.sop_instance_uid, change.status) == ("2.25.99", PerformedStatus.COMPLETED)
    assert change.study_instance_uid is None


def test_what_was_sent_is_read_and_copied(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    begun(panel, qtbot)
    model = panel.steps.outcomes.lines
    assert [str(model.index(row, 1).data()) for row in range(model.rowCount())] == ["1 item", "A2001", "IN PROGRESS"]
    assert panel.steps.findings.heading() == "RIS took it: Begun"
    panel.steps.copy.trigger()
    assert "  (0008,0050) Accession Number: A2001" in QGuiApplication.clipboard().text().splitlines()


def test_a_refusal_says_why(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    begun(panel, qtbot)
    site.step_outcomes[RIS] = demo_step(operation=StepOperation.SET, status=0x0110)
    panel.steps.discontinue.trigger()
    qtbot.waitUntil(lambda: len(panel.steps.findings.cards) == 1)
    assert site.steps_changed[0].status is PerformedStatus.DISCONTINUED
    assert str(panel.steps.outcomes.model.index(0, 0).data()) == "Refused, 0110"


def test_an_entry_of_the_worklist_is_taken_over_and_nothing_is_told_yet(
    opened: Open, site: FakeSite, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    page = panel.worklist
    page.ask.trigger()
    qtbot.waitUntil(lambda: page.view.entry is not None)
    page.table.setCurrentIndex(page.model.index(1, 0))
    page.report.trigger()
    assert panel.pages.number == STEPS
    assert not site.steps_begun
    begun(panel, qtbot)
    order = site.steps_begun[0]
    assert (order.patient_name, order.accession_number, order.scheduled_step_id) == ("DOE^JANE", "A2001", "SPS1")
    assert order.modality == "CT"


def test_a_uid_that_is_none_cannot_be_told(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    panel.steps.form.step.setText("not a UID")
    assert not panel.steps.begin.isEnabled()
    assert not panel.steps.complete.isEnabled()
