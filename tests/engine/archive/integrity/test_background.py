"""The comparison in the background: what it finds is taken in, marked or told, at its pace, over restarts."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import select

from pacsdesk.engine.archive.dataset.part10 import DATASET_OFFSET
from pacsdesk.engine.archive.files.moves import FileMove
from pacsdesk.engine.archive.index.counters import remove_instance, wrong_counters
from pacsdesk.engine.archive.index.marks import FileMark
from pacsdesk.engine.archive.integrity.background import BackgroundCheck, Pace
from pacsdesk.engine.archive.storing.recovery import Recovery
from pacsdesk.engine.archive.tables import InstanceRow, StudyRow
from tests.support.archive import RECEIVED_AT, OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

UIDS = [f"1.2.3.{number}" for number in range(4)]
AT_ONCE = Pace(lambda: 10_000, lambda: timedelta(days=7))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    """Four instances, in a folder that takes no more files since the restart."""
    with open_archive(tmp_path / "site") as before:
        for uid in UIDS:
            before.store(ct_bytes(uid), arrival())
    with open_archive(tmp_path / "site") as opened:
        yield opened


def background(archive: OpenArchive, pace: Pace = AT_ONCE) -> BackgroundCheck:
    parts = archive.parts
    recovery = Recovery(archive.database, archive.folder, parts.moves, archive.ingest, parts.quarantine)
    return BackgroundCheck(archive.database, archive.folder, recovery, pace, lambda: RECEIVED_AT)


def compared(archive: OpenArchive) -> BackgroundCheck:
    """After one comparison."""
    checking = background(archive)
    checking.compare()
    return checking


def file_of(archive: OpenArchive, uid: str) -> Path:
    with archive.database.read() as connection:
        name = connection.scalar(select(InstanceRow.object_name).where(InstanceRow.sop_instance_uid == uid))
    return archive.folder.objects / str(name)


def marks(archive: OpenArchive) -> dict[str, str]:
    """What instances are marked with, by their UIDs; all counts are right meanwhile."""
    with archive.database.read() as connection:
        rows = connection.execute(select(InstanceRow.sop_instance_uid, InstanceRow.unreadable)).all()
        assert wrong_counters(connection, 9) == []
        marked = {uid: mark for uid, mark in rows if mark}
        assert connection.execute(select(StudyRow.number_of_unreadable)).scalar_one() == len(marked)
    return marked


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[DATASET_OFFSET + 8] ^= 1
    path.write_bytes(content)


def forget(archive: OpenArchive, uid: str) -> Path:
    """Take a row away, its file stays."""
    path = file_of(archive, uid)
    with archive.database.write() as connection:
        remove_instance(connection, uid)
    return path


def test_an_archive_in_order_is_told_to_be_so_with_the_time(archive: OpenArchive) -> None:
    standing = compared(archive).standing()
    assert (standing.ended_at, standing.number_of_findings, standing.is_under_way) == (RECEIVED_AT, 0, False)
    assert marks(archive) == {}


def test_missing_and_damaged_files_are_marked_and_reported_and_their_rows_stay(archive: OpenArchive) -> None:
    file_of(archive, UIDS[0]).unlink()
    flip_a_bit(file_of(archive, UIDS[1]))

    report = compared(archive).last_report()

    assert report is not None
    assert (len(report.missing_files), len(report.changed_files)) == (1, 1)
    assert marks(archive) == {UIDS[0]: FileMark.MISSING, UIDS[1]: FileMark.DAMAGED}


def test_a_file_that_is_whole_again_loses_its_mark(archive: OpenArchive) -> None:
    path = file_of(archive, UIDS[0])
    flip_a_bit(path)
    compared(archive)
    flip_a_bit(path)
    compared(archive)
    assert marks(archive) == {}


def test_another_reason_why_an_object_is_unreadable_is_kept(archive: OpenArchive) -> None:
    archive.store(ct_bytes("1.2.3.9")[:-3], arrival())
    before = marks(archive)
    file_of(archive, "1.2.3.9").unlink()
    compared(archive)
    assert (list(before), marks(archive)) == (["1.2.3.9"], before)


def test_a_whole_file_without_a_row_is_indexed(archive: OpenArchive) -> None:
    stray = forget(archive, UIDS[2])
    report = compared(archive).last_report()
    assert report is not None
    assert (report.taken_in, report.is_clean) == ((f"objects/{stray.parent.name}/{stray.name}",), True)
    assert (file_of(archive, UIDS[2]).is_file(), stray.exists()) == (True, False)


def test_a_file_that_is_none_of_ours_is_reported_and_left_alone(archive: OpenArchive) -> None:
    stranger = file_of(archive, UIDS[0]).with_name("stranger.dcm")
    stranger.write_bytes(b"?")
    report = compared(archive).last_report()
    assert report is not None
    assert (report.stray_files, stranger.read_bytes()) == ((f"objects/{stranger.parent.name}/stranger.dcm",), b"?")


def test_a_file_that_leaves_is_neither_taken_in_nor_reported(archive: OpenArchive) -> None:
    leaving = forget(archive, UIDS[2])
    with archive.database.write() as connection:
        archive.parts.moves.record(connection, [FileMove(leaving, archive.folder.trash / "t" / leaving.name)])
    report = compared(archive).last_report()
    assert report is not None
    assert (report.taken_in, report.is_clean, leaving.exists()) == ((), True, True)


def test_a_folder_that_takes_files_is_left_to_the_next_start(archive: OpenArchive) -> None:
    archive.store(ct_bytes("1.2.3.9"), arrival())
    stray = forget(archive, "1.2.3.9")
    report = compared(archive).last_report()
    assert report is not None
    assert (report.taken_in, report.stray_files, stray.exists()) == ((), (), True)


def test_what_was_compared_before_a_restart_is_not_read_again(archive: OpenArchive) -> None:
    archive.store(ct_bytes("1.2.3.9"), arrival())  # in a second folder
    flip_a_bit(file_of(archive, UIDS[0]))
    ending = background(archive, Pace(_rates(4), AT_ONCE.every))
    with pytest.raises(_PowerCutError):
        ending.compare()

    resumed = background(archive)
    standing = resumed.standing()
    resumed.compare()
    report = resumed.last_report()

    assert (standing.is_under_way, standing.instances_checked, standing.ended_at) == (True, 4, None)
    assert report is not None
    assert (report.instances_checked, len(report.changed_files)) == (5, 1)


class _PowerCutError(Exception):
    """The engine ends."""


def _rates(answers: int) -> Callable[[], int]:
    """A rate that is asked so often, then the engine ends."""
    left = iter(range(answers))

    def rate() -> int:
        if next(left, None) is None:
            raise _PowerCutError
        return 10_000

    return rate


def test_a_state_that_cannot_be_read_begins_anew(archive: OpenArchive) -> None:
    compared(archive)
    archive.folder.comparison.write_text('{"ended_at": 7')
    checking = background(archive)
    assert checking.standing().ended_at is None
    checking.compare()
    assert checking.standing().ended_at == RECEIVED_AT


def test_a_comparison_that_stands_still_ends_at_once_when_asked(archive: OpenArchive) -> None:
    asked = Event()

    def rate() -> int:
        if asked.is_set():
            return 0
        asked.set()
        return 1

    checking = background(archive, Pace(rate, AT_ONCE.every))
    checking.begin()
    assert asked.wait(10)
    assert checking.close(10)
    assert checking.standing().ended_at is None
