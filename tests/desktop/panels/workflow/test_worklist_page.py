"""A worklist asked by hand: what is asked, the entries, and why there are none."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.queries import Explanation, QueryModel, Relaxation, RelaxedAnswer
from pacsdesk.contract.worklists import MODALITY, START_DATE, STATION, WorklistWish, worklist_order
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.kit.typed_days import typed_days
from pacsdesk.desktop.panels.workflow.days import DayChoice, days_problem, dicom_days
from pacsdesk.desktop.panels.workflow.panel import WorkflowPanel
from tests.desktop.panels.workflow.conftest import Open
from tests.support.demo_queries import demo_explanation
from tests.support.demo_workflow import RIS, demo_worklist, refused_worklist
from tests.support.fake_services import FakeSite

TODAY = date(2026, 11, 24)


def asked(panel: WorkflowPanel, qtbot: QtBot) -> None:
    panel.worklist.ask.trigger()
    qtbot.waitUntil(lambda: panel.worklist.outcome is not None and not panel.worklist.asking.is_running)


def column(panel: WorkflowPanel, number: int) -> list[str]:
    model = panel.worklist.model
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def keys(panel: WorkflowPanel) -> dict[str, str]:
    outcome = panel.worklist.outcome
    assert outcome is not None
    return {key.name: key.value for key in outcome.order.keys if key.value}


def test_entries_stand_by_time_and_the_first_one_in_full(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    asked(panel, qtbot)
    assert column(panel, 1) == ["", "09:30", "10:15"]
    assert panel.worklist.status.text() == "3 entries in 23 ms"
    panel.worklist.table.setCurrentIndex(panel.worklist.model.index(1, 0))
    panel.worklist.copy_entry.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:2] == ["Day: 2026-11-24", "Time: 09:30"]
    assert "Patient: DOE, JANE" in lines


def test_return_in_a_field_asks_for_what_is_written(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    form = panel.worklist.form
    form.days.setCurrentIndex(form.days.findData(DayChoice.OTHER))
    form.other_days.setText("2026-11-24..2026-11-26")
    form.station.setText("CT01")
    form.modality.setCurrentText("CT")
    form.calling.setText("CT01")
    QTest.keyClicks(form.patient, "DOE*")
    QTest.keyClick(form.patient, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.worklist.outcome is not None)
    wanted = {START_DATE: "20261124-20261126", MODALITY: "CT", STATION: "CT01", "PatientName": "DOE*"}
    assert keys(panel) == wanted
    outcome = panel.worklist.outcome
    assert outcome is not None
    assert (outcome.order.model, outcome.order.calling_ae_title) == (QueryModel.WORKLIST, "CT01")


def test_days_that_are_none_are_not_asked_for(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    form = panel.worklist.form
    form.days.setCurrentIndex(form.days.findData(DayChoice.OTHER))
    QTest.keyClicks(form.other_days, "yesterday")
    assert not panel.worklist.ask.isEnabled()
    form.days.setCurrentIndex(form.days.findData(DayChoice.TODAY))
    assert panel.worklist.ask.isEnabled()


def test_an_empty_worklist_is_explained_and_the_way_out_is_asked(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    page = panel.worklist
    site.query_outcomes[RIS] = demo_worklist(())
    way = worklist_order(WorklistWish(days="20261125", station_ae_title="CT01"))
    site.relaxations = (Relaxation(f"without {MODALITY} (CT)", MODALITY, way),)
    tried = (RelaxedAnswer(f"without {MODALITY} (CT)", 1, False, ("MR",)),)
    site.explanation = Explanation(tried, demo_explanation().findings, (way,))
    asked(panel, qtbot)
    shown = [one.accessibleName() for one in page.findChildren(MessagePage) if one.isVisible()]
    assert shown == ["The worklist is empty RIS has no entry like this. Ask why changes one thing at a time."]
    page.why.trigger()
    qtbot.waitUntil(page.why_view.run_button.isVisible)
    assert site.calls["queries.explain"] == 0  # it is seen before it is asked
    page.why_view.run_button.click()
    qtbot.waitUntil(lambda: bool(page.why_view.cards))
    page.why_view.way_taken.emit(way)
    qtbot.waitUntil(lambda: keys(panel) == {START_DATE: "20261125", STATION: "CT01"})
    assert (page.form.station.text(), page.form.other_days.text()) == ("CT01", "2026-11-25")


def test_who_refuses_is_said_with_what_to_do(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    site.query_outcomes[RIS] = refused_worklist()
    asked(panel, qtbot)
    findings = panel.worklist.findings
    assert findings.isVisible()
    assert findings.heading() == "RIS did not answer with a worklist"
    assert len(findings.cards) == 1
    assert not panel.worklist.why.isEnabled()


def test_without_a_peer_it_says_how_there_is_one(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    panel.worklist.form.show_peers(())
    panel.worklist.show_nothing()
    shown = [one.accessibleName() for one in panel.worklist.findChildren(MessagePage) if one.isVisible()]
    assert shown == ["No peer to ask Enter one with its host and port in the Peers panel."]


@pytest.mark.parametrize(
    ("choice", "typed", "days"),
    [
        (DayChoice.ANY, "", ""),
        (DayChoice.TODAY, "", "20261124"),
        (DayChoice.TOMORROW, "", "20261125"),
        (DayChoice.WEEK, "", "20261124-20261130"),
        (DayChoice.OTHER, "2026-11-24..2026-11-26", "20261124-20261126"),
        (DayChoice.OTHER, "20261124-", "20261124-"),
        (DayChoice.OTHER, "24.11.2026 - 26.11.2026", "20261124-20261126"),
    ],
)
def test_days_as_dicom_has_them(choice: DayChoice, typed: str, days: str) -> None:
    assert dicom_days(choice, typed, TODAY) == days


@pytest.mark.parametrize("typed", ["", "yesterday", "2026-02-30", "2026-11-26..2026-11-24"])
def test_what_is_no_days_is_said(typed: str) -> None:
    assert days_problem(typed)


@pytest.mark.parametrize("days", ["20261124", "20261124-20261126", "20261124-", "-20261126"])
def test_days_are_typed_as_they_are_read(days: str) -> None:
    typed = typed_days(days)
    assert not days_problem(typed)
    assert dicom_days(DayChoice.OTHER, typed, TODAY) == days
