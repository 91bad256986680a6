"""Jobs and imports as a person reads them: what came of one, what stays of one that was stopped, how to go on."""

from dataclasses import replace
from pathlib import Path

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.errors import Refused
from pacsdesk.contract.records.jobs import JobProblem, JobResult, JobState
from tests.cli.asking import Ask
from tests.support.fake_services import FakeSite
from tests.support.fake_state import make_job


@pytest.fixture
def site() -> FakeSite:
    return FakeSite()


def test_a_job_that_is_unknown_is_answered_with_where_they_are_listed(ask: Ask) -> None:
    for verb in ("wait", "cancel", "retry"):
        said = ask("jobs", verb, "1")
        assert (said.exit_code, "`pacsdesk jobs list " in said.complaint) == (Exit.FAILED, True), said


def test_a_job_that_failed_is_run_again(ask: Ask, site: FakeSite) -> None:
    site.put_job(make_job("1", "Import d", JobState.FAILED))
    assert (ask("jobs", "retry", "1").output, len(site.jobs)) == ("Done.\n", 2)


def test_a_job_that_cannot_be_run_again_is_a_failure(ask: Ask, site: FakeSite) -> None:
    site.put_job(make_job("1", "Import d", JobState.DONE))
    assert ask("jobs", "retry", "1").exit_code == Exit.FAILED


def test_a_job_lists_its_problems_and_then_what_it_passed_over(ask: Ask, site: FakeSite) -> None:
    result = JobResult(
        "1 instance stored, 2 refused, 3 files passed over",
        (JobProblem("d/a", "It is empty."),),
        2,
        passed_over=(JobProblem("d/README", "It is no DICOM file."),),
        number_passed_over=3,
    )
    site.put_job(replace(make_job("1", "Import d", JobState.DONE), result=result))
    said = ask("jobs", "wait", "1")
    assert (said.exit_code, said.output.splitlines()) == (
        Exit.FAILED,
        [
            "1 instance stored, 2 refused, 3 files passed over",
            "  d/a: It is empty.",
            "  and 1 more",
            "Passed over:",
            "  d/README: It is no DICOM file.",
            "  and 2 more",
        ],
    )


def test_an_import_that_was_stopped_says_what_stays_and_how_to_go_on(ask: Ask, site: FakeSite) -> None:
    result = JobResult("101 instances stored, 1,019 left out")
    site.put_job(replace(make_job("1", "Import gen", JobState.CANCELLED, kind="import"), result=result))
    said = ask("jobs", "wait", "1")
    assert (said.exit_code, said.output.splitlines()) == (
        Exit.FAILED,
        [
            "Import gen: cancelled. 101 instances stored, 1,019 left out.",
            "What was stored stays. To go on, import the same files again: those that are stored already are "
            "recognised.",
        ],
    )


def test_an_upload_that_is_stopped_says_that_nothing_was_imported(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pacsdesk.cli.imports.send_files", stopped)
    said = ask("import", str(tmp_path))
    assert (said.exit_code, said.output) == (
        Exit.INTERRUPTED,
        "Stopped while the files were uploaded. Nothing was imported.\n",
    )


def test_an_import_is_not_run_again_but_made_again(ask: Ask, site: FakeSite) -> None:
    site.put_job(make_job("1", "Import gen", JobState.CANCELLED, kind="import"))
    site.fail["jobs.retry"] = Refused("“Import gen” cannot be run again.", "", "Start it anew.")
    said = ask("jobs", "retry", "1")
    assert (said.exit_code, "import the same files again" in said.complaint) == (Exit.FAILED, True)


def test_a_job_that_is_over_cannot_be_stopped(ask: Ask, site: FakeSite) -> None:
    site.put_job(make_job("1", "Import d", JobState.DONE))
    assert ask("jobs", "cancel", "1").output == "“Import d” was over already: done.\n"


def test_an_import_in_which_everything_was_refused_is_listed_as_such(ask: Ask, site: FakeSite) -> None:
    result = JobResult("0 instances stored, 5 refused", number_of_problems=5)
    site.put_job(replace(make_job("1", "Import d", JobState.DONE), result=result))
    line = ask("jobs", "list").output.splitlines()[1]
    assert ("done, 5 problems" in line, "0 instances stored, 5 refused" in line) == (True, True)


def test_what_was_passed_over_is_no_failure(ask: Ask, site: FakeSite) -> None:
    result = JobResult("1 instance stored", passed_over=(JobProblem("d/README", "It is no DICOM file."),))
    site.put_job(replace(make_job("1", "Import d", JobState.DONE), result=result))
    assert ask("jobs", "wait", "1").exit_code == Exit.DONE
