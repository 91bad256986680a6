"""Uploads: what comes is kept under our names, counted and capped; what does not come whole is gone."""

from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from pacsdesk.contract.errors import NotFound, Refused, StorageFull, TooLarge
from pacsdesk.engine.archive.transfer.uploads import UploadBatches, UploadLimits, printable_name
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.paths import DataFolder
from tests.support.archive import RECEIVED_AT


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path)
    folder.make()
    return folder


def batches_of(folder: DataFolder, limits: UploadLimits | None = None, free_bytes: int = 1 << 40) -> UploadBatches:
    return UploadBatches(folder, lambda: RECEIVED_AT, limits or UploadLimits(), lambda path: free_bytes)


def upload(batches: UploadBatches, batch_id: str, name: str, content: bytes) -> None:
    writer = batches.writer(batch_id, name)
    writer.write(content)
    writer.commit()


def uploaded(batches: UploadBatches, batch_id: str) -> list[tuple[str, bytes]]:
    return [(file.name, file.path.read_bytes()) for file in batches.files(batch_id)]


def test_files_come_back_with_their_names(folder: DataFolder) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    upload(batches, batch_id, "a/b.dcm", b"one")
    upload(batches, batch_id, "a/b.dcm", b"two")
    assert uploaded(batches, batch_id) == [("a/b.dcm", b"one"), ("a/b.dcm", b"two")]


@pytest.mark.parametrize("name", ["../../evil", "/etc/passwd", "C:\\evil", "a\0b", "", "x" * 5000, "\ud800"])
def test_no_name_becomes_a_path(folder: DataFolder, name: str) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    upload(batches, batch_id, name, b"one")
    names = sorted(path.name for path in (folder.uploads / batch_id).iterdir())
    assert (names, [path.name for path in folder.uploads.iterdir()]) == (["1.upload", "names.jsonl"], [batch_id])


def test_an_abandoned_file_is_gone(folder: DataFolder) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    writer = batches.writer(batch_id, "a")
    writer.write(b"half")
    writer.abandon()
    assert (uploaded(batches, batch_id), list((folder.uploads / batch_id).iterdir())) == ([], [])


def test_a_file_over_the_limit_is_too_large(folder: DataFolder) -> None:
    batches = batches_of(folder, UploadLimits(max_file_bytes=10))
    writer = batches.writer(batches.open("test"), "a")
    writer.write(b"x" * 10)
    with pytest.raises(TooLarge):
        writer.write(b"x")
    writer.abandon()


def test_a_file_whose_name_cannot_be_noted_is_not_kept(folder: DataFolder) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    (folder.uploads / batch_id / "names.jsonl").symlink_to("/dev/full")
    with pytest.raises(StorageFull):
        upload(batches, batch_id, "a", b"one")
    assert list((folder.uploads / batch_id).glob("*.upload")) == []


def test_half_a_name_on_a_full_disk_spoils_no_other(folder: DataFolder) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    upload(batches, batch_id, "a", b"one")
    with (folder.uploads / batch_id / "names.jsonl").open("a") as names:
        names.write('\n[2, "b')
    upload(batches, batch_id, "c", b"three")
    assert uploaded(batches, batch_id) == [("a", b"one"), ("c", b"three")]


def test_the_reserve_of_the_disk_is_not_touched(folder: DataFolder) -> None:
    batches = batches_of(folder, UploadLimits(reserve_bytes=1000), free_bytes=1001)
    writer = batches.writer(batches.open("test"), "a")
    with pytest.raises(StorageFull):
        writer.write(b"xx")
    writer.abandon()


def test_more_files_than_allowed_are_refused(folder: DataFolder) -> None:
    batches = batches_of(folder, UploadLimits(max_files=1))
    batch_id = batches.open("test")
    upload(batches, batch_id, "a", b"one")
    with pytest.raises(TooLarge):
        batches.writer(batch_id, "b")


def test_a_sealed_batch_takes_no_more_files(folder: DataFolder) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    batches.seal(batch_id)
    with pytest.raises(Refused):
        batches.writer(batch_id, "a")


def test_a_file_that_ends_after_the_seal_is_refused(folder: DataFolder) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    writer = batches.writer(batch_id, "a")
    batches.seal(batch_id)
    with pytest.raises(Refused):
        writer.commit()
    assert uploaded(batches, batch_id) == []


def test_a_batch_is_sealed_once(folder: DataFolder) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    batches.seal(batch_id)
    with pytest.raises(Refused):
        batches.seal(batch_id)


@pytest.mark.parametrize("batch_id", ["", "..", "../objects", "0" * 32])
def test_an_unknown_batch_is_not_found(folder: DataFolder, batch_id: str) -> None:
    with pytest.raises(NotFound):
        batches_of(folder).writer(batch_id, "a")


def test_a_start_removes_what_an_earlier_run_left(folder: DataFolder) -> None:
    batches = batches_of(folder)
    upload(batches, batches.open("test"), "a", b"one")
    batches_of(folder).recover()
    assert list(folder.uploads.iterdir()) == []


def left(folder: DataFolder, number: int) -> bool:
    """Whether so many batches are left, as soon as they are."""
    for _ in range(500):
        if len(list(folder.uploads.iterdir())) == number:
            return True
        Event().wait(0.01)
    return False


def test_a_batch_for_which_nothing_comes_is_removed_while_the_engine_runs(folder: DataFolder) -> None:
    batches = UploadBatches(folder, clock.now, UploadLimits(idle=timedelta(milliseconds=20)))
    forgotten = batches.open("test")
    upload(batches, forgotten, "a", b"one")
    assert left(folder, 0)
    with pytest.raises(NotFound):
        batches.seal(forgotten)
    batches.open("a later one")
    assert left(folder, 0)


def test_a_batch_to_which_a_large_file_still_comes_is_kept(folder: DataFolder) -> None:
    now = [RECEIVED_AT]
    batches = UploadBatches(folder, lambda: now[0], UploadLimits(idle=timedelta(milliseconds=40)))
    forgotten, kept = batches.open("test"), batches.open("test")
    writer = batches.writer(kept, "a")
    now[0] += timedelta(seconds=1)
    writer.write(b"one")
    assert left(folder, 1)
    writer.commit()
    assert uploaded(batches, kept) == [("a", b"one")]
    with pytest.raises(NotFound):
        batches.seal(forgotten)


def test_a_batch_whose_import_has_begun_is_kept(folder: DataFolder) -> None:
    now = [RECEIVED_AT]
    batches = UploadBatches(folder, lambda: now[0], UploadLimits(idle=timedelta(milliseconds=40)))
    forgotten, begun = batches.open("test"), batches.open("test")
    upload(batches, begun, "a", b"one")
    batches.seal(begun)
    now[0] += timedelta(seconds=1)
    assert left(folder, 1)
    assert uploaded(batches, begun) == [("a", b"one")]
    with pytest.raises(NotFound):
        batches.seal(forgotten)


def test_a_batch_that_is_dropped_is_gone_and_dropping_it_again_is_no_matter(folder: DataFolder) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    upload(batches, batch_id, "a", b"one")
    for _ in range(2):
        batches.drop(batch_id)
    assert list(folder.uploads.iterdir()) == []


def test_what_is_being_imported_cannot_be_dropped(folder: DataFolder) -> None:
    batches = batches_of(folder)
    batch_id = batches.open("test")
    upload(batches, batch_id, "a", b"one")
    batches.seal(batch_id)
    with pytest.raises(Refused):
        batches.drop(batch_id)
    assert uploaded(batches, batch_id) == [("a", b"one")]


def test_a_long_name_keeps_its_end() -> None:
    assert printable_name("x" * 2000 + "/IM0001").endswith("/IM0001")
