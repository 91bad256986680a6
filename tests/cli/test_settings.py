"""Settings without an engine: listed from the file or the defaults, written under the folder's lock, and audited."""

import io
import json
from pathlib import Path

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.cli.main import run
from pacsdesk.engine.runtime.lock import FolderLock
from pacsdesk.engine.security.aside import EntriesAside
from tests.support.network import LOOPBACK, free_port
from tests.support.site_folder import make_site_folder


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.setattr("sys.stdin", io.StringIO("four lanterns in a row\n"))
    assert run(["init", "--data-dir", str(tmp_path / "site"), "--admin", "ada", "--password-stdin"]) == Exit.DONE
    capsys.readouterr()
    return tmp_path / "site"


def asked(site: Path, *words: str) -> int:
    return run(["settings", *words, "--data-dir", str(site)])


def test_settings_are_listed_from_the_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(site, "set", "dicom.ae_title", "RIVERSIDE") == Exit.DONE
    assert asked(site, "list") == Exit.DONE
    said = capsys.readouterr().out
    assert "RIVERSIDE" in said and f"No engine runs on {site}: this is what its settings.toml says." in said


def test_where_there_is_no_site_the_defaults_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(tmp_path / "nowhere", "list") == Exit.DONE
    assert f"There is no site in {tmp_path / 'nowhere'}: these are the defaults." in capsys.readouterr().out
    assert not (tmp_path / "nowhere").exists()


def test_of_a_wrong_file_all_names_are_listed_and_the_line_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "settings.toml").write_text("[dicom]\ncolour = 1\n", encoding="utf-8")
    assert asked(site, "list") == Exit.WRONG_USAGE
    said = capsys.readouterr()
    assert "dicom.ae_title" in said.out and "is wrong in line 2." in said.err


def test_a_value_is_shown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(site, "get", "dicom.port", "--json") == Exit.DONE
    assert json.loads(capsys.readouterr().out)["value"] == 11112


def test_a_value_is_set_for_the_next_start_and_stands_in_the_audit_then(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(site, "set", "dicom.port", "11113") == Exit.DONE
    assert capsys.readouterr().out == "dicom.port is 11113; it holds from the engine's next start on.\n"
    assert "\nport = 11113\n" in (site / "settings.toml").read_text(encoding="utf-8")
    entries = EntriesAside(site / "audit-aside.jsonl").entries()
    assert [(one["action"], one["subject"], one["outcome"]) for one in entries] == [
        ("settings.set", "dicom.port 11113", outcome) for outcome in ("begun", "done")
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "dicom.port", "many"), Exit.WRONG_USAGE),
        (("set", "site.profile", "bench"), Exit.WRONG_USAGE),
        (("set", "dicom.prot", "1"), Exit.FAILED),
        (("get", "dicom.prot"), Exit.FAILED),
    ],
)
def test_what_is_wrong_changes_nothing(
    site: Path, words: tuple[str, ...], code: Exit, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (site / "settings.toml").read_bytes()
    assert asked(site, *words) == code
    assert (site / "settings.toml").read_bytes() == before


def test_nothing_is_set_where_there_is_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(tmp_path, "set", "dicom.port", "11113") == Exit.FAILED
    assert "is no PACSDesk site" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_set_behind_the_back_of_an_engine_that_has_the_folder(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (site / "settings.toml").read_bytes()
    lock = FolderLock(site / "engine.lock")
    lock.take()
    try:
        assert asked(site, "set", "dicom.port", "11113") == Exit.FAILED
    finally:
        lock.release()
    assert "is in use by process" in capsys.readouterr().err
    assert (site / "settings.toml").read_bytes() == before


def test_the_address_of_an_engine_that_was_killed_is_no_hindrance(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_site_folder(tmp_path, f"http://{LOOPBACK}:{free_port()}", "gone")
    assert asked(tmp_path, "set", "dicom.port", "11113") == Exit.DONE
    assert "port = 11113" in (tmp_path / "settings.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("value", ["dicom.prot=1", "dicom.port=many"])
def test_what_is_wrong_for_one_run_is_wrong_usage(site: Path, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--data-dir", str(site), "--set", value]) == Exit.WRONG_USAGE
