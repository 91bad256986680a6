"""Storing an object: what is answered, what is kept, and that nothing else changes."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, func, select

from pacsdesk.contract.errors import StorageFull, TooLarge
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.dataset.part10 import DATASET_OFFSET
from pacsdesk.engine.archive.files.room import RoomReserve
from pacsdesk.engine.archive.index.counters import wrong_counters
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow, PatientRow, StudyRow, StudyWordRow
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import CT_IMAGE, ct_bytes, ct_dataset, encode


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path / "site") as opened:
        yield opened


def instance_row(archive: OpenArchive, uid: str = "1.2.3.1.1") -> Row[Any]:
    with archive.database.read() as connection:
        return connection.execute(select(InstanceRow.__table__).filter_by(sop_instance_uid=uid)).one()


def stored_bytes(archive: OpenArchive, uid: str = "1.2.3.1.1") -> bytes:
    row = instance_row(archive, uid)
    content = (archive.folder.objects / str(row.object_name)).read_bytes()
    return content[int(row.dataset_offset) :]


def test_a_stored_dataset_is_kept_byte_for_byte(archive: OpenArchive) -> None:
    dataset = ct_bytes()
    archive.store(dataset, arrival("1.2.3.1.1", CT_IMAGE))
    assert stored_bytes(archive) == dataset


def test_the_row_carries_the_digest_of_the_dataset(archive: OpenArchive) -> None:
    dataset = ct_bytes()
    archive.store(dataset, arrival("1.2.3.1.1", CT_IMAGE))
    assert instance_row(archive).digest == hashlib.sha256(dataset).hexdigest()


def test_a_stored_object_is_answered_with_success_and_its_uids(archive: OpenArchive) -> None:
    outcome = archive.store(ct_bytes(), arrival("1.2.3.1.1", CT_IMAGE))
    assert (outcome.status, outcome.sop_instance_uid, outcome.study_instance_uid, outcome.is_new) == (
        DimseStatus.SUCCESS,
        "1.2.3.1.1",
        "1.2.3",
        True,
    )


def test_a_stored_object_leaves_nothing_in_staging(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival("1.2.3.1.1", CT_IMAGE))
    assert archive.files(archive.folder.staging) == []


def test_a_study_is_found_by_the_words_of_its_objects(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival("1.2.3.1.1", CT_IMAGE))
    with archive.database.read() as connection:
        words = set(connection.scalars(select(StudyWordRow.word)))
    assert {"doe", "jane", "p1", "a-1", "head", "native", "ct", "ct1", "20260311"} <= words


def test_counters_equal_a_recount_after_many_threads_stored(archive: OpenArchive) -> None:
    def store(number: int) -> DimseStatus:
        dataset = ct_bytes(f"1.2.3.{number % 3}.{number}", SeriesInstanceUID=f"1.2.3.{number % 3}")
        return archive.store(dataset, arrival()).status

    with ThreadPoolExecutor(8) as pool:
        statuses = set(pool.map(store, range(200)))
    with archive.database.read() as connection:
        study = connection.execute(select(StudyRow.__table__)).one()
        assert (statuses, wrong_counters(connection, 10), study.number_of_instances, study.number_of_series) == (
            {DimseStatus.SUCCESS},
            [],
            200,
            3,
        )


def test_the_same_object_again_changes_nothing(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival("1.2.3.1.1", CT_IMAGE))
    before = archive.files(archive.folder.root)
    outcome = archive.store(ct_bytes(), arrival("1.2.3.1.1", CT_IMAGE))
    assert (outcome.status, outcome.is_new, archive.files(archive.folder.root)) == (DimseStatus.SUCCESS, False, before)


def test_the_same_content_with_group_lengths_and_padding_is_the_same_object(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival("1.2.3.1.1", CT_IMAGE))
    padded = b"\x08\x00\x00\x00UL\x04\x00\x10\x00\x00\x00" + ct_bytes() + b"\xfc\xff\xfc\xffOB\0\0\x02\0\0\0\0\0"
    assert archive.store(padded, arrival("1.2.3.1.1", CT_IMAGE)).status is DimseStatus.SUCCESS


@pytest.mark.parametrize("first", ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1"])
def test_the_same_content_in_another_lossless_syntax_is_the_same_object(archive: OpenArchive, first: str) -> None:
    datasets = {
        "1.2.840.10008.1.2": encode(ct_dataset(), explicit=False),
        "1.2.840.10008.1.2.1": encode(ct_dataset()),
    }
    archive.store(datasets.pop(first), arrival(transfer_syntax_uid=first))
    ((second, dataset),) = datasets.items()
    assert archive.store(dataset, arrival(transfer_syntax_uid=second)).status is DimseStatus.SUCCESS


def test_a_second_object_under_a_stored_uid_becomes_a_conflict(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    outcome = archive.store(ct_bytes(PatientName="Other^Name"), arrival())
    with archive.database.read() as connection:
        row = connection.execute(select(ConflictRow.__table__)).one()
    assert (outcome.status, row.differences) == (
        DimseStatus.COERCION_OF_ELEMENTS,
        "(0010,0010) PatientName: Doe^Jane / Other^Name",
    )


def test_a_second_object_is_kept_byte_for_byte(archive: OpenArchive) -> None:
    second = ct_bytes(PatientName="Other^Name")
    archive.store(ct_bytes(), arrival())
    archive.store(second, arrival())
    (path,) = archive.folder.conflicts.glob("*.dcm")
    assert path.read_bytes()[DATASET_OFFSET:] == second


def test_a_second_object_leaves_the_first_as_it_was(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    archive.store(ct_bytes(PatientName="Other^Name"), arrival())
    assert stored_bytes(archive) == ct_bytes()


def test_the_same_second_object_again_is_listed_once(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    outcomes = {archive.store(ct_bytes(PatientName="Other^Name"), arrival()).status for _ in range(3)}
    with archive.database.read() as connection:
        count = connection.scalar(select(func.count()).select_from(ConflictRow))
    assert (outcomes, count) == ({DimseStatus.COERCION_OF_ELEMENTS}, 1)


def test_one_uid_sent_by_many_at_once_is_stored_once(archive: OpenArchive) -> None:
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda _: archive.store(ct_bytes(), arrival()), range(16)))
    assert (sum(outcome.is_new for outcome in outcomes), {outcome.status for outcome in outcomes}) == (
        1,
        {DimseStatus.SUCCESS},
    )


def test_a_damaged_file_is_replaced_when_its_object_comes_again(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    path = archive.folder.objects / instance_row(archive).object_name
    path.write_bytes(path.read_bytes()[:-1] + b"\xff")
    outcome = archive.store(ct_bytes(), arrival())
    assert (outcome.status, stored_bytes(archive)) == (DimseStatus.SUCCESS, ct_bytes())
    # the damaged one, and what says why it is there
    assert archive.files(archive.folder.quarantine) == [path.name, f"{path.stem}.json"]


def test_another_object_does_not_replace_a_damaged_one(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    (archive.folder.objects / instance_row(archive).object_name).unlink()
    outcome = archive.store(ct_bytes(PatientName="Other^Name"), arrival())
    assert outcome.status is DimseStatus.COERCION_OF_ELEMENTS


@pytest.mark.parametrize("announced", [("1.2.3.9", CT_IMAGE), ("1.2.3.1.1", "1.2.840.10008.5.1.4.1.1.4")])
def test_another_identity_than_announced_is_answered_a900(archive: OpenArchive, announced: tuple[str, str]) -> None:
    assert archive.store(ct_bytes(), arrival(*announced)).status is DimseStatus.DATASET_DOES_NOT_MATCH


@pytest.mark.parametrize(
    "dataset",
    [
        b"",
        b"\0" * 64,
        b"GET / HTTP/1.1\r\nHost: pacs\r\n\r\n",
        ct_bytes(SOPInstanceUID=None),
        ct_bytes(SOPClassUID=None),
        ct_bytes()[:20],
    ],
    ids=["nothing", "zeros", "http", "no instance", "no class", "cut before identity"],
)
def test_an_object_without_an_identity_is_answered_c000_and_put_into_quarantine(
    archive: OpenArchive, dataset: bytes
) -> None:
    outcome = archive.store(dataset, arrival("1.2.3.1.1", CT_IMAGE))
    kept = [(archive.folder.quarantine / name).suffix for name in archive.files(archive.folder.quarantine)]
    assert (outcome.status, kept, archive.files(archive.folder.objects)) == (
        DimseStatus.CANNOT_UNDERSTAND,
        [".dcm", ".json"],
        [],
    )


def test_a_cut_dataset_is_kept_whole_marked_and_answered_with_a_warning(archive: OpenArchive) -> None:
    cut = ct_bytes()[:-3]
    outcome = archive.store(cut, arrival("1.2.3.1.1", CT_IMAGE))
    row = instance_row(archive)
    assert (outcome.status, stored_bytes(archive), "(7FE0,0010) says 8 bytes, 5 are left" in row.unreadable) == (
        DimseStatus.DATASET_UNREADABLE,
        cut,
        True,
    )


def test_a_cut_dataset_that_comes_again_is_the_same_object(archive: OpenArchive) -> None:
    archive.store(ct_bytes()[:-3], arrival())
    outcome = archive.store(ct_bytes()[:-3], arrival())
    assert (outcome.status, outcome.is_new) == (DimseStatus.SUCCESS, False)


def test_the_whole_of_a_cut_dataset_becomes_a_conflict(archive: OpenArchive) -> None:
    archive.store(ct_bytes()[:-3], arrival())
    assert archive.store(ct_bytes(), arrival()).status is DimseStatus.COERCION_OF_ELEMENTS


def test_an_object_without_study_and_series_is_filed_under_derived_uids(archive: OpenArchive) -> None:
    dataset = ct_bytes(StudyInstanceUID=None, SeriesInstanceUID=None)
    outcome = archive.store(dataset, arrival())
    assert (outcome.status, str(outcome.study_instance_uid).startswith("2.25.")) == (
        DimseStatus.DATASET_UNREADABLE,
        True,
    )


def test_an_error_comment_fits_its_element(archive: OpenArchive) -> None:
    outcome = archive.store(ct_bytes()[:-3], arrival())
    assert len(outcome.comment) <= 64 and outcome.comment.isascii()


def test_a_person_is_told_the_whole_reason_and_the_sender_its_beginning(archive: OpenArchive) -> None:
    outcome = archive.store(ct_bytes()[:-3], arrival())
    assert outcome.reason.endswith("(7FE0,0010) says 8 bytes, 5 are left")
    assert outcome.reason.startswith(outcome.comment) and len(outcome.reason) > len(outcome.comment)


def test_two_patients_without_an_id_are_told_apart_by_name(archive: OpenArchive) -> None:
    archive.store(ct_bytes("1.2.3.1", PatientID="", PatientName="A"), arrival())
    archive.store(ct_bytes("1.2.4.1", PatientID="", PatientName="B", StudyInstanceUID="1.2.4"), arrival())
    with archive.database.read() as connection:
        assert connection.scalar(select(func.count()).select_from(PatientRow)) == 2


def test_a_study_takes_what_its_first_object_did_not_say_from_the_next(archive: OpenArchive) -> None:
    archive.store(ct_bytes("1.2.3.1.1", PatientID=None, PatientName=None, StudyDescription=None), arrival())
    archive.store(ct_bytes("1.2.3.1.2"), arrival())
    with archive.database.read() as connection:
        study = connection.execute(select(StudyRow.__table__)).one()
    assert (study.patient_id, study.patient_name, study.study_description) == ("P1", "Doe^Jane", "Head native")


def test_an_object_is_refused_before_its_data_when_the_reserve_would_be_touched(tmp_path: Path) -> None:
    with (
        open_archive(
            tmp_path / "site",
            reserve=RoomReserve(1 << 30, 0.02),
            disk_usage=lambda path: (100 << 30, 99 << 30, 1 << 30),
        ) as archive,
        pytest.raises(StorageFull),
    ):
        archive.ingest.stage()


def test_an_object_over_the_limit_is_refused_while_it_comes(tmp_path: Path) -> None:
    with open_archive(tmp_path / "site", size_limit=100) as archive:
        staged = archive.ingest.stage()
        staged.write(b"x" * 100)
        with pytest.raises(TooLarge):
            staged.write(b"x")
        staged.discard()


def test_an_object_is_refused_while_it_comes_when_the_disk_fills_meanwhile(tmp_path: Path) -> None:
    free = [5 << 30]
    with open_archive(
        tmp_path / "site", reserve=RoomReserve(1 << 30, 0.0), disk_usage=lambda path: (100 << 30, 0, free[0])
    ) as archive:
        staged = archive.ingest.stage()
        staged.write(bytes(16 << 20))
        free[0] = 1 << 20
        staged.write(b"x")  # asked every 16 MiB
        with pytest.raises(StorageFull):
            staged.write(bytes(16 << 20))
        staged.discard()
        free[0] = 5 << 30
        assert archive.store(ct_bytes(), arrival()).status is DimseStatus.SUCCESS
        assert archive.files(archive.folder.staging) == []
