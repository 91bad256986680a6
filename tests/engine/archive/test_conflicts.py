"""Deciding conflicts: each way keeps what it promises, and nothing is lost for good."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import pydicom
import pytest
from sqlalchemy import func, select

from pacsdesk.contract.errors import InvalidInput, NotFound, Refused, StorageBroken
from pacsdesk.contract.events import ConflictsChanged
from pacsdesk.contract.records.archive import ConflictResolution
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.engine.archive.conflicts import Conflicts
from pacsdesk.engine.archive.dataset.part10 import DATASET_OFFSET
from pacsdesk.engine.archive.index.counters import wrong_counters
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow, StudyRow, TrashRow
from pacsdesk.engine.archive.trash.discards import Discards
from pacsdesk.engine.archive.trash.versions import Versions
from tests.support.archive import RECEIVED_AT, OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes, ct_dataset, encode

UID = "1.2.3.1.1"
FIRST = ct_bytes()
SECOND = ct_bytes(PatientName="Other^Name")
ACTOR = Actor(ActorKind.PERSON, "ann", frozenset())


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path / "site") as opened:
        yield opened


@pytest.fixture
def conflicts(archive: OpenArchive) -> Conflicts:
    archive.store(FIRST, arrival())
    archive.store(SECOND, arrival())
    return service(archive)


def service(archive: OpenArchive) -> Conflicts:
    discards = Discards(archive.database, archive.folder, archive.parts.moves, lambda: RECEIVED_AT)
    versions = Versions(archive.folder, discards)
    return Conflicts(archive.database, archive.parts, discards, versions, archive.events)


def only_id(conflicts: Conflicts) -> str:
    (conflict,) = conflicts.list(ACTOR, PageRequest()).items
    return conflict.conflict_id


def held(archive: OpenArchive, uid: str) -> bytes:
    with archive.database.read() as connection:
        row = connection.execute(select(InstanceRow.__table__).filter_by(sop_instance_uid=uid)).one()
    content = (archive.folder.objects / str(row.object_name)).read_bytes()
    return content[int(row.dataset_offset) :]


def in_trash(archive: OpenArchive) -> list[bytes]:
    return [path.read_bytes()[DATASET_OFFSET:] for path in archive.folder.trash.rglob("*.dcm")]


def test_a_conflict_names_both_objects_and_where_they_differ(conflicts: Conflicts) -> None:
    (conflict,) = conflicts.list(ACTOR, PageRequest()).items
    assert (conflict.sop_instance_uid, conflict.first_size_bytes, conflict.second_size_bytes, conflict.differences) == (
        UID,
        len(FIRST),
        len(SECOND),
        ("(0010,0010) PatientName: Doe^Jane / Other^Name",),
    )


def test_keeping_the_first_moves_the_second_to_the_trash(archive: OpenArchive, conflicts: Conflicts) -> None:
    conflicts.resolve(ACTOR, only_id(conflicts), ConflictResolution.KEEP_FIRST, "wrong patient")
    assert (held(archive, UID), in_trash(archive), archive.files(archive.folder.conflicts)) == (FIRST, [SECOND], [])


def test_taking_the_second_moves_the_first_to_the_trash(archive: OpenArchive, conflicts: Conflicts) -> None:
    conflicts.resolve(ACTOR, only_id(conflicts), ConflictResolution.TAKE_SECOND, "corrected")
    assert (held(archive, UID), in_trash(archive), archive.files(archive.folder.conflicts)) == (SECOND, [FIRST], [])


def test_taking_the_second_leaves_exact_counters(archive: OpenArchive, conflicts: Conflicts) -> None:
    conflicts.resolve(ACTOR, only_id(conflicts), ConflictResolution.TAKE_SECOND, "corrected")
    with archive.database.read() as connection:
        study = connection.execute(select(StudyRow.__table__)).one()
        assert (wrong_counters(connection, 9), study.number_of_instances, study.size_bytes) == ([], 1, len(SECOND))


def test_keeping_both_files_the_second_under_a_new_uid(archive: OpenArchive, conflicts: Conflicts) -> None:
    uid = conflicts.resolve(ACTOR, only_id(conflicts), ConflictResolution.KEEP_BOTH, "two exposures")
    expected = ct_bytes(uid, PatientName="Other^Name")
    assert (held(archive, UID), held(archive, uid), in_trash(archive)) == (FIRST, expected, [SECOND])


@pytest.mark.parametrize(
    ("syntax", "explicit", "big_endian"),
    [
        ("1.2.840.10008.1.2", False, False),
        ("1.2.840.10008.1.2.1", True, False),
        ("1.2.840.10008.1.2.2", True, True),
    ],
)
def test_keeping_both_writes_a_file_that_others_read(
    archive: OpenArchive, syntax: str, explicit: bool, big_endian: bool
) -> None:
    archive.store(FIRST, arrival())
    other = encode(ct_dataset(PatientName="Other^Name", PixelData=None), explicit=explicit, big_endian=big_endian)
    archive.store(other, arrival(transfer_syntax_uid=syntax))
    conflicts = service(archive)
    uid = conflicts.resolve(ACTOR, only_id(conflicts), ConflictResolution.KEEP_BOTH, "two exposures")
    with archive.database.read() as connection:
        name = connection.scalar(select(InstanceRow.object_name).filter_by(sop_instance_uid=uid))
    read = pydicom.dcmread(archive.folder.objects / str(name))
    assert str(read.SOPInstanceUID) == uid
    assert str(read.file_meta.MediaStorageSOPInstanceUID) == uid
    assert str(read.PatientName) == "Other^Name"


def test_both_of_a_deflated_second_cannot_be_kept(archive: OpenArchive) -> None:
    archive.store(FIRST, arrival())
    deflate = zlib.compressobj(wbits=-15)
    deflated = deflate.compress(SECOND) + deflate.flush()
    archive.store(deflated, arrival(transfer_syntax_uid="1.2.840.10008.1.2.1.99"))
    conflicts = service(archive)
    with pytest.raises(Refused):
        conflicts.resolve(ACTOR, only_id(conflicts), ConflictResolution.KEEP_BOTH, "two exposures")


def test_a_decision_is_noted_in_the_trash_with_person_and_reason(archive: OpenArchive, conflicts: Conflicts) -> None:
    conflicts.resolve(ACTOR, only_id(conflicts), ConflictResolution.KEEP_FIRST, "wrong patient")
    with archive.database.read() as connection:
        row = connection.execute(select(TrashRow.__table__)).one()
    assert (row.deleted_by, row.reason, row.patient_name) == (
        "ann",
        "Conflict decided (keep-first): wrong patient",
        "Other^Name",
    )


def test_a_decision_is_told(archive: OpenArchive, conflicts: Conflicts) -> None:
    heard: list[object] = []
    archive.events.subscribe(heard.append)
    conflict_id = only_id(conflicts)
    conflicts.resolve(ACTOR, conflict_id, ConflictResolution.KEEP_FIRST, "wrong patient")
    assert ConflictsChanged(conflict_id) in heard


def test_a_decision_needs_a_reason(conflicts: Conflicts) -> None:
    with pytest.raises(InvalidInput):
        conflicts.resolve(ACTOR, only_id(conflicts), ConflictResolution.KEEP_FIRST, "  ")


def test_a_decision_is_made_once(conflicts: Conflicts) -> None:
    conflict_id = only_id(conflicts)
    conflicts.resolve(ACTOR, conflict_id, ConflictResolution.KEEP_FIRST, "wrong patient")
    with pytest.raises(NotFound):
        conflicts.resolve(ACTOR, conflict_id, ConflictResolution.KEEP_FIRST, "wrong patient")


def test_pages_show_every_conflict_once(archive: OpenArchive) -> None:
    for number in range(7):
        archive.store(ct_bytes(f"1.2.3.{number}"), arrival())
        archive.store(ct_bytes(f"1.2.3.{number}", PatientID="X"), arrival())
    conflicts, seen, key = service(archive), [], ""
    while True:
        page = conflicts.list(ACTOR, PageRequest(after_key=key, limit=2, count=True))
        seen += [conflict.sop_instance_uid for conflict in page.items]
        key = page.next_key
        if not key:
            break
    assert (sorted(seen), page.total) == ([f"1.2.3.{number}" for number in range(7)], 7)


def test_a_decision_that_may_have_happened_on_a_failing_disk_keeps_its_note(
    archive: OpenArchive, conflicts: Conflicts
) -> None:
    archive.database.mark_broken("the disk answered: Input/output error")
    with pytest.raises(StorageBroken):
        conflicts.resolve(ACTOR, only_id(conflicts), ConflictResolution.TAKE_SECOND, "corrected")
    assert [path.name for path in archive.folder.trash.rglob("*.json")] == ["entry.json"]


def test_a_failed_decision_leaves_the_conflict_open_and_the_trash_empty(
    archive: OpenArchive, conflicts: Conflicts
) -> None:
    conflict_id = only_id(conflicts)
    archive.parts.commits.close()
    with pytest.raises(Exception, match="closing"):
        conflicts.resolve(ACTOR, conflict_id, ConflictResolution.TAKE_SECOND, "corrected")
    with archive.database.read() as connection:
        count = connection.scalar(select(func.count()).select_from(ConflictRow))
    assert (count, archive.files(archive.folder.trash)) == (1, [])
