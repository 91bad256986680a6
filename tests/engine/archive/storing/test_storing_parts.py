"""The smaller parts of storing: gathered notices, recorded renames, derived UIDs, room."""

from pathlib import Path
from threading import Event

import pytest

from pacsdesk.contract.errors import StorageFull
from pacsdesk.contract.events import ConflictFound, StudiesChanged
from pacsdesk.contract.records.engine import RoomState
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.archive.dataset.filing import IdentityMismatch, IdentityUnclear, file_object
from pacsdesk.engine.archive.dataset.keys import IndexKeys
from pacsdesk.engine.archive.files.moves import FileMove, pending_moves
from pacsdesk.engine.archive.files.room import Room, RoomReserve
from pacsdesk.engine.archive.storing.notices import MAX_NAMED, StudyNotices
from pacsdesk.engine.runtime.events import EventBus
from tests.support.archive import arrival, open_archive
from tests.support.datasets import CT_IMAGE, ct_bytes

KEYS = IndexKeys(sop_class_uid=CT_IMAGE, sop_instance_uid="1.2.3")


def test_changes_of_one_study_are_told_once() -> None:
    bus, told = EventBus(), Event()
    heard: list[object] = []
    bus.subscribe(heard.append)
    bus.subscribe(lambda _event: told.set())
    notices = StudyNotices(bus, gathered_for=0.05)
    for _ in range(50):
        notices.add(StudyInstanceUID("1.2"))
    told.wait(5)
    notices.close()
    assert heard == [StudiesChanged((StudyInstanceUID("1.2"),))]


def test_no_event_names_more_than_a_thousand_studies() -> None:
    bus = EventBus()
    heard: list[object] = []
    bus.subscribe(heard.append)
    notices = StudyNotices(bus, gathered_for=60)
    for number in range(2500):
        notices.add(StudyInstanceUID(f"1.{number}"))
    notices.close()
    sizes = [len(event.study_instance_uids) for event in heard if isinstance(event, StudiesChanged)]
    assert (sum(sizes), max(sizes) <= MAX_NAMED) == (2500, True)


def test_a_conflict_is_told(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        heard: list[object] = []
        archive.events.subscribe(heard.append)
        archive.store(ct_bytes(), arrival())
        archive.store(ct_bytes(PatientID="X"), arrival())
    assert [type(event) for event in heard].count(ConflictFound) == 1


def test_a_recorded_rename_is_carried_out(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        source, target = archive.folder.staging / "a", archive.folder.trash / "new" / "a"
        source.write_bytes(b"x")
        with archive.database.write() as connection:
            archive.parts.moves.record(connection, [FileMove(source, target)])
        archive.parts.moves.carry_out()
        assert target.read_bytes() == b"x"


def test_a_rename_that_was_carried_out_before_a_crash_is_done(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        source, target = archive.folder.staging / "a", archive.folder.trash / "a"
        target.write_bytes(b"x")
        with archive.database.write() as connection:
            archive.parts.moves.record(connection, [FileMove(source, target)])
        archive.parts.moves.carry_out()
        with archive.database.read() as connection:
            assert pending_moves(connection, archive.folder).sources == frozenset()


def test_a_rename_of_a_rolled_back_transaction_never_happens(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        source = archive.folder.staging / "a"
        source.write_bytes(b"x")
        with pytest.raises(KeyError), archive.database.write() as connection:
            archive.parts.moves.record(connection, [FileMove(source, archive.folder.trash / "a")])
            raise KeyError
        archive.parts.moves.carry_out()
        assert source.exists()


def test_derived_uids_are_the_same_each_time() -> None:
    assert file_object(KEYS, arrival()) == file_object(KEYS, arrival())


def test_objects_of_a_study_with_an_unusable_uid_stay_together() -> None:
    one = IndexKeys(CT_IMAGE, "1.2.3", "not-a-uid", "1.2.4")
    two = IndexKeys(CT_IMAGE, "1.2.5", "not-a-uid", "1.2.4")
    assert file_object(one, arrival()).study_instance_uid == file_object(two, arrival()).study_instance_uid


@pytest.mark.parametrize("uid", ["", "../../etc/passwd", "1..2", "1" * 65, "1.2.3\0.4", "１.２"])
def test_an_unusable_instance_uid_is_no_identity(uid: str) -> None:
    with pytest.raises(IdentityUnclear):
        file_object(IndexKeys(CT_IMAGE, uid), arrival())


def test_another_instance_than_announced_is_a_mismatch() -> None:
    with pytest.raises(IdentityMismatch):
        file_object(KEYS, arrival("1.2.4"))


@pytest.mark.parametrize(("free", "is_refused"), [(3 << 30, False), (1 << 30, True), (0, True)])
def test_the_larger_reserve_counts(tmp_path: Path, free: int, is_refused: bool) -> None:
    room = Room(tmp_path, RoomReserve(1 << 30, 0.02), lambda _path: (100 << 30, 0, free))
    if not is_refused:
        room.check()
        return
    with pytest.raises(StorageFull):
        room.check()


@pytest.mark.parametrize(
    ("free", "spoken_for", "state"),
    [
        (11 << 30, 0, RoomState.ENOUGH),
        (10 << 30, 1, RoomState.LOW),
        (2 << 30, 0, RoomState.LOW),
        (2 << 30, 1, RoomState.FULL),
    ],
)
def test_room_is_low_before_it_is_full_and_given_up_ballast_does_not_count(
    tmp_path: Path, free: int, spoken_for: int, state: RoomState
) -> None:
    room = Room(tmp_path, RoomReserve(1 << 30, 0.02), lambda _path: (100 << 30, 0, free), lambda: spoken_for)
    assert room.state() is state
