"""The byte route's readers: the stored bytes at any place, under names that no caller can bend."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select

from pacsdesk.contract.errors import NotFound
from pacsdesk.engine.archive.files.readers import ArchiveReaders, FileReader
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

UID = "1.2.3.1.1"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path / "site") as opened:
        opened.store(ct_bytes(), arrival())
        yield opened


@pytest.fixture
def readers(archive: OpenArchive) -> ArchiveReaders:
    return ArchiveReaders(archive.database, archive.folder)


def stored_file(archive: OpenArchive) -> Path:
    with archive.database.read() as connection:
        return archive.folder.objects / connection.execute(select(InstanceRow.object_name)).scalar_one()


def whole(reader: FileReader) -> bytes:
    try:
        return reader.read(0, reader.size)
    finally:
        reader.close()


def test_an_instance_is_read_as_it_is_stored(archive: OpenArchive, readers: ArchiveReaders) -> None:
    assert whole(readers.open_instance(UID)) == stored_file(archive).read_bytes()


def test_parts_are_read_at_any_place(archive: OpenArchive, readers: ArchiveReaders) -> None:
    content = stored_file(archive).read_bytes()
    reader = readers.open_instance(UID)
    parts = [reader.read(start, 7) for start in (1000, 0, len(content) - 3, len(content) + 5)]
    reader.close()
    assert parts == [content[1000:1007], content[:7], content[-3:], b""]


def test_many_threads_read_one_reader(archive: OpenArchive, readers: ArchiveReaders) -> None:
    content = stored_file(archive).read_bytes()
    reader = readers.open_instance(UID)
    with ThreadPoolExecutor(8) as pool:
        parts = list(pool.map(lambda start: reader.read(start, 1), range(len(content))))
    reader.close()
    assert b"".join(parts) == content


def test_the_tag_changes_with_the_bytes(archive: OpenArchive, readers: ArchiveReaders) -> None:
    archive.store(ct_bytes("1.2.3.1.2"), arrival())
    tags = set()
    for uid in (UID, UID, "1.2.3.1.2"):
        reader = readers.open_instance(uid)
        tags.add(reader.entity_tag)
        reader.close()
    assert len(tags) == 2


def test_a_reader_outlives_the_move_of_its_file(archive: OpenArchive, readers: ArchiveReaders) -> None:
    path = stored_file(archive)
    content = path.read_bytes()
    reader = readers.open_instance(UID)
    path.rename(archive.folder.trash / path.name)
    assert reader.read(0, reader.size) == content
    reader.close()


def test_the_second_of_a_conflict_is_read(archive: OpenArchive, readers: ArchiveReaders) -> None:
    second = ct_bytes(PatientName="Other")
    archive.store(second, arrival())
    with archive.database.read() as connection:
        conflict_id = connection.execute(select(ConflictRow.conflict_id)).scalar_one()
    assert whole(readers.open_conflict(conflict_id)).endswith(second)


def test_an_export_is_read(archive: OpenArchive, readers: ArchiveReaders) -> None:
    (archive.folder.exports / "job1.zip").write_bytes(b"PK")
    assert whole(readers.open_export("job1")) == b"PK"


@pytest.mark.parametrize(
    "name", ["", "9.9", "none", "../index.db", "..%2f..", "a/b", "1.2.3.1.1/", "\0", "\ud800", "x" * 5000]
)
def test_what_is_not_there_is_not_found(readers: ArchiveReaders, name: str) -> None:
    for opened in (readers.open_instance, readers.open_conflict, readers.open_export):
        with pytest.raises(NotFound):
            opened(name)


def test_a_missing_file_is_not_found_and_says_what_to_do(archive: OpenArchive, readers: ArchiveReaders) -> None:
    stored_file(archive).unlink()
    with pytest.raises(NotFound, match="compare index and files"):
        readers.open_instance(UID)
