"""From words to a command and from errors to exit codes, without an engine."""

import pytest

from pacsdesk.cli.catalog import COMMANDS
from pacsdesk.cli.command import Exit
from pacsdesk.cli.main import exit_code, run
from pacsdesk.contract.errors import PacsDeskError, error_classes

WORDS = [command.words for command in COMMANDS]
EXIT_CODES = {
    "InvalidInput": Exit.WRONG_USAGE,
    "TooLarge": Exit.WRONG_USAGE,
    "NotSignedIn": Exit.NOT_PERMITTED,
    "NotPermitted": Exit.NOT_PERMITTED,
    "Unavailable": Exit.NO_ENGINE,
}


@pytest.mark.parametrize("words", WORDS)
def test_every_command_has_help_with_its_summary_and_the_common_options(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run([*words.split(), "--help"])
    said = " ".join(capsys.readouterr().out.split())
    summary = next(command.summary for command in COMMANDS if command.words == words)
    assert (ended.value.code, summary in said, "--json" in said, "--data-dir" in said) == (0, True, True, True)


@pytest.mark.parametrize("noun", sorted({words.split()[0] for words in WORDS if " " in words}))
def test_a_noun_alone_is_wrong_usage_that_names_its_verbs(noun: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run([noun])
    verbs = "|".join(words.split()[1] for words in WORDS if words.startswith(f"{noun} "))
    assert (ended.value.code, f"are required: {verbs}\n" in capsys.readouterr().err) == (2, True)


@pytest.mark.parametrize("words", [["fly"], ["studies", "fly"], ["status", "--fly"], ["peers", "add"], ["--json"]])
def test_words_that_are_no_command_are_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(words)
    assert (ended.value.code, capsys.readouterr().err.startswith("usage: pacsdesk")) == (2, True)


def test_no_two_commands_have_the_same_words() -> None:
    assert len(set(WORDS)) == len(WORDS)


@pytest.mark.parametrize("name", [name for name in error_classes() if name != "PacsDeskError"])
def test_every_kind_of_error_has_its_exit_code(name: str) -> None:
    assert exit_code(error_classes()[name]("It went wrong.")) == EXIT_CODES.get(name, Exit.FAILED)


def test_an_error_of_a_newer_engine_is_a_failure() -> None:
    assert exit_code(PacsDeskError("Something new.")) == Exit.FAILED


def test_a_command_that_finds_no_site_says_how_to_make_one(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path_factory.mktemp("no site")
    assert run(["status", "--data-dir", str(folder)]) == Exit.NO_ENGINE
    assert "pacsdesk init" in capsys.readouterr().err
