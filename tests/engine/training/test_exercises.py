"""Exercises on real sockets: started, entered, ended by a person, by time and with the engine; in a classroom only."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pacsdesk.contract.errors import NotFound, Refused
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.exercises import MOST_EXERCISES_AT_ONCE, Exercise
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.operations.kinds import mark
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.training.exercises import Exercises, OurPlace
from pacsdesk.engine.training.faults.catalog import FAULTS
from pacsdesk.engine.training.trusting import Trusted
from tests.engine.network.committing import wait_until
from tests.engine.network.listening import TESTER, ListeningSite, listening_site

NOW = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
NUMBERS = {fault.id: number for number, fault in enumerate(FAULTS, 1)}
CALLED, EXPIRED = NUMBERS["other-called-title"], NUMBERS["expired-certificate"]


class Room:
    """A site with its exercises."""

    def __init__(self, site: ListeningSite, root: Path) -> None:
        self.site = site
        self.folder = DataFolder(root)
        self.folder.make()
        self.folder.settings.write_text('[site]\nprofile = "classroom"\n', encoding="utf-8")
        self.trusted = root / "tls" / "trusted.pem"

    def exercises(self, profile: Profile = Profile.CLASSROOM, lifetime_s: float = 60.0) -> Exercises:
        ours = OurPlace(AETitle("PACSDESK"), "127.0.0.1", self.site.port)
        trusted = Trusted(lambda: self.trusted)
        return Exercises(self.folder, profile, self.site.peers, trusted, lambda: ours, lambda: NOW, lifetime_s)

    def entered(self) -> list[str]:
        return [peer.name for peer in self.site.peers.entries()]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A site that calls itself a classroom."""
    with listening_site(tmp_path / "listening") as site:
        yield Room(site, tmp_path / "classroom")


@pytest.fixture
def exercises(room: Room) -> Iterator[Exercises]:
    """Its exercises, all ended afterwards."""
    mark(room.folder, Profile.CLASSROOM)
    made = room.exercises()
    yield made
    made.close()


def is_there(exercise: Exercise) -> bool:
    try:
        with socket.create_connection((exercise.host, exercise.port or 0), timeout=5):
            return True
    except ConnectionRefusedError:
        return False


def test_one_is_started_entered_and_ended(room: Room, exercises: Exercises) -> None:
    started = exercises.start(TESTER, CALLED)
    assert (started.peer, room.entered(), is_there(started)) == (f"Exercise {CALLED}", [started.peer], True)
    assert exercises.start(TESTER, CALLED) == started
    assert exercises.list(TESTER)[CALLED - 1] == started
    ended = exercises.stop(TESTER, CALLED)
    assert (ended.is_running, room.entered(), is_there(started)) == (False, [], False)


def test_the_cause_is_told_only_when_asked_for(exercises: Exercises) -> None:
    fault = FAULTS[CALLED - 1]
    assert fault.what_is_wrong not in repr(exercises.list(TESTER)[CALLED - 1])
    solution = exercises.reveal(TESTER, CALLED)
    assert (solution.cause, solution.code) == (fault.what_is_wrong, "called-ae-unknown")


def test_the_certificate_of_one_is_trusted_while_it_runs(room: Room, exercises: Exercises) -> None:
    room.trusted.parent.mkdir(parents=True)
    room.trusted.write_text("# of this house\n")
    exercises.start(TESTER, EXPIRED)
    assert "BEGIN CERTIFICATE" in room.trusted.read_text()
    exercises.stop(TESTER, EXPIRED)
    assert room.trusted.read_text() == "# of this house\n"


def test_what_a_killed_engine_left_is_taken_out(room: Room, exercises: Exercises) -> None:
    exercises.start(TESTER, CALLED)
    exercises.start(TESTER, EXPIRED)
    room.exercises().sweep()
    assert (room.entered(), room.trusted.exists()) == ([], False)


def test_an_entry_that_somebody_removed_is_no_matter(room: Room, exercises: Exercises) -> None:
    started = exercises.start(TESTER, CALLED)
    room.site.peers.remove(TESTER, started.peer)
    assert not exercises.stop(TESTER, CALLED).is_running


def test_they_end_with_the_engine_and_none_starts_then(room: Room, exercises: Exercises) -> None:
    started = exercises.start(TESTER, CALLED)
    exercises.close()
    assert (room.entered(), is_there(started)) == ([], False)
    with pytest.raises(Refused):
        exercises.start(TESTER, CALLED)


@pytest.mark.thorough
def test_one_ends_by_itself(room: Room, exercises: Exercises) -> None:
    short = room.exercises(lifetime_s=0.3)
    started = short.start(TESTER, CALLED)
    wait_until(room.site, lambda: room.entered() == [])
    assert (short.list(TESTER)[CALLED - 1].is_running, is_there(started)) == (False, False)


def test_no_more_run_than_may(exercises: Exercises) -> None:
    refused = [number for number, fault in enumerate(FAULTS, 1) if fault.id.startswith("reject-")]
    for number in refused[:MOST_EXERCISES_AT_ONCE]:
        exercises.start(TESTER, number)
    with pytest.raises(Refused):
        exercises.start(TESTER, refused[MOST_EXERCISES_AT_ONCE])


@pytest.mark.parametrize("number", [0, -1, len(FAULTS) + 1])
def test_an_unknown_number_is_told(exercises: Exercises, number: int) -> None:
    for ask in (exercises.start, exercises.stop, exercises.reveal):
        with pytest.raises(NotFound):
            ask(TESTER, number)


@pytest.mark.parametrize("profile", [Profile.CLINIC, Profile.BENCH])
def test_any_other_site_refuses(room: Room, profile: Profile) -> None:
    others = room.exercises(profile)
    for ask in (others.start, others.stop, others.reveal):
        with pytest.raises(Refused):
            ask(TESTER, 1)
    with pytest.raises(Refused):
        others.list(TESTER)


def test_a_site_that_only_calls_itself_a_classroom_refuses(room: Room) -> None:
    with pytest.raises(Refused):
        room.exercises().start(TESTER, CALLED)
    assert room.entered() == []
