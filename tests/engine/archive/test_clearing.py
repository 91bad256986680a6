"""Clearing: everything is forgotten at one commit, and what a crash left of it is settled at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from pacsdesk.engine.archive.clearing import Clearing
from pacsdesk.engine.archive.tables import FileMoveRow, StudyRow, StudyWordRow
from pacsdesk.engine.runtime.database import Base
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

KEPT_TABLES = {"object_folders", "file_moves"}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path) as opened:
        yield opened


def clearing_of(archive: OpenArchive) -> Clearing:
    return Clearing(archive.database, archive.folder, archive.parts.moves)


def left_files(archive: OpenArchive) -> list[str]:
    folder = archive.folder
    return [
        name
        for place in (folder.objects, folder.conflicts, folder.trash, folder.quarantine, folder.discarded)
        for name in archive.files(place)
    ]


def store_with_conflict(archive: OpenArchive) -> None:
    archive.store(ct_bytes(PatientID="1"), arrival())
    archive.store(ct_bytes(PatientID="2"), arrival())


def test_nothing_is_left_in_any_table_or_folder(archive: OpenArchive) -> None:
    store_with_conflict(archive)
    archive.store(b"no dataset at all", arrival())
    clearing_of(archive).forget_everything()
    tables = [table for table in Base.metadata.sorted_tables if table.name not in KEPT_TABLES]
    with archive.database.read() as connection:
        rows = {table.name: connection.scalar(select(func.count()).select_from(table)) for table in tables}
    assert (set(rows.values()), left_files(archive)) == ({0}, [])


def test_the_archive_goes_on_taking_objects(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    clearing_of(archive).forget_everything()
    outcome = archive.store(ct_bytes(), arrival())
    assert (outcome.status, outcome.is_new, len(archive.files(archive.folder.objects))) == (0, True, 1)


def test_an_archive_is_empty_before_and_after(archive: OpenArchive) -> None:
    clearing = clearing_of(archive)
    seen = [clearing.is_empty()]
    archive.store(ct_bytes(), arrival())
    seen.append(clearing.is_empty())
    clearing.forget_everything()
    assert [*seen, clearing.is_empty()] == [True, False, True]


def test_a_rename_that_was_written_down_before_does_not_bring_a_file_back(archive: OpenArchive) -> None:
    waiting = archive.folder.staging / "waiting.dcm"
    waiting.write_bytes(b"x")
    with archive.database.write() as connection:
        move = {"source": "staging/waiting.dcm", "target": "trash/t1/waiting.dcm"}
        connection.execute(insert(FileMoveRow).values(move))
    clearing_of(archive).forget_everything()
    assert (left_files(archive), waiting.exists()) == ([], False)


class Died(Exception):
    """Stands for the end of the process."""


class DyingMoves:
    """Writes renames down; the process ends before the ones of the clearing are carried out."""

    def __init__(self, archive: OpenArchive) -> None:
        self._moves = archive.parts.moves
        self.record = archive.parts.moves.record
        self._calls = 0

    def carry_out(self) -> None:
        self._calls += 1
        if self._calls > 1:
            raise Died
        self._moves.carry_out()


def test_a_crash_after_the_commit_is_settled_at_the_next_start(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        store_with_conflict(archive)
        dying = DyingMoves(archive)
        with pytest.raises(Died):
            Clearing(archive.database, archive.folder, dying).forget_everything()  # type: ignore[arg-type]  # a fake
    with open_archive(tmp_path) as again:
        clearing_of(again).sweep()
        assert (clearing_of(again).is_empty(), left_files(again)) == (True, [])


def test_a_clearing_that_fails_changes_nothing(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())

    class Failing(DyingMoves):
        def carry_out(self) -> None:
            self._moves.carry_out()

    failing = Failing(archive)
    failing.record = _fail  # type: ignore[assignment]  # the disk is full in the middle of it
    with pytest.raises(Died):
        Clearing(archive.database, archive.folder, failing).forget_everything()  # type: ignore[arg-type]  # a fake
    with archive.database.read() as connection:
        words = connection.scalar(select(func.count()).select_from(StudyWordRow)) or 0
        studies = connection.scalar(select(func.count()).select_from(StudyRow))
    assert (studies, words > 0, len(left_files(archive))) == (1, True, 1)


def _fail(*_: object) -> None:
    raise Died
