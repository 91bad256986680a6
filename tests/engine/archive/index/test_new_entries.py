"""Instances that were committed as they came: nobody who looks at the index misses them, whatever happened between."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select

from pacsdesk.contract.errors import StorageFull
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.index import entries, new_entries
from pacsdesk.engine.archive.index.entries import IndexEntry
from pacsdesk.engine.archive.tables import InstanceRow, NewEntryRow, StudyRow
from pacsdesk.engine.runtime.database import Database
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    """An archive whose notices bring nothing in by themselves."""
    with open_archive(tmp_path / "site") as opened:
        yield opened


def rows_on_disk(database: Path) -> tuple[int, int]:
    """Instances in the tables and those that are not yet, as another program sees them."""
    with closing(sqlite3.connect(database)) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _TABLES]
    return counts[0], counts[1]


_TABLES = ("instances", "new_entries")


def instances(database: Database) -> list[str]:
    """UIDs in the index, as our own readers see it."""
    with database.read() as connection:
        return sorted(connection.scalars(select(InstanceRow.sop_instance_uid)))


def test_an_instance_is_one_row_until_somebody_looks(archive: OpenArchive) -> None:
    assert archive.store(ct_bytes("1.2.3.1"), arrival()).status is DimseStatus.SUCCESS
    assert rows_on_disk(archive.folder.database) == (0, 1)
    assert instances(archive.database) == ["1.2.3.1"]
    assert rows_on_disk(archive.folder.database) == (1, 0)


def test_many_are_brought_in_though_nobody_looks(archive: OpenArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_entries, "_MANY", 3)
    for number in range(8):
        archive.store(ct_bytes(f"1.2.3.{number}"), arrival())
    assert rows_on_disk(archive.folder.database) == (6, 2)


def test_a_snapshot_and_a_writer_see_them_too(archive: OpenArchive) -> None:
    archive.store(ct_bytes("1.2.3.1"), arrival())
    with archive.database.snapshot() as connection:
        assert connection.scalar(select(func.count()).select_from(InstanceRow)) == 1
    archive.store(ct_bytes("1.2.3.2"), arrival())
    with archive.database.write() as connection:
        assert connection.scalar(select(func.count()).select_from(InstanceRow)) == 2


def test_the_same_uid_again_meets_the_one_that_is_not_in_the_tables_yet(archive: OpenArchive) -> None:
    archive.store(ct_bytes("1.2.3.1"), arrival())
    assert not archive.store(ct_bytes("1.2.3.1"), arrival()).is_new
    other = archive.store(ct_bytes("1.2.3.1", PatientName="PHANTOM^BLUE"), arrival())
    assert other.status is DimseStatus.COERCION_OF_ELEMENTS
    assert instances(archive.database) == ["1.2.3.1"]


def test_a_transaction_that_is_rolled_back_leaves_them_for_the_next(archive: OpenArchive) -> None:
    archive.store(ct_bytes("1.2.3.1"), arrival())
    with pytest.raises(KeyError), archive.database.write():
        raise KeyError
    assert rows_on_disk(archive.folder.database) == (0, 1)
    assert instances(archive.database) == ["1.2.3.1"]


def test_reading_goes_on_without_them_when_nothing_can_be_written(
    archive: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.store(ct_bytes("1.2.3.1"), arrival())

    def no_room() -> None:
        raise StorageFull("No room.")

    with monkeypatch.context() as patch:
        patch.setattr(archive.database, "_make_room", no_room)
        assert instances(archive.database) == []
    assert instances(archive.database) == ["1.2.3.1"]


def test_an_end_of_the_archive_brings_them_in(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes("1.2.3.1"), arrival())
    assert rows_on_disk(archive.folder.database) == (1, 0)


def test_what_a_killed_engine_left_is_brought_in_by_the_next(archive: OpenArchive, tmp_path: Path) -> None:
    archive.store(ct_bytes("1.2.3.1"), arrival())
    with closing(sqlite3.connect(archive.folder.database)) as source:
        copy = tmp_path / "copy.db"
        with closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    database = Database(copy, lambda _reason: None)
    new_entries.NewEntries(database)
    assert instances(database) == ["1.2.3.1"]
    database.close()


def test_one_that_cannot_be_read_is_left_to_the_comparison(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site") as archive, archive.database.write() as connection:
        connection.execute(insert(NewEntryRow).values(entry=b"of another version"))
    with open_archive(tmp_path / "site") as archive:
        archive.store(ct_bytes("1.2.3.1"), arrival())
        assert instances(archive.database) == ["1.2.3.1"]
        assert rows_on_disk(archive.folder.database) == (1, 0)


def test_values_that_no_table_takes_cost_an_instance_its_keys_and_others_nothing(
    archive: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(connection: object, entries: list[IndexEntry]) -> None:
        kept.extend(entries)

    kept: list[IndexEntry] = []
    monkeypatch.setattr(archive.parts.commits._new_entries, "add", spoiled)
    for number in range(2):
        archive.store(ct_bytes(f"1.2.3.{number}"), arrival())
    monkeypatch.undo()
    bad = replace(kept[0], keys=replace(kept[0].keys, instance_number=1 << 70))
    with archive.database.append() as connection:
        archive.parts.commits._new_entries._adding.extend([bad, kept[1]])
        connection.exec_driver_sql("DELETE FROM new_entries")
    with archive.database.read() as connection:
        rows = connection.execute(
            select(InstanceRow.sop_instance_uid, InstanceRow.unreadable, StudyRow.number_of_instances)
            .join(StudyRow, StudyRow.row_id > 0)
            .order_by(InstanceRow.sop_instance_uid)
        ).all()
    assert [tuple(row) for row in rows] == [("1.2.3.0", "its values cannot be indexed", 2), ("1.2.3.1", "", 2)]


def test_one_that_cannot_be_indexed_at_all_stands_in_nobodys_way(
    archive: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_entries = entries.add_entries

    def unwilling(connection: Connection, entries: list[IndexEntry]) -> None:
        if any(entry.filing.sop_instance_uid == "1.2.3.1" for entry in entries):
            raise RuntimeError
        add_entries(connection, entries)

    monkeypatch.setattr(new_entries, "add_entries", unwilling)
    for number in range(3):
        archive.store(ct_bytes(f"1.2.3.{number}"), arrival())
    assert instances(archive.database) == ["1.2.3.0", "1.2.3.2"]
    assert rows_on_disk(archive.folder.database) == (2, 0)
    assert len(archive.files(archive.folder.objects)) == 3
