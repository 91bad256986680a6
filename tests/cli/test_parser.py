"""From words to a command: common options wherever they stand, and what a mistyped word may have meant."""

import shlex
from pathlib import Path

import pytest

from pacsdesk.cli.catalog import COMMANDS, GROUPS
from pacsdesk.cli.command import Command, Noun
from pacsdesk.cli.parser import build_parser
from pacsdesk.cli.typing_again import this_program

GIVEN = ["--user", "anna", "--json", "--data-dir", "here", "--engine", "http://127.0.0.1:1", "--password-file", "there"]


@pytest.mark.parametrize(
    "words",
    [
        [*GIVEN, "peers", "show", "CT 1"],
        ["peers", *GIVEN, "show", "CT 1"],
        ["peers", "show", *GIVEN, "CT 1"],
        ["peers", "show", "CT 1", *GIVEN],
        [*GIVEN[:2], "peers", *GIVEN[2:5], "show", "CT 1", *GIVEN[5:]],
    ],
)
def test_common_options_hold_wherever_they_stand(words: list[str]) -> None:
    args = build_parser().parse_args(words)
    assert (args.user, args.json, args.data_dir, args.engine, args.password_file, args.command.words, args.name) == (
        "anna",
        True,
        Path("here"),
        "http://127.0.0.1:1",
        "there",
        "peers show",
        "CT 1",
    )


def test_the_option_next_to_the_command_wins() -> None:
    assert build_parser().parse_args(["--user", "anna", "status", "--user", "bob"]).user == "bob"


def test_words_of_a_list_may_stand_behind_an_option() -> None:
    args = build_parser().parse_args(["find", "PACS", "--calling", "CT01", "PatientID=1", "StudyDate"])
    assert (args.name, [key.name for key in args.keys], args.calling) == ("PACS", ["PatientID", "StudyDate"], "CT01")


def test_a_word_of_a_list_that_cannot_be_is_told_there_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["find", "PACS", "--calling", "CT01", "=1"])
    assert "a key is written NAME=VALUE" in capsys.readouterr().err


def test_options_that_are_not_given_have_their_defaults() -> None:
    args = build_parser().parse_args(["peers", "list"])
    assert (args.user, args.json, args.data_dir, args.engine, args.password_file) == ("", False, None, "", "")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["peer", "list"], "peers"),
        (["studys", "list"], "studies"),
        (["peers", "lst"], "list"),
        (["trash", "takeback", "1"], "take-back"),
        (["init", "--profile", "clinik"], "clinic"),
        (["peers", "add", "x", "--ae-title", "X", "--allow", "echo,stor"], "store"),
        (["peers", "add", "x", "--ae-title", "X", "--tls", "plane"], "plain"),
        (["peers", "list", "--jason"], "--json"),
        (["--data-dri=here", "status"], "--data-dir"),
    ],
)
def test_a_mistyped_word_is_answered_with_the_nearest(
    words: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(words)
    assert f"Did you mean {meant!r}?" in capsys.readouterr().err


def test_a_word_that_is_like_none_is_answered_with_all_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["conflicts", "fly"])
    said = capsys.readouterr().err
    assert ("Did you mean" in said, "There are: list, resolve." in said) == (False, True)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["serve", "my/site"], "'my/site'. A site's folder is named with --data-dir my/site."),
        (["peers", "list", "everything"], "pacsdesk peers list: there is one word too many, 'everything'."),
        (["status", "--fly"], "pacsdesk status: there is no option '--fly'."),
        (["studies", "list", "--lim", "1"], "pacsdesk studies list: there is no option '--lim'."),
    ],
)
def test_the_command_itself_complains_about_what_it_does_not_know(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(words)
    assert complaint in capsys.readouterr().err


def test_a_complaint_names_the_help_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["peers", "add"])
    assert capsys.readouterr().err.splitlines() == [
        "usage: pacsdesk peers add --ae-title AE NAME [options]",
        "pacsdesk peers add: the following arguments are required: NAME, --ae-title",
        "`pacsdesk peers add --help` tells more.",
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.words)
def test_the_example_of_a_command_is_a_call_of_it(command: Command) -> None:
    assert build_parser().parse_args(shlex.split(command.example)).command is command


def test_help_has_a_line_for_each_noun_in_its_group() -> None:
    said = build_parser().format_help()
    for group in GROUPS:
        block = said.partition(f"\n{group.title}:\n")[2].partition("\n\n")[0]
        assert [line.split()[0] for line in block.splitlines()] == [noun.word for noun in group.nouns]


@pytest.mark.parametrize("noun", [noun for group in GROUPS for noun in group.nouns], ids=lambda noun: noun.word)
def test_the_help_of_a_noun_has_an_example_of_each_of_its_commands(
    noun: Noun, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args([noun.word, "--help"])
    said = capsys.readouterr().out
    assert [command.words for command in noun.commands if f"  pacsdesk {command.example}\n" not in said] == []


def test_an_example_can_be_typed_where_the_shell_does_not_find_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit):
        build_parser().parse_args(["status", "--help"])
    assert f"  {this_program()} status\n" in capsys.readouterr().out
    assert this_program() != "pacsdesk"


def test_the_commands_of_a_noun_begin_with_it() -> None:
    for noun in (noun for group in GROUPS for noun in group.nouns):
        assert {command.words.split()[0] for command in noun.commands} == {noun.word}


def helped(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The help of a command."""
    with pytest.raises(SystemExit):
        build_parser().parse_args([*words, "--help"])
    return capsys.readouterr().out


@pytest.mark.parametrize("word", ["init", "serve"])
def test_what_runs_without_an_engine_offers_no_choice_of_one(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = helped(capsys, word)
    assert ("--data-dir DIR" in said, "--engine URL" in said, "--user NAME" in said) == (True, False, False)


def test_defaults_of_a_new_peer_are_told_where_one_is_entered(capsys: pytest.CaptureFixture[str]) -> None:
    entering, changing = helped(capsys, "peers", "add"), helped(capsys, "peers", "change")
    assert ("(without: plain)" in entering, "(without:" in changing) == (True, False)


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version_needs_no_command(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args([option])
    assert (ended.value.code, capsys.readouterr().out.startswith("PACSDesk ")) == (0, True)


def test_a_verb_without_its_noun_is_told_with_its_nouns(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["export"])
    meant = " or ".join(
        f"`pacsdesk {noun} export`" for noun in ("studies", "instances", "peers", "associations", "traces")
    )
    assert f"Did you mean {meant}?" in capsys.readouterr().err
