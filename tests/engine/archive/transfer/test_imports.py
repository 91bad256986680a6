"""Imports: what is taken in, what is said about the rest, and that no file from outside does harm."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pydicom
import pytest
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.filewriter import dcmwrite
from pydicom.uid import UID
from sqlalchemy import func, select

from pacsdesk.contract.errors import JobCancelled, NotFound, StorageFull
from pacsdesk.contract.records.archive import StudyQuery
from pacsdesk.contract.records.jobs import JobResult
from pacsdesk.engine.archive.files.room import RoomReserve
from pacsdesk.engine.archive.studies.service import ArchiveStudies
from pacsdesk.engine.archive.tables import InstanceRow
from pacsdesk.engine.archive.transfer.imports import IMPORT_AE_TITLE, Imports
from pacsdesk.engine.archive.transfer.uploads import UploadBatches, UploadLimits
from pacsdesk.engine.runtime.jobs.work import StoppedHalfway
from tests.support.actors import ANN
from tests.support.archive import RECEIVED_AT, OpenArchive, open_archive
from tests.support.data import ct_phantom_slices, shared_data
from tests.support.datasets import CT_IMAGE, ct_bytes, ct_dataset, encode
from tests.support.jobs import Context
from tests.support.zips import encrypted, with_directory_length, zipped

PYDICOM_FILES = Path(pydicom.__file__).parent / "data" / "test_files"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path / "site") as opened:
        yield opened


def part10(dataset: bytes) -> bytes:
    """A Part 10 file in explicit little endian as a foreign program writes it."""
    buffer = io.BytesIO()
    file_meta = FileMetaDataset()
    file_meta.MediaStorageSOPClassUID = UID(CT_IMAGE)
    file_meta.MediaStorageSOPInstanceUID = UID("1.2.3.1.1")
    file_meta.TransferSyntaxUID = UID("1.2.840.10008.1.2.1")
    empty = FileDataset(buffer, {}, preamble=b"\0" * 128, file_meta=file_meta)
    dcmwrite(buffer, empty, enforce_file_format=True)
    return buffer.getvalue() + dataset


def import_files(
    archive: OpenArchive,
    files: Mapping[str, bytes],
    context: Context | None = None,
    room_bytes: int = 1 << 30,
) -> JobResult:
    batches = UploadBatches(archive.folder, lambda: RECEIVED_AT, UploadLimits(reserve_bytes=0))
    batch_id = batches.open("test")
    for name, content in files.items():
        writer = batches.writer(batch_id, name)
        writer.write(content)
        writer.commit()
    batches.seal(batch_id)
    imports = Imports(archive.ingest, batches, lambda: RECEIVED_AT, lambda: room_bytes)
    try:
        return imports.run(context or Context(), batch_id)
    finally:
        assert list(archive.folder.uploads.iterdir()) == []
        assert archive.files(archive.folder.staging) == []


def reasons(result: JobResult) -> dict[str, str]:
    return {problem.subject: problem.reason for problem in result.problems}


def stored(archive: OpenArchive) -> list[bytes]:
    with archive.database.read() as connection:
        rows = connection.execute(select(InstanceRow.object_name, InstanceRow.dataset_offset)).all()
    return sorted((archive.folder.objects / name).read_bytes()[offset:] for name, offset in rows)


def test_a_part_10_file_is_stored_with_its_dataset_unchanged(archive: OpenArchive) -> None:
    result = import_files(archive, {"a.dcm": part10(ct_bytes())})
    assert (result.summary, result.problems, stored(archive)) == ("1 instance stored", (), [ct_bytes()])


def test_what_is_imported_comes_from_import(archive: OpenArchive) -> None:
    import_files(archive, {"a.dcm": part10(ct_bytes())})
    (source,) = ArchiveStudies(archive.database, lambda: RECEIVED_AT).sources(ANN)
    assert source.ae_title == IMPORT_AE_TITLE


@pytest.mark.parametrize("explicit", [True, False])
def test_a_bare_dataset_is_stored(archive: OpenArchive, explicit: bool) -> None:
    dataset = encode(ct_dataset(), explicit=explicit)
    assert (import_files(archive, {"bare": dataset}).problems, stored(archive)) == ((), [dataset])


def test_a_bare_big_endian_dataset_is_stored(archive: OpenArchive) -> None:
    dataset = encode(ct_dataset(), big_endian=True)
    assert (import_files(archive, {"bare": dataset}).problems, stored(archive)) == ((), [dataset])


def test_a_file_without_preamble_is_stored(archive: OpenArchive) -> None:
    result = import_files(archive, {"a": part10(ct_bytes())[132:]})
    assert (result.problems, stored(archive)) == ((), [ct_bytes()])


def test_a_file_whose_meta_names_no_syntax_is_stored(archive: OpenArchive) -> None:
    content = part10(ct_bytes())
    assert import_files(archive, {"a": content[:132] + ct_bytes()}).summary == "1 instance stored"


def test_a_zip_gives_its_files(archive: OpenArchive) -> None:
    content = zipped({f"d/{number}": part10(ct_bytes(f"1.2.3.1.{number}")) for number in range(20)})
    assert import_files(archive, {"all.zip": content}).summary == "20 instances stored"


def test_names_in_a_zip_never_become_paths(archive: OpenArchive, tmp_path: Path) -> None:
    before = archive.files(tmp_path)
    content = zipped({"../../../evil": b"x" * 200, "/evil": b"y" * 200, "C:\\evil": b"z" * 200})
    import_files(archive, {"../../../evil.zip": content, "..\\..\\evil": b"no"})
    assert [name for name in archive.files(tmp_path) if name not in before and "evil" in name] == []


def test_the_same_files_again_are_already_there(archive: OpenArchive) -> None:
    files = {"a": part10(ct_bytes()), "b": part10(ct_bytes("1.2.3.1.2"))}
    import_files(archive, files)
    assert import_files(archive, files).summary == "0 instances stored, 2 already there"


def test_everything_in_one_import_is_counted(archive: OpenArchive) -> None:
    import_files(archive, {"a": part10(ct_bytes())})
    result = import_files(
        archive,
        {
            "again": part10(ct_bytes()),
            "other": part10(ct_bytes(PatientName="Other")),
            "new": part10(ct_bytes("1.2.3.1.2")),
            "text": b"hello" * 100,
        },
    )
    expected = "1 instance stored, 1 already there, 1 conflict, 1 refused"
    assert (result.summary, result.number_of_problems, set(reasons(result))) == (expected, 2, {"other", "text"})


def test_a_dataset_without_identity_is_refused_and_not_quarantined(archive: OpenArchive) -> None:
    result = import_files(archive, {"a": part10(ct_bytes(SOPInstanceUID=None))})
    assert ("does not say which instance" in reasons(result)["a"], archive.files(archive.folder.quarantine)) == (
        True,
        [],
    )


def test_a_cut_dataset_is_kept_and_said_to_be_unreadable(archive: OpenArchive) -> None:
    result = import_files(archive, {"a": part10(ct_bytes()[:-3])})
    assert result.summary == "1 instance stored, 1 of them not readable as a whole"


def test_directories_and_files_of_the_system_are_passed_over(archive: OpenArchive) -> None:
    directory = shared_data("ct-phantom", "DICOMDIR").read_bytes()
    content = zipped({"DICOMDIR": directory, "__MACOSX/._a": b"x", ".DS_Store": b"y", "Thumbs.db": b"z"})
    assert import_files(archive, {"DICOMDIR": directory, "a.zip": content}) == JobResult("0 instances stored")


NO_DICOM = {
    "LICENSE.txt": b"Permission is hereby granted" * 20,
    "README": b"Put the disc into your computer. " * 20,
    "report.pdf": b"%PDF-1.7 and more" * 20,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(300),
}
PROGRAM = {"viewer.jar": zipped({"Main.class": b"\xca\xfe\xba\xbe" * 50})}


def listed(result: JobResult) -> dict[str, str]:
    return {one.subject: one.reason for one in result.passed_over}


@pytest.mark.parametrize("content", NO_DICOM.values(), ids=NO_DICOM)
def test_a_file_that_was_named_itself_is_refused_when_it_is_no_dicom(archive: OpenArchive, content: bytes) -> None:
    result = import_files(archive, {"file": content})
    assert (result.number_of_problems, len(result.problems), result.passed_over) == (1, 1, ())


def test_files_beside_the_images_of_a_folder_are_passed_over_each_with_its_reason(archive: OpenArchive) -> None:
    disc = {f"disc/{name}": content for name, content in (NO_DICOM | PROGRAM).items()}
    result = import_files(archive, disc | {"disc/a": part10(ct_bytes())})
    assert (result.summary, result.number_of_problems, result.problems, result.number_passed_over) == (
        f"1 instance stored, {len(disc)} files passed over",
        0,
        (),
        len(disc),
    )
    assert (set(listed(result)), all(listed(result).values())) == (set(disc), True)


def test_files_beside_the_images_of_a_zip_are_passed_over(archive: OpenArchive) -> None:
    result = import_files(archive, {"disc.zip": zipped(NO_DICOM | PROGRAM | {"a": part10(ct_bytes())})})
    assert (result.number_of_problems, set(listed(result))) == (0, {f"disc.zip/{name}" for name in NO_DICOM | PROGRAM})


def test_one_file_passed_over_is_one(archive: OpenArchive) -> None:
    assert import_files(archive, {"d/README": b"no" * 200}).summary == "0 instances stored, 1 file passed over"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("disc/a.dcm", b"\0" * 600),
        ("disc/A.DCM", b"<html>not found</html>" * 20),
        ("disc/IM000001", b""),
        ("disc/IM000001", part10(ct_bytes())[:150]),
        ("disc/IM000001", part10(ct_bytes(SOPInstanceUID=None))),
        ("disc/more.zip", b"PK\x03\x04nonsense" * 20),
        ("disc.zip", zipped({"more.zip": zipped({"a": b"b"})})),
        ("disc.zip", zipped({"a.dcm": b"no dicom" * 50})),
        ("disc.zip", encrypted(zipped({"README": b"b" * 300}))),
    ],
)
def test_what_is_or_claims_to_be_dicom_is_never_passed_over(archive: OpenArchive, name: str, content: bytes) -> None:
    result = import_files(archive, {name: content})
    assert (result.number_of_problems, len(result.problems), result.passed_over) == (1, 1, ())


def test_a_hidden_file_that_was_named_itself_is_taken(archive: OpenArchive) -> None:
    assert import_files(archive, {".a.dcm": part10(ct_bytes())}).summary == "1 instance stored"


def test_a_zip_in_a_folder_is_opened(archive: OpenArchive) -> None:
    assert import_files(archive, {"d/a.zip": zipped({"a": part10(ct_bytes())})}).summary == "1 instance stored"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "It is empty."),
        (b"%PDF-1.7 and more" * 20, "It is no DICOM file"),
        (b"\0" * 128 + b"DICM", "names no transfer syntax"),
        (b"\0" * 128 + b"DICM" + b"\x02\x00\x10\x00UI\xff\xff", "cut off"),
        (b"\0" * 128 + b"DICM" + b"\x02\x00\x10\x00OB\0\0\xff\xff\xff\xff", "goes on past"),
        (b"PK\x03\x04nonsense" * 20, "The ZIP is damaged."),
        (b"PK\x05\x06" + b"\xff" * 18, "too many files"),
        (encrypted(zipped({"a": b"b" * 300})), "It is encrypted."),
        (zipped({"a": b"b" * 300}, zipfile.ZIP_LZMA), "a method that is not supported"),
        (zipped({"a": zipped({"b": b"c"})}), "It is a ZIP within a ZIP"),
        (zipped({"a.dcm": b"no dicom" * 50}), "It is no DICOM file"),
        (with_directory_length(zipped({"a": b"b"}), 1 << 31), "too many files"),
        (zipped({"a": bytes(100 << 20)}), "swell too much"),
        (zipped({"a": b"b" * 300})[:-80], "damaged"),
    ],
)
def test_what_is_refused_is_refused_with_its_reason(archive: OpenArchive, content: bytes, reason: str) -> None:
    result = import_files(archive, {"file": content})
    (said,) = reasons(result).values()
    assert (reason in said, result.summary) == (True, "0 instances stored, 1 refused")


def test_a_zip_that_the_disk_has_no_room_for_is_refused(archive: OpenArchive) -> None:
    result = import_files(archive, {"a.zip": zipped({"a": bytes(5000)})}, room_bytes=4999)
    assert "not enough room" in reasons(result)["a.zip"]


def test_a_damaged_entry_costs_only_itself(archive: OpenArchive) -> None:
    content = zipped(
        {"good": part10(ct_bytes()), "bad": part10(ct_bytes("1.2.3.1.2", PatientName="x" * 60))}, zipfile.ZIP_STORED
    )
    result = import_files(archive, {"a.zip": content.replace(b"x" * 60, b"y" * 60)})
    assert (result.summary, list(reasons(result))) == ("1 instance stored, 1 refused", ["a.zip/bad"])


def test_a_name_is_shown_without_what_could_mislead(archive: OpenArchive) -> None:
    (name,) = reasons(import_files(archive, {"a\x1b[31m\u202egpj.exe\n" + "x" * 2000: b"no"}))
    assert (name.isprintable(), len(name)) == (True, 1000)


def test_the_disk_full_ends_the_import_with_what_to_do(tmp_path: Path) -> None:
    def full(path: Path) -> tuple[int, int, int]:
        return 100, 100, 0

    reserve = RoomReserve(1, 0.0)
    with open_archive(tmp_path, reserve=reserve, disk_usage=full) as archive, pytest.raises(StorageFull):
        import_files(archive, {"a": part10(ct_bytes())})


def test_a_cancelled_import_stops_and_keeps_what_was_stored(archive: OpenArchive) -> None:
    def stop(done: int) -> None:
        if done == 5:
            raise JobCancelled("stop")

    with pytest.raises(StoppedHalfway) as stopped:
        import_files(archive, {str(n): part10(ct_bytes(f"1.2.3.1.{n}")) for n in range(100)}, Context(stop=stop))
    kept = len(stored(archive))
    assert 5 <= kept < 100
    assert stopped.value.result.summary == f"{kept} instances stored, {100 - kept} left out"


def test_an_import_that_is_stopped_before_its_first_file_says_so(archive: OpenArchive) -> None:
    def stop(done: int) -> None:
        raise JobCancelled("stop")

    with pytest.raises(StoppedHalfway) as stopped:
        import_files(archive, {"a": part10(ct_bytes())}, Context(stop=stop))
    assert stopped.value.result.summary == "0 instances stored, 1 left out"


@pytest.mark.parametrize(("name", "summary"), [("a.zip", "1 refused"), ("d/a.ZIP", "1 file passed over")])
def test_what_is_named_a_zip_and_is_none_is_told_as_such(archive: OpenArchive, name: str, summary: str) -> None:
    result = import_files(archive, {name: b"no ZIP at all"})
    assert [one.reason for one in (*result.problems, *result.passed_over)] == [
        "It is named .zip, but it is no ZIP archive."
    ]
    assert result.summary == f"0 instances stored, {summary}"


def test_progress_reaches_its_total(archive: OpenArchive) -> None:
    context = Context()
    import_files(archive, {"a.zip": zipped({str(n): b"no" for n in range(7)}), "b": b"no"}, context)
    assert (context.reports[0], context.reports[-1]) == ((0, 2), (8, 8))


def test_a_batch_that_is_gone_cannot_be_imported(archive: OpenArchive) -> None:
    batches = UploadBatches(archive.folder, lambda: RECEIVED_AT, UploadLimits())
    with pytest.raises(NotFound):
        Imports(archive.ingest, batches, lambda: RECEIVED_AT, lambda: 0).run(Context(), "gone")


def test_a_real_study_is_found_after_its_import(archive: OpenArchive) -> None:
    files = {path.name: path.read_bytes() for path in ct_phantom_slices()}
    import_files(archive, files)
    page = ArchiveStudies(archive.database, lambda: RECEIVED_AT).search(ANN, StudyQuery("ct"))
    assert [study.number_of_instances for study in page.items] == [28]


@pytest.mark.parametrize("name", ["badVR.dcm", "no_meta.dcm", "MR_truncated.dcm", "meta_missing_tsyntax.dcm"])
def test_a_hostile_file_is_kept_or_refused_with_a_reason(archive: OpenArchive, name: str) -> None:
    result = import_files(archive, {name: (PYDICOM_FILES / name).read_bytes()})
    with archive.database.read() as connection:
        held = connection.execute(select(func.count()).select_from(InstanceRow)).scalar_one()
    assert held + result.number_of_problems >= 1


def test_all_files_that_pydicom_ships_are_judged(archive: OpenArchive) -> None:
    files = {path.name: path.read_bytes() for path in PYDICOM_FILES.rglob("*") if path.is_file()}
    result = import_files(archive, files)
    assert all(problem.reason for problem in result.problems)
