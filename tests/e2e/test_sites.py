"""Kinds of sites: a classroom goes back to its start, a bench knows its owner by a secret, a clinic does neither."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.callers import small_ct
from tests.engine.network.sending import send_one
from tests.support.engine import EngineProcess, Site, make_local_site, make_site, running_engine

Shown = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Classroom:
    """A running one, and what learners saw in it when it was new."""

    engine: EngineProcess
    start: Shown


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Classroom]:
    """A classroom whose invented patients are there."""
    with running_engine(make_local_site(tmp_path_factory.mktemp("classroom"), "classroom")) as engine:
        for job in engine.cli("jobs", "list"):
            engine.cli("jobs", "wait", job["job_id"])
        yield Classroom(engine, shown(engine))


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineProcess]:
    """A bench, for the system's own user."""
    with running_engine(make_local_site(tmp_path_factory.mktemp("bench"), "bench")) as engine:
        yield engine


def shown(engine: EngineProcess) -> Shown:
    """What the list of studies shows."""
    keys = ("patient_id", "patient_name", "accession_number", "study_description", "number_of_instances")
    return sorted(tuple(study[key] for key in keys) for study in engine.cli("studies", "list"))


def test_a_classroom_begins_with_invented_patients(classroom: Classroom) -> None:
    assert len({patient_id for patient_id, *_ in classroom.start}) > 5


def test_reset_brings_a_classroom_back_to_its_start(classroom: Classroom) -> None:
    engine = classroom.engine
    assert send_one(engine.dicom_port, small_ct())[0] == 0
    victim = engine.cli("studies", "list", "phantom", "--limit", "1")[0]["study_instance_uid"]
    engine.cli("studies", "delete", victim, "--reason", "an exercise")
    assert shown(engine) != classroom.start

    engine.cli("reset")
    assert (shown(engine), engine.cli("trash", "list")) == (classroom.start, [])
    assert engine.site.run("check").exit_code == 0


def test_a_classroom_takes_callers_from_this_computer_unknown(classroom: Classroom) -> None:
    assert send_one(classroom.engine.dicom_port, small_ct())[0] == 0


def test_a_clinic_is_not_reset(engine: EngineProcess) -> None:
    sent = small_ct()
    send_one(engine.dicom_port, sent)
    before = shown(engine)
    assert engine.site.run("reset").exit_code == 1
    assert shown(engine) == before


def test_a_bench_is_not_reset(bench: EngineProcess) -> None:
    refused = bench.site.run("reset")
    assert (refused.exit_code, "bench" in refused.complaint) == (1, True)


def with_profile(site: Site, old: str, new: str) -> Site:
    """A site whose settings file somebody edited by hand."""
    file = site.data_dir / "settings.toml"
    text = file.read_text(encoding="utf-8")
    assert f'profile = "{old}"' in text
    file.write_text(text.replace(f'profile = "{old}"', f'profile = "{new}"'), encoding="utf-8")
    return site


def test_a_clinic_does_not_become_a_classroom_by_an_edited_settings_file(tmp_path: Path) -> None:
    edited = with_profile(make_site(tmp_path), "clinic", "classroom")
    refused = edited.run("serve", "--set", "dicom.port=0", "--set", "http.port=0")
    assert (refused.exit_code, "founded as a clinic, not as" in refused.complaint) == (1, True), refused.complaint


def test_a_classroom_does_not_become_a_clinic_by_an_edited_settings_file(tmp_path: Path) -> None:
    edited = with_profile(make_local_site(tmp_path, "classroom"), "classroom", "clinic")
    refused = edited.run("serve", "--set", "dicom.port=0", "--set", "http.port=0")
    assert (refused.exit_code, "was founded as a classroom" in refused.complaint) == (1, True), refused.complaint


def test_the_owner_of_a_bench_signs_in_through_its_secret(bench: EngineProcess) -> None:
    assert bench.cli("status")["profile"] == "bench"


def test_the_secret_is_the_owners_alone(bench: EngineProcess) -> None:
    assert (bench.site.data_dir / "local-secret").stat().st_mode & 0o777 == 0o600


def with_secret(bench: EngineProcess, folder: Path, secret: str) -> Site:
    """Another folder that claims the bench's engine with a secret."""
    folder.mkdir()
    (folder / "local-secret").write_text(secret)
    return replace(bench.site, data_dir=folder)


def test_a_copy_of_the_secret_opens_the_bench(bench: EngineProcess, tmp_path: Path) -> None:
    copy = with_secret(bench, tmp_path / "copy", (bench.site.data_dir / "local-secret").read_text())
    assert copy.run("status", "--engine", bench.http_address).exit_code == 0


def test_a_secret_with_one_wrong_byte_does_not(bench: EngineProcess, tmp_path: Path) -> None:
    right = (bench.site.data_dir / "local-secret").read_text()
    wrong = ("A" if right[0] != "A" else "B") + right[1:]
    copy = with_secret(bench, tmp_path / "copy", wrong)
    assert copy.run("status", "--engine", bench.http_address).exit_code == 3


def test_a_clinic_has_no_secret_to_sign_in_with(engine: EngineProcess, tmp_path: Path) -> None:
    assert not (engine.site.data_dir / "local-secret").exists()
    guessed = with_secret(engine, tmp_path / "copy", "x" * 43)
    assert replace(guessed, user="").run("status", "--engine", engine.http_address).exit_code == 3


def test_a_clinic_is_not_made_without_an_administrator(tmp_path: Path) -> None:
    made = Site(tmp_path / "site", tmp_path / "password").run("init")
    assert (made.exit_code, (tmp_path / "site" / "settings.toml").exists()) == (2, False)


def test_a_site_is_not_made_over_another(bench: EngineProcess, tmp_path: Path) -> None:
    copy = shutil.copytree(bench.site.data_dir, tmp_path / "copy")
    settings = (copy / "settings.toml").read_bytes()
    assert Site(copy, tmp_path / "password").run("init", "--profile", "classroom").exit_code == 1
    assert (copy / "settings.toml").read_bytes() == settings
