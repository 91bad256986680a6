"""Deleting and taking back: all or nothing at every point where the machine may stop, and nothing lost on the way."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from pacsdesk.contract.errors import InvalidInput, NotFound, StorageFull, Unavailable
from pacsdesk.contract.events import StudiesChanged, TrashChanged
from pacsdesk.contract.records.archive import StudyQuery, TrashEntry
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.archive.files.moves import FileMoves
from pacsdesk.engine.archive.files.objects import StagedObject
from pacsdesk.engine.archive.index.counters import wrong_counters
from pacsdesk.engine.archive.storing.ingest import Ingest
from pacsdesk.engine.archive.studies.service import ArchiveStudies
from pacsdesk.engine.archive.tables import ConflictRow, FileMoveRow, InstanceRow, PatientRow, StudyWordRow, TrashRow
from pacsdesk.engine.archive.trash.discards import new_trash_id
from pacsdesk.engine.archive.trash.folder import TrashFolder, TrashNote
from pacsdesk.engine.archive.trash.service import ArchiveTrash
from pacsdesk.engine.archive.trash.taking_back import TakingBack
from tests.support.actors import ANN
from tests.support.archive import RECEIVED_AT, OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

FIRST, SECOND = StudyInstanceUID("1.2.3"), StudyInstanceUID("1.2.4")
DELETED_AT = datetime(2026, 3, 12, 8, 0, tzinfo=UTC)


class StoppingMoves(FileMoves):
    """Renames that are written down and, as if the machine stopped, not (all) carried out."""

    def __init__(self, archive: OpenArchive, carried_out: int) -> None:
        super().__init__(archive.database, archive.folder)
        self._left = carried_out

    def _rename(self, source: Path, target: Path) -> None:
        if not self._left:
            raise StorageFull("The machine stops here.")
        self._left -= 1
        super()._rename(source, target)


class StoppingIngest(Ingest):
    """Stores so many objects; then, as if the disk were full, no more."""

    def __init__(self, archive: OpenArchive, stored: int) -> None:
        super().__init__(archive.parts)
        self._room_for = stored
        self._calls = count()

    def stage(self) -> StagedObject:
        if next(self._calls) >= self._room_for:
            raise StorageFull("The archive is full.")
        return super().stage()


def taking_back_of(archive: OpenArchive, ingest: Ingest | None = None) -> TakingBack:
    return TakingBack(archive.database, archive.folder, ingest or archive.ingest, archive.parts.quarantine)


def trash_of(
    archive: OpenArchive,
    moves: FileMoves | None = None,
    taking_back: TakingBack | None = None,
    new_id: Callable[[], str] = new_trash_id,
) -> ArchiveTrash:
    ticks = count()
    return ArchiveTrash(
        archive.database,
        archive.folder,
        moves or archive.parts.moves,
        taking_back or taking_back_of(archive),
        archive.events,
        lambda: DELETED_AT + timedelta(seconds=next(ticks)),
        new_id,
    )


@contextmanager
def started(root: Path) -> Iterator[OpenArchive]:
    """The archive after a start of the engine, settled in the order in which compose does it."""
    with open_archive(root) as archive:
        taking_back_of(archive).recover()
        yield archive


def fill(archive: OpenArchive) -> None:
    for study in (FIRST, SECOND):
        for number in range(3):
            uid = f"{study}.1.{number}"
            dataset = ct_bytes(uid, StudyInstanceUID=str(study), SeriesInstanceUID=f"{study}.1", PatientID=str(study))
            archive.store(dataset, arrival(uid, calling_ae_title="CT9"))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path) as opened:
        fill(opened)
        yield opened


def live(archive: OpenArchive) -> set[str]:
    found = ArchiveStudies(archive.database, lambda: DELETED_AT).search(ANN, StudyQuery())
    return {study.study_instance_uid for study in found.items}


def datasets(folder: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in folder.rglob("*.dcm"))


def number_of(archive: OpenArchive, table: type) -> int:
    with archive.database.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def is_whole_in_one_place(archive: OpenArchive, uid: StudyInstanceUID) -> str:
    """Where a study is: "live" or "trash", checked on rows and files; "torn" for anything else."""
    with archive.database.read() as connection:
        names = connection.scalars(select(InstanceRow.object_name)).all()
        trash_ids = connection.scalars(select(TrashRow.trash_id).where(TrashRow.study_instance_uid == uid)).all()
        assert wrong_counters(connection, 10) == []
    files = {path.relative_to(archive.folder.objects).as_posix() for path in archive.folder.objects.rglob("*.dcm")}
    thrown = [len(list(TrashFolder(archive.folder).path_of(trash_id).glob("*.dcm"))) for trash_id in trash_ids]
    if uid in live(archive) and set(names) == files and not trash_ids:
        return "live"
    return "trash" if uid not in live(archive) and set(names) == files and thrown == [3] else "torn"


def test_a_deleted_study_is_gone_from_every_table(archive: OpenArchive) -> None:
    trash_of(archive).delete(ANN, (FIRST, SECOND), "wrong patient")
    tables = (InstanceRow, PatientRow, StudyWordRow)
    assert (live(archive), [number_of(archive, table) for table in tables]) == (set(), [0, 0, 0])


def test_the_files_of_a_deleted_study_are_in_the_trash_unchanged(archive: OpenArchive) -> None:
    before = datasets(archive.folder.objects)
    trash_of(archive).delete(ANN, (FIRST, SECOND), "wrong patient")
    assert (datasets(archive.folder.objects), datasets(archive.folder.trash)) == ([], before)


def test_an_entry_says_who_what_and_why(archive: OpenArchive) -> None:
    (entry,) = trash_of(archive).delete(ANN, (FIRST,), "  wrong\npatient ")
    assert entry == TrashEntry(
        trash_id=entry.trash_id,
        study_instance_uid=FIRST,
        patient_name="Doe^Jane",
        patient_id="1.2.3",
        study_description="Head native",
        study_date="20260311",
        number_of_instances=3,
        size_bytes=entry.size_bytes,
        deleted_at=DELETED_AT,
        deleted_by="ann",
        reason="wrong patient",
    )


def test_the_list_shows_what_delete_answered(archive: OpenArchive) -> None:
    trash = trash_of(archive)
    entries = trash.delete(ANN, (FIRST, SECOND), "wrong patient")
    assert trash.entries(ANN, PageRequest(count=True)).items == tuple(reversed(entries))


def test_the_list_pages_by_key(archive: OpenArchive) -> None:
    trash = trash_of(archive)
    entries = trash.delete(ANN, (FIRST, SECOND), "wrong patient")
    first = trash.entries(ANN, PageRequest(limit=1))
    second = trash.entries(ANN, PageRequest(limit=1, after_key=first.next_key))
    assert ((*first.items, *second.items), second.next_key) == (tuple(reversed(entries)), "")


def test_of_several_studies_all_or_none_are_deleted(archive: OpenArchive) -> None:
    with pytest.raises(NotFound):
        trash_of(archive).delete(ANN, (FIRST, StudyInstanceUID("9.9"), SECOND), "wrong patient")
    assert (live(archive), list(archive.folder.trash.iterdir())) == ({FIRST, SECOND}, [])


@pytest.mark.parametrize("reason", ["", "  \n\t", "x" * 1001])
def test_a_deletion_needs_a_reason_of_a_readable_length(archive: OpenArchive, reason: str) -> None:
    with pytest.raises(InvalidInput):
        trash_of(archive).delete(ANN, (FIRST,), reason)


def test_a_deletion_names_a_study(archive: OpenArchive) -> None:
    with pytest.raises(InvalidInput):
        trash_of(archive).delete(ANN, (), "wrong patient")


def test_a_deletion_is_told(archive: OpenArchive) -> None:
    told: list[object] = []
    archive.parts.notices.close()
    archive.events.subscribe(told.append)
    (entry,) = trash_of(archive).delete(ANN, (FIRST,), "wrong patient")
    assert told == [TrashChanged(entry.trash_id), StudiesChanged((FIRST,))]


def test_a_study_taken_back_is_as_it_was(archive: OpenArchive) -> None:
    studies = ArchiveStudies(archive.database, lambda: DELETED_AT)
    before, bytes_before = studies.get(ANN, FIRST), datasets(archive.folder.objects)
    trash = trash_of(archive)
    (entry,) = trash.delete(ANN, (FIRST,), "wrong patient")
    assert trash.take_back(ANN, entry.trash_id) == FIRST
    assert (studies.get(ANN, FIRST), datasets(archive.folder.objects)) == (before, bytes_before)


def test_a_study_taken_back_keeps_its_time_and_sender(archive: OpenArchive) -> None:
    trash = trash_of(archive)
    (entry,) = trash.delete(ANN, (FIRST,), "wrong patient")
    trash.take_back(ANN, entry.trash_id)
    study = ArchiveStudies(archive.database, lambda: DELETED_AT).get(ANN, FIRST)
    assert (study.first_received_at, study.sending_ae_title) == (RECEIVED_AT, "CT9")


def test_taking_back_leaves_no_trace_in_the_trash(archive: OpenArchive) -> None:
    trash = trash_of(archive)
    (entry,) = trash.delete(ANN, (FIRST,), "wrong patient")
    trash.take_back(ANN, entry.trash_id)
    assert (trash.entries(ANN, PageRequest()).items, list(archive.folder.trash.iterdir())) == ((), [])


def test_what_is_not_in_the_trash_cannot_be_taken_back(archive: OpenArchive) -> None:
    with pytest.raises(NotFound):
        trash_of(archive).take_back(ANN, "../objects")


def test_an_object_stored_again_meanwhile_follows_the_rule_for_a_uid_again(archive: OpenArchive) -> None:
    trash = trash_of(archive)
    (entry,) = trash.delete(ANN, (FIRST,), "wrong patient")
    archive.store(ct_bytes("1.2.3.1.0", PatientName="Other"), arrival("1.2.3.1.0"))
    trash.take_back(ANN, entry.trash_id)
    assert (
        number_of(archive, ConflictRow),
        ArchiveStudies(archive.database, lambda: DELETED_AT).get(ANN, FIRST).number_of_instances,
    ) == (1, 3)


def test_the_second_of_a_conflict_goes_along_and_comes_back_as_a_conflict(archive: OpenArchive) -> None:
    second = ct_bytes("1.2.3.1.0", SeriesInstanceUID="1.2.3.1", PatientID="1.2.3", PatientName="Other")
    archive.store(second, arrival("1.2.3.1.0"))
    trash = trash_of(archive)
    (entry,) = trash.delete(ANN, (FIRST,), "wrong patient")
    without = number_of(archive, ConflictRow), archive.files(archive.folder.conflicts)
    trash.take_back(ANN, entry.trash_id)
    assert (without, number_of(archive, ConflictRow)) == ((0, []), 1)


def test_a_file_damaged_in_the_trash_goes_into_quarantine(archive: OpenArchive) -> None:
    trash = trash_of(archive)
    (entry,) = trash.delete(ANN, (FIRST,), "wrong patient")
    damaged = next((archive.folder.trash / entry.trash_id).glob("*.dcm"))
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"!")
    trash.take_back(ANN, entry.trash_id)
    study = ArchiveStudies(archive.database, lambda: DELETED_AT).get(ANN, FIRST)
    quarantined = [path.name for path in archive.folder.quarantine.glob("*.dcm")]
    assert (study.number_of_instances, quarantined) == (2, [damaged.name])


def test_a_stop_before_the_commit_leaves_the_study_live(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        fill(archive)
        (entry,) = trash_of(archive).delete(ANN, (SECOND,), "another")
        TrashFolder(archive.folder).begin(TrashNote(replace(entry, trash_id="f" * 32, study_instance_uid=FIRST), ()))
    with started(tmp_path) as archive:
        left = [path.name for path in archive.folder.trash.iterdir()]
        assert (is_whole_in_one_place(archive, FIRST), left) == ("live", [entry.trash_id])


@pytest.mark.parametrize("moved", [0, 1, 3])
def test_a_stop_after_the_commit_leaves_the_study_in_the_trash(tmp_path: Path, moved: int) -> None:
    with open_archive(tmp_path) as archive:
        fill(archive)
        trash_of(archive, StoppingMoves(archive, moved)).delete(ANN, (FIRST,), "wrong patient")
    with started(tmp_path) as archive:
        assert (is_whole_in_one_place(archive, FIRST), number_of(archive, FileMoveRow)) == ("trash", 0)


@pytest.mark.parametrize("stored", [0, 1, 2])
def test_a_stop_while_taking_back_is_finished_by_the_next_start(tmp_path: Path, stored: int) -> None:
    with open_archive(tmp_path) as archive:
        fill(archive)
        trash = trash_of(archive, taking_back=taking_back_of(archive, StoppingIngest(archive, stored)))
        (entry,) = trash.delete(ANN, (FIRST,), "wrong patient")
        with pytest.raises(StorageFull):
            trash.take_back(ANN, entry.trash_id)
    with started(tmp_path) as archive:
        assert (is_whole_in_one_place(archive, FIRST), list(archive.folder.trash.iterdir())) == ("live", [])


def test_a_taking_back_that_found_no_room_can_be_tried_again(archive: OpenArchive) -> None:
    full = trash_of(archive, taking_back=taking_back_of(archive, StoppingIngest(archive, 1)))
    (entry,) = full.delete(ANN, (FIRST,), "wrong patient")
    with pytest.raises(StorageFull):
        full.take_back(ANN, entry.trash_id)
    trash_of(archive).take_back(ANN, entry.trash_id)
    assert is_whole_in_one_place(archive, FIRST) == "live"


def test_objects_are_stored_while_a_deletion_writes_its_notes(archive: OpenArchive) -> None:
    def new_id() -> str:
        with ThreadPoolExecutor(1) as sender:
            other = ct_bytes("1.2.5.1.0", StudyInstanceUID="1.2.5", SeriesInstanceUID="1.2.5.1")
            sender.submit(archive.store, other, arrival("1.2.5.1.0")).result(timeout=10)
        return "e" * 32

    trash_of(archive, new_id=new_id).delete(ANN, (FIRST,), "wrong patient")
    assert is_whole_in_one_place(archive, FIRST) == "trash"


def test_what_arrives_while_a_deletion_is_prepared_goes_along_and_comes_back(archive: OpenArchive) -> None:
    late = ct_bytes("1.2.3.1.9", StudyInstanceUID=str(FIRST), SeriesInstanceUID="1.2.3.1", PatientID="1.2.3")

    def ids() -> Iterator[str]:
        yield "e" * 32
        archive.store(late, arrival("1.2.3.1.9"))  # FIRST is prepared by now, SECOND is not
        yield "f" * 32

    trash = trash_of(archive, new_id=partial(next, ids()))
    first, _ = trash.delete(ANN, (FIRST, SECOND), "wrong patient")
    trash.take_back(ANN, first.trash_id)
    studies = ArchiveStudies(archive.database, lambda: DELETED_AT)
    assert (first.number_of_instances, studies.get(ANN, FIRST).number_of_instances) == (4, 4)


def test_a_taking_back_during_the_engines_end_loses_no_file(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        fill(archive)
        trash = trash_of(archive)
        (entry,) = trash.delete(ANN, (FIRST,), "wrong patient")
        archive.parts.commits.close()
        with pytest.raises(Unavailable):
            trash.take_back(ANN, entry.trash_id)
        assert is_whole_in_one_place(archive, FIRST) == "trash"


def test_a_deletion_that_an_older_index_forgot_is_listed_again(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        fill(archive)
        (entry,) = trash_of(archive).delete(ANN, (FIRST,), "wrong patient")
        with archive.database.write() as connection:
            connection.execute(delete(TrashRow))
    with started(tmp_path) as archive:
        assert trash_of(archive).entries(ANN, PageRequest()).items == (replace(entry),)


def test_a_damaged_note_does_not_keep_the_archive_from_starting(tmp_path: Path) -> None:
    with open_archive(tmp_path) as archive:
        fill(archive)
        (entry,) = trash_of(archive).delete(ANN, (FIRST,), "wrong patient")
        note = archive.folder.trash / entry.trash_id / "entry.json"
        note.write_text('{"files": 3}')
        with archive.database.write() as connection:
            connection.execute(delete(TrashRow))
    with started(tmp_path) as archive:
        assert len(datasets(archive.folder.trash)) == 3
