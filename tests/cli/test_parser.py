"""From words to a command: common options wherever they stand, and what a mistyped word may have meant."""

from pathlib import Path

import pytest

from pacsdesk.cli.parser import build_parser

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
        build_parser().parse_args(["peers", "fly"])
    said = capsys.readouterr().err
    assert ("Did you mean" in said, "There are: add, list, show, change, remove." in said) == (False, True)
