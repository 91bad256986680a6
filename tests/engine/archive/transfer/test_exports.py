"""Exports: a ZIP that any DICOM program can read, with the stored bytes and nothing else of ours."""

import os
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pydicom
import pytest
from pydicom.fileset import FileSet
from sqlalchemy import select

from pacsdesk.contract.errors import JobCancelled, NotFound, StorageFull
from pacsdesk.contract.records.archive import Packing, StudyQuery
from pacsdesk.contract.records.jobs import JobResult
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.archive.dataset.part10 import DATASET_OFFSET
from pacsdesk.engine.archive.studies.service import ArchiveStudies
from pacsdesk.engine.archive.tables import InstanceRow
from pacsdesk.engine.archive.transfer.exports import Exports
from pacsdesk.engine.archive.transfer.foreign import FileKind, Head, recognise
from tests.support.actors import ANN
from tests.support.archive import RECEIVED_AT, OpenArchive, arrival, open_archive
from tests.support.data import ct_phantom_slices, shared_data
from tests.support.datasets import ct_bytes
from tests.support.jobs import Context

PYDICOM_FILES = Path(pydicom.__file__).parent / "data" / "test_files"
STUDY = StudyInstanceUID("1.2.3")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path / "site") as opened:
        yield opened


def store_file(archive: OpenArchive, path: Path) -> None:
    with path.open("rb") as stream:
        head = Head(stream)
        recognised = recognise(head)
        assert recognised.kind is FileKind.DATASET
        dataset = head.rest(recognised.dataset_offset) + stream.read()
    archive.store(dataset, arrival(transfer_syntax_uid=recognised.transfer_syntax_uid))


def exports_of(archive: OpenArchive, free_bytes: int = 1 << 40) -> Exports:
    return Exports(archive.database, archive.folder, lambda: RECEIVED_AT, 0, free_bytes=lambda path: free_bytes)


def all_studies(archive: OpenArchive) -> tuple[StudyInstanceUID, ...]:
    page = ArchiveStudies(archive.database, lambda: RECEIVED_AT).search(ANN, StudyQuery())
    return tuple(study.study_instance_uid for study in page.items)


def export_all(archive: OpenArchive, packing: Packing = Packing.ZIP) -> JobResult:
    return exports_of(archive).write(Context(), all_studies(archive), packing)


def unpacked(archive: OpenArchive, target: Path) -> Path:
    with zipfile.ZipFile(archive.folder.exports / "job1.zip") as opened:
        opened.extractall(target)
    return target


def listed_by_dicomdir(folder: Path) -> dict[str, bytes]:
    """What pydicom finds in a file-set, by SOP instance UID."""
    file_set = FileSet(folder / "DICOMDIR")
    try:
        return {instance.SOPInstanceUID: Path(instance.path).read_bytes() for instance in file_set}
    finally:
        file_set._stage["t"].cleanup()  # pydicom leaves its temporary folder to the garbage collector, which warns


def stored(archive: OpenArchive) -> dict[str, bytes]:
    with archive.database.read() as connection:
        rows = connection.execute(select(InstanceRow.sop_instance_uid, InstanceRow.object_name)).all()
    return {uid: (archive.folder.objects / name).read_bytes() for uid, name in rows}


def fill_with_many_kinds(archive: OpenArchive) -> None:
    """Two studies of shared data, and what pydicom ships of SR, waveform, RT, SEG and others."""
    for path in (*ct_phantom_slices()[:3], *sorted(shared_data("mr-transfer-syntaxes").glob("*.dcm"))[:1]):
        store_file(archive, path)
    for name in ("test-SR.dcm", "waveform_ecg.dcm", "rtplan.dcm", "rtdose.dcm", "rtstruct.dcm", "liver_1frame.dcm"):
        store_file(archive, PYDICOM_FILES / name)


@pytest.mark.parametrize("packing", Packing)
def test_every_dataset_leaves_as_it_is_stored(archive: OpenArchive, tmp_path: Path, packing: Packing) -> None:
    fill_with_many_kinds(archive)
    export_all(archive, packing)
    folder = unpacked(archive, tmp_path / "out")
    assert sorted(path.read_bytes() for path in folder.rglob("IM*")) == sorted(stored(archive).values())


def test_pydicom_finds_every_instance_by_the_dicomdir(archive: OpenArchive, tmp_path: Path) -> None:
    fill_with_many_kinds(archive)
    export_all(archive)
    assert listed_by_dicomdir(unpacked(archive, tmp_path / "out")) == stored(archive)


def test_the_dicomdir_says_what_the_objects_say(archive: OpenArchive, tmp_path: Path) -> None:
    archive.store(ct_bytes(SeriesNumber=7, SpecificCharacterSet="ISO_IR 100", PatientName="Müller^Åse"), arrival())
    export_all(archive)
    records = pydicom.dcmread(unpacked(archive, tmp_path / "out") / "DICOMDIR").DirectoryRecordSequence
    patient, study, series, image = records
    assert (
        (patient.DirectoryRecordType, str(patient.PatientName), patient.PatientID),
        (study.StudyInstanceUID, study.StudyDate, study.AccessionNumber, study.StudyDescription),
        (series.Modality, series.SeriesNumber),
        (image.DirectoryRecordType, image.InstanceNumber, image.ReferencedSOPInstanceUIDInFile),
    ) == (
        ("PATIENT", "Müller^Åse", "P1"),
        ("1.2.3", "20260311", "A-1", "Head native"),
        ("CT", 7),
        ("IMAGE", 1, "1.2.3.1.1"),
    )


def test_each_kind_of_object_gets_its_kind_of_record(archive: OpenArchive, tmp_path: Path) -> None:
    fill_with_many_kinds(archive)
    archive.store(ct_bytes("1.2.3.1.9", SOPClassUID="1.3.6.1.4.1.99.1", Rows=None, PixelData=None), arrival())
    export_all(archive)
    records = pydicom.dcmread(unpacked(archive, tmp_path / "out") / "DICOMDIR").DirectoryRecordSequence
    kinds = {record.DirectoryRecordType for record in records}
    assert kinds >= {"IMAGE", "SR DOCUMENT", "WAVEFORM", "RT PLAN", "RT DOSE", "RT STRUCTURE SET", "PRIVATE"}


def test_dcmtk_reads_the_dicomdir_without_a_warning(archive: OpenArchive, tmp_path: Path) -> None:
    fill_with_many_kinds(archive)
    export_all(archive)
    folder = unpacked(archive, tmp_path / "out")
    done = subprocess.run(["dcmdump", "DICOMDIR"], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_dcmtk_takes_the_files_into_a_dicomdir_of_its_own(archive: OpenArchive, tmp_path: Path) -> None:
    for path in ct_phantom_slices()[:3]:
        store_file(archive, path)
    export_all(archive)
    folder = unpacked(archive, tmp_path / "out")
    command = ["dcmmkdir", "--general-purpose", "+id", str(folder), "+D", str(tmp_path / "OTHER"), "--recurse", "DICOM"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, (tmp_path / "OTHER").is_file()) == (0, True)


def test_names_in_the_export_follow_the_standard(archive: OpenArchive) -> None:
    archive.store(ct_bytes(PatientID="../../x", StudyDescription="/etc/passwd"), arrival())
    export_all(archive)
    with zipfile.ZipFile(archive.folder.exports / "job1.zip") as opened:
        names = opened.namelist()
    assert names == ["DICOM/PA000000/ST000000/SE000000/IM000000", "DICOMDIR", "README.TXT"]


def test_the_result_names_the_artifact(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    assert export_all(archive) == JobResult("1 instance exported", artifact="export/job1")


def test_a_study_that_is_not_held_is_not_exported(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    with pytest.raises(NotFound):
        exports_of(archive).write(Context(), (STUDY, StudyInstanceUID("9.9")), Packing.ZIP)


def test_without_room_nothing_is_written(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    with pytest.raises(StorageFull):
        exports_of(archive, free_bytes=100).write(Context(), (STUDY,), Packing.ZIP)
    assert list(archive.folder.exports.iterdir()) == []


def test_a_cancelled_export_leaves_nothing(archive: OpenArchive) -> None:
    def stop(done: int) -> None:
        if done == 1:
            raise JobCancelled("stop")

    for number in range(3):
        archive.store(ct_bytes(f"1.2.3.1.{number}"), arrival())
    with pytest.raises(JobCancelled):
        exports_of(archive).write(Context(stop=stop), (STUDY,), Packing.ZIP)
    assert list(archive.folder.exports.iterdir()) == []


def test_a_missing_file_is_named_and_the_rest_exported(archive: OpenArchive, tmp_path: Path) -> None:
    for number in range(3):
        archive.store(ct_bytes(f"1.2.3.1.{number}"), arrival())
    next(archive.folder.objects.rglob("*.dcm")).unlink()
    result = export_all(archive)
    listed = listed_by_dicomdir(unpacked(archive, tmp_path / "out"))
    assert (result.summary, result.number_of_problems, len(listed)) == (
        "2 instances exported, 1 left out",
        1,
        2,
    )


@pytest.mark.parametrize("place", [0, 140, 700, 1023, DATASET_OFFSET, -1])
def test_a_damaged_file_is_named_and_left_out_and_the_rest_exported(
    archive: OpenArchive, tmp_path: Path, place: int
) -> None:
    for number in range(3):
        archive.store(ct_bytes(f"1.2.3.1.{number}"), arrival())
    stored_before = stored(archive)
    damaged = next(archive.folder.objects.rglob("*.dcm"))
    content = bytearray(damaged.read_bytes())
    content[place] ^= 1
    damaged.write_bytes(content)
    result = export_all(archive)
    listed = listed_by_dicomdir(unpacked(archive, tmp_path / "out"))
    (problem,) = result.problems
    assert (result.summary, "damaged" in problem.reason) == ("2 instances exported, 1 left out", True)
    assert listed == {uid: content for uid, content in stored_before.items() if uid != problem.subject}


def test_a_file_that_the_disk_cannot_read_is_named_and_left_out(archive: OpenArchive) -> None:
    archive.store(ct_bytes(), arrival())
    path = next(archive.folder.objects.rglob("*.dcm"))
    path.unlink()
    path.mkdir()  # opening it answers an error of the system, as a bad sector does
    result = export_all(archive)
    assert [problem.reason.startswith("its file cannot be read") for problem in result.problems] == [True]


def test_a_start_removes_old_and_unfinished_exports(archive: OpenArchive) -> None:
    exports = archive.folder.exports
    for name, age in (("old.zip", timedelta(hours=25)), ("new.zip", timedelta(hours=1)), ("cut.part", timedelta())):
        (exports / name).write_bytes(b"x")
        at = (RECEIVED_AT - age).timestamp()
        os.utime(exports / name, (at, at))
    exports_of(archive).recover()
    assert [path.name for path in exports.iterdir()] == ["new.zip"]
