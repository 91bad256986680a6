"""After a day of everything that goes right and wrong, no log names a patient and no file is open to others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.callers import let_in, small_ct
from tests.engine.network.listening import KNOWN
from tests.engine.network.sending import SentObject, send_one
from tests.support.data import shared_data
from tests.support.engine import EngineProcess, make_site, running_engine

NAME, PATIENT_ID, ACCESSION, DESCRIPTION = "Zygmuntowski^Kazimierz", "PID-4711-08", "ACC-0815-33", "Secret finding"
PLANTED = (*NAME.split("^"), PATIENT_ID, ACCESSION, DESCRIPTION)


def of_the_patient(sop_instance_uid: str = "", instance_number: int = 1) -> SentObject:
    """An image of the patient whose data must not be found."""
    return small_ct(
        sop_instance_uid,
        PatientName=NAME,
        PatientID=PATIENT_ID,
        AccessionNumber=ACCESSION,
        StudyDescription=DESCRIPTION,
        InstanceNumber=instance_number,
    )


def live_through_a_day(engine: EngineProcess, folder: Path) -> None:
    """Store, refuse, quarantine, cut short, conflict, import, search, delete, export, sign in wrongly."""
    first, other = of_the_patient(), of_the_patient()
    second = of_the_patient(first.sop_instance_uid, instance_number=2)
    announced = SentObject(other.sop_class_uid, "1.2.3.4.5", other.transfer_syntax_uid, other.content)
    cut = SentObject(other.sop_class_uid, other.sop_instance_uid, other.transfer_syntax_uid, other.content[:-3])
    for sent in (first, second, announced, cut):
        send_one(engine.dicom_port, sent)
    refused = folder / f"{NAME}.dcm"
    refused.write_bytes(NAME.encode() * 100)
    unnamed = folder / f"{PATIENT_ID}.dcm"
    unnamed.write_bytes(first.content.replace(first.sop_instance_uid.encode(), b"x" * len(first.sop_instance_uid)))
    engine.site.run("import", refused, unnamed, shared_data("seg"))
    engine.site.run("studies", "list", *NAME.lower().split("^"))
    engine.site.run("call", "studies.search", f'{{"query": {{"words": "{NAME}", "sort": "{PATIENT_ID}"}}}}')
    engine.site.run("status", "--user", NAME)
    (study,) = {
        one["study_instance_uid"] for one in engine.cli("studies", "list", ACCESSION) if one["number_of_conflicts"]
    }
    engine.site.run("studies", "export", study, "--to", folder / "out")
    engine.site.run("studies", "delete", study, "--reason", f"{NAME} asked for it")


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineProcess]:
    """An engine whose log tells all it can, at the end of that day."""
    folder = tmp_path_factory.mktemp("day")
    with running_engine(make_site(folder), "log.level=debug") as engine:
        with engine.link() as link:
            let_in(link, KNOWN)
        live_through_a_day(engine, folder)
        yield engine


def logs(engine: EngineProcess) -> str:
    """All that was written down, and all that was printed."""
    written = [file.read_text(errors="replace") for file in (engine.site.data_dir / "logs").iterdir()]
    return "\n".join([*written, *engine.server.lines])


def test_the_day_left_its_lines_in_the_log(evening: EngineProcess) -> None:
    assert all(word in logs(evening) for word in ("B000", "A900", "B007", "quarantine"))


@pytest.mark.parametrize("planted", PLANTED)
def test_no_log_holds_what_is_the_patients(evening: EngineProcess, planted: str) -> None:
    assert [line for line in logs(evening).splitlines() if planted.casefold() in line.casefold()] == []


def test_no_log_holds_a_password(evening: EngineProcess) -> None:
    assert evening.site.password_file.read_text() not in logs(evening)


def test_nothing_in_the_folder_is_open_to_others(evening: EngineProcess) -> None:
    root = evening.site.data_dir
    assert [str(path) for path in [root, *root.rglob("*")] if path.lstat().st_mode & 0o077] == []


def test_no_file_of_the_archive_is_named_after_anything_in_it(evening: EngineProcess) -> None:
    names = [str(path.relative_to(evening.site.data_dir)) for path in evening.site.data_dir.rglob("*")]
    assert [name for name in names if any(planted in name for planted in PLANTED)] == []
