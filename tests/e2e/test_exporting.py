"""Studies out as a file-set that other programs read, and into the trash and back, without a changed byte."""

import zipfile
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.fileset import FileSet

from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.link.client import Client
from tests.engine.network.sending import object_of
from tests.support.data import shared_data
from tests.support.engine import EngineProcess
from tests.support.part10 import dataset_of
from tests.support.peers import dcmtk

Sent = tuple[str, dict[str, bytes]]
"""A Study Instance UID, and the dataset of each of its SOP Instance UIDs."""


def datasets_of(files: list[Path]) -> dict[str, bytes]:
    """Each object's SOP Instance UID and dataset."""
    objects = [object_of(file) for file in files if file.is_file()]
    return {one.sop_instance_uid: one.content for one in objects}


def in_the_directory(dicomdir: Path) -> set[str]:
    """The SOP Instance UIDs that pydicom finds by a DICOMDIR."""
    file_set = FileSet(dicomdir)
    try:
        return {str(instance.SOPInstanceUID) for instance in file_set}
    finally:
        file_set._stage["t"].cleanup()  # pydicom leaves its temporary folder to the garbage collector, which warns


def exported(folder: Path) -> dict[str, bytes]:
    """The objects of an exported folder; its DICOMDIR is none of them."""
    return datasets_of(list((folder / "DICOM").rglob("*")))


def stored(link: Client, study: str) -> dict[str, bytes]:
    """The objects that the archive gives for a study."""
    return {
        instance.sop_instance_uid: dataset_of(link.read_bytes(f"instance/{instance.sop_instance_uid}"))
        for series in link.services.studies.series(StudyInstanceUID(study))
        for instance in link.services.studies.instances(series.series_instance_uid, PageRequest(limit=1000)).items
    }


def import_folder(engine: EngineProcess, *parts: str) -> Sent:
    """Import a folder of the test data that holds one study; its UID and what the files hold."""
    files = [file for file in sorted(shared_data(*parts).rglob("*")) if file.name not in ("DICOMDIR", "LICENSE.txt")]
    engine.site.run("import", shared_data(*parts))
    (study,) = {str(dcmread(file, stop_before_pixels=True).StudyInstanceUID) for file in files if file.is_file()}
    return study, datasets_of(files)


@pytest.fixture(scope="module")
def ct(engine: EngineProcess) -> Sent:
    """The CT phantom's study in the archive, and its files' datasets."""
    return import_folder(engine, "ct-phantom")


@pytest.fixture(scope="module")
def ct_folder(engine: EngineProcess, ct: Sent, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That study, exported to a folder."""
    folder = tmp_path_factory.mktemp("export") / "for a colleague"
    engine.cli("studies", "export", ct[0], "--to", folder)
    return folder


def test_an_exported_folder_holds_every_dataset_as_it_came(ct: Sent, ct_folder: Path) -> None:
    assert exported(ct_folder) == ct[1]


def test_pydicom_reads_the_dicomdir_with_all_instances(ct: Sent, ct_folder: Path) -> None:
    assert in_the_directory(ct_folder / "DICOMDIR") == ct[1].keys()


def test_dcmtk_reads_the_dicomdir_with_all_instances(ct: Sent, ct_folder: Path) -> None:
    read = dcmtk("dcmdump", "+P", "ReferencedSOPInstanceUIDInFile", ct_folder / "DICOMDIR")
    assert read.returncode == 0, read.stdout
    assert [uid for uid in ct[1] if uid not in read.stdout] == []


def test_an_exported_folder_comes_back_as_the_same_study(
    ct: Sent, ct_folder: Path, engine_with_nothing: EngineProcess
) -> None:
    engine_with_nothing.cli("import", ct_folder / "DICOMDIR")
    with engine_with_nothing.link() as link:
        assert stored(link, ct[0]) == ct[1]


def test_an_exported_zip_holds_the_same(ct: Sent, engine: EngineProcess, tmp_path: Path) -> None:
    engine.cli("studies", "export", ct[0], "--to", tmp_path / "ct.zip")
    with zipfile.ZipFile(tmp_path / "ct.zip") as archive:
        archive.extractall(tmp_path / "ct")
    assert exported(tmp_path / "ct") == ct[1]
    assert in_the_directory(tmp_path / "ct" / "DICOMDIR") == ct[1].keys()


def test_nothing_is_written_over_an_existing_folder(ct: Sent, engine: EngineProcess, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("mine")
    result = engine.site.run("studies", "export", ct[0], "--to", tmp_path / "mine")
    assert (result.exit_code, [path.name for path in (tmp_path / "mine").iterdir()]) == (1, ["letter"])


def test_an_export_of_an_unknown_study_fails(engine: EngineProcess, tmp_path: Path) -> None:
    result = engine.site.run("studies", "export", "1.2.3.4.5.6.7", "--to", tmp_path / "nothing")
    assert (result.exit_code, (tmp_path / "nothing").exists()) == (1, False)


def test_a_deleted_study_is_gone_and_comes_back_as_it_was(engine: EngineProcess, link: Client) -> None:
    study, datasets = import_folder(engine, "mr-transfer-syntaxes")

    (entry,) = engine.cli("studies", "delete", study, "--reason", "sent to us by mistake")
    assert engine.site.run("series", "list", study).exit_code == 1
    assert [one for one in engine.cli("trash", "list") if one["trash_id"] == entry["trash_id"]] == [entry]
    assert (entry["reason"], entry["deleted_by"]) == ("sent to us by mistake", "admin")

    assert engine.cli("trash", "take-back", entry["trash_id"]) == {"study_instance_uid": study}
    assert stored(link, study) == datasets


def test_a_study_is_not_deleted_without_a_reason(ct: Sent, engine: EngineProcess, link: Client) -> None:
    assert engine.site.run("studies", "delete", ct[0], "--reason", "  ").exit_code == 2
    assert stored(link, ct[0]) == ct[1]
