"""Bytes by range, downloads that go on where they were cut, uploads that are kept whole or not at all."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pacsdesk.contract.errors import (
    InternalError,
    InvalidInput,
    JobCancelled,
    NotFound,
    NotSignedIn,
    StorageFull,
    Unavailable,
)
from pacsdesk.link import bulk
from pacsdesk.link.client import Client
from pacsdesk.link.transport import Request, Transport
from tests.link.support import ANSWER_SECONDS, exchange, request_bytes
from tests.support.fake_door import TOKEN, FakeDoor, FakeObject

OBJECT = "instance/1.2.3"
CONTENT = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(256)) * 40  # 320 KiB, five chunks


@pytest.fixture
def stored(door: FakeDoor) -> FakeObject:
    """An object behind the door."""
    door.objects[OBJECT] = FakeObject(CONTENT)
    return door.objects[OBJECT]


def test_the_size_is_told(client: Client, stored: FakeObject) -> None:
    assert client.size_of(OBJECT) == len(CONTENT)


def test_an_object_arrives_whole(client: Client, stored: FakeObject) -> None:
    assert client.read_bytes(OBJECT) == CONTENT


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, len(CONTENT) + 10), length=st.none() | st.integers(0, len(CONTENT) + 10))
def test_a_part_is_what_a_slice_would_be(client: Client, stored: FakeObject, start: int, length: int | None) -> None:
    end = None if length is None else start + length
    assert client.read_bytes(OBJECT, start, length) == CONTENT[start:end]


def test_an_empty_object_is_empty(client: Client, door: FakeDoor) -> None:
    door.objects[OBJECT] = FakeObject(b"")
    assert (client.size_of(OBJECT), client.read_bytes(OBJECT), client.read_bytes(OBJECT, 0, 9)) == (0, b"", b"")


def test_a_part_before_the_start_is_refused(client: Client) -> None:
    with pytest.raises(InvalidInput):
        client.read_bytes(OBJECT, -1)


def test_an_object_is_let_go_after_reading(client: Client, stored: FakeObject) -> None:
    client.read_bytes(OBJECT, 5, 5)
    assert stored.closed.wait(ANSWER_SECONDS)


def test_an_object_is_let_go_when_its_reader_goes_away(client: Client, door: FakeDoor) -> None:
    door.objects[OBJECT] = FakeObject(bytes(64 << 20))
    with Transport(client.address, TOKEN, 5.0).open(Request("GET", f"/bytes/{OBJECT}")) as response:
        next(response.iter_raw())
    assert door.objects[OBJECT].closed.wait(ANSWER_SECONDS)


def test_who_is_not_signed_in_reads_nothing(client: Client, stored: FakeObject) -> None:
    client.token = ""
    with pytest.raises(NotSignedIn):
        client.read_bytes(OBJECT)


@pytest.mark.parametrize(
    "path", ["instance/9", "instance", "instance/../secret", "instance/..", "a/" + "x" * 300, "a/\0b"]
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    with pytest.raises(NotFound):
        client.read_bytes(path)


def test_a_failing_disk_is_an_error_and_not_a_short_object(client: Client, stored: FakeObject) -> None:
    stored.break_at = 0
    with pytest.raises(InternalError):
        client.read_bytes(OBJECT)


def test_a_disk_that_fails_half_way_is_never_taken_for_the_end(client: Client, stored: FakeObject) -> None:
    stored.break_at = 100_000
    with pytest.raises(Unavailable):
        client.read_bytes(OBJECT)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ((), 200),
        (("Range: bytes=0-9",), 206),
        (("Range: bytes=0-9", 'If-Range: "v1"'), 206),
        (("Range: bytes=0-9", 'If-Range: "v0"'), 200),
        (("Range: bytes=0-1,5-6",), 200),
        (("Range: bytes=9999999-",), 416),
        (("Range: bytes=x",), 416),
    ],
)
def test_ranges_are_answered_with_their_status(
    address: tuple[str, int], stored: FakeObject, headers: tuple[str, ...], status: int
) -> None:
    request = request_bytes("GET", f"/bytes/{OBJECT}", f"Authorization: Bearer {TOKEN}", *headers)
    assert exchange(address, request).status == status


def test_a_download_arrives_whole_with_its_progress(client: Client, stored: FakeObject, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    client.download(OBJECT, tmp_path / "x.dcm", lambda done, total: heard.append((done, total)))
    assert ((tmp_path / "x.dcm").read_bytes(), heard[-1]) == (CONTENT, (len(CONTENT), len(CONTENT)))


def test_a_download_that_is_cut_goes_on_where_it_broke(client: Client, stored: FakeObject, tmp_path: Path) -> None:
    stored.break_at = 150_000
    transport = Transport(client.address, TOKEN, 5.0)
    bulk.download(transport, OBJECT, tmp_path / "x.dcm", None, retry_waits_s=(0.0,))
    transport.close()
    assert ((tmp_path / "x.dcm").read_bytes() == CONTENT, stored.reads.count(0)) == (True, 1)


def test_a_download_of_what_changed_meanwhile_begins_anew(client: Client, stored: FakeObject, tmp_path: Path) -> None:
    stored.break_at = 150_000
    newer = CONTENT[::-1]

    def change(done: int, total: int) -> None:
        if done > 120_000:
            stored.content, stored.entity_tag = newer, "v2"

    transport = Transport(client.address, TOKEN, 5.0)
    bulk.download(transport, OBJECT, tmp_path / "x.dcm", change, retry_waits_s=(0.0, 0.0))
    transport.close()
    assert (tmp_path / "x.dcm").read_bytes() == newer


def test_a_download_that_was_stopped_leaves_nothing(client: Client, stored: FakeObject, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise JobCancelled("stopped")

    with pytest.raises(JobCancelled):
        client.download(OBJECT, tmp_path / "x.dcm", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_download_leaves_the_file_that_was_there(client: Client, tmp_path: Path) -> None:
    (tmp_path / "x.dcm").write_text("older")
    with pytest.raises(NotFound):
        client.download(OBJECT, tmp_path / "x.dcm")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("x.dcm", "older")]


def test_a_download_into_no_folder_names_it(client: Client, stored: FakeObject, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"nowhere.*cannot be written"):
        client.download(OBJECT, tmp_path / "nowhere" / "x.dcm")


def test_an_upload_arrives_whole_and_is_kept(client: Client, door: FakeDoor, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(CONTENT)
    client.upload("uploads/batch-1", "CT/ünï 1.dcm", tmp_path / "a")
    upload = door.uploads[0]
    assert (upload.path, upload.file_name, bytes(upload.content) == CONTENT, upload.committed.is_set()) == (
        "uploads/batch-1",
        "CT/ünï 1.dcm",
        True,
        True,
    )


def test_an_empty_file_can_be_uploaded(client: Client, door: FakeDoor, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    client.upload("uploads/b", "a", tmp_path / "a")
    assert (bytes(door.uploads[0].content), door.uploads[0].committed.is_set()) == (b"", True)


def test_a_name_that_is_no_text_is_made_one(client: Client, door: FakeDoor, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    client.upload("uploads/b", "bad\udcff", tmp_path / "a")
    assert door.uploads[0].file_name == "bad?"


def test_a_full_disk_ends_an_upload_with_its_own_error(client: Client, door: FakeDoor, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(20 << 20))
    door.upload_failure = StorageFull("There is no room.")
    with pytest.raises(StorageFull):
        client.upload("uploads/b", "a", tmp_path / "a")
    assert door.uploads[0].abandoned.wait(ANSWER_SECONDS)


def test_an_upload_that_was_stopped_is_abandoned(client: Client, door: FakeDoor, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(5 << 20))

    def stop(done: int, total: int) -> None:
        raise JobCancelled("stopped")

    with pytest.raises(JobCancelled):
        client.upload("uploads/b", "a", tmp_path / "a", stop)
    assert door.upload_opened.wait(ANSWER_SECONDS)
    assert door.uploads[0].abandoned.wait(ANSWER_SECONDS) and not door.uploads[0].committed.is_set()


def test_a_file_that_cannot_be_read_is_named(client: Client, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"missing.* cannot be read"):
        client.upload("uploads/b", "a", tmp_path / "missing")


@pytest.mark.parametrize(
    "path",
    [
        "uploads/..",
        "uploads/a/b/c",
        "uploads/A/b",
        "uploads/logs/..",
        "uploads/logs/.hidden",
        "uploads/.hidden",
        "uploads/",
    ],
)
def test_a_batch_that_cannot_be_one_is_not_found(client: Client, door: FakeDoor, tmp_path: Path, path: str) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(NotFound):
        client.upload(path, "a", tmp_path / "a")


@pytest.mark.parametrize("name", ["", "x" * 2000, "a\0b"])
def test_a_file_needs_a_name_that_can_be_shown(client: Client, tmp_path: Path, name: str) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(InvalidInput):
        client.upload("uploads/b", name, tmp_path / "a")
