"""A classroom: an exercise is started, tested without knowing its cause, its cause read, and it is gone afterwards."""

from collections.abc import Iterator

import pytest

from pacsdesk.engine.training.faults.catalog import FAULTS
from tests.support.engine import EngineProcess, make_local_site, running_engine

pytestmark = pytest.mark.e2e

NUMBERS = {fault.id: number for number, fault in enumerate(FAULTS, 1)}


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineProcess]:
    """A classroom."""
    with running_engine(make_local_site(tmp_path_factory.mktemp("classroom"), "classroom")) as engine:
        yield engine


@pytest.mark.parametrize("fault_id", ["refused", "other-called-title", "expired-certificate", "find-0124"])
def test_the_finding_about_an_exercise_is_its_cause(classroom: EngineProcess, fault_id: str) -> None:
    # given an exercise that runs
    number = str(NUMBERS[fault_id])
    peer = classroom.cli("faults", "start", number)["peer"]
    # when I test its peer
    outcome = classroom.site.run("echo", peer).document
    # then the first finding is what the exercise is about
    solution = classroom.cli("faults", "reveal", number)
    assert outcome["findings"][0]["code"] == solution["code"]
    # and when I end it, then it is no peer any more
    classroom.cli("faults", "stop", number)
    assert peer not in [one["name"] for one in classroom.cli("peers", "list")]


def test_a_clinic_refuses(engine: EngineProcess) -> None:
    said = engine.site.run("faults", "start", "1")
    assert said.exit_code == 1
    assert "There are exercises in a classroom only." in said.complaint
