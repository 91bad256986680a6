"""Second objects: one entry for each content, however it comes, and never an entry whose file was thrown away."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

from sqlalchemy import select

from pacsdesk.contract.errors import StorageBroken
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.files.moves import FileMoves
from pacsdesk.engine.archive.index.entries import IndexEntry
from pacsdesk.engine.archive.storing.ingest import Ingest
from pacsdesk.engine.archive.storing.intake import CompleteObject
from pacsdesk.engine.archive.storing.seconds import SecondObjects, new_conflict_id
from pacsdesk.engine.archive.tables import ConflictRow
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

FIRST, SECOND = ct_bytes(), ct_bytes(PatientID="X")


class FailingMoves(FileMoves):
    """Renames that are written down when the disk fails."""

    def carry_out(self) -> None:
        raise StorageBroken("A file could not be moved.")


def with_seconds(
    archive: OpenArchive, moves: FileMoves | None = None, new_id: Callable[[], str] = new_conflict_id
) -> OpenArchive:
    """The archive with one part of its handling of second objects replaced."""
    seconds = SecondObjects(archive.database, archive.folder, moves or archive.parts.moves, archive.events, new_id)
    return replace(archive, ingest=Ingest(replace(archive.parts, seconds=seconds)))


def listed(archive: OpenArchive) -> list[str]:
    with archive.database.read() as connection:
        return list(connection.scalars(select(ConflictRow.conflict_id)))


def test_the_same_second_object_on_two_associations_at_once_is_one_conflict(tmp_path: Path) -> None:
    both_have_looked = Barrier(2, timeout=10)

    def new_id() -> str:
        both_have_looked.wait()
        return new_conflict_id()

    with open_archive(tmp_path) as archive, ThreadPoolExecutor(2) as senders:
        archive.store(FIRST, arrival())
        meeting = with_seconds(archive, new_id=new_id)
        outcomes = list(senders.map(lambda _: meeting.store(SECOND, arrival()), range(2)))
        (conflict_id,) = listed(archive)
        files = archive.files(archive.folder.conflicts)
    assert [one.status for one in outcomes] == [DimseStatus.COERCION_OF_ELEMENTS] * 2
    assert files == [f"{conflict_id}.dcm", f"{conflict_id}.json"]


def test_a_disk_that_fails_after_the_commit_does_not_cost_the_second_object(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        archive.store(FIRST, arrival())
        with_seconds(archive, FailingMoves(archive.database, archive.folder)).store(SECOND, arrival())
    with open_archive(tmp_path) as archive:
        assert [path.stem for path in archive.folder.conflicts.glob("*.dcm")] == listed(archive)


class LateFailure(SecondObjects):
    """Its commit reaches the disk, and the disk answers that it does not."""

    def _enlist(self, staged: CompleteObject, entry: IndexEntry, differences: tuple[str, ...], conflict_id: str) -> str:
        super()._enlist(staged, entry, differences, conflict_id)
        raise StorageBroken("The index could not be written durably.")


def test_a_commit_that_failed_and_happened_all_the_same_still_has_its_file(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        archive.store(FIRST, arrival())
        seconds = LateFailure(archive.database, archive.folder, archive.parts.moves, archive.events)
        failing = replace(archive, ingest=Ingest(replace(archive.parts, seconds=seconds)))
        assert failing.store(SECOND, arrival()).status is DimseStatus.OUT_OF_RESOURCES
    with open_archive(tmp_path) as archive:
        (conflict_id,) = listed(archive)
        assert archive.files(archive.folder.conflicts) == [f"{conflict_id}.dcm", f"{conflict_id}.json"]
