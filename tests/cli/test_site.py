"""Making a site from the command line: what was made, how to go on, and never a word of the password."""

import io
import json
from pathlib import Path

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.cli.main import run
from pacsdesk.contract.records.engine import Profile

PASSWORD = "four lanterns in a row"


@pytest.fixture(autouse=True)
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password, as a script hands it over."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))


def made(folder: Path, *words: str) -> int:
    """`pacsdesk init` in a folder."""
    return run(["init", "--data-dir", str(folder), *words])


def test_a_clinic_is_told_with_its_administrator_and_what_to_type_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code = made(tmp_path / "site", "--admin", "ada", "--password-stdin")
    said = capsys.readouterr().out
    where = f"--data-dir {tmp_path / 'site'}"
    assert (exit_code, PASSWORD in said) == (Exit.DONE, False)
    assert f"Made a clinic in {tmp_path / 'site'}. ada administers it." in said
    assert f"`pacsdesk serve {where}`" in said
    assert f"`pacsdesk status {where} --user ada --password-file FILE`" in said


def test_a_bench_is_told_to_need_no_password(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path / "site", "--profile", "bench")
    said = capsys.readouterr().out
    assert "You administer it, and need no password on this computer." in said
    assert f"`pacsdesk status --data-dir {tmp_path / 'site'}`" in said


def test_quietly_only_what_was_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path / "site", "--profile", "bench", "--quiet")
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_document_holds_nothing_but_what_was_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path / "site", "--profile", "bench", "--json")
    assert json.loads(capsys.readouterr().out) == {"data_dir": str(tmp_path / "site"), "profile": "bench"}


@pytest.mark.parametrize("words", [(), ("--admin", "ada"), ("--password-stdin",)])
def test_a_clinic_without_a_whole_administrator_is_wrong_usage(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert made(tmp_path / "site", *words) == Exit.WRONG_USAGE
    assert "--admin NAME and --password-stdin" in capsys.readouterr().err


def test_a_place_where_nothing_can_be_made_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert made(tmp_path / "file" / "site", "--profile", "bench") == Exit.WRONG_USAGE
    assert capsys.readouterr().err.startswith(f"No site can be made in {tmp_path / 'file' / 'site'}.\n")


def test_a_site_that_is_there_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path / "site", "--profile", "bench")
    before = (tmp_path / "site" / "settings.toml").read_bytes()
    assert made(tmp_path / "site", "--profile", "classroom") == Exit.FAILED
    assert (tmp_path / "site" / "settings.toml").read_bytes() == before


def test_a_folder_with_other_files_in_it_is_refused_and_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("fstab", "hosts", "logs", "passwd", "shadow"):
        (tmp_path / name).touch()
    before = sorted(tmp_path.iterdir())
    assert made(tmp_path, "--profile", "bench") == Exit.FAILED
    said = capsys.readouterr().err
    assert said.startswith(f"{tmp_path} is not empty") and "'fstab', 'hosts', 'logs' and 2 more" in said
    assert sorted(tmp_path.iterdir()) == before


def test_a_new_disk_takes_a_site(tmp_path: Path) -> None:
    (tmp_path / "lost+found").mkdir()
    assert made(tmp_path, "--profile", "bench") == Exit.DONE


@pytest.mark.parametrize("profile", list(Profile))
def test_a_site_whose_founding_was_cut_short_is_founded_again(tmp_path: Path, profile: Profile) -> None:
    made(tmp_path, "--profile", "classroom")
    (tmp_path / "founded-as-classroom").unlink()
    (tmp_path / "settings.toml").rename(tmp_path / ".settings.toml.4711.new")
    assert made(tmp_path, "--profile", profile, "--admin", "ada", "--password-stdin") == Exit.DONE


def test_settings_that_were_lost_are_written_anew_and_no_account_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, "--admin", "ada", "--password-stdin")
    (tmp_path / "settings.toml").unlink()
    assert run(["serve", "--data-dir", str(tmp_path)]) == Exit.FAILED
    assert f"`pacsdesk init --settings-only --data-dir {tmp_path}`" in capsys.readouterr().err
    assert made(tmp_path, "--admin", "bob", "--password-stdin") == Exit.FAILED
    assert made(tmp_path, "--settings-only", "--admin", "bob") == Exit.WRONG_USAGE
    capsys.readouterr()
    assert made(tmp_path, "--settings-only") == Exit.DONE
    assert "Wrote the settings of the clinic" in (said := capsys.readouterr().out)
    assert f"`pacsdesk settings list --data-dir {tmp_path}`" in said
    assert (tmp_path / "settings.toml").is_file()


def test_settings_of_no_site_are_not_written(tmp_path: Path) -> None:
    assert made(tmp_path / "site", "--settings-only") == Exit.FAILED
    assert not (tmp_path / "site").exists()
