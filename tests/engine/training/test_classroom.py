"""A reset: the classroom is at its start, whatever was done in it; other profiles are never touched."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pacsdesk.contract.errors import JobCancelled, Refused
from pacsdesk.contract.events import EventsMissed
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.jobs import JobResult
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.types import JobId
from pacsdesk.engine.archive.clearing import Clearing
from pacsdesk.engine.archive.tables import InstanceRow, StudyRow
from pacsdesk.engine.runtime.jobs.work import JobOrder
from pacsdesk.engine.runtime.settings_file import write_first_settings
from pacsdesk.engine.training.classroom import Classroom, InventedSite
from pacsdesk.engine.training.invented import NUMBER_OF_INSTANCES, NUMBER_OF_STUDIES, InventedObject, invented_site
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TRAINER = Actor(ActorKind.PERSON, "ada", frozenset())


@dataclass
class Context:
    """A job's context that can be told to stop at a step."""

    job_id: JobId = JobId("job")
    actor: Actor = TRAINER
    stops_at: int = -1
    reports: int = 0

    def report(self, done: int, total: int, note: str = "") -> None:
        self.reports += 1
        if self.reports == self.stops_at:
            raise JobCancelled("The job was stopped.")


class OrderBook:
    """Keeps what is started, to be run by the test on its own thread."""

    def __init__(self) -> None:
        self.orders: list[JobOrder] = []

    def start(self, actor: Actor, order: JobOrder) -> JobId:
        self.orders.append(order)
        return JobId(str(len(self.orders)))

    def run(self, context: Context | None = None) -> JobResult:
        """Run what was started last."""
        return self.orders[-1].work(context or Context())


@dataclass(frozen=True)
class Room:
    """A classroom on an archive."""

    archive: OpenArchive
    classroom: Classroom
    orders: OrderBook

    def counts(self) -> tuple[int, int]:
        """Studies and instances in the index."""
        with self.archive.database.read() as connection:
            studies = connection.scalar(select(func.count()).select_from(StudyRow)) or 0
            instances = connection.scalar(select(func.count()).select_from(InstanceRow)) or 0
        return studies, instances


FEW = 10
START = (1, FEW)


def few_patients(now: datetime) -> Iterator[InventedObject]:
    """The first objects of the site: enough for everything but its size."""
    return islice(invented_site(now), FEW)


def classroom_of(
    archive: OpenArchive,
    orders: OrderBook,
    profile: Profile = Profile.CLASSROOM,
    site: InventedSite = few_patients,
) -> Classroom:
    clearing = Clearing(archive.database, archive.folder, archive.parts.moves)
    return Classroom(archive.folder, profile, archive.ingest, clearing, orders, archive.events, lambda: NOW, site)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with open_archive(tmp_path) as archive:
        archive.folder.mark_of(Profile.CLASSROOM).touch()
        orders = OrderBook()
        yield Room(archive, classroom_of(archive, orders), orders)


@pytest.mark.thorough
def test_the_whole_site_is_stored(room: Room) -> None:
    classroom_of(room.archive, room.orders, site=invented_site).start(TRAINER)
    room.orders.run()
    assert room.counts() == (NUMBER_OF_STUDIES, NUMBER_OF_INSTANCES)


def test_an_empty_classroom_is_filled_at_the_start(room: Room) -> None:
    assert room.classroom.fill_when_empty(TRAINER) is not None
    room.orders.run()
    assert room.counts() == START


def test_a_classroom_that_holds_something_is_left_alone_at_the_start(room: Room) -> None:
    room.archive.store(ct_bytes(), arrival())
    assert room.classroom.fill_when_empty(TRAINER) is None


def test_a_reset_forgets_what_came_and_brings_back_the_start(room: Room) -> None:
    room.classroom.start(TRAINER)
    room.orders.run()
    room.archive.store(ct_bytes(), arrival())
    room.classroom.start(TRAINER)
    room.orders.run()
    assert room.counts() == START
    assert len(room.archive.files(room.archive.folder.objects)) == FEW


def test_a_reset_is_told_to_whoever_shows_lists(room: Room) -> None:
    told: list[object] = []
    room.archive.events.subscribe(told.append)
    room.classroom.start(TRAINER)
    room.orders.run()
    assert EventsMissed(0) in told


def test_a_reset_that_was_stopped_can_be_run_again(room: Room) -> None:
    room.classroom.start(TRAINER)
    with pytest.raises(JobCancelled):
        room.orders.run(Context(stops_at=2))
    room.orders.run()
    assert room.counts() == START


def test_a_site_that_only_its_settings_call_a_classroom_is_not_filled(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        assert classroom_of(archive, OrderBook()).fill_when_empty(TRAINER) is None


@pytest.mark.parametrize(
    ("profile", "is_marked"), [(Profile.CLINIC, True), (Profile.BENCH, True), (Profile.CLASSROOM, False)]
)
def test_what_is_not_wholly_a_classroom_is_refused_and_keeps_everything(
    tmp_path: Path, profile: Profile, is_marked: bool
) -> None:
    with open_archive(tmp_path) as archive:
        archive.store(ct_bytes(), arrival())
        if is_marked:
            archive.folder.mark_of(Profile.CLASSROOM).touch()
        write_first_settings(archive.folder.settings, {"site.profile": profile})
        orders = OrderBook()
        classroom = classroom_of(archive, orders, profile)
        with pytest.raises(Refused):
            classroom.start(TRAINER)
        assert (classroom.fill_when_empty(TRAINER), orders.orders, Room(archive, classroom, orders).counts()) == (
            None,
            [],
            (1, 1),
        )
