"""What the second look makes of answers that say less than they seem to, and of a person who stops it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from pynetdicom import evt

from pacsdesk.contract.errors import InvalidInput, JobCancelled
from pacsdesk.contract.records.queries import QueryOrder
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle, JobId
from pacsdesk.engine.diagnosis.sends.second_look import SecondLook, StoredStudy
from pacsdesk.engine.network.scu.query_keys import Key
from pacsdesk.engine.network.scu.querying import Asked, Querier
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.runtime.jobs.work import JobOrder
from pacsdesk.engine.training.faults.manner import Manner
from tests.engine.diagnosis.sends.sending_site import of_study, sending_site
from tests.support.jobs import Context, JobsAtOnce
from tests.support.network import LOOPBACK

STORED = StoredStudy("2.25.5", "47*", "MUSTER^EVA", 2)
TARGET = Target("Archive", LOOPBACK, 104, AETitle("ARCHIVE"), AETitle("US"))
FOUND = {"StudyInstanceUID": "2.25.5", "PatientID": "47*", "NumberOfStudyRelatedInstances": "2"}


class Answering:
    """A querier with answers by the key that has a value."""

    def __init__(self, **answers: list[dict[str, str]] | None) -> None:
        self.answers = answers

    def find(self, target: Target, order: QueryOrder, keys: Sequence[Key], stop: Stop) -> Asked:
        rows = self.answers[next(key.name for key in keys if key.value)]
        if rows is None:
            raise InvalidInput("A key cannot be written in this character set.", "", "")
        return Asked([tuple(row.get(key.name, "") for key in keys) for row in rows], status=0)


def causes(**answers: list[dict[str, str]] | None) -> list[str] | None:
    found = SecondLook(cast(Querier, Answering(**answers))).look(TARGET, STORED, Stop())
    return None if found is None else [one.cause for one in found]


def test_a_padded_answer_is_the_same_study() -> None:
    padded = {name: f"{value}\0 " for name, value in FOUND.items()}
    assert causes(StudyInstanceUID=[padded]) == []


def test_the_study_is_looked_for_among_answers_that_have_others_too() -> None:
    other = FOUND | {"StudyInstanceUID": "2.25.4", "PatientID": "1"}
    assert causes(StudyInstanceUID=[other, FOUND]) == []


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({"StudyInstanceUID": [FOUND | {"StudyInstanceUID": "2.25.4"}]}, id="it matches no UIDs"),
        pytest.param({"StudyInstanceUID": None}, id="the UID cannot be asked"),
        pytest.param({"StudyInstanceUID": [], "PatientID": None}, id="the patient cannot be asked"),
    ],
)
def test_nothing_is_said_where_nothing_can_be_known(answers: dict[str, list[dict[str, str]] | None]) -> None:
    assert causes(**answers) is None


def test_a_patient_id_that_reads_as_a_wildcard_brings_no_others_into_it() -> None:
    found = causes(StudyInstanceUID=[], PatientID=[{"PatientID": "4711", "StudyInstanceUID": "2.25.6"}])
    assert found
    assert "does not show them" in found[0]


class StoppedOnce(JobsAtOnce):
    """A person stops the job as soon as something has happened."""

    def __init__(self, happened: Event) -> None:
        super().__init__()
        self.happened = happened

    def start(self, actor: Actor, order: JobOrder) -> JobId:
        self.results.append(order.work(Context(JobId("job1"), actor, self._stop)))
        return JobId("job1")

    def _stop(self, done: int) -> None:
        if self.happened.is_set():
            raise JobCancelled("Enough.")


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_look_that_is_stopped_leaves_what_was_sent(tmp_path: Path) -> None:
    is_asked, may_answer = Event(), Event()
    waited: list[bool] = []

    def on_find(event: evt.Event, peer: object) -> Iterator[tuple[int, None]]:
        is_asked.set()
        waited.append(may_answer.wait(30))
        yield 0x0000, None

    with sending_site(tmp_path) as sending:
        sending.fill(2, PatientID="4711")
        sending.sends = sending.make_sends(StoppedOnce(is_asked))
        with sending.facing(Manner(handlers={evt.EVT_C_FIND: on_find})) as port:
            outcome = sending.send(replace(of_study(port), looks_again=True))
            assert is_asked.is_set()
            assert not waited  # the stop was heard while the peer still thought
            may_answer.set()
    assert (outcome.sent, outcome.is_stopped, outcome.is_over, outcome.findings) == (2, False, True, ())
