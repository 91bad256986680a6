"""Storage commitment asked by hand: the study found by words, the report waited for, each image with its reason."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.events import CommitmentReported
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.workflow.panel import COMMITMENT, WorkflowPanel
from tests.desktop.panels.workflow.conftest import Open
from tests.support.demo_workflow import RIS, demo_commit, waiting_commit
from tests.support.fake_services import FakeSite

STUDY = StudyInstanceUID("1.2.826.0.1.3680043.8.498.4711.1")


def handed_over(panel: WorkflowPanel) -> None:
    panel.show_destination(Destination("workflow", STUDY))
    assert panel.pages.number == COMMITMENT


def column(panel: WorkflowPanel, number: int) -> list[str]:
    model = panel.commitment.outcomes.lines
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_a_study_is_found_by_words_and_asked_for(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    page, wanted = panel.commitment, site.studies[1]
    panel.pages.choose(COMMITMENT)
    assert not page.ask.isEnabled()
    QTest.keyClicks(page.study.line, wanted.patient_id)
    qtbot.waitUntil(page.study.found.isVisible)
    page.study.found.setCurrentRow(0)
    page.ask.trigger()
    qtbot.waitUntil(lambda: bool(site.commits))
    assert site.commits[0].order.study_instance_uid == page.study.uid == wanted.study_instance_uid


def test_what_is_not_safe_stands_first_with_its_reason(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    handed_over(panel)
    panel.commitment.ask.trigger()
    qtbot.waitUntil(lambda: bool(column(panel, 0)))
    assert column(panel, 0) == ["Not safe", "Not named", "Safe"]
    assert column(panel, 2)[0] == "it has no such object: it never arrived, or was deleted (0112)"
    assert panel.commitment.findings.heading() == "RIS keeps 1 of 3 images"
    panel.commitment.copy.trigger()
    assert "Not safe\t1.2.826.0.1.3680043.8.498.4711.1.1\tit has no such object" in QGuiApplication.clipboard().text()


def test_a_report_is_waited_for_and_taken_when_it_comes(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    page = panel.commitment
    site.commit_outcomes[RIS] = waiting_commit()
    handed_over(panel)
    page.ask.trigger()
    qtbot.waitUntil(lambda: bool(page.outcomes.model.records))
    assert page.findings.heading() == "Waiting for the report of RIS"
    assert (page.ask.isEnabled(), page.stop.isEnabled()) == (False, True)
    for job_id in site.commits_by_job:
        site.commits_by_job[job_id] = demo_commit()
    page.follow()
    qtbot.waitUntil(lambda: len(column(panel, 0)) == 3)
    assert (page.ask.isEnabled(), page.stop.isEnabled()) == (True, False)


def test_waiting_is_stopped_as_the_job_that_it_is(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    site.commit_outcomes[RIS] = waiting_commit()
    handed_over(panel)
    panel.commitment.ask.trigger()
    qtbot.waitUntil(panel.commitment.stop.isEnabled)
    panel.commitment.stop.trigger()
    qtbot.waitUntil(lambda: site.calls["jobs.cancel"] == 1)


def test_a_late_report_shows_by_itself(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    page = panel.commitment
    silent = replace(waiting_commit(), is_over=True)
    site.commit_outcomes[RIS] = silent
    handed_over(panel)
    page.ask.trigger()
    qtbot.waitUntil(lambda: page.findings.heading() == "RIS did not report")
    site.commits[0] = demo_commit(silent.order)
    site.publish(CommitmentReported(silent.transaction_uid))
    qtbot.waitUntil(lambda: page.findings.heading() == "RIS keeps 1 of 3 images")
    assert column(panel, 0) == ["Not safe", "Not named", "Safe"]


def test_words_of_no_study_say_so(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    study = panel.commitment.study
    panel.pages.choose(COMMITMENT)
    QTest.keyClicks(study.line, "nobody-of-this-name")
    qtbot.waitUntil(lambda: site.calls["studies.search"] > 0 and study.said() != "")
    assert study.said() == "No study has these words."
    assert not panel.commitment.ask.isEnabled()
