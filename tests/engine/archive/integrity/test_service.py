"""Comparing index and files, and making the index anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from pacsdesk.contract.errors import JobCancelled, NotFound
from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.contract.records.jobs import JobResult
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.types import JobId
from pacsdesk.engine.archive.files.moves import FileMove
from pacsdesk.engine.archive.index.counters import remove_instance
from pacsdesk.engine.archive.integrity.check import compare_index_with_files
from pacsdesk.engine.archive.integrity.rebuild import Rebuild
from pacsdesk.engine.archive.integrity.service import Integrity
from pacsdesk.engine.archive.tables import (
    ConflictRow,
    InstanceRow,
    PatientRow,
    SeriesRow,
    SourceRow,
    StudyRow,
    StudyWordRow,
)
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes
from tests.support.jobs import JobsAtOnce

ACTOR = Actor(ActorKind.PERSON, "ann", frozenset())
INDEX = (PatientRow, StudyRow, StudyWordRow, SeriesRow, InstanceRow, SourceRow, ConflictRow)


class Context:
    """Runs work in the test's own thread; stops it when `reports` reach `stop_at`."""

    job_id = JobId("j1")
    actor = ACTOR

    def __init__(self, stop_at: int = -1) -> None:
        self.reports = 0
        self._stop_at = stop_at

    def report(self, done: int, total: int, note: str = "") -> None:
        self.reports += 1
        if self.reports == self._stop_at:
            raise JobCancelled("Stopped.")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path / "site") as opened:
        for number in range(4):
            opened.store(ct_bytes(f"1.2.3.{number}", StudyInstanceUID=f"1.2.{number % 2}"), arrival())
        opened.store(ct_bytes("1.2.3.0", PatientName="Other"), arrival())
        yield opened


def check(archive: OpenArchive) -> IntegrityReport:
    return compare_index_with_files(archive.database, archive.folder)


def rebuild(archive: OpenArchive, context: Context | None = None) -> JobResult:
    parts = archive.parts
    work = Rebuild(archive.database, archive.folder, parts.seconds, parts.notices).work
    return work(context or Context())


def file_of(archive: OpenArchive, uid: str) -> Path:
    with archive.database.read() as connection:
        name = connection.scalar(select(InstanceRow.object_name).where(InstanceRow.sop_instance_uid == uid))
    return archive.folder.objects / str(name)


def index_of(archive: OpenArchive) -> dict[str, list[tuple[object, ...]]]:
    """All of the index but the row ids."""
    rows: dict[str, list[tuple[object, ...]]] = {}
    with archive.database.read() as connection:
        for table in (PatientRow, StudyRow, SeriesRow, InstanceRow, SourceRow, ConflictRow):
            names = [column.name for column in table.__table__.columns if not column.name.endswith("row_id")]
            found = connection.execute(select(*(table.__table__.c[name] for name in names))).all()
            rows[table.__tablename__] = sorted((tuple(row) for row in found), key=repr)
        words = select(StudyRow.study_instance_uid, StudyWordRow.word).join(
            StudyWordRow, StudyWordRow.study_row_id == StudyRow.row_id
        )
        rows["words"] = sorted(tuple(row) for row in connection.execute(words))
    return rows


def test_an_archive_in_order_is_found_clean(archive: OpenArchive) -> None:
    report = check(archive)
    assert (report.is_clean, report.instances_checked, report.files_checked) == (True, 4, 5)


def test_a_missing_file_is_found(archive: OpenArchive) -> None:
    path = file_of(archive, "1.2.3.1")
    path.unlink()
    assert check(archive).missing_files == (f"objects/{path.parent.name}/{path.name}",)


@pytest.mark.parametrize("place", [-1, 1030, 0, 131, 200, 500, 1023])
def test_a_flipped_bit_is_found(archive: OpenArchive, place: int) -> None:
    path = file_of(archive, "1.2.3.1")
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    assert check(archive).changed_files == (f"objects/{path.parent.name}/{path.name}",)


def test_two_swapped_files_are_both_found(archive: OpenArchive) -> None:
    one, two = file_of(archive, "1.2.3.1"), file_of(archive, "1.2.3.2")
    aside = one.with_suffix(".aside")
    one.rename(aside)
    two.rename(one)
    aside.rename(two)
    assert len(check(archive).changed_files) == 2


@pytest.mark.parametrize("place", ["objects/{folder}/stranger.dcm", "objects/stranger", "conflicts/stranger.dcm"])
def test_a_stranger_is_found(archive: OpenArchive, place: str) -> None:
    name = place.format(folder=file_of(archive, "1.2.3.1").parent.name)
    (archive.folder.root / name).write_bytes(b"?")
    assert check(archive).stray_files == (name,)


def test_a_wrong_counter_is_found(archive: OpenArchive) -> None:
    with archive.database.write() as connection:
        connection.execute(update(StudyRow).where(StudyRow.study_instance_uid == "1.2.0").values(size_bytes=1))
    assert check(archive).wrong_counters == ("study 1.2.0",)


def test_a_missing_second_object_is_found(archive: OpenArchive) -> None:
    (path,) = archive.folder.conflicts.glob("*.dcm")
    path.unlink()
    assert check(archive).missing_files == (f"conflicts/{path.name}",)


def test_renames_that_are_written_down_and_still_to_come_are_no_finding(archive: OpenArchive) -> None:
    leaving = file_of(archive, "1.2.3.1")
    (second,) = archive.folder.conflicts.glob("*.dcm")
    arriving = second.rename(archive.folder.staging / second.name)
    with archive.database.write() as connection:
        remove_instance(connection, "1.2.3.1")
        moves = [FileMove(leaving, archive.folder.trash / "t" / leaving.name), FileMove(arriving, second)]
        archive.parts.moves.record(connection, moves)
    assert check(archive).is_clean


def test_a_lost_index_is_made_anew_as_it_was(archive: OpenArchive) -> None:
    before = index_of(archive)
    with archive.database.write() as connection:
        for table in reversed(INDEX):
            connection.execute(delete(table))
    rebuild(archive)
    assert index_of(archive) == before


def test_a_rebuild_of_an_archive_in_order_changes_nothing(archive: OpenArchive) -> None:
    before = index_of(archive)
    rebuild(archive)
    assert index_of(archive) == before


def test_a_rebuild_repairs_what_rows_say(archive: OpenArchive) -> None:
    before = index_of(archive)
    with archive.database.write() as connection:
        connection.execute(update(StudyRow).values(patient_name="Wrong", number_of_instances=9))
        connection.execute(update(SeriesRow).values(modality="XX"))
        connection.execute(update(InstanceRow).values(rows=9))
        connection.execute(delete(StudyWordRow))
    rebuild(archive)
    assert index_of(archive) == before


def test_a_rebuild_takes_out_and_names_entries_without_a_file(archive: OpenArchive) -> None:
    file_of(archive, "1.2.3.1").unlink()
    result = rebuild(archive)
    assert ([problem.subject for problem in result.problems], check(archive).is_clean) == (["1.2.3.1"], True)


def test_a_rebuild_leaves_strangers_alone_and_names_them(archive: OpenArchive) -> None:
    stranger = file_of(archive, "1.2.3.1").with_name("stranger.dcm")
    stranger.write_bytes(b"?" * 200)
    result = rebuild(archive)
    assert (result.number_of_problems, stranger.exists()) == (1, True)


def test_a_second_file_of_one_uid_is_named_and_not_indexed(archive: OpenArchive) -> None:
    path = file_of(archive, "1.2.3.1")
    twin = path.with_name("f" * 32 + ".dcm")
    twin.write_bytes(path.read_bytes())
    result = rebuild(archive)
    assert (result.number_of_problems, file_of(archive, "1.2.3.1")) == (1, path)


def test_a_rebuild_passes_over_a_folder_that_is_being_cleared(archive: OpenArchive) -> None:
    folder = file_of(archive, "1.2.3.1").parent
    with archive.database.write() as connection:
        for table in (InstanceRow, SeriesRow, StudyRow):
            connection.execute(delete(table))
        archive.parts.moves.record(connection, [FileMove(folder, archive.folder.discarded / folder.name)])
    assert rebuild(archive).summary.startswith("0 objects indexed")


def test_a_rebuild_that_is_stopped_leaves_the_index_as_it_was(archive: OpenArchive) -> None:
    before = index_of(archive)
    with pytest.raises(JobCancelled):
        rebuild(archive, Context(stop_at=1))
    assert index_of(archive) == before


def integrity(archive: OpenArchive, jobs: JobsAtOnce) -> Integrity:
    parts = archive.parts
    work = Rebuild(archive.database, archive.folder, parts.seconds, parts.notices)
    return Integrity(archive.database, archive.folder, work, jobs, lambda: None)


def test_a_rebuild_is_started_as_a_job(archive: OpenArchive) -> None:
    jobs = JobsAtOnce()
    integrity(archive, jobs).start_rebuild(ACTOR)
    assert [order.kind for order in jobs.orders] == ["rebuild-index"]


def test_a_check_is_a_job_that_names_what_it_found(archive: OpenArchive) -> None:
    gone, jobs = file_of(archive, "1.2.3.1"), JobsAtOnce()
    gone.unlink()
    integrity(archive, jobs).start_check(ACTOR)
    (problem,) = jobs.results[0].problems
    assert (jobs.results[0].number_of_problems, problem.subject.endswith(gone.name)) == (1, True)


def test_the_report_of_a_check_comes_by_its_job(archive: OpenArchive) -> None:
    service = integrity(archive, JobsAtOnce())
    assert service.report(ACTOR, service.start_check(ACTOR)) == check(archive)


def test_a_check_that_never_ran_has_no_report(archive: OpenArchive) -> None:
    with pytest.raises(NotFound):
        integrity(archive, JobsAtOnce()).report(ACTOR, JobId("j1"))
