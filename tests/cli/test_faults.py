"""`pacsdesk faults`: exercises are listed without their cause, started, ended, and told what is wrong."""

from pacsdesk.cli.command import Exit
from tests.cli.asking import Ask
from tests.support.fake_exercises import SOLUTIONS
from tests.support.fake_services import FakeSite


def test_exercises_are_listed_and_their_causes_are_not(ask: Ask) -> None:
    said = ask("faults", "list")
    assert all(one.title in said.output for one in SOLUTIONS)
    assert not any(one.cause in said.output for one in SOLUTIONS)


def test_one_is_started_and_told_how_to_test_it(ask: Ask) -> None:
    told = " ".join(ask("faults", "start", "2").output.split())
    assert "`pacsdesk echo 'Exercise 2' --engine" in told


def test_all_that_run_are_ended(ask: Ask, site: FakeSite) -> None:
    for number in ("1", "3"):
        ask("faults", "start", number)
    ask("faults", "stop")
    assert (site.calls["exercises.stop"], [one.is_running for one in site.services.exercises.list()]) == (
        2,
        [False] * 3,
    )


def test_the_cause_is_told_when_asked_for(ask: Ask) -> None:
    said = ask("faults", "reveal", "2")
    assert ("it was registered as ARCHIVE." in said.output, "called-ae-unknown" in said.output) == (True, True)


def test_an_unknown_number_fails(ask: Ask) -> None:
    assert ask("faults", "reveal", "99").exit_code == Exit.FAILED
