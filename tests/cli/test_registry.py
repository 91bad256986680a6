"""`pacsdesk peers history|diff|rollback|export|import`, over a real link to a site in memory."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.registry import (
    ChangeKind,
    EntryKind,
    FieldChange,
    ImportedEntry,
    ImportVerdict,
    RegistryVersion,
)
from tests.cli.asking import Ask
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

MOVED = RegistryVersion(
    3, NOW, "ada", EntryKind.PEER, "CT 1", ChangeKind.CHANGED, "new room", (FieldChange("port", "104", "105"),)
)
NEW = ImportedEntry(ImportVerdict.NEW, EntryKind.PEER, "CT 1", "line 4", "", (FieldChange("port", "", "104"),))
REFUSED = ImportedEntry(ImportVerdict.REFUSED, EntryKind.PEER, "V*", "line 5", "It stands for many titles.", ())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Whatever is in it."""
    path = tmp_path / "acrnema.map"
    path.write_bytes(b"CT01 10.0.0.7 104 M\xfcnchen")
    return path


def test_the_history_tells_who_what_and_why(ask: Ask, site: FakeSite) -> None:
    site.versions.append(MOVED)
    line = ask("peers", "history", "CT 1").output.splitlines()[1]
    assert [word in line for word in ("3", "ada", "peer CT 1 changed", "port: 104 -> 105", "new room")] == [True] * 5


def test_without_changes_the_history_says_so(ask: Ask) -> None:
    assert ask("peers", "history").output == "Nothing was changed yet.\n"


def test_versions_are_compared_field_by_field(ask: Ask, site: FakeSite) -> None:
    site.versions.append(MOVED)
    assert ask("peers", "diff", "2", "3").output.splitlines()[1].split() == ["port", "104", "105"]
    assert ask("peers", "diff", "3", "3").output == "There is no difference.\n"


def test_an_entry_goes_back(ask: Ask, site: FakeSite) -> None:
    site.versions.append(MOVED)
    said = ask("peers", "rollback", "3", "--reason", "it was right")
    assert ("peer CT 1 changed" in said.output, site.reasons) == (True, ["it was right"])


def test_going_back_to_what_is_says_so(ask: Ask) -> None:
    assert ask("peers", "rollback", "3").output == "It is so already: nothing was changed.\n"


def test_all_entries_go_back_to_a_time(ask: Ask, site: FakeSite) -> None:
    site.versions += [MOVED, replace(MOVED, version_id=4, changed_at=NOW + timedelta(hours=2))]
    at = (NOW + timedelta(hours=1)).isoformat()
    lines = ask("peers", "rollback", "--all-to", at).output.splitlines()[1:]
    assert [line.split()[0] for line in lines] == ["4"]


def test_one_change_is_taken_back(ask: Ask, site: FakeSite) -> None:
    site.versions.append(MOVED)
    said = ask("peers", "rollback", str(MOVED.version_id), "--before")
    assert (site.taken_back, said.exit_code) == ([(MOVED.version_id,)], Exit.DONE)


@pytest.mark.parametrize("words", [(), ("3", "--all-to", "2026-11-24"), ("--all-to", "2026-11-24", "--before")])
def test_one_way_back_is_to_be_chosen(ask: Ask, words: tuple[str, ...]) -> None:
    assert ask("peers", "rollback", *words).exit_code == Exit.WRONG_USAGE


@pytest.mark.parametrize(
    "words", [("rollback", "--all-to", "yesterday"), ("diff", "x", "1"), ("import", "f", "--format", "xml")]
)
def test_what_is_given_wrongly_is_refused(ask: Ask, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        ask("peers", *words)
    assert ended.value.code == Exit.WRONG_USAGE


def test_entries_are_written_in_the_form_of_the_name(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "peers.csv"
    said = ask("peers", "export", str(target))
    assert (said.output, target.read_text()) == (f"Written to {target}.\n", "all as csv\n")


def test_a_name_without_a_form_is_wrong_usage(ask: Ask, tmp_path: Path) -> None:
    said = ask("peers", "export", str(tmp_path / "peers"))
    assert (said.exit_code, "--format" in said.complaint) == (Exit.WRONG_USAGE, True)


def test_a_preview_changes_nothing(ask: Ask, site: FakeSite, file: Path) -> None:
    site.brought = (NEW,)
    said = ask("peers", "import", str(file), "--preview")
    assert (said.exit_code, site.calls["registry.preview"], site.calls["registry.take_in"]) == (Exit.DONE, 1, 0)
    assert said.output.startswith("Would be taken in from 1 entry of toml: 1 new.")


def test_what_is_refused_is_told_why_and_makes_a_failure(ask: Ask, site: FakeSite, file: Path) -> None:
    site.brought = (NEW, REFUSED)
    said = ask("peers", "import", str(file), "--reason", "from the old archive")
    assert (said.exit_code, site.reasons) == (Exit.FAILED, ["from the old archive"])
    assert said.output.splitlines()[0] == "Taken in from 2 entries of toml: 1 new, 1 refused."
    assert "It stands for many titles." in said.output


@pytest.mark.parametrize("name", ["missing", "large"])
def test_a_file_that_cannot_be_taken_is_named(ask: Ask, tmp_path: Path, name: str) -> None:
    (tmp_path / "large").write_bytes(b" " * 1_000_000)
    said = ask("peers", "import", str(tmp_path / name))
    assert (said.exit_code, name in said.complaint) == (Exit.WRONG_USAGE, True)


def test_peers_are_changed_with_a_reason(ask: Ask, site: FakeSite) -> None:
    ask("peers", "add", "CT 1", "--ae-title", "CT01", "--reason", "new")
    ask("peers", "change", "CT 1", "--port", "104", "--reason", "moved")
    ask("peers", "remove", "CT 1", "--reason", "sold")
    assert list(dict.fromkeys(site.reasons)) == ["new", "moved", "sold"]
