"""Success is answered only for what survives: the order of flushes, kills at every step, a disk that fills or fails."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event, select

from pacsdesk.contract.errors import StorageBroken
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.files.folders import open_folders
from pacsdesk.engine.archive.files.provenance import is_whole, read_provenance
from pacsdesk.engine.archive.integrity.check import compare_index_with_files
from pacsdesk.engine.archive.storing.commits import Milestone
from pacsdesk.engine.archive.storing.seconds import uid_beside_first
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

# stores as three receivers do, journals each answer outside of the archive, ends at a milestone like a pulled plug
SENDERS = """
import os, sys, threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tests.support.archive import arrival, open_archive
from tests.support.datasets import ct_bytes

root, journal, milestone, passes = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
lock, left = threading.Lock(), passes

def reached(now):
    global left
    if now == milestone:
        with lock:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), 9)

with open_archive(root, reached=reached) as archive, open(journal, "ab", buffering=0) as answers:
    def send(number):
        uid = f"1.2.3.1.{number}"
        if archive.store(ct_bytes(uid), arrival(uid)).status == 0:
            answers.write(f"{uid}\\n".encode())
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(send, range(40)))
"""


@pytest.mark.thorough
@pytest.mark.parametrize("milestone", list(Milestone))
@pytest.mark.parametrize("passes", [5])
def test_what_was_answered_with_success_is_whole_after_a_kill(
    tmp_path: Path, milestone: Milestone, passes: int
) -> None:
    site, journal = tmp_path / "site", tmp_path / "answers"
    journal.touch()
    command = [sys.executable, "-c", SENDERS, str(site), str(journal), milestone, str(passes)]
    ended = subprocess.run(command, cwd=Path(__file__).parents[3], timeout=60, check=False)
    assert ended.returncode == -9, "the milestone was not reached"
    answered = set(journal.read_text().split())
    with open_archive(site) as archive:
        with archive.database.read() as connection:
            found = set(connection.scalars(select(InstanceRow.sop_instance_uid)))
        report = compare_index_with_files(archive.database, archive.folder)
        assert (answered - found, report.is_clean, archive.files(archive.folder.staging)) == (set(), True, [])


def test_a_start_after_a_kill_takes_in_what_was_whole(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes(), arrival())
        (stored,) = archive.folder.objects.rglob("*.dcm")
        whole = stored.read_bytes()
    staging = tmp_path / "site" / "staging"
    other = whole.replace(b"1.2.3.1.1\0", b"1.2.3.1.2\0")
    (staging / f"{'a' * 32}.dcm").write_bytes(whole)
    (staging / f"{'b' * 32}.dcm").write_bytes(other)  # its digest no longer fits
    (staging / f"{'c' * 32}.dcm").write_bytes(whole[:-1])
    with open_archive(tmp_path / "site") as archive:
        assert (archive.recovered.taken_in, archive.recovered.set_aside, archive.files(staging)) == (1, 2, [])


def test_a_file_without_a_row_in_an_open_folder_is_taken_in(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes(), arrival())
        with archive.database.write() as connection:
            connection.exec_driver_sql("DELETE FROM studies")
    with open_archive(tmp_path / "site") as archive:
        with archive.database.read() as connection:
            uids = connection.scalars(select(InstanceRow.sop_instance_uid)).all()
        assert (archive.recovered.taken_in, uids) == (1, ["1.2.3.1.1"])


def test_a_file_that_is_not_whole_in_an_open_folder_goes_into_quarantine(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes(), arrival())
        (stored,) = archive.folder.objects.rglob("*.dcm")
    stored.with_name(f"{'d' * 32}.dcm").write_bytes(b"half")
    with open_archive(tmp_path / "site") as archive:
        assert archive.files(archive.folder.quarantine) == [f"{'d' * 32}.dcm", f"{'d' * 32}.json"]


@pytest.mark.parametrize("place", ["staging", "objects/00000000"])
def test_a_copy_for_an_open_conflict_that_was_not_decided_is_not_taken_in(tmp_path: Path, place: str) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes(), arrival())
        archive.store(ct_bytes(PatientID="X"), arrival())
        with archive.database.read() as connection:
            uid = uid_beside_first(connection.execute(select(ConflictRow.conflict_id)).scalar_one())
        archive.store(ct_bytes(uid), arrival())
        made = archive.folder.objects / held_name(archive, uid)
        with archive.database.write() as connection:
            connection.exec_driver_sql("DELETE FROM instances WHERE sop_instance_uid = ?", (uid,))
        made.rename(archive.folder.root / place / made.name)
    with open_archive(tmp_path / "site") as archive, archive.database.read() as connection:
        assert connection.scalars(select(InstanceRow.sop_instance_uid)).all() == ["1.2.3.1.1"]


def held_name(archive: OpenArchive, uid: str) -> str:
    """Where the index says that an instance is."""
    with archive.database.read() as connection:
        return connection.execute(select(InstanceRow.object_name).filter_by(sop_instance_uid=uid)).scalar_one()


def test_nobody_else_writes_before_the_files_of_a_failed_round_are_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a rebuild could index a file that goes away a moment later."""
    seen: list[list[str]] = []
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes("1.2.3.1.9"), arrival())  # its folder is made before
        before = archive.files(archive.folder.objects)

        def look() -> None:
            with archive.database.write():
                seen.append(archive.files(archive.folder.objects))

        other = Thread(target=look)
        take_back = archive.parts.store.take_back

        def taken_back_while_another_writes(object_name: str, staged: Path) -> None:
            other.start()
            other.join(timeout=0.2)  # it ends in this time only when it is let in
            take_back(object_name, staged)

        monkeypatch.setattr(archive.parts.store, "take_back", taken_back_while_another_writes)
        staged = archive.ingest.stage()
        staged.write(ct_bytes())
        _fail_once(monkeypatch, "fsync", errno.ENOSPC)
        archive.ingest.store(arrival(), staged)
        other.join()
    assert seen == [before]


def test_a_start_looks_into_no_folder_that_was_closed(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes(), arrival())
    with open_archive(tmp_path / "site") as archive:
        assert open_folders(archive.database) == []


def test_files_are_spread_over_folders_of_a_thousand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pacsdesk.engine.archive.files.folders.MAX_FILES", 3)
    with open_archive(tmp_path / "site") as archive:
        for number in range(7):
            archive.store(ct_bytes(f"1.2.3.{number}"), arrival())
        counts = [len(list(folder.iterdir())) for folder in sorted(archive.folder.objects.iterdir())]
    assert counts == [3, 3, 1]


def test_everything_is_flushed_in_order_before_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes("1.2.3.1.9"), arrival())  # its folder is made before the watch begins
        steps: list[str] = []
        _record(monkeypatch, "fdatasync", steps)
        _record(monkeypatch, "fsync", steps)
        _record(monkeypatch, "replace", steps)
        event.listen(archive.database.engine, "commit", lambda _connection: steps.append("commit"))
        archive.store(ct_bytes(), arrival())
        steps.append("answer")
    assert steps[: steps.index("answer")] == ["fdatasync", "replace", "fsync", "commit"]


def _record(monkeypatch: pytest.MonkeyPatch, name: str, steps: list[str]) -> None:
    call: Callable[..., object] = getattr(os, name)

    def recorded(*arguments: object, **options: object) -> object:
        steps.append(name)
        return call(*arguments, **options)

    monkeypatch.setattr(os, name, recorded)


def _fail_once(monkeypatch: pytest.MonkeyPatch, name: str, code: int) -> None:
    """Let the next call of an os function fail; the ones after it work."""
    call: Callable[..., object] = getattr(os, name)
    failed: list[bool] = []

    def failing(*arguments: object, **options: object) -> object:
        if not failed:
            failed.append(True)
            raise OSError(code, os.strerror(code))
        return call(*arguments, **options)

    monkeypatch.setattr(os, name, failing)


def _state(archive: OpenArchive) -> tuple[list[str], list[str], int]:
    with archive.database.read() as connection:
        rows = len(connection.scalars(select(InstanceRow.row_id)).all())
    return archive.files(archive.folder.staging), archive.files(archive.folder.objects), rows


@pytest.mark.parametrize("name", ["write", "fdatasync", "replace", "fsync"])
def test_a_full_disk_refuses_one_object_leaves_nothing_and_takes_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes("1.2.3.1.9"), arrival())
        before = _state(archive)
        staged = archive.ingest.stage()
        staged.write(ct_bytes())
        _fail_once(monkeypatch, name, errno.ENOSPC)
        outcome = archive.ingest.store(arrival(), staged)
        after = _state(archive)
        again = archive.store(ct_bytes(), arrival())
    assert (outcome.status, after, again.status) == (DimseStatus.OUT_OF_RESOURCES, before, DimseStatus.SUCCESS)


@pytest.mark.parametrize("pixels", [10, 1 << 20])
def test_a_disk_that_cannot_be_written_refuses_and_is_not_asked_to_remove_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pixels: int
) -> None:
    def refuse(*_arguments: object, **_options: object) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with open_archive(tmp_path / "site") as archive:
        staged = archive.ingest.stage()
        for name in ("open", "unlink"):
            monkeypatch.setattr(os, name, refuse)
        try:
            staged.write(ct_bytes(PixelData=bytes(pixels)))
            status = archive.ingest.store(arrival(), staged).status
        except StorageBroken:
            status = DimseStatus.OUT_OF_RESOURCES
            staged.discard()
        finally:
            monkeypatch.undo()
        assert (status, archive.database.is_broken) == (DimseStatus.OUT_OF_RESOURCES, True)


def test_a_disk_that_takes_little_at_a_time_gets_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    with open_archive(tmp_path / "site") as archive:
        monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:100]))
        archive.store(ct_bytes(), arrival())
        (stored,) = archive.folder.objects.rglob("*.dcm")
        assert is_whole(stored, read_provenance(stored))


@pytest.mark.parametrize("pixels", [10, 32 << 20])
def test_nobody_waits_for_the_flush_of_somebody_elses_object(tmp_path: Path, pixels: int) -> None:
    waited: list[bool] = []

    def reached(milestone: Milestone) -> None:
        if milestone is Milestone.SEALED and not waited:
            waited.append(True)
            small = ct_bytes("1.2.3.1.9")
            with ThreadPoolExecutor(1) as other:
                other.submit(archive.store, small, arrival()).result(timeout=10)

    with open_archive(tmp_path / "site", reached=reached) as archive:
        slow = ct_bytes(PixelData=bytes(pixels))
        assert (archive.store(slow, arrival()).status, waited) == (DimseStatus.SUCCESS, [True])


@pytest.mark.parametrize("name", ["fdatasync", "fsync"])
def test_a_failed_flush_turns_the_archive_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes("1.2.3.1.9"), arrival())
        _fail_once(monkeypatch, name, errno.EIO)
        outcome = archive.store(ct_bytes(), arrival())
        again = archive.store(ct_bytes("1.2.3.1.3"), arrival())
        assert (outcome.status, again.status, archive.database.is_broken) == (
            DimseStatus.OUT_OF_RESOURCES,
            DimseStatus.OUT_OF_RESOURCES,
            True,
        )


def test_what_a_failed_flush_left_is_settled_by_the_next_start(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch, open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes("1.2.3.1.9"), arrival())
        _fail_once(patch, "fsync", errno.EIO)
        archive.store(ct_bytes(), arrival())
    with open_archive(tmp_path / "site") as archive:
        assert compare_index_with_files(archive.database, archive.folder).is_clean


def test_one_object_that_the_index_cannot_take_does_not_fail_its_round(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        lone_surrogate = arrival(calling_ae_title="CT\ud800")
        with pytest.raises(UnicodeEncodeError):
            archive.store(ct_bytes(), lone_surrogate)
        assert archive.store(ct_bytes("1.2.3.1.2"), arrival()).status is DimseStatus.SUCCESS


def test_a_second_object_is_listed_after_a_kill_between_row_and_rename(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes(), arrival())
        archive.store(ct_bytes(PatientID="X"), arrival())
        (second,) = archive.folder.conflicts.glob("*.dcm")
        # as a kill leaves it: the row and the rename are written down, the file is still in staging
        aside = archive.folder.staging / f"{'e' * 32}.dcm"
        second.rename(aside)
        with archive.database.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO file_moves (source, target) VALUES (?, ?)",
                (f"staging/{aside.name}", f"conflicts/{second.name}"),
            )
    with open_archive(tmp_path / "site") as archive:
        with archive.database.read() as connection:
            ids = connection.scalars(select(ConflictRow.conflict_id)).all()
        assert [path.stem for path in archive.folder.conflicts.glob("*.dcm")] == ids


def test_a_stored_file_says_how_it_came(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        came = arrival("1.2.3.1.1", "1.2.840.10008.5.1.4.1.1.2")
        archive.store(ct_bytes(), came)
        (stored,) = archive.folder.objects.rglob("*.dcm")
        assert read_provenance(stored).arrival == came
