"""What runs is seen, stopped and tried again; what the desktop does itself shows beside the engine's jobs."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import JobCancelled
from pacsdesk.contract.records.jobs import Job, JobProblem, JobResult, JobState
from pacsdesk.desktop.shell.job_line import JobLine
from pacsdesk.desktop.shell.main_window import MainWindow
from pacsdesk.desktop.shell.workspace import Workspace
from tests.desktop.shell.pages import press, sign_in
from tests.support.fake_services import FakeSite
from tests.support.fake_state import make_job

RUNNING = make_job("1", "Import 412 files", JobState.RUNNING, done=100, total=412)


def words_of(line: JobLine) -> str:
    return " ".join(label.text() for label in line.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def workspace(window: MainWindow, site: FakeSite, qtbot: QtBot) -> Workspace:
    """Signed in and listening."""
    workspace = sign_in(window, qtbot)
    qtbot.waitUntil(lambda: site.listen_tries == 1 and site.calls["jobs.list"] == 1)
    qtbot.waitUntil(lambda: workspace.header.engine_mark.word() == "Engine running")
    return workspace


def the_line(workspace: Workspace, qtbot: QtBot) -> JobLine:
    qtbot.waitUntil(lambda: len(workspace.tray.lines()) == 1)
    return workspace.tray.lines()[0]


def test_a_running_job_shows_without_scrolling(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.put_job(RUNNING)
    the_line(workspace, qtbot)
    (area,) = workspace.tray.findChildren(QScrollArea)
    qtbot.waitUntil(area.isVisible)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0


def test_nothing_running_takes_no_room(workspace: Workspace) -> None:
    assert not workspace.tray.isVisible()


def test_a_running_job_shows_how_far_it_is(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.put_job(RUNNING)
    assert "100 of 412" in words_of(the_line(workspace, qtbot))


def test_a_job_that_ran_before_the_window_came_shows(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.jobs = [RUNNING]
    assert "Import 412 files" in words_of(the_line(sign_in(window, qtbot), qtbot))


def test_what_failed_long_ago_is_no_news(window: MainWindow, site: FakeSite, qtbot: QtBot) -> None:
    site.jobs = [make_job("1", "Export", JobState.FAILED)]
    workspace = sign_in(window, qtbot)
    qtbot.waitUntil(lambda: site.calls["jobs.list"] == 1)
    assert workspace.tray.lines() == ()


def test_stop_asks_the_engine_to_stop(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.put_job(RUNNING)
    press(the_line(workspace, qtbot), "Stop")
    qtbot.waitUntil(lambda: site.jobs[0].state is JobState.CANCELLED)


def test_a_failed_job_says_why(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.put_job(RUNNING)
    line = the_line(workspace, qtbot)
    site.put_job(replace(RUNNING, state=JobState.FAILED, error="The disk is full.", can_retry=True))
    qtbot.waitUntil(lambda: "Failed" in words_of(line) and "The disk is full." in words_of(line))


def test_a_failed_job_can_be_tried_again(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.put_job(replace(RUNNING, state=JobState.FAILED, error="The disk is full.", can_retry=True))
    press(the_line(workspace, qtbot), "Retry")
    qtbot.waitUntil(lambda: site.calls["jobs.retry"] == 1)


def test_what_a_job_passed_over_is_listed_too(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    passed_over = (JobProblem("scan/LICENSE.TXT", "It is plainly no DICOM."),)
    result = JobResult("411 instances stored.", passed_over=passed_over, number_passed_over=1)
    workspace.guidance.show_job(replace(RUNNING, state=JobState.DONE, result=result))
    words = [label.text() for label in workspace.sheet.findChildren(QLabel)]
    assert words[-3:] == ["1 file passed over:", "scan/LICENSE.TXT", "It is plainly no DICOM."]


def test_problems_of_a_job_are_listed_with_their_reasons(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    problems = (JobProblem("scan/IM0001", "It ends within element (7FE0,0010)."),)
    result = JobResult("411 instances stored, 1 refused.", problems, 1)
    site.put_job(replace(RUNNING, state=JobState.DONE, result=result))
    press(the_line(workspace, qtbot), "Details")
    words = {label.text() for label in workspace.sheet.findChildren(QLabel)}
    assert {"scan/IM0001", "It ends within element (7FE0,0010)."} <= words


def test_failed_jobs_of_the_week_are_shown_on_demand(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.jobs = [make_job("1", "Export", JobState.FAILED), make_job("2", "Import", JobState.DONE)]
    workspace.tray.show_failed()
    assert "Export" in words_of(the_line(workspace, qtbot))


def test_a_job_that_failed_is_not_counted_as_running(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.jobs = [make_job("1", "Export", JobState.FAILED)]
    counts: list[tuple[int, int]] = []
    workspace.tray.counts_changed.connect(lambda running, failed: counts.append((running, failed)))
    workspace.tray.show_failed()
    the_line(workspace, qtbot)
    assert counts[-1] == (0, 1)


def test_ended_jobs_are_cleared_together(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.put_job(replace(RUNNING, state=JobState.FAILED))
    the_line(workspace, qtbot)
    workspace.tray.clear_ended()
    assert workspace.tray.lines() == ()


def test_own_work_reports_from_any_thread(workspace: Workspace, qtbot: QtBot) -> None:
    work = workspace.tray.begin("Send 3 files")
    thread = threading.Thread(target=work.report, args=(1, 3, "IM0001"))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "1 of 3" in words_of(workspace.tray.lines()[0]))


def test_own_work_hears_that_it_was_stopped(workspace: Workspace, qtbot: QtBot) -> None:
    work = workspace.tray.begin("Send 3 files")
    press(workspace.tray.lines()[0], "Stop")
    with pytest.raises(JobCancelled):
        work.report(2, 3)


def test_own_work_that_ended_says_how(workspace: Workspace, qtbot: QtBot) -> None:
    work = workspace.tray.begin("Send 3 files")
    line = workspace.tray.lines()[0]
    work.finish("3 files sent.")
    qtbot.waitUntil(lambda: "3 files sent." in words_of(line) and line.is_over)


def test_many_jobs_leave_room_for_the_work(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    jobs: list[Job] = [make_job(str(number), f"Job {number}", JobState.RUNNING) for number in range(30)]
    for job in jobs:
        site.put_job(job)
    qtbot.waitUntil(lambda: len(workspace.tray.lines()) == 30)
    assert workspace.tray.height() < 200


def test_a_job_that_could_not_do_all_is_not_called_done(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.put_job(RUNNING)
    line = the_line(workspace, qtbot)
    result = JobResult("0 instances stored, 4 refused", number_of_problems=4)
    site.put_job(replace(RUNNING, state=JobState.DONE, result=result))
    qtbot.waitUntil(lambda: "0 instances stored" in words_of(line))
    assert ("Incomplete" in words_of(line), "Done" in words_of(line)) == (True, False)


def test_the_engines_job_takes_over_from_the_sending(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    work = workspace.tray.begin("Import 412 files")
    site.put_job(RUNNING)
    work.give_over()
    qtbot.waitUntil(lambda: [line.is_over for line in workspace.tray.lines()] == [False])


@pytest.mark.parametrize("is_told_first", [True, False])
def test_the_fetching_takes_over_from_an_export_that_ended_well(
    workspace: Workspace, site: FakeSite, qtbot: QtBot, is_told_first: bool
) -> None:
    done = replace(RUNNING, state=JobState.DONE, result=JobResult("Exported"))
    site.put_job(RUNNING)
    line = the_line(workspace, qtbot)
    if is_told_first:
        site.put_job(done)
        qtbot.waitUntil(lambda: line.is_over)
    workspace.tray.begin("Write study.zip", instead_of=RUNNING.job_id)
    if not is_told_first:
        site.put_job(done)
    qtbot.waitUntil(lambda: "Write study.zip" in words_of(the_line(workspace, qtbot)))


def test_an_export_that_left_something_out_keeps_its_line(workspace: Workspace, site: FakeSite, qtbot: QtBot) -> None:
    site.put_job(RUNNING)
    line = the_line(workspace, qtbot)
    site.put_job(replace(RUNNING, state=JobState.DONE, result=JobResult("Exported", number_of_problems=1)))
    qtbot.waitUntil(lambda: line.is_over)
    workspace.tray.begin("Write study.zip", instead_of=RUNNING.job_id)
    assert len(workspace.tray.lines()) == 2
