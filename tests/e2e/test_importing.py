"""Files in from the command line: what can be taken is there byte for byte, what is refused has its reason."""

import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file
from pydicom.uid import generate_uid

from pacsdesk.contract.records.archive import StudyQuery
from pacsdesk.link.client import Client
from tests.engine.network.sending import object_of
from tests.support.data import ct_phantom_slices, shared_data
from tests.support.datasets import ct_bytes
from tests.support.engine import CliResult, EngineProcess
from tests.support.part10 import dataset_of

TAKEN_THOUGH_ODD = ("ExplVR_BigEndNoMeta.dcm", "rtstruct.dcm")
KEPT_UNREADABLE = (
    "badVR.dcm",
    "MR_truncated.dcm",
    "rtplan_truncated.dcm",
    "SC_rgb_jpeg.dcm",
    "JPEGLSNearLossless_08.dcm",
)
REFUSED = (
    "no_meta.dcm",
    "no_meta_group_length.dcm",
    "meta_missing_tsyntax.dcm",
    "empty_charset_LEI.dcm",
    "UN_sequence.dcm",
    "nested_priv_SQ.dcm",
    "README.txt",
    "zipMR.gz",
)
ON_THE_DISC = 31


def shipped(name: str) -> Path:
    """One of the files that pydicom ships."""
    found = get_testdata_file(name)
    assert isinstance(found, str)
    return Path(found)


def import_paths(engine: EngineProcess, *paths: Path) -> CliResult:
    """`pacsdesk import`, whatever becomes of it."""
    result = engine.site.run("import", *paths)
    assert "Traceback" not in result.complaint + result.output
    return result


def reasons(result: CliResult) -> dict[str, str]:
    """The base name of each file with a problem, and why."""
    return {Path(problem["subject"]).name: problem["reason"] for problem in result.document["result"]["problems"]}


def passed_over(result: CliResult) -> dict[str, str]:
    """The base name of each file that was left alone, and why."""
    return {Path(one["subject"]).name: one["reason"] for one in result.document["result"]["passed_over"]}


def not_held(link: Client, files: Iterable[Path]) -> list[Path]:
    """Those whose dataset the archive does not give back as it is in the file."""
    return [file for file in files if not _is_held(link, file)]


def _is_held(link: Client, file: Path) -> bool:
    sent = object_of(file)
    return dataset_of(link.read_bytes(f"instance/{sent.sop_instance_uid}")) == sent.content


def test_odd_files_with_an_identity_are_taken(engine: EngineProcess) -> None:
    result = import_paths(engine, *map(shipped, TAKEN_THOUGH_ODD))
    assert (result.exit_code, reasons(result)) == (0, {})


def test_damaged_files_with_an_identity_are_kept_and_reported(engine: EngineProcess) -> None:
    result = import_paths(engine, *map(shipped, KEPT_UNREADABLE))
    assert (result.exit_code, sorted(reasons(result))) == (1, sorted(KEPT_UNREADABLE))


def test_the_reason_of_a_damaged_file_is_told_to_its_end(engine: EngineProcess, tmp_path: Path) -> None:
    (tmp_path / "cut.dcm").write_bytes(ct_bytes(generate_uid())[:-3])
    result = import_paths(engine, tmp_path / "cut.dcm")
    assert reasons(result)["cut.dcm"].endswith("(7FE0,0010) says 8 bytes, 5 are left")


def test_files_without_an_identity_are_refused_each_with_its_reason(engine: EngineProcess) -> None:
    result = import_paths(engine, *map(shipped, REFUSED))
    assert (result.exit_code, sorted(reasons(result))) == (1, sorted(REFUSED))
    assert all(reasons(result).values())


def test_a_good_file_among_bad_ones_is_stored(engine: EngineProcess, link: Client) -> None:
    result = import_paths(engine, shipped("README.txt"), shipped("waveform_ecg.dcm"), shipped("no_meta.dcm"))
    assert (result.exit_code, sorted(reasons(result))) == (1, ["README.txt", "no_meta.dcm"])
    assert not_held(link, [shipped("waveform_ecg.dcm")]) == []


def test_a_person_reads_each_refused_file_and_why_on_a_line_of_its_own(engine: EngineProcess) -> None:
    command = [*engine.site.program, "import", str(shipped("README.txt"))]
    said = subprocess.run(command, env=engine.site.environment(), capture_output=True, text=True, timeout=60)
    assert said.stdout.splitlines() == [
        "0 instances stored, 1 refused",
        "  README.txt: It is no DICOM file: it does not begin like one.",
    ]


def test_a_folder_is_imported_with_all_below_it(engine: EngineProcess, link: Client) -> None:
    result = import_paths(engine, shared_data("ct-phantom", "S21570"))
    assert (result.exit_code, not_held(link, ct_phantom_slices())) == (0, [])


@pytest.mark.parametrize("name", ["DICOMDIR", "DICOMDIR-bigEnd", "DICOMDIR-implicit", "DICOMDIR-reordered"])
def test_a_dicomdir_brings_the_files_that_it_names(engine: EngineProcess, link: Client, name: str) -> None:
    folder = shipped("dicomdirtests")
    result = import_paths(engine, folder / name)

    on_the_disc = [file for number in ("77654033", "98892001", "98892003") for file in (folder / number).rglob("*")]
    files = [file for file in on_the_disc if file.is_file()]
    assert result.exit_code == 0, result.complaint or result.output
    assert (len(files), not_held(link, files)) == (ON_THE_DISC, [])


def test_a_zip_is_imported_with_all_in_it_but_what_is_no_dicom(
    engine: EngineProcess, link: Client, tmp_path: Path
) -> None:
    slices = sorted(shared_data("mr-t1").glob("*.dcm"))
    with zipfile.ZipFile(tmp_path / "from a colleague.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number, file in enumerate(slices):
            archive.write(file, f"head/{number}")
        archive.writestr("head/letter.txt", "Dear colleague")

    result = import_paths(engine, tmp_path / "from a colleague.zip")
    assert (result.exit_code, reasons(result), set(passed_over(result)), not_held(link, slices)) == (
        0,
        {},
        {"letter.txt"},
        [],
    )


def test_a_person_reads_which_files_of_a_folder_were_passed_over(engine: EngineProcess, tmp_path: Path) -> None:
    (tmp_path / "disc").mkdir()
    (tmp_path / "disc" / "LICENSE.txt").write_text("Permission is hereby granted")
    (tmp_path / "disc" / "1").write_bytes(ct_bytes(generate_uid()))
    command = [*engine.site.program, "import", str(tmp_path / "disc")]
    said = subprocess.run(command, env=engine.site.environment(), capture_output=True, text=True, timeout=60)
    assert (said.returncode, said.stdout.splitlines()) == (
        0,
        [
            "1 instance stored, 1 file passed over",
            "Passed over:",
            "  disc/LICENSE.txt: It is no DICOM file: it does not begin like one.",
        ],
    )


def test_a_damaged_file_in_a_folder_fails_the_import(engine: EngineProcess, tmp_path: Path) -> None:
    (tmp_path / "disc").mkdir()
    (tmp_path / "disc" / "README").write_text("Put the disc into your computer.")
    (tmp_path / "disc" / "1").write_bytes(ct_bytes(generate_uid())[:-3])
    result = import_paths(engine, tmp_path / "disc")
    assert (result.exit_code, set(reasons(result)), set(passed_over(result))) == (1, {"1"}, {"README"})


def test_a_zip_cannot_write_outside_the_archive(engine: EngineProcess, link: Client, tmp_path: Path) -> None:
    climbing = shipped("image_dfl.dcm")
    before = sorted(engine.site.data_dir.parent.iterdir())
    with zipfile.ZipFile(tmp_path / "climbing.zip", "w") as archive:
        archive.write(climbing, "../../../climbed.dcm")

    import_paths(engine, tmp_path / "climbing.zip")
    assert sorted(engine.site.data_dir.parent.iterdir()) == before
    assert not list(engine.site.data_dir.rglob("climbed.dcm"))


def test_a_damaged_zip_is_refused_with_its_reason(engine: EngineProcess, tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04" + bytes(200))
    result = import_paths(engine, tmp_path / "cut.zip")
    assert (result.exit_code, set(reasons(result))) == (1, {"cut.zip"})


def test_the_same_files_again_change_nothing(engine: EngineProcess, link: Client) -> None:
    import_paths(engine, shared_data("mr-enhanced"))
    before = link.services.studies.totals()

    assert import_paths(engine, *shared_data("mr-enhanced").glob("*.dcm")).exit_code == 0
    assert link.services.studies.totals() == before


def test_a_path_that_is_not_there_is_wrong_usage(engine: EngineProcess, tmp_path: Path) -> None:
    result = import_paths(engine, tmp_path / "nowhere")
    assert (result.exit_code, "nowhere" in result.complaint) == (2, True)


def test_an_import_is_found_by_the_words_of_its_study(engine: EngineProcess, link: Client) -> None:
    import_paths(engine, shipped("CT_small.dcm"))
    (study,) = link.services.studies.search(StudyQuery("compressedsamples ct1")).items
    assert (study.number_of_instances, study.sending_ae_title) == (1, "IMPORT")
