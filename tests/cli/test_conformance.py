"""The conformance statement on the command line: without an engine, as text, page and document."""

import json
from pathlib import Path

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.cli.main import run


def conformance(folder: Path, *words: str) -> int:
    """`pacsdesk conformance` for a data folder."""
    return run(["conformance", "--data-dir", str(folder), *words])


def test_it_is_shown_where_there_is_no_site_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert conformance(tmp_path / "none") == Exit.DONE
    assert capsys.readouterr().out.startswith("# PACSDesk DICOM Conformance Statement\n")
    assert not (tmp_path / "none").exists()


def test_it_speaks_of_the_settings_of_the_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "settings.toml").write_text('[dicom]\nae_title = "RIVERSIDE"\n', encoding="utf-8")
    conformance(site, "--json")
    document = json.loads(capsys.readouterr().out)
    assert document["ae_title"] == "RIVERSIDE"
    assert "Application entity RIVERSIDE" in [section["title"] for section in document["sections"]]


@pytest.mark.parametrize(("name", "begins"), [("statement.md", "# PACSDesk"), ("statement.html", "<!DOCTYPE html>")])
def test_a_file_is_written_in_the_form_that_its_name_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, begins: str
) -> None:
    assert conformance(tmp_path / "none", "--to", str(tmp_path / name)) == Exit.DONE
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "missing" / "statement.md"
    assert conformance(tmp_path / "none", "--to", str(target)) == Exit.WRONG_USAGE
    assert f"{target} cannot be written." in capsys.readouterr().err
